import { accountsThen } from './carry-over';
import type { AccountMove } from './moves';
import type { StandingPlan } from './standing-plan';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** The plan that stands, and the list it stands in, at one look. */
export interface Stand {
  readonly standing: StandingPlan;
  readonly understanding: Understanding;
}

/** Accounts whose Territory cell was changed between two looks, by whomever. */
export interface LastEdit {
  /** `account` counts in the list as it is now; territories by index, −1 for none or a name that is none. */
  readonly moved: readonly (AccountMove & {
    /** What its cell said before. */
    readonly was: string;
  })[];
  readonly before: StandingPlan;
  readonly after: StandingPlan;
  /** The list that the accounts count in. */
  readonly of: Understanding;
}

/**
 * What was moved since the look before. Accounts are told by their keys: rows that were sorted have not moved.
 * @returns undefined where nothing was, or where another plan stands now
 */
export function lastEdit(before: Stand | undefined, now: Stand | undefined): LastEdit | undefined {
  if (before === undefined || now === undefined) return undefined;
  if (before.standing.record.resultHash !== now.standing.record.resultHash) return undefined;
  const then = accountsThen(before.understanding, now.understanding);
  const moved: LastEdit['moved'][number][] = [];
  const { book, list } = before.understanding;
  const cells = ourColumn({ whole: list.whole, owned: book.owned }, 'territory');
  now.standing.assignment.forEach((to, account) => {
    const was = then[account] ?? -1;
    // An account that came since was nowhere before, and is no move.
    if (was < 0) return;
    const from = before.standing.assignment[was] ?? -1;
    if (from !== to) moved.push({ account, from, to, was: cells.at(list.accounts.sheetRow[was] ?? 0) });
  });
  return moved.length === 0
    ? undefined
    : { moved, before: before.standing, after: now.standing, of: now.understanding };
}
