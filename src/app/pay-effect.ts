import type { LoggedChange } from '../plan/change-log';
import { roundTo } from '../quota/round';
import { payFigures } from './pay-figures';
import { quotaFigures } from './quota-figures';
import type { QuotaBasis } from './quota-sources';
import { splitsOf } from './seat-shares';
import { standingAssignment } from './standing-assignment';
import { standingSheets } from './standing-sheets';
import type { Understanding } from './understanding/understand';

/** Pay that lies on the quota of an account that moves; nothing where pay is not written. */
export type PayOf = (quota: LoggedChange['quota'], from: number, to: number) => Pick<LoggedChange, 'pay'>;

/**
 * What a whole year's quota of the account is worth in target variable pay: times the rate (variable over quota) of the seat
 * that it leaves, and of the one it comes to, as Pay has them before the change.
 */
export function payCarried(understanding: Pick<Understanding, 'book' | 'list'>, basis: QuotaBasis): PayOf {
  if (!standingSheets(understanding)({ key: 'pay' })) return () => ({});
  if (basis.quota.issued === undefined) return () => ({ pay: { from: null, to: null, why: 'notIssued' } });
  const accepted = standingAssignment(understanding, basis.record, 'accepted');
  const { seats } = payFigures(basis, quotaFigures(understanding, basis, accepted));
  const rateOf = (j: number): number | undefined => {
    const splits = splitsOf(basis.shared, j);
    const people = [
      j,
      ...basis.seconds.flatMap(({ seat }, n) => (seat === j ? [basis.seats.length + n] : [])),
    ];
    return people.reduce<number | undefined>((sum, k, nth) => {
      const rate = seats[k]?.rate;
      return sum === undefined || rate === undefined ? undefined : sum + rate * (splits?.[nth] ?? 1);
    }, 0);
  };
  return (quota, from, to) => {
    const amount = quota?.rows.reduce((sum, [, full]) => sum + full, 0) ?? 0;
    if (amount === 0) return { pay: { from: null, to: null, why: 'noQuota' } };
    const [leaves, comes] = [from, to].map((j) => (j < 0 ? undefined : rateOf(j)));
    const on = (rate: number | undefined) => (rate === undefined ? null : roundTo(amount * rate, 2));
    const isUnknown = (from >= 0 && leaves === undefined) || (to >= 0 && comes === undefined);
    return { pay: { from: on(leaves), to: on(comes), ...(isUnknown ? { why: 'noRate' as const } : {}) } };
  };
}
