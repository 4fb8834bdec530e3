import { hasPlace, type AtomPlaces } from './atom-places';
import { liftedSize, stakesAt, type Cloud } from './cloud';
import { needOf, type Stake } from './leaving';
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

/** Atoms of less than this part of the mean mass count as having it where stakes are divided by mass. */
const LEAST_MASS = 1e-6;

/** Sums up each atom's mass, weights and stakes, and puts it at its place relative to the origin. */
export function liftAtoms(
  problem: Problem,
  { heads, next }: Binding,
  measures: Measures,
  places: AtomPlaces,
  origin: Float64Array,
  { order, groups }: Grouping,
  stakes: readonly Stake[],
): Lifted {
  const { dims, points } = problem;
  const { mass } = measures;
  const { place } = places;
  const n = heads.length;
  const metrics = measures.ids.length;
  const wide = metrics > 1;
  const lifted = liftedSize(dims, metrics, stakes.length);
  const first = stakesAt({ dims, metrics, wide });
  const least = LEAST_MASS * (metrics > 0 ? problem.territories / Math.max(1, n) : 1);
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
      stakes.forEach((stake, r) => {
        z[at + first + r] = leavingOf(problem, next, stake, h, group.current) / Math.max(least, total);
      });
    }
  }
  const cloud = { n, dims, metrics, wide, lifted, stakes: stakes.length, z, u, groups };
  return { cloud, head, atomMoment, accountMoment };
}

/** What counts as moved at least when an atom leaves its territory of today, beyond what counts there. */
function leavingOf(
  problem: Problem,
  next: Binding['next'],
  stake: Stake,
  head: number,
  today: number,
): number {
  if (today < 0) return 0;
  const here = needOf(problem, next, stake, head, today);
  if (!next || next[head]! < 0) return stake.of(head) - here;
  // Members may be at home elsewhere, which makes that the cheapest way to leave.
  let least = needOf(problem, next, stake, head, -1);
  for (let i = head; i >= 0; i = next[i]!) {
    const j = problem.current[i]!;
    if (j >= 0 && j !== today) least = Math.min(least, needOf(problem, next, stake, head, j));
  }
  return least - here;
}
