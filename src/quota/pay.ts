import { ABOVE, type PayTier, type QuotaSettings } from '../plan/quota';

/**
 * Variable pay at an attainment (1 is all of the quota), as a multiple of the target variable. Marginal: each tier pays
 * for its own part. Cliff: the tier that is reached pays for all of it; a tier includes its upper end.
 */
export function payoutAt(
  attainment: number,
  tiers: readonly PayTier[],
  kind: QuotaSettings['tierKind'],
): number {
  if (attainment <= 0) return 0;
  if (kind === 'cliff') {
    const tier = tiers.find(({ from, to }) => attainment > from && attainment <= to);
    return attainment * (tier?.multiplier ?? 0);
  }
  return tiers.reduce(
    (sum, { from, to, multiplier }) => sum + Math.max(0, Math.min(attainment, to) - from) * multiplier,
    0,
  );
}

/** Why tiers cannot be: they leave a gap, overlap, or end. Undefined if they can. */
export function tierTrouble(tiers: readonly PayTier[]): 'none' | 'start' | 'order' | 'end' | undefined {
  if (tiers.length === 0) return 'none';
  if (tiers[0]?.from !== 0) return 'start';
  if (tiers.some(({ from, to }, t) => to <= from || (t > 0 && from !== tiers[t - 1]?.to))) return 'order';
  return (tiers.at(-1)?.to ?? 0) >= ABOVE ? undefined : 'end';
}

/** Heads that a plan needs, whole. @param quota of a full head, in currency units */
export const headsNeeded = (plan: number, attainment: number, quota: number): number =>
  Math.ceil(Number((plan / attainment / quota).toPrecision(12)));
