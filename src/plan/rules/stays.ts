import type { Accounts } from '../accounts';
import { ACTIVE_DAYS, evidenceIn, standingOf } from '../account-standing';
import { numberAt, textAt } from '../columns';
import type { AccountNumberField } from '../fields';
import type { LockKind } from './lock-kinds';

/** Accounts that it may be wise to leave with their owner, the strongest reason first. */
export const STAY_KINDS = [
  'churn',
  'recent',
  'openDeal',
  'renewal',
  'customer',
] as const satisfies readonly LockKind[];
export type StayKind = (typeof STAY_KINDS)[number];

/** Words for customers that are likely to leave. */
export const AT_RISK =
  /^(?:yes|high|very high|red|critical|at risk|hoch|sehr hoch|rot|kritisch|élevé|alto)$/i;

/** Another change of owner within so many days would be the second in two years. */
const RECENT_DAYS = 730;

/**
 * What tells whether an account is of a kind, by the list's own columns.
 * @param asAt the day from which days are counted, a 1900 serial
 * @returns undefined where the list has nothing to tell it by
 */
export function staysFor(
  kind: StayKind,
  accounts: Accounts,
  asAt: number,
): ((account: number) => boolean) | undefined {
  const { number, text } = accounts;
  const isWithin =
    (field: AccountNumberField, from: number, to: number) =>
    (i: number): boolean => {
      const day = Math.floor(numberAt(number[field], i) ?? NaN);
      return day >= asAt + from && day <= asAt + to;
    };
  switch (kind) {
    case 'churn':
      return text.churnRisk && ((i) => AT_RISK.test((textAt(text.churnRisk, i) ?? '').trim()));
    case 'recent':
      return number.ownerChangeDate && isWithin('ownerChangeDate', -RECENT_DAYS, 0);
    case 'openDeal': {
      if (number.closeDate === undefined || number.openPipeline === undefined) return undefined;
      const closes = isWithin('closeDate', 0, ACTIVE_DAYS);
      return (i) => closes(i) && (numberAt(number.openPipeline, i) ?? 0) > 0;
    }
    case 'renewal':
      return number.renewalDate && isWithin('renewalDate', 0, ACTIVE_DAYS);
    case 'customer': {
      const evidence = evidenceIn(accounts, asAt);
      return evidence && ((i) => standingOf(accounts, evidence, i) === 'customer');
    }
  }
}
