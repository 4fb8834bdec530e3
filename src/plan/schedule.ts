import type { LoggedChange } from './change-log';
import { serialAt } from './serial';
import { UNASSIGNED } from './territory';

/*
 * Days are ISO days (`2027-04-01`), which are compared as texts: no clock of any place plays a part. A change holds from
 * its effective day on; what is covered for a while is covered up to and with its last day.
 */

/** What of a logged change tells where an account is, and when. */
type Dated = Pick<LoggedChange, 'from' | 'to' | 'effective' | 'until'>;

const MS_PER_DAY = 86_400_000;

/** @param days may be negative */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);

/** 1900 serial of an ISO day. */
export const daySerial = (day: string): number => serialAt(Date.parse(`${day}T00:00:00Z`));

/** ISO day of a 1900 serial. */
export const serialDay = (serial: number): string =>
  daysLater('1970-01-01', Math.floor(serial) - serialAt(0));

/** Names of territories are one in any case, and nowhere is Unassigned. */
export const isSamePlace = (a: string, b: string): boolean => placeKey(a) === placeKey(b);
const placeKey = (name: string): string => {
  const key = name.trim().toLowerCase();
  return key === '' ? UNASSIGNED.toLowerCase() : key;
};

/**
 * In which territory an account is on a day. What was accepted last counts; a change whose day is still to come leaves it
 * where it was before. What is not told by its changes in one chain up to where it was accepted is where it was accepted.
 * @param changes those of the account, in the order of the log
 * @param accepted where it was accepted
 */
export function placeOn(changes: readonly Dated[], accepted: string, day: string): string {
  let place = accepted;
  for (let n = changes.length - 1; n >= 0; n--) {
    const change = changes[n];
    if (change === undefined || !isSamePlace(change.to, place) || change.effective <= day) return place;
    place = change.from;
  }
  return place;
}

/**
 * The changes of one account that come about, each from where the account is by then. One whose day is not before that of a
 * later word never does: who decides again for an earlier day, or the same, takes back what was to come. A change that does
 * not begin where the one before it ended (a new plan came in between) begins anew.
 * @param changes in the order of the log
 */
export function comingAbout<Change extends Dated>(changes: readonly Change[]): Change[] {
  const chains: Change[][] = [];
  for (const change of changes) {
    const chain = chains.at(-1);
    const before = chain?.at(-1);
    if (chain === undefined || before === undefined || !isSamePlace(before.to, change.from))
      chains.push([change]);
    else chain.push(change);
  }
  return chains.flatMap((chain) => {
    const first = chain[0]?.from ?? '';
    const left = chain.filter((one, n) =>
      chain.slice(n + 1).every((later) => later.effective > one.effective),
    );
    return left
      .map((change, n) => ({ ...change, from: n === 0 ? first : (left[n - 1]?.to ?? '') }))
      .filter(({ from, to }) => !isSamePlace(from, to));
  });
}

/** From which day it is elsewhere than on a day; undefined where nothing is going to happen to it. */
export function nextDay(changes: readonly Dated[], accepted: string, day: string): string | undefined {
  const now = placeOn(changes, accepted, day);
  const days = [...new Set(changes.map(({ effective }) => effective).filter((one) => one > day))].sort();
  return days.find((one) => !isSamePlace(placeOn(changes, accepted, one), now));
}

/** The change by which an account is covered for a while: the last of its changes, which has not been taken back. */
export function coverOf<Change extends Dated>(
  changes: readonly Change[],
  accepted: string,
): Change | undefined {
  const last = changes.at(-1);
  return last?.until !== undefined && isSamePlace(last.to, accepted) ? last : undefined;
}

/** Of what a log has, by what accounts are known by. */
export function changesByAccount<Change extends { readonly account: string }>(
  log: readonly Change[],
): ReadonlyMap<string, readonly Change[]> {
  const found = new Map<string, Change[]>();
  for (const change of log) {
    const known = found.get(change.account);
    if (known === undefined) found.set(change.account, [change]);
    else known.push(change);
  }
  return found;
}
