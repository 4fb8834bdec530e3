import { AtomPlaces, hasPlace, originOf } from './atom-places';
import type { Cloud, Group } from './cloud';
import type { Problem } from './contract';
import type { Apart } from './apart';
import { FREE, type Binding } from './families';
import { groupAtoms } from './grouping';
import { liftAtoms } from './lifting';
import { limitedStakes, needOf, type Stake } from './leaving';
import type { Measures } from './measures';

/**
 * A problem made ready for the solver: indivisible atoms (accounts, or families) in Hilbert order, metrics
 * scaled so that each sums to K, pinned accounts taken off the targets. M counts the metrics that are not
 * all zero.
 */
export interface Core {
  readonly problem: Problem;
  readonly binding: Binding;
  readonly measures: Measures;
  readonly k: number;
  readonly metrics: number;
  /** K × M targets in scaled units (shares × K), and the half-width of the tolerance around them. */
  readonly target: Float64Array;
  readonly band: Float64Array;
  /** K × M loads that prices aim at: the targets, or where these cannot be the most even loads there can. */
  readonly aim: Float64Array;
  /** Atoms set apart, by the account that leads each. */
  readonly apart: readonly number[];
  /** K flags: 1 where a territory is set apart, and nothing that has a choice may go there (apart.ts). */
  readonly closed: Uint8Array;
  /** What counts as moved and is limited; empty where nothing is, or where moves are not to be priced. */
  readonly stakes: readonly Stake[];
  /** Per stake: what may leave besides the accounts that have no choice and what families leave behind in any case. */
  readonly allowed: Float64Array;
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

/** What is to be solved: all of a problem, or what is left when the largest accounts are set apart (apart.ts). */
export type Rest = Pick<Apart, 'binding' | 'measures' | 'closed' | 'heads'>;

/**
 * Builds the solver's view of a problem, whole or what is left of it; each territory of today has its own groups where
 * keeping counts, or where `pricesMoves` asks for the stakes.
 */
export function buildCore(
  problem: Problem,
  pricesMoves: boolean,
  { binding, measures, closed, heads }: Rest,
): Core {
  const origin = originOf(problem);
  const places = new AtomPlaces(problem, binding.next, measures.mass);
  const stakes = pricesMoves ? limitedStakes(problem) : [];
  const grouping = groupAtoms(problem, binding, places, problem.keep > 0 || stakes.length > 0);
  const lift = liftAtoms(problem, binding, measures, places, origin, grouping, stakes);
  const { accountMoment, ...lifted } = lift;
  return {
    problem,
    binding,
    measures,
    k: problem.territories,
    metrics: measures.ids.length,
    target: measures.target,
    band: measures.band,
    aim: measures.target,
    apart: heads,
    closed,
    stakes,
    allowed: allowedOf(problem, binding, stakes, lifted, grouping.groups),
    ...fixedTotals(problem, binding, measures, origin),
    ...lifted,
    origin,
    familySpread: binding.next ? Math.max(0, accountMoment - lifted.atomMoment) : 0,
  };
}

/** All that could leave. */
function wholeOf({ current }: Problem, { of }: Stake): number {
  return current.reduce((sum, today, i) => (today >= 0 ? sum + of(i) : sum), 0);
}

function allowedOf(
  problem: Problem,
  { fixed, next }: Binding,
  stakes: readonly Stake[],
  { head }: Pick<Core, 'head'>,
  groups: readonly Group[],
): Float64Array {
  return Float64Array.from(stakes, (stake) => {
    let rest = stake.fewest ? wholeOf(problem, stake) : stake.allowed;
    fixed.forEach((j, i) => {
      const today = problem.current[i]!;
      if (j !== FREE && today >= 0 && today !== j) rest -= stake.of(i);
    });
    for (const { start, end, current } of groups) {
      for (let t = start; t < end; t++) rest -= needOf(problem, next, stake, head[t]!, current);
    }
    return Math.max(0, rest);
  });
}

/** What the accounts that have no choice weigh in their territories, and where they lie. */
function fixedTotals(
  problem: Problem,
  { fixed }: Binding,
  measures: Measures,
  origin: Float64Array,
): Pick<Core, 'fixedLoad' | 'fixedMoments'> {
  const { accounts, territories: k, dims, points } = problem;
  const metrics = measures.ids.length;
  const fixedLoad = new Float64Array(k * metrics);
  const fixedMoments = new Float64Array(k * (dims + 2));
  for (let i = 0; i < accounts; i++) {
    const j = fixed[i]!;
    if (j < 0) continue;
    for (let m = 0; m < metrics; m++) fixedLoad[j * metrics + m]! += measures.weight(i, m);
    if (!hasPlace(problem, i)) continue;
    const u = measures.mass(i);
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
  return { fixedLoad, fixedMoments };
}

/** True where an atom may go to a territory. */
export function mayGo(core: Core, group: Group, territory: number): boolean {
  return core.binding.eligible[group.row * core.k + territory] === 1;
}

/** Soft cost of a group in a territory per unit of mass, in km²: its preference, and `keep` by its weight if it must move. */
export function offsetOf(core: Core, group: Group, territory: number, keep: number): number {
  const { preference, keepOf } = core.binding;
  const soft = preference ? preference[group.row * core.k + territory]! : 0;
  if (group.current < 0 || group.current === territory) return soft;
  return soft + (keepOf ? keep * keepOf[group.row]! : keep);
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

/** Above so many atoms what one start finds differs little from another's, and rounding does little harm. */
const LARGE = 5000;

/** True where a plan has so many atoms that it is worth less work an atom. */
export const isLarge = ({ cloud }: Core): boolean => cloud.n > LARGE;

/** Steps of one of the last price solves: with several metrics prices of many atoms have all but settled after few. */
export const stepsFor = (core: Core): number => (isLarge(core) && core.metrics > 1 ? 8 : 20);
