import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import { UNASSIGNED } from '../plan/territory';
import { accountsThen } from './carry-over';
import type { DesignedPlan } from './design';
import type { Understanding } from './understanding/understand';

/**
 * How many accounts stand beside a designed territory that is another account's: nobody edits that column, so the list
 * was pasted over, or sorted without it. Accounts that came since are none of them.
 * @param designed the plan that was applied
 */
export function astrayIn({ plan, from }: DesignedPlan, now: Understanding): number {
  const { list, book } = now;
  const header = namesOf(book.owned, MAIN_LAYER).columns['designed'];
  const cells = list.whole.columns[list.whole.headers.indexOf(header ?? '')];
  const territories = book.record?.territories;
  if (cells === undefined || territories === undefined) return 0;
  const nameOf = (j: number): string => (territories[j]?.name ?? UNASSIGNED).toLowerCase();
  let astray = 0;
  accountsThen(from, now).forEach((was, i) => {
    if (was < 0) return;
    const cell = cells[(list.accounts.sheetRow[i] ?? 0) - list.whole.firstRow] ?? '';
    if (String(cell).toLowerCase() !== nameOf(plan.assignment[was] ?? -1)) astray++;
  });
  return astray;
}
