import { accountLabel } from '../plan/accounts';
import { numberAt } from '../plan/columns';
import { staysFor } from '../plan/rules/stays';
import { daySerial, daysLater, serialDay } from '../plan/schedule';
import { holderIn } from './compare-sources';
import { dayOf, ownersIn, scheduleIn, type Schedule } from './schedule';
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
 * @param schedule what is held already, where that was looked up
 */
export function holdableIn(
  understanding: Pick<Understanding, 'settings' | 'book' | 'list'>,
  standing: StandingPlan,
  kind: HoldKind,
  today: string,
  schedule: Pick<Schedule, 'held'> = scheduleIn(understanding, standing, today),
): Holdable[] {
  const { list, book } = understanding;
  const { accounts } = list;
  // Before the plan holds nobody has lost anything yet.
  const isOne = staysFor(kind, accounts, daySerial(dayOf(today, standing.record)));
  if (isOne === undefined) return [];
  const { territories } = standing.record;
  const owners = ownersIn(understanding, standing.record).map((owner) => owner.trim().toLowerCase());
  const accepted = ourColumn({ whole: list.whole, owned: book.owned }, 'accepted');
  const holder = holderIn(understanding);
  const at = new Map(territories.map(({ name }, j) => [name.toLowerCase(), j]));
  const held = new Set(schedule.held.map(({ account }) => account));
  const days = accounts.number[kind === 'renewal' ? 'renewalDate' : 'closeDate'];
  return Array.from(accounts.sheetRow, (row, account) => ({ row, account })).flatMap(({ row, account }) => {
    if (held.has(account) || !isOne(account)) return [];
    const to = accepted.at(row);
    const was = holder(account).trim().toLowerCase();
    const j = at.get(to.toLowerCase());
    const from = was === '' ? undefined : territories[owners.indexOf(was)]?.name;
    // Who has it still, and who has left, keeps nothing back.
    if (from === undefined || j === undefined || owners[j] === was) return [];
    const until = serialDay(Math.floor(numberAt(days, account) ?? NaN));
    return [{ account, label: accountLabel(accounts, account), from, to, until }];
  });
}

/** The day from which a held account is where it was accepted. */
export const endOf = ({ until }: Holdable): string => daysLater(until, 1);
