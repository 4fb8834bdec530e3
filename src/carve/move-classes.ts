import type { Limit } from '../engine/problem';
import { evidenceIn, standingOf, standingsTold, type Standing } from '../plan/account-standing';
import type { Accounts } from '../plan/accounts';
import { MOVE_CLASSES, WEIGHTS, type MoveClass, type Settings } from '../plan/settings';

/**
 * What a change of owner costs, by what an account is: customers, active prospects, prospects whom nobody has called yet.
 * RULES of the field: moves are counted by what they cost.
 */
export interface MoveClasses {
  /** The class of an account. */
  readonly of: (account: number) => MoveClass;
  /** N values: 1 for a customer. */
  readonly customers: Float64Array;
  /** N values: what customers pay a year, 0 for others; absent where the list does not say. */
  readonly arr?: Float64Array;
  /** N values: 1 for customers and active prospects; absent where the list does not tell activity. */
  readonly active?: Float64Array;
}

/** Of a prospect without any sign of activity nobody knows whether it is an active one: it is taken for one. */
const CLASS: Readonly<Record<Standing, MoveClass>> = {
  customer: 'customers',
  active: 'active',
  untouched: 'untouched',
  prospect: 'active',
};

/** @returns undefined where nothing in the list tells a customer: all accounts count alike */
export function moveClassesOf(accounts: Accounts): MoveClasses | undefined {
  const evidence = evidenceIn(accounts);
  if (evidence === undefined) return undefined;
  const is = Array.from({ length: accounts.count }, (_, i) => CLASS[standingOf(accounts, evidence, i)]);
  const customers = Float64Array.from(is, (one) => (one === 'customers' ? 1 : 0));
  const { arr } = accounts.number;
  return {
    of: (account) => is[account] ?? 'active',
    customers,
    ...(arr && { arr: customers.map((one, i) => (one > 0 ? Math.max(0, arr[i] || 0) : 0)) }),
    ...(standingsTold(evidence).includes('active') && {
      active: Float64Array.from(is, (one) => (one === 'untouched' ? 0 : 1)),
    }),
  };
}

/** At most this part of what is at stake, over the accounts that somebody holds, leaves its owner. */
export function limitTo(name: string, part: number, stake: Float64Array, current: Int32Array): Limit {
  return { name, stake, most: part * heldOf(stake, current) };
}

/** What of it is somebody's today. */
const heldOf = (stake: Float64Array, current: Int32Array): number =>
  stake.reduce((sum, value, i) => ((current[i] ?? -1) >= 0 ? sum + value : sum), 0);

/** The limits that the user has set on classes, by number of accounts. */
export function limitsOf(
  classes: MoveClasses | undefined,
  { cap }: Pick<Settings, 'cap'>,
  current: Int32Array,
): Limit[] {
  if (classes === undefined || cap === undefined) return [];
  // Who is active, nobody knows in some lists.
  const told = classes.active === undefined ? (['customers'] as const) : MOVE_CLASSES;
  return told.flatMap((one) => {
    const part = cap[one] ?? 1;
    if (part >= 1) return [];
    const stake = Float64Array.from(current, (_, i) => (classes.of(i) === one ? 1 : 0));
    // Whole accounts: a part of one cannot move.
    return [{ name: one, stake, most: Math.floor(part * heldOf(stake, current) + ROUNDING) }];
  });
}

const ROUNDING = 1e-9;

/**
 * Parts the classes of a problem by what a move costs, where that differs.
 * @param classOf N class numbers
 * @param eligible classes × K flags
 */
export function parted(
  { classOf, classes, eligible }: { classOf: Int32Array; classes: number; eligible: Uint8Array },
  moves: MoveClasses | undefined,
  { moveWeights }: Pick<Settings, 'moveWeights'>,
): { classOf: Int32Array; classes: number; eligible: Uint8Array; keepOf?: Float64Array } {
  const weightOf = (one: MoveClass) => moveWeights?.[one] ?? WEIGHTS[one];
  if (moves === undefined || MOVE_CLASSES.every((one) => weightOf(one) === 1))
    return { classOf, classes, eligible };
  const k = eligible.length / classes;
  const numbers = new Map<string, number>();
  const rows: number[] = [];
  const keepOf: number[] = [];
  const next = classOf.map((before, i) => {
    const weight = weightOf(moves.of(i));
    const key = `${before} ${weight}`;
    const known = numbers.get(key) ?? numbers.size;
    if (known === numbers.size) {
      numbers.set(key, known);
      rows.push(before);
      keepOf.push(weight);
    }
    return known;
  });
  if (rows.length === 0) return { classOf, classes, eligible };
  const may = new Uint8Array(rows.length * k);
  rows.forEach((row, q) => {
    may.set(eligible.subarray(row * k, (row + 1) * k), q * k);
  });
  return { classOf: next, classes: rows.length, eligible: may, keepOf: Float64Array.from(keepOf) };
}
