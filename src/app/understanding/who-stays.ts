import { rulesOf } from '../../carve/classes';
import type { CarveInput } from '../../carve/compile';
import type { Locks } from '../../plan/rules/lock';
import { STAY_KINDS, staysFor, type StayKind } from '../../plan/rules/stays';
import type { Settings } from '../../plan/settings';
import { togetherOf } from '../../plan/together';
import { dateSerial } from '../time';

type Stay = NonNullable<Settings['stay']>;

/** Accounts of each kind that an owner who stays holds, and may go on holding; a kind that no column tells is not there. */
export type WhoStays = ReadonlyMap<StayKind, readonly number[]>;

/**
 * Who would stay, by why, beside those who were asked to stay before. Left out are accounts that are locked already, that may not be where they are by any other rule,
 * and families that would be held in two places: for what is only preferred nothing else is broken.
 * @param stay ISO day from which days are counted, and the kinds that stay already
 */
export function whoStays(input: CarveInput, { kinds, asAt }: Stay): WhoStays {
  const wouldStay = candidates(input, asAt);
  const heldWith = (kind: StayKind): ReadonlySet<number> => {
    const all = new Set([...kinds, kind].flatMap((one) => wouldStay.get(one) ?? []));
    return new Set(heldTogether([...all], input));
  };
  return new Map(
    [...wouldStay].map(([kind, accounts]) => {
      const held = heldWith(kind);
      return [kind, accounts.filter((i) => held.has(i))];
    }),
  );
}

/** The locks of cells, and those of the kinds that were asked to stay: of two reasons the stronger is told. */
export function withWhoStays(input: CarveInput, { kinds, asAt }: Stay): Locks {
  const { locks, current } = input;
  const why = new Map<number, StayKind>();
  for (const [kind, accounts] of candidates(input, asAt))
    if (kinds.includes(kind)) for (const i of accounts) if (!why.has(i)) why.set(i, kind);
  const seat = Int32Array.from(locks.seat);
  const held = new Set(heldTogether([...why.keys()], input));
  for (const i of held) seat[i] = current[i] ?? -1;
  return { seat, kind: (i) => locks.kind(i) ?? (held.has(i) ? why.get(i) : undefined) };
}

function candidates(input: CarveInput, asAt: Stay['asAt']): WhoStays {
  const { accounts, current, locks } = input;
  const { eligibility } = rulesOf(input);
  const day = dateSerial(new Date(asAt));
  const mayStay = (i: number): boolean => {
    const j = current[i] ?? -1;
    if (j < 0 || (locks.seat[i] ?? -1) >= 0) return false;
    return eligibility.every((rule) => (rule.groupOf[i] ?? -1) < 0 || rule.admits(rule.groupOf[i] ?? -1, j));
  };
  const all = Array.from({ length: accounts.count }, (_, i) => i).filter(mayStay);
  return new Map(
    STAY_KINDS.flatMap((kind) => {
      const is = staysFor(kind, accounts, day);
      return is === undefined ? [] : [[kind, all.filter(is)] as const];
    }),
  );
}

/** Without accounts of families, or of places that are whole, that have some of theirs, or locked ones, with two owners: one of them has to move. */
function heldTogether(
  wanted: readonly number[],
  { accounts, locks, current, settings }: CarveInput,
): readonly number[] {
  const together = togetherOf(accounts, settings);
  const homes = new Map<number, number>();
  const note = (i: number, j: number) => {
    const of = together[i] ?? -1;
    if (of >= 0 && j >= 0) homes.set(of, (homes.get(of) ?? j) === j ? j : NOT_ONE);
  };
  locks.seat.forEach((j, i) => {
    note(i, j);
  });
  for (const i of wanted) note(i, current[i] ?? -1);
  return wanted.filter((i) => homes.get(together[i] ?? -1) !== NOT_ONE);
}

const NOT_ONE = -2;
