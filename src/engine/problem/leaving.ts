import type { Problem } from './contract';

/** Rounding slack of sums. */
const EXACT = 1e-9;

/** What counts as moved where accounts leave their territory of today: one way of counting, and how much may. */
export interface Stake {
  readonly by: 'accounts' | 'money' | 'limit';
  readonly name?: string;
  /** What of an account is at stake. */
  readonly of: (account: number) => number;
  /** Infinity for no limit. */
  readonly allowed: number;
  /** True where as little is to leave as the tolerances take. */
  readonly fewest: boolean;
}

/** Accounts and money at stake, in this order, and what the disruption cap allows of each; then the limits. */
export function stakesOf(problem: Problem): readonly Stake[] {
  const { cap, current, money, limits = [] } = problem;
  const worth = money ? (i: number) => money[i]! : () => 1;
  let count = 0;
  let total = 0;
  for (let i = 0; i < current.length; i++) {
    if (current[i]! < 0) continue;
    count++;
    total += worth(i);
  }
  const limited = (part: number | undefined) => part !== undefined && part < 1;
  return [
    {
      by: 'accounts',
      of: () => 1,
      allowed: limited(cap?.accounts) ? Math.floor(cap!.accounts * count + EXACT) : Infinity,
      fewest: false,
    },
    {
      by: 'money',
      of: worth,
      allowed: limited(cap?.money) ? cap!.money * total * (1 + EXACT) : Infinity,
      fewest: false,
    },
    ...limits.map(({ name, stake, most }): Stake => ({
      by: 'limit',
      ...(name === undefined ? {} : { name }),
      of: (i) => stake[i]!,
      allowed: most === 'fewest' ? Infinity : most * (1 + EXACT),
      fewest: most === 'fewest',
    })),
  ];
}

/** The stakes that are limited. */
export const limitedStakes = (problem: Problem): readonly Stake[] =>
  stakesOf(problem).filter(({ allowed, fewest }) => allowed < Infinity || fewest);

/** Adds up what of an atom counts as moved with it in a territory (−1: in none). */
export function needOf(
  { current }: Problem,
  next: Int32Array | null,
  { of }: Stake,
  head: number,
  territory: number,
): number {
  let sum = 0;
  for (let i = head; i >= 0; i = next ? next[i]! : -1) {
    if (current[i]! >= 0 && current[i] !== territory) sum += of(i);
  }
  return sum;
}
