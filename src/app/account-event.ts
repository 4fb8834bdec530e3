import { foldText } from '../exact/fold-text';
import { accountLabel } from '../plan/accounts';
import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { isIsoDay } from '../plan/settings';
import { isSamePlace } from '../plan/schedule';
import { UNASSIGNED } from '../plan/territory';
import { bodyRowOf } from './account-at';
import type { Change } from './changes';
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
  /** What `other` is called. */
  readonly other: string;
  /** What the list is to say of it in a column of the user's. */
  readonly cell: { readonly header: string; readonly value: Cell } | undefined;
}

/**
 * What follows for the plan. Gone: it is in no territory any more. Merged: the account that survives keeps its territory,
 * quota and holder, and the other goes there with its own until a new export has one row for both. Re-parented: the list has
 * its new parent, and it goes to where that family is. Another owner in the CRM: the list has the owner, and it goes to his
 * territory.
 */
export function planAccountEvent(
  { kind, account: word, other, effective }: AccountEvent,
  understanding: Understanding,
  standing: StandingPlan,
): AccountEventPlan | Failure {
  if (!isIsoDay(effective)) return new Failure('eventDay', { day: effective });
  const account = findAccount(understanding, word);
  if (account instanceof Failure) return account;
  const { list, book } = understanding;
  const { record } = standing;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const placeOf = (i: number) => accepted.at(list.accounts.sheetRow[i] ?? 0);
  const goes = (to: string, called: string, cell: AccountEventPlan['cell'] = undefined): AccountEventPlan => {
    const at = (name: string) => record.territories.findIndex((one) => isSamePlace(one.name, name));
    const was = placeOf(account);
    return {
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
      cell,
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
  const there = placeOf(second) || UNASSIGNED;
  if (kind === 'merged') return goes(there, called);
  // By what the list tells families: the id of the parent, else its name.
  const header = headerOf(list, 'parentId') ?? headerOf(list, 'parentName');
  if (header === undefined) return new Failure('eventNoColumn', { what: 'parent' });
  const known =
    headerOf(list, 'parentId') === undefined ? headerOf(list, 'accountName') : headerOf(list, 'accountId');
  const column = list.source.columns[list.source.headers.indexOf(known ?? '')];
  const value = column?.[bodyRowOf(list, second)];
  if (value === undefined || value === '') return new Failure('eventNoColumn', { what: 'parent' });
  return goes(there, called, { header, value });
}
