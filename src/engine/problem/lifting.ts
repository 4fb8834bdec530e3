import { hasPlace, type AtomPlaces } from './atom-places';
import { liftedSize, type Cloud } from './cloud';
import type { Problem } from './contract';
import type { Binding } from './families';
import type { Grouping } from './grouping';
import type { Measures } from './measures';

/** Atoms as points for the solver. */
export interface Lifted {
  readonly cloud: Cloud;
  /** n values: the account that leads an atom. */
  readonly head: Int32Array;
  /** Σ u|x|² over atoms about the origin. */
  readonly atomMoment: number;
  /** The same over their accounts: the more, the wider families are spread about their mean. */
  readonly accountMoment: number;
}

/** Sums up each atom's mass and weights, and puts it at its place relative to the origin. */
export function liftAtoms(
  problem: Problem,
  { heads, next }: Binding,
  measures: Measures,
  places: AtomPlaces,
  origin: Float64Array,
  { order, groups }: Grouping,
): Lifted {
  const { dims, points } = problem;
  const { mass } = measures;
  const { place } = places;
  const n = heads.length;
  const metrics = measures.ids.length;
  const wide = metrics > 1;
  const lifted = liftedSize(dims, metrics);
  const z = new Float64Array(n * lifted);
  const u = new Float64Array(n);
  const head = new Int32Array(n);
  let atomMoment = 0;
  let accountMoment = 0;
  for (const group of groups) {
    for (let t = group.start; t < group.end; t++) {
      const h = heads[order[t]!]!;
      head[t] = h;
      places.read(h);
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
        accountMoment += ui * square;
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
  return { cloud: { n, dims, metrics, wide, lifted, z, u, groups }, head, atomMoment, accountMoment };
}
