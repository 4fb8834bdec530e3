import type { Design } from '../engine/problem';
import { fairIndex } from '../plan/band';
import { fairTargets, setApartBy, type Shares } from '../plan/fair-targets';
import { metricWeights } from '../plan/metrics';
import { carriedBy, sharing } from '../plan/roster';
import { fairPools } from './classes';
import type { CarveInput } from './compile';

/** Accounts that are too large for any fair share, and what all territories are held against without them. */
export interface Oversized {
  /** Accounts, in their order. */
  readonly accounts: Int32Array;
  /** K flags: their territories, which have no part of the rest. */
  readonly isApart: readonly boolean[];
  /** K targets a metric, in its unit. */
  readonly targets: readonly Float64Array[];
  /** The greatest distance of another territory from its target of the first metric; 0.05 is 5 %. */
  readonly worst: number;
  /** Proven a metric: no plan deviates less beside these accounts; 0 where nothing is proven. */
  readonly floors: readonly number[];
}

/**
 * What of a plan is set apart as too large. The engine sets pins apart, too, where they alone are too much: these are the
 * user's own choice and stay in the balance, but for an account that is too large by itself.
 * @returns undefined where nothing is
 */
export function oversizedIn(input: CarveInput, design: Design): Oversized | undefined {
  const { metrics, seats } = input;
  const { apart, assignment, load } = design;
  if (apart === null || apart.accounts.length === 0) return undefined;
  const { accounts } = apart;
  const weights = metrics.map((metric) => metricWeights(input.accounts, metric));
  const shares = sharesOf(input);
  const holds = seats.map((_, j) => accounts.some((i) => assignment[i] === j));
  const held = weights.map((weight, m) => ({
    load: seats.map((_, j) => load[j * metrics.length + m] ?? 0),
    oversized: seats.map((_, j) => sumOf(accounts, (i) => (assignment[i] === j ? (weight[i] ?? 0) : 0))),
  }));
  const [first] = held;
  const isApart = first === undefined ? holds : setApartBy(shares, first, holds);
  const targets = held.map((one) => fairTargets(shares, one, isApart));
  const off = (goal: number, j: number) =>
    isApart[j] === true ? 0 : Math.abs(fairIndex(first?.load[j] ?? 0, goal) - 1);
  // The engine's floor speaks of its own rest: of ours where it left out the same territories.
  const isSame = isApart.every((is, j) => is === (apart.territories[j] === 1));
  return {
    accounts,
    isApart,
    targets,
    worst: Math.max(0, ...Array.from(targets[0] ?? [], off)),
    floors: metrics.map((_, m) => (isSame ? (apart.toleranceFloor[m] ?? 0) : 0)),
  };
}

const sumOf = (accounts: Int32Array, of: (i: number) => number): number =>
  accounts.reduce((sum, i) => sum + of(i), 0);

function sharesOf({ accounts, seats, settings }: CarveInput): Shares {
  const pool = fairPools(accounts, sharing(seats), settings)?.pool;
  const isOutside = seats.map(({ named }) => named === true);
  let n = 0;
  return {
    share: seats.map(carriedBy),
    pool: isOutside.map((outside) => (outside ? -1 : (pool?.[n++] ?? 0))),
    isOutside,
  };
}
