import type { Problem } from '../engine/problem';
import { compile } from '../carve/compile';
import { moveClassesOf } from '../carve/move-classes';
import { roomOf } from './books';
import { carveInput } from './carve-input';
import type { Asked } from './reshuffle';
import type { StandingPlan } from './standing-plan';

/** Below this part of a fair share a new territory is not worth the moves: neighbours are asked as well. */
const ENOUGH = 0.9;

/** How much may leave: parts of all accounts, and of the customers, 0 … 1. */
export interface CarveCap {
  readonly accounts: number;
  readonly customers: number;
}

/** What a new territory takes, and from whom. */
export interface CarvedOut {
  /** N territories, the new one the last. */
  readonly assignment: Int32Array;
  readonly moved: number;
  readonly customers: number;
  /** Indices of the territories that give. */
  readonly givers: readonly number[];
}

/**
 * What a territory that has just come, the last, takes from the overloaded ones: the most loaded one and those that are
 * nearest to it, as many as it takes for a fair share, within the cap and the new one's book and as near to each other as the tolerances allow; or
 * from one alone, with the fewest moves. Nobody else's accounts move, and none moves between those that give.
 * @param from index of the only territory that gives; undefined: the overloaded ones
 */
export async function carveOut(
  { understanding, standing, solver, signal }: Asked,
  { accounts: most, customers: mostCustomers }: CarveCap,
  from: number | undefined,
): Promise<CarvedOut> {
  const input = carveInput(understanding);
  const problem = compile(input);
  const { assignment } = standing;
  const fresh = problem.territories - 1;
  const givers = from === undefined ? giversIn(problem, assignment, fresh) : [from];
  const part = partOf(problem, assignment, [...givers, fresh]);
  const isCustomer =
    moveClassesOf(understanding.list.accounts)?.customers ?? new Float64Array(problem.accounts);
  const held = assignment.reduce((sum, at) => sum + Number(at >= 0), 0);
  // All that moves goes to the new one: its book is a limit on what moves.
  const room = roomOf(input);
  const hours = room?.hours[fresh] ?? Infinity;
  const allowed = Math.min(most * held, room?.accounts[fresh] ?? Infinity);
  const known = isCustomer.reduce((sum, one, i) => sum + ((assignment[i] ?? -1) >= 0 ? one : 0), 0);
  const { assignment: carved } = await solver.design(
    {
      ...part.problem,
      cap: { accounts: Math.min(1, allowed / Math.max(1, part.accounts.length)), money: 1 },
      limits: [
        // Of one that is split as little as can be moves. The largest accounts of half a continent would be no territory:
        // what is carved from several is to be near each other, within the cap.
        ...(from === undefined
          ? []
          : [{ stake: new Float64Array(part.accounts.length).fill(1), most: 'fewest' as const }]),
        {
          stake: Float64Array.from(part.accounts, (i) => isCustomer[i] ?? 0),
          most: mostCustomers * known,
        },
        ...(hours < Infinity
          ? [{ stake: Float64Array.from(part.accounts, (i) => room?.work[i] ?? 0), most: hours }]
          : []),
      ],
    },
    () => undefined,
    signal,
  );
  const next = assignment.slice();
  part.accounts.forEach((i, n) => {
    // What would only change places among the givers stays.
    if (carved[n] === givers.length) next[i] = fresh;
  });
  const moved = part.accounts.filter((i) => next[i] === fresh);
  return {
    assignment: next,
    moved: moved.length,
    customers: moved.reduce((sum, i) => sum + (isCustomer[i] ?? 0), 0),
    givers: givers.filter((j) => moved.some((i) => assignment[i] === j)),
  };
}

/** Index of the territory with most above its share, as Balance tells it. */
export function loadedMost({ metrics: [first], record }: StandingPlan): number {
  const index = first?.index ?? new Float64Array(record.territories.length);
  return index.reduce((best, value, j) => (value > (index[best] ?? 0) ? j : best), 0);
}

/** The most loaded territory, and the nearest to it that may give to the new one, until that has enough. */
function giversIn(problem: Problem, assignment: Int32Array, fresh: number): number[] {
  const { share, pool, metrics, territories } = problem;
  const weight = metrics[0]?.weight ?? new Float64Array(problem.accounts).fill(1);
  const load = new Float64Array(territories);
  assignment.forEach((at, i) => {
    if (at >= 0) load[at] = (load[at] ?? 0) + (weight[i] ?? 0);
  });
  const mine = [...share.keys()].filter((j) => pool === undefined || pool[j] === pool[fresh]);
  const sum = (of: Float64Array, which: readonly number[]) =>
    which.reduce((total, j) => total + (of[j] ?? 0), 0);
  const fair = sum(load, mine) / sum(share, mine);
  const others = mine.filter((j) => j !== fresh && (load[j] ?? 0) > 0);
  const fullness = (j: number) => (load[j] ?? 0) / (share[j] ?? 1);
  const [first, ...rest] = [...others].sort((a, b) => fullness(b) - fullness(a) || a - b);
  if (first === undefined) return [];
  const centres = centresOf(problem, assignment);
  const away = (j: number) => distance(centres[first], centres[j]);
  const near = rest
    .filter((j) => fullness(j) > fair)
    .sort((a, b) => away(a) - away(b) || fullness(b) - fullness(a) || a - b);
  const givers = [first];
  const after = () => sum(load, givers) / (sum(share, givers) + (share[fresh] ?? 1));
  for (const j of near) {
    if (after() >= ENOUGH * fair) break;
    givers.push(j);
  }
  return givers;
}

type Point = readonly number[];

function centresOf({ points, dims, territories }: Problem, assignment: Int32Array): Point[] {
  const sums = Array.from({ length: territories }, () => ({ at: new Array<number>(dims).fill(0), n: 0 }));
  assignment.forEach((j, i) => {
    const sum = sums[j];
    if (sum === undefined || dims === 0 || Number.isNaN(points[i * dims] ?? NaN)) return;
    sum.n++;
    for (let d = 0; d < dims; d++) sum.at[d] = (sum.at[d] ?? 0) + (points[i * dims + d] ?? 0);
  });
  return sums.map(({ at, n }) => at.map((value) => value / n));
}

/** Squared; where nothing is known of places all are as near. */
function distance(a: Point | undefined, b: Point | undefined): number {
  const sum = (a ?? []).reduce((total, value, d) => total + (value - (b?.[d] ?? NaN)) ** 2, 0);
  return Number.isNaN(sum) ? Number.MAX_VALUE : sum;
}

/**
 * The problem of some territories and what is in them alone: each account stays, or goes to the last of them.
 * @param which indices of the territories, the new one last
 */
function partOf(
  problem: Problem,
  assignment: Int32Array,
  which: readonly number[],
): { readonly problem: Problem; readonly accounts: readonly number[] } {
  const { dims, points, metrics, share, pool, classOf, territories: k, eligible, pinned, family } = problem;
  const at = new Map(which.map((j, n) => [j, n]));
  const last = which.length - 1;
  const accounts = [...assignment.keys()].filter((i) => (at.get(assignment[i] ?? -1) ?? last) < last);
  const home = (i: number): number => at.get(assignment[i] ?? -1) ?? 0;
  const pick = (from: ArrayLike<number>) => Float64Array.from(accounts, (i) => from[i] ?? 0);
  const fresh = which[last] ?? 0;
  const mayGo = (i: number) =>
    (pinned[i] ?? -1) < 0 || pinned[i] === fresh ? eligible[(classOf[i] ?? 0) * k + fresh] === 1 : false;
  // Of a family only those who are together already stay together: others could meet in the new territory alone.
  const families = new Map<string, number>();
  const familyOf = (i: number): number => {
    const id = family[i] ?? -1;
    if (id < 0) return -1;
    const key = `${id} ${home(i)}`;
    const known = families.get(key) ?? families.size;
    families.set(key, known);
    return known;
  };
  // Two classes for each territory: what may go to the new one, and what may not.
  const classes = 2 * last;
  const open = new Uint8Array(classes * which.length);
  for (let j = 0; j < last; j++) {
    open[2 * j * which.length + j] = 1;
    open[(2 * j + 1) * which.length + j] = 1;
    open[(2 * j + 1) * which.length + last] = 1;
  }
  return {
    accounts,
    problem: {
      accounts: accounts.length,
      territories: which.length,
      space: problem.space,
      dims,
      points: Float64Array.from(
        accounts.flatMap((i) => Array.from({ length: dims }, (_, d) => points[i * dims + d] ?? NaN)),
      ),
      metrics: metrics.map((metric) => ({ ...metric, weight: pick(metric.weight) })),
      share: Float64Array.from(which, (j) => share[j] ?? 1),
      ...(pool === undefined ? {} : { pool: new Int32Array(which.length) }),
      classOf: Int32Array.from(accounts, (i) => 2 * home(i) + Number(mayGo(i))),
      classes,
      eligible: open,
      pinned: new Int32Array(accounts.length).fill(-1),
      family: Int32Array.from(accounts, familyOf),
      current: Int32Array.from(accounts, home),
      keep: problem.keep,
      ...(problem.evenness === undefined ? {} : { evenness: problem.evenness }),
      seatsFixed: true,
      seed: problem.seed,
      effort: problem.effort,
    },
  };
}
