import type { Cloud, Group } from '../problem/cloud';
import type { Core } from '../problem/core';

/** Territories with the same eligible classes, and the points that may go to them. */
export interface Pool {
  readonly territories: readonly number[];
  /** Points of the cloud (positions) and the share of each point's mass that this pool should take. */
  readonly points: Int32Array;
  readonly mass: Float64Array;
  /** True if some of the points may go to territories of other pools as well. */
  readonly shared: boolean;
}

/** Splits the territories into pools of equal eligibility, and the mass of shared points by capacity. */
export function poolsOf(core: Core, cloud: Cloud): Pool[] {
  const { k } = core;
  const { eligible } = core.binding;
  // Classes that no placed point belongs to say nothing about where territories should be.
  const rows = [...new Set(cloud.groups.filter(isOpen).map((g) => g.row))].sort((a, b) => a - b);
  const byColumn = new Map<string, number[]>();
  for (let j = 0; j < k; j++) {
    const key = rows.map((row) => eligible[row * k + j]).join('');
    const list = byColumn.get(key);
    if (list) list.push(j);
    else byColumn.set(key, [j]);
  }
  const lists = [...byColumn.values()];
  const room = lists.map((list) => list.reduce((sum, j) => sum + roomOf(core, j), 0));
  return lists.map((territories, at) => {
    const points: number[] = [];
    const mass: number[] = [];
    let shared = false;
    for (const group of cloud.groups) {
      if (!isOpen(group)) continue;
      const row = group.row * k;
      if (eligible[row + territories[0]!] !== 1) continue;
      let all = 0;
      lists.forEach((list, q) => {
        if (eligible[row + list[0]!] === 1) all += room[q]!;
      });
      const part = room[at]! / all;
      if (part < 1) shared = true;
      for (let i = group.start; i < group.end; i++) {
        points.push(i);
        mass.push(cloud.u[i]! * part);
      }
    }
    return { territories, points: Int32Array.from(points), mass: Float64Array.from(mass), shared };
  });
}

/** All territories and all placed points, whoever may go where. */
export function jointPool(core: Core, cloud: Cloud): Pool {
  const points: number[] = [];
  for (const group of cloud.groups) {
    if (isOpen(group)) for (let i = group.start; i < group.end; i++) points.push(i);
  }
  return {
    territories: Array.from({ length: core.k }, (_, j) => j),
    points: Int32Array.from(points),
    mass: Float64Array.from(points, (i) => cloud.u[i]!),
    shared: false,
  };
}

function isOpen(group: Group): boolean {
  return group.placed && group.end > group.start;
}

/** Share of a territory that its fixed accounts leave open. */
export function roomOf({ metrics, target, fixedLoad, problem }: Core, j: number): number {
  if (metrics === 0) return problem.share[j]!;
  return Math.max(1e-3 * target[j * metrics]!, target[j * metrics]! - fixedLoad[j * metrics]!);
}

/** Centres for the territories of a pool, and which of them each of its points was nearest in the making. */
export interface Seeds {
  readonly centres: number[][];
  readonly part: Int32Array;
}

/**
 * Centres by recursive bisection across the principal axis, each side getting the mass of its territories'
 * shares (after Kalcsics, Nickel & Schröder 2005).
 */
export function bisectionSeeds(cloud: Cloud, pool: Pool, share: (territory: number) => number): Seeds {
  const { dims, lifted, z } = cloud;
  const centres: number[][] = pool.territories.map(() => new Array<number>(dims).fill(0));
  const ids = Int32Array.from(pool.points, (_, q) => q);
  const along = new Float64Array(ids.length);
  const part = new Int32Array(ids.length);

  const at = (q: number, d: number) => z[pool.points[q]! * lifted + d]!;
  const split = (from: number, to: number, low: number, high: number): void => {
    let mass = 0;
    const mean = new Array<number>(dims).fill(0);
    for (let t = from; t < to; t++) {
      const q = ids[t]!;
      mass += pool.mass[q]!;
      for (let d = 0; d < dims; d++) mean[d]! += pool.mass[q]! * at(q, d);
    }
    if (mass > 0) for (let d = 0; d < dims; d++) mean[d]! /= mass;
    else if (to > from) for (let d = 0; d < dims; d++) mean[d] = at(ids[from]!, d);
    if (high - low === 1) {
      centres[low] = mean;
      for (let t = from; t < to; t++) part[ids[t]!] = low;
      return;
    }
    const axis = principalAxis(
      dims,
      from,
      to,
      (t, d) => at(ids[t]!, d) - mean[d]!,
      (t) => pool.mass[ids[t]!]!,
    );
    for (let t = from; t < to; t++) {
      const q = ids[t]!;
      let s = 0;
      for (let d = 0; d < dims; d++) s += axis[d]! * (at(q, d) - mean[d]!);
      along[q] = s;
    }
    ids.subarray(from, to).sort((a, b) => along[a]! - along[b]! || a - b);
    const mid = (low + high) >> 1;
    let left = 0;
    let all = 0;
    for (let j = low; j < high; j++) {
      all += share(pool.territories[j]!);
      if (j < mid) left += share(pool.territories[j]!);
    }
    const goal = (mass * left) / all;
    let cut = from;
    let sum = 0;
    while (cut < to && sum + pool.mass[ids[cut]!]! / 2 < goal) sum += pool.mass[ids[cut++]!]!;
    split(from, cut, low, mid);
    split(cut, to, mid, high);
  };
  split(0, ids.length, 0, centres.length);
  return { centres, part };
}

/** Direction of most variance by power iteration from the widest coordinate. */
function principalAxis(
  dims: number,
  from: number,
  to: number,
  value: (t: number, d: number) => number,
  weight: (t: number) => number,
): Float64Array {
  const cov = new Float64Array(dims * dims);
  for (let t = from; t < to; t++) {
    const w = weight(t);
    for (let d = 0; d < dims; d++)
      for (let e = 0; e <= d; e++) cov[d * dims + e]! += w * value(t, d) * value(t, e);
  }
  let widest = 0;
  for (let d = 0; d < dims; d++) {
    for (let e = d + 1; e < dims; e++) cov[d * dims + e] = cov[e * dims + d]!;
    if (cov[d * dims + d]! > cov[widest * dims + widest]!) widest = d;
  }
  let axis = new Float64Array(dims);
  axis[widest] = 1;
  for (let it = 0; it < 30; it++) {
    const image = new Float64Array(dims);
    let norm = 0;
    for (let d = 0; d < dims; d++) {
      for (let e = 0; e < dims; e++) image[d]! += cov[d * dims + e]! * axis[e]!;
      norm += image[d]! * image[d]!;
    }
    if (!(norm > 0)) return axis;
    norm = Math.sqrt(norm);
    for (let d = 0; d < dims; d++) image[d]! /= norm;
    axis = image;
  }
  return axis;
}
