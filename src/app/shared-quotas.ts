import { CENTS, roundTo } from '../quota/round';
import type { QuotaFigures } from './quota-figures';
import type { QuotaBasis } from './quota-sources';
import { splitsOf } from './seat-shares';

/** What a rep has of the quota of a seat that he shares; nothing is known while the parts are no whole. */
export interface SharedQuota {
  readonly seat: number;
  readonly rep: string;
  readonly split: number | null;
  readonly fullYear: number | null;
  readonly inForce: number | null;
}

/** An amount cut into parts, to the last digit: together they are all of it. */
export function cutInto(amount: number, splits: readonly number[], digits: number): number[] {
  let sum = 0;
  return splits.map((split) => {
    const before = roundTo(amount * roundTo(sum, 9), digits);
    sum += split;
    return roundTo(roundTo(amount * roundTo(sum, 9), digits) - before, digits);
  });
}

/** The same that the sheet Quota says of reps who share a seat. */
export function sharedQuotas(
  { shared, quota: { digits = CENTS } }: Pick<QuotaBasis, 'shared' | 'quota'>,
  { quotas: { rows } }: Pick<QuotaFigures, 'quotas'>,
): SharedQuota[] {
  const sum = (seat: number, of: 'fullInForce' | 'inForce') =>
    rows.reduce((all, row) => all + (row.seat === seat ? row[of] : 0), 0);
  return shared.map(({ seat, nth, rep, split = null }): SharedQuota => {
    const splits = splitsOf(shared, seat);
    if (splits === undefined) return { seat, rep, split, fullYear: null, inForce: null };
    const mine = (of: 'fullInForce' | 'inForce') => cutInto(sum(seat, of), splits, digits)[nth] ?? null;
    return { seat, rep, split, fullYear: mine('fullInForce'), inForce: mine('inForce') };
  });
}
