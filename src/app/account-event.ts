import { foldText } from '../exact/fold-text';
import { accountLabel } from '../plan/accounts';
import type { Cell } from '../plan/cells';
import { ofAccounts, type LoggedChange } from '../plan/change-log';
import { textAt } from '../plan/columns';
import { Failure } from '../plan/failures';
import { isIsoDay } from '../plan/settings';
import { coverOf, isSamePlace, placeOn } from '../plan/schedule';
import { UNASSIGNED } from '../plan/territory';
import { bodyRowOf } from './account-at';
import { knownBy, type Change } from './changes';
import { findAccount } from './find-accounts';
import { ownersIn } from './schedule';
import type { StandingPlan } from './standing-plan';
import { headerOf } from './understanding/header-of';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

export const ACCOUNT_EVENTS = ['gone', 'merged', 'reparented', 'owner'] as const;
export type AccountEventKind = (typeof ACCOUNT_EVENTS)[number];

/** Something that happened to an account outside of the plan. */
export interface AccountEvent {
  readonly kind: AccountEventKind;
  /** Id, else name. */
  readonly account: string;
  /** The account that it became part of, that of its new parent, or its new owner's name; blank where it is gone. */
  readonly other: string;
  /** ISO day. */
  readonly effective: string;
}

/** What follows from it. */
export interface AccountEventPlan {
  /** Where it is accepted and where it goes; `from` and `to` are one where nothing moves. */
  readonly change: Change;
  /** ISO day from which it is there: as said, or the later one from which the account that it follows is. */
  readonly effective: string;
  /** A territory that is proposed for it, and is taken back since it stays where it was accepted; undefined for none. */
  readonly tookBack: string | undefined;
  /** What `other` is called. */
  readonly other: string;
  /** What the list is to say of it in a column of the user's, where it does not say so yet. */
  readonly cell: { readonly header: string; readonly value: Cell } | undefined;
}

/**
 * What follows for the plan. Gone: it is in no territory any more. Merged: the account that survives keeps its territory,
 * quota and holder, and the other goes there with its own until a new export has one row for both. Re-parented: the list has
 * its new parent, and it goes to where that family is. Another owner in the CRM: the list has the owner, and it goes to his
 * territory. Whoever follows another account is with it on every day: not before it gets there, and not where it is only
 * covered for a while.
 */
export function planAccountEvent(
  { kind, account: word, other, effective }: AccountEvent,
  understanding: Pick<Understanding, 'settings' | 'book' | 'list'>,
  standing: StandingPlan,
): AccountEventPlan | Failure {
  if (!isIsoDay(effective)) return new Failure('eventDay', { day: effective });
  const account = findAccount(understanding, word);
  if (account instanceof Failure) return account;
  const { list, book } = understanding;
  const { record } = standing;
  const columns = { whole: list.whole, owned: book.owned };
  const accepted = ourColumn(columns, 'accepted');
  const placeOf = (i: number) => accepted.at(list.accounts.sheetRow[i] ?? 0);
  const proposed = ourColumn(columns, 'territory').at(list.accounts.sheetRow[account] ?? 0);
  const goes = (
    to: string,
    called: string,
    cell: AccountEventPlan['cell'] = undefined,
    from = effective,
  ): AccountEventPlan => {
    const at = (name: string) => record.territories.findIndex((one) => isSamePlace(one.name, name));
    const was = placeOf(account);
    const isOpen = isSamePlace(was, to) && !isSamePlace(proposed, was);
    return {
      effective: from,
      tookBack: isOpen ? proposed : undefined,
      change: {
        account,
        label: accountLabel(list.accounts, account),
        was,
        is: to,
        from: at(was),
        to: at(to),
        isKnown: true,
      },
      other: called,
      cell: cell === undefined || isSaid(understanding, account, cell) ? undefined : cell,
    };
  };
  if (kind === 'gone') return goes(UNASSIGNED, '');
  if (kind === 'owner') {
    const header = headerOf(list, 'owner');
    if (header === undefined) return new Failure('eventNoColumn', { what: 'owner' });
    const name = other.trim();
    const owners = ownersIn(understanding, record);
    const seats = owners.flatMap((owner, j) =>
      name !== '' && foldText(owner) === foldText(name) ? [j] : [],
    );
    const [seat] = seats;
    if (seat === undefined || seats.length > 1)
      return new Failure('eventNoSeat', { name, count: seats.length });
    const owner = owners[seat] ?? name;
    return goes(record.territories[seat]?.name ?? '', owner, { header, value: owner });
  }
  const second = findAccount(understanding, other);
  if (second instanceof Failure) return second;
  const called = accountLabel(list.accounts, second);
  if (second === account) return new Failure('eventSame', { account: called });
  const { place, from } = followed(
    standing.log.filter((one) => one.account === knownBy(understanding, second, called)),
    placeOf(second),
    effective,
  );
  if (kind === 'merged')
    return isSamePlace(place, '')
      ? new Failure('eventNowhere', { account: called })
      : goes(place, called, undefined, from);
  if (isAbove(understanding, account, second))
    return new Failure('eventRing', { account: accountLabel(list.accounts, account), other: called });
  // By what the list tells families: the id of the parent, else its name.
  const header = headerOf(list, 'parentId') ?? headerOf(list, 'parentName');
  if (header === undefined) return new Failure('eventNoColumn', { what: 'parent' });
  const known =
    headerOf(list, 'parentId') === undefined ? headerOf(list, 'accountName') : headerOf(list, 'accountId');
  const column = list.source.columns[list.source.headers.indexOf(known ?? '')];
  const value = column?.[bodyRowOf(list, second)];
  if (value === undefined || value === '') return new Failure('eventNoColumn', { what: 'parent' });
  // A family that is nowhere calls nobody away.
  return isSamePlace(place, '')
    ? goes(placeOf(account), called, { header, value })
    : goes(place, called, { header, value }, from);
}

/** Whether the list says it already. */
function isSaid(
  { list }: Pick<Understanding, 'list'>,
  account: number,
  { header, value }: NonNullable<AccountEventPlan['cell']>,
): boolean {
  const column = list.source.columns[list.source.headers.indexOf(header)];
  return String(column?.[bodyRowOf(list, account)] ?? '') === String(value);
}

/** Where an account is for good, and from which day on: what covers it for a while is not its home. */
function followed(
  log: readonly LoggedChange[],
  accepted: string,
  day: string,
): { readonly place: string; readonly from: string } {
  const own = ofAccounts(log);
  const cover = coverOf(own, accepted);
  if (cover !== undefined) return { place: cover.from, from: day };
  const days = own.map(({ effective }) => effective).filter((one) => one > day);
  const from = [day, ...days.sort()].find((one) => isSamePlace(placeOn(own, accepted, one), accepted));
  return { place: accepted, from: from ?? day };
}

/** Whether an account is among the parents of another, however far above, as the list has them. */
function isAbove(understanding: Pick<Understanding, 'list'>, account: number, of: number): boolean {
  const { text } = understanding.list.accounts;
  const seen = new Set<number>();
  for (let at = of; !seen.has(at);) {
    if (at === account) return true;
    seen.add(at);
    const parent = findAccount(understanding, textAt(text.parentId, at) ?? textAt(text.parentName, at) ?? '');
    if (parent instanceof Failure) return false;
    at = parent;
  }
  return false;
}
