import { UNASSIGNED } from '../plan/territory';
import { astrayAmong } from '../plan/whose';
import { bodyRowOf } from './account-at';
import { Failure } from '../plan/failures';
import type { PaneState } from './state';
import { accountsThen } from './carry-over';
import type { DesignedPlan } from './design';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/**
 * The same of a plan that was written long ago, or by another pane: by what the workbook remembers of whose each territory
 * is.
 */
export function astrayByMemory({ list, book }: Pick<Understanding, 'book' | 'list'>): number {
  const designed = ourColumn({ whole: list.whole, owned: book.owned }, 'designed');
  const { record, whose } = book;
  if (!designed.isThere || record === undefined || whose === undefined) return 0;
  const seats = new Map(record.territories.map(({ name }, j) => [name.toLowerCase(), j]));
  seats.set(UNASSIGNED.toLowerCase(), -1);
  const { accounts } = list;
  const rows = Array.from({ length: accounts.count }, (_, i) => bodyRowOf(list, i));
  // What stands nowhere in the record was written by a hand, or came with rows of another list.
  const seatAt = (i: number) => seats.get(designed.at(accounts.sheetRow[i] ?? 0).toLowerCase());
  return astrayAmong(whose, list.rows, rows, seatAt).length;
}

/** What was applied, or is kept, does not stand beside its accounts any more. */
export function pastedOver(
  now: Understanding | undefined,
  { designed, pending }: Pick<PaneState, 'designed' | 'pending'>,
): Failure[] {
  if (now === undefined) return [];
  const isOpen = pending.state === 'applied';
  const count = isOpen && designed !== undefined ? astrayIn(designed, now) : astrayByMemory(now);
  return count === 0 ? [] : [new Failure('pastedOver', { count, open: isOpen ? 'yes' : 'no' })];
}

/**
 * How many accounts stand beside a designed territory that is another account's: nobody edits that column, so the list
 * was pasted over, or sorted without it. Accounts that came since are none of them.
 * @param designed the plan that was applied
 */
export function astrayIn({ plan, from }: DesignedPlan, now: Pick<Understanding, 'book' | 'list'>): number {
  const { list, book } = now;
  const designed = ourColumn({ whole: list.whole, owned: book.owned }, 'designed');
  const territories = book.record?.territories;
  if (!designed.isThere || territories === undefined) return 0;
  const nameOf = (j: number): string => (territories[j]?.name ?? UNASSIGNED).toLowerCase();
  let astray = 0;
  accountsThen(from, now).forEach((was, i) => {
    if (was < 0) return;
    const name = designed.at(list.accounts.sheetRow[i] ?? 0);
    if (name.toLowerCase() !== nameOf(plan.assignment[was] ?? -1)) astray++;
  });
  return astray;
}
