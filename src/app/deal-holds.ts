import { accountLabel } from '../plan/accounts';
import { numberAt } from '../plan/columns';
import { staysFor } from '../plan/rules/stays';
import { daySerial, daysLater, isSamePlace, serialDay } from '../plan/schedule';
import { holderIn } from './compare-sources';
import { dayOf, ownersIn, scheduleIn } from './schedule';
import type { StandingPlan } from './standing-plan';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** Why a deal stays with whoever has worked on it, while its account is elsewhere already. */
export const HOLD_KINDS = ['renewal', 'openDeal'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** An account that may be held: in which territory its old owner sits, where it was accepted, the last day of the hold. */
export interface Holdable {
  readonly account: number;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** ISO. */
  readonly until: string;
}

/**
 * Accounts that the plan has taken from an owner who stays, and whose contract renews, or whose deal closes, within 90 days:
 * until that day they may stay with him (RULES: the account moves, the deal stays until it closes, with an end date). Not
 * those that are held already.
 * @param today ISO day
 */
export function holdableIn(
  understanding: Understanding,
  standing: StandingPlan,
  kind: HoldKind,
  today: string,
): Holdable[] {
  const { list, book } = understanding;
  const { accounts } = list;
  // Before the plan holds nobody has lost anything yet.
  const isOne = staysFor(kind, accounts, daySerial(dayOf(today, standing.record)));
  if (isOne === undefined) return [];
  const { territories } = standing.record;
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const holder = holderIn(understanding);
  const seat = new Map<string, string>();
  ownersIn(understanding, standing.record).forEach((owner, j) => {
    const key = owner.trim().toLowerCase();
    if (key !== '' && !seat.has(key)) seat.set(key, territories[j]?.name ?? '');
  });
  const owners = new Map(
    ownersIn(understanding, standing.record).map((owner, j) => [
      territories[j]?.name.toLowerCase() ?? '',
      owner.trim().toLowerCase(),
    ]),
  );
  const held = new Set(scheduleIn(understanding, standing, today).held.map(({ account }) => account));
  const days = accounts.number[kind === 'renewal' ? 'renewalDate' : 'closeDate'];
  return Array.from(accounts.sheetRow, (row, account) => ({ row, account })).flatMap(({ row, account }) => {
    if (held.has(account) || !isOne(account)) return [];
    const to = accepted.at(row);
    const was = holder(account).trim().toLowerCase();
    const from = seat.get(was);
    // Who has it still, and who has left, keeps nothing back.
    if (from === undefined || !owners.has(to.toLowerCase()) || owners.get(to.toLowerCase()) === was)
      return [];
    if (isSamePlace(from, to)) return [];
    const until = serialDay(Math.floor(numberAt(days, account) ?? NaN));
    return [{ account, label: accountLabel(accounts, account), from, to, until }];
  });
}

/** The day from which a held account is where it was accepted. */
export const endOf = ({ until }: Holdable): string => daysLater(until, 1);
