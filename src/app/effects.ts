import { metricLabel } from '../reports/context';
import type { Numbers } from '../text/numbers';
import type { Say } from '../text/say';
import { sharesOf, type Change } from './changes';
import { datedFor } from './dated';
import { movesSince, quotaCarried } from './quota-moves';
import { touchedBy } from './moves';
import { inForceBySeat } from './quota-figures';
import { hasPlanNumber, quotaBasis, type QuotaBasis } from './quota-sources';
import { standingAssignment } from './standing-assignment';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** What changes do to the shares of the territories that they touch, on every metric, a line each. */
export function shareLines(
  changes: readonly Change[],
  standing: StandingPlan,
  understanding: Understanding,
  say: Say,
  plain: Numbers,
): string[] {
  const { metrics, record } = standing;
  const shares = metrics.map((_, m) => sharesOf(changes, standing, understanding, m));
  return touchedBy(changes).flatMap((j) => {
    const territory = record.territories[j]?.name ?? '';
    const told = metrics.flatMap(({ spec }, m) => {
      const [before, after] = shares[m]?.get(j) ?? [];
      if (before === undefined || after === undefined) return [];
      const ends = { before: plain.percent(before), after: plain.percent(after) };
      return [{ ...ends, metric: metricLabel(say, spec) }];
    });
    const [only] = told;
    if (only === undefined) return [];
    if (told.length === 1) return [say('year.share', { territory, ...only })];
    return [
      say('year.shares', { territory, effects: told.map((one) => say('year.effect', one)).join('; ') }),
    ];
  });
}

/**
 * What they do to quotas, where there are any: a line for each seat whose quota is another then.
 * @param effective ISO day from which those hold that have no day of their own
 */
export function quotaLines(
  changes: readonly Change[],
  standing: StandingPlan,
  effective: string,
  understanding: Understanding,
  say: Say,
  plain: Numbers,
): string[] {
  if (!hasPlanNumber(understanding)) return [];
  const { record, assignment, log } = standing;
  const basis = quotaBasis(understanding, record);
  const bySeat = (at: Int32Array, moves: QuotaBasis['moves']) =>
    inForceBySeat(understanding, { ...basis, moves }, at);
  const before = bySeat(standingAssignment(understanding, record, 'accepted'), basis.moves);
  const carried = quotaCarried(understanding, basis, log);
  const proposed = datedFor(changes, { effective }, understanding, standing).map((dated) => ({
    id: '',
    name: dated.change.label,
    effective: dated.effective,
    quota: carried(dated.change, dated.known),
  }));
  const moves = [...basis.moves, ...movesSince(proposed, basis.quota.issued, basis.seats)];
  return bySeat(assignment, moves).flatMap((after, j) => {
    const was = before[j] ?? 0;
    if (Math.round(after) === Math.round(was)) return [];
    const territory = record.territories[j]?.name ?? '';
    return [say('year.quotaEffect', { territory, before: plain.whole(was), after: plain.whole(after) })];
  });
}
