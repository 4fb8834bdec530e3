import { liftedSize, type Cloud, type Group } from './cloud';
import { bind, type Binding } from './families';
import { measuresOf, type Measures } from './measures';
import { flattenAxes, flattenSphere, hilbertKeys, sortByGroup, sortByKey, type Flatten } from './hilbert';
import type { Problem } from './contract';

/**
 * A problem made ready for the solver: indivisible atoms (accounts, or families) in Hilbert order, metrics
 * scaled so that each sums to K, pinned accounts taken off the targets. M counts the metrics that are not
 * all zero; `metricIds` gives their places in the problem.
 */
export interface Core {
  readonly problem: Problem;
  readonly binding: Binding;
  readonly measures: Measures;
  readonly k: number;
  readonly metrics: number;
  readonly metricIds: readonly number[];
  /** K × M targets in scaled units (shares × K), and the half-width of the tolerance around them. */
  readonly target: Float64Array;
  readonly band: Float64Array;
  /** K × M loads that prices aim at: the targets, or where these cannot be the most even loads there can. */
  readonly aim: Float64Array;
  /** K × M loads of the accounts that have no choice. */
  readonly fixedLoad: Float64Array;
  readonly cloud: Cloud;
  /** n values: the account that leads an atom. */
  readonly head: Int32Array;
  /** Subtracted from every place. */
  readonly origin: Float64Array;
  /** Fixed accounts by territory: K × (dims + 2) of Σu·x, Σu, Σu|x|², places relative to the origin. */
  readonly fixedMoments: Float64Array;
  /** Σ u|x|² over atoms about the origin, and what families cost for being spread about their mean. */
  readonly atomMoment: number;
  readonly familySpread: number;
}

/** The territory an atom counts as being in today: that of most of its members' money, ties to the lower. */
export function currentOf(problem: Problem, binding: Binding, head: number): number {
  const { next } = binding;
  if (!next || next[head]! < 0) return problem.current[head]!;
  const stake = new Map<number, number>();
  for (let i = head; i >= 0; i = next[i]!) {
    const j = problem.current[i]!;
    if (j >= 0) stake.set(j, (stake.get(j) ?? 0) + (problem.money ? problem.money[i]! : 1));
  }
  let best = -1;
  let most = -1;
  for (const [j, value] of stake) {
    if (value > most || (value === most && j < best)) {
      best = j;
      most = value;
    }
  }
  return best;
}

export function hasPlace(problem: Problem, i: number): boolean {
  const d = problem.dims;
  return d > 0 && problem.points[i * d] === problem.points[i * d];
}

/** The two coordinates that vary most. */
function widestAxes(problem: Problem): [number, number] {
  const { dims, points, accounts } = problem;
  const spread = Array.from({ length: dims }, (_, d) => {
    let sum = 0;
    let sum2 = 0;
    let count = 0;
    for (let i = 0; i < accounts; i++) {
      const x = points[i * dims + d]!;
      if (x === x) {
        sum += x;
        sum2 += x * x;
        count++;
      }
    }
    return { d, variance: count > 0 ? sum2 / count - (sum / count) * (sum / count) : 0 };
  });
  spread.sort((a, b) => b.variance - a.variance || a.d - b.d);
  return [spread[0]?.d ?? -1, spread[1]?.d ?? -1];
}

/** Builds the solver's view of a problem. `splitByCurrent` gives each current territory its own groups. */
export function buildCore(problem: Problem, splitByCurrent: boolean, binding = bind(problem)): Core {
  const { accounts, territories: k, dims, points } = problem;
  const { fixed, heads, next, rowOf } = binding;

  const measures = measuresOf(problem, binding);
  const { mass, target, band } = measures;
  const metricIds = measures.ids;
  const metrics = metricIds.length;

  // Origin: the mean place, so that squares of sphere coordinates do not eat the digits.
  const origin = new Float64Array(dims);
  let placedCount = 0;
  for (let i = 0; i < accounts; i++) {
    if (!hasPlace(problem, i)) continue;
    placedCount++;
    for (let d = 0; d < dims; d++) origin[d]! += points[i * dims + d]!;
  }
  if (placedCount > 0) for (let d = 0; d < dims; d++) origin[d]! /= placedCount;

  const fixedLoad = new Float64Array(k * metrics);
  const fixedMoments = new Float64Array(k * (dims + 2));
  for (let i = 0; i < accounts; i++) {
    const j = fixed[i]!;
    if (j < 0) continue;
    for (let m = 0; m < metrics; m++) fixedLoad[j * metrics + m]! += measures.weight(i, m);
    if (!hasPlace(problem, i)) continue;
    const u = mass(i);
    const at = j * (dims + 2);
    let square = 0;
    for (let d = 0; d < dims; d++) {
      const x = points[i * dims + d]! - origin[d]!;
      fixedMoments[at + d]! += u * x;
      square += x * x;
    }
    fixedMoments[at + dims]! += u;
    fixedMoments[at + dims + 1]! += u * square;
  }

  // An atom's place is the mean of its members' by mass; members without a place are taken to be there too.
  const n = heads.length;
  const place = new Float64Array(dims);
  const readPlace = (h: number): boolean => {
    if (!next || next[h]! < 0) {
      for (let d = 0; d < dims; d++) place[d] = points[h * dims + d]!;
      return hasPlace(problem, h);
    }
    let sum = 0;
    let count = 0;
    place.fill(0);
    for (let i = h; i >= 0; i = next[i]!) {
      if (!hasPlace(problem, i)) continue;
      const u = mass(i) + 1e-12; // members of no mass at all still have a mean
      for (let d = 0; d < dims; d++) place[d]! += u * points[i * dims + d]!;
      sum += u;
      count++;
    }
    for (let d = 0; d < dims; d++) place[d]! /= sum;
    return count > 0;
  };

  let flatten: Flatten = flattenSphere;
  if (problem.space !== 'sphere') flatten = flattenAxes(...widestAxes(problem));
  const flat = new Float32Array(2 * n);
  const pair = new Float64Array(2);
  const groupOf = new Int32Array(n);
  const groupIndex = new Map<number, number>();
  const kinds: { row: number; current: number; placed: boolean }[] = [];
  let lastKey = -1;
  let lastGroup = -1;
  for (let a = 0; a < n; a++) {
    const h = heads[a]!;
    const placed = readPlace(h);
    if (placed) flatten(place, pair);
    flat[2 * a] = placed ? pair[0]! : NaN;
    flat[2 * a + 1] = placed ? pair[1]! : NaN;
    const current = splitByCurrent ? currentOf(problem, binding, h) : -1;
    const row = rowOf[h]!;
    const key = (row * (k + 1) + current + 1) * 2 + (placed ? 1 : 0);
    if (key !== lastKey) {
      lastKey = key;
      lastGroup = groupIndex.get(key) ?? -1;
      if (lastGroup < 0) {
        lastGroup = kinds.length;
        groupIndex.set(key, lastGroup);
        kinds.push({ row, current, placed });
      }
    }
    groupOf[a] = lastGroup;
  }
  // Placed groups first, then by row and current: an order that does not hang on the order of accounts.
  const rank = kinds.map((kind, g) => ({ ...kind, g }));
  rank.sort((a, b) => Number(b.placed) - Number(a.placed) || a.row - b.row || a.current - b.current);
  const position = new Int32Array(kinds.length);
  rank.forEach(({ g }, p) => (position[g] = p));
  for (let a = 0; a < n; a++) groupOf[a] = position[groupOf[a]!]!;

  const { order, start } = sortByGroup(sortByKey(hilbertKeys(flat)), groupOf, kinds.length);
  const groups: Group[] = rank.map(({ row, current, placed }, p) => ({
    start: start[p]!,
    end: start[p + 1]!,
    row,
    current,
    placed,
  }));

  const wide = metrics > 1;
  const lifted = liftedSize(dims, metrics);
  const z = new Float64Array(n * lifted);
  const u = new Float64Array(n);
  const head = new Int32Array(n);
  let atomMoment = 0;
  let allMoment = 0;
  for (const group of groups) {
    for (let t = group.start; t < group.end; t++) {
      const h = heads[order[t]!]!;
      head[t] = h;
      readPlace(h);
      const at = t * lifted;
      if (group.placed) for (let d = 0; d < dims; d++) z[at + d] = place[d]! - origin[d]!;
      let total = 0;
      for (let i = h; i >= 0; i = next ? next[i]! : -1) {
        const ui = mass(i);
        total += ui;
        if (wide) for (let m = 0; m < metrics; m++) z[at + dims + m]! += measures.weight(i, m);
        if (!group.placed) continue;
        let square = 0;
        for (let d = 0; d < dims; d++) {
          const x = hasPlace(problem, i) ? points[i * dims + d]! - origin[d]! : z[at + d]!;
          square += x * x;
        }
        allMoment += ui * square;
      }
      if (group.placed) {
        let square = 0;
        for (let d = 0; d < dims; d++) square += z[at + d]! * z[at + d]!;
        atomMoment += total * square;
      }
      u[t] = total;
      if (wide) for (let m = 0; m < metrics; m++) z[at + dims + m]! /= total;
    }
  }
  return {
    problem,
    binding,
    measures,
    k,
    metrics,
    metricIds,
    target,
    band,
    aim: target,
    fixedLoad,
    cloud: { n, dims, metrics, wide, lifted, z, u, groups },
    head,
    origin,
    fixedMoments,
    atomMoment,
    familySpread: next ? Math.max(0, allMoment - atomMoment) : 0,
  };
}

/** True where an atom may go to a territory. */
export function mayGo(core: Core, group: Group, territory: number): boolean {
  return core.binding.eligible[group.row * core.k + territory] === 1;
}

/** Soft cost of a group in a territory per unit of mass, in km²: its preference, and `keep` if it must move. */
export function offsetOf(core: Core, group: Group, territory: number, keep: number): number {
  const { preference } = core.binding;
  const soft = preference ? preference[group.row * core.k + territory]! : 0;
  return group.current >= 0 && group.current !== territory ? soft + keep : soft;
}

/** Cost of the accounts that have no choice, at given centres (K × dims, relative to the origin) and constants. */
export function fixedCost(core: Core, centres: Float64Array, constants: Float64Array): number {
  const dims = core.origin.length;
  let cost = 0;
  for (let j = 0; j < core.k; j++) {
    const at = j * (dims + 2);
    let square = constants[j]!;
    cost += core.fixedMoments[at + dims + 1]!;
    for (let d = 0; d < dims; d++) {
      const c = centres[j * dims + d]!;
      square += c * c;
      cost -= 2 * c * core.fixedMoments[at + d]!;
    }
    cost += core.fixedMoments[at + dims]! * square;
  }
  return cost;
}

/** Residual of the last price solves: the more atoms a territory has, the less of it the border can make up for. */
export function preciseFor({ k, cloud }: Core): number {
  return Math.min(1e-3, (2 * k) / Math.max(1, cloud.n));
}
