import { UNASSIGNED } from '../plan/territory';
import { accountsThen } from './carry-over';
import type { DesignedPlan } from './design';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/**
 * How many accounts stand beside a designed territory that is another account's: nobody edits that column, so the list
 * was pasted over, or sorted without it. Accounts that came since are none of them.
 * @param designed the plan that was applied
 */
export function astrayIn({ plan, from }: DesignedPlan, now: Understanding): number {
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
