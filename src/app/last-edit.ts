import { accountsThen } from './carry-over';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** The plan that stands, and the list it stands in, at one look. */
export interface Stand {
  readonly standing: StandingPlan;
  readonly understanding: Understanding;
}

/** Accounts whose Territory cell was changed between two looks, by whomever. */
export interface LastEdit {
  /** `account` counts in the list as it is now; territories by index, −1 for none or a name that is none. */
  readonly moved: readonly { readonly account: number; readonly from: number; readonly to: number }[];
  readonly before: StandingPlan;
  readonly after: StandingPlan;
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
  now.standing.assignment.forEach((to, account) => {
    const was = then[account] ?? -1;
    // An account that came since was nowhere before, and is no move.
    if (was < 0) return;
    const from = before.standing.assignment[was] ?? -1;
    if (from !== to) moved.push({ account, from, to });
  });
  return moved.length === 0 ? undefined : { moved, before: before.standing, after: now.standing };
}
