import type { Standing } from './account-standing';
import type { Territory } from './territory';

/**
 * What a plan does to the owner of an account: owner after ≠ owner before, and where that is no plain change from
 * one rep to another, why. The column Moved? says the same by formula, so that edits count at once.
 */
export const OWNER_CHANGES = [
  /** Stays with its owner. */
  'stays',
  /** From one rep of the plan to another. */
  'rep',
  /** From a rep of the plan to a territory that nobody holds yet. */
  'open',
  /** From an owner who has no territory in this plan to one of the plan, or to an open seat. */
  'gone',
  /** From a rep of the plan to no territory. */
  'nobody',
  /** From an owner who has no territory in this plan to no territory. */
  'lost',
  /** Had no owner, and has a territory now. */
  'new',
  /** Had no owner, and has no territory. */
  'none',
] as const;
export type OwnerChange = (typeof OWNER_CHANGES)[number];

/** The kinds that count as a change of owner. */
export const CHANGED: readonly OwnerChange[] = ['rep', 'open', 'gone', 'nobody', 'lost'];

/** @param before the owner's name, trimmed, empty for none; names are one whatever their case, as Excel compares */
export function ownerChange(
  before: string,
  after: Pick<Territory, 'owner'> | undefined,
  owners: ReadonlySet<string>,
): OwnerChange {
  if (before === '') return after === undefined ? 'none' : 'new';
  if (after !== undefined && before.toLowerCase() === after.owner.toLowerCase()) return 'stays';
  if (!owners.has(before.toLowerCase())) return after === undefined ? 'lost' : 'gone';
  if (after === undefined) return 'nobody';
  return after.owner === '' ? 'open' : 'rep';
}

/** How many accounts, and how much money. */
export interface Tally {
  readonly accounts: number;
  readonly money: number;
}

export interface ChangesOfOwner extends Tally {
  readonly by: Readonly<Record<OwnerChange, Tally>>;
  /** Those that change, by what they are; absent where the list does not tell. */
  readonly apart?: Readonly<Partial<Record<Standing, Tally>>>;
}

/**
 * Counts the changes of a plan.
 * @param assignment N values: index of the territory, −1 none
 * @param holder today's owner of an account
 * @param money N values, or undefined where no amount is known
 * @param apart what an account is, of those that are told apart
 */
export function countOwnerChanges(
  territories: readonly Pick<Territory, 'owner'>[],
  assignment: Int32Array,
  holder: (account: number) => string,
  money: Float64Array | undefined,
  apart?: { readonly told: readonly Standing[]; readonly of: (account: number) => Standing },
): ChangesOfOwner {
  const owners = ownersOf(territories);
  const by = Object.fromEntries(OWNER_CHANGES.map((change) => [change, { accounts: 0, money: 0 }])) as Record<
    OwnerChange,
    { accounts: number; money: number }
  >;
  const standing = Object.fromEntries((apart?.told ?? []).map((kind) => [kind, { accounts: 0, money: 0 }]));
  assignment.forEach((j, i) => {
    const change = ownerChange(holder(i), territories[j], owners);
    const tallies = [by[change]];
    const kind = apart !== undefined && CHANGED.includes(change) ? standing[apart.of(i)] : undefined;
    if (kind !== undefined) tallies.push(kind);
    for (const tally of tallies) {
      tally.accounts++;
      tally.money += money?.[i] ?? 0;
    }
  });
  const sum = (of: keyof Tally) => CHANGED.reduce((total, change) => total + by[change][of], 0);
  return {
    accounts: sum('accounts'),
    money: sum('money'),
    by,
    ...(apart === undefined ? {} : { apart: standing }),
  };
}

const ownersOf = (territories: readonly Pick<Territory, 'owner'>[]): ReadonlySet<string> =>
  new Set(territories.flatMap(({ owner }) => (owner === '' ? [] : [owner.toLowerCase()])));
