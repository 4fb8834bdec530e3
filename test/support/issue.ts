import { overOf, type QuotaIssue, type QuotaSettings } from '../../src/plan/quota';
import { conventionsOf } from '../../src/quota/issue';
import type { Quotas } from '../../src/quota/quotas';
import type { Seat } from '../../src/quota/seats';

/** Quotas as they are, issued. */
export const issueOfQuotas = (
  settings: QuotaSettings,
  year: number,
  quotas: Quotas,
  seats: readonly Seat[],
): QuotaIssue => ({
  by: 'Dana',
  at: '2026-12-01',
  inputHash: '',
  conventions: conventionsOf(settings, year),
  pools: quotas.lines.map(({ pool }) => pool),
  lines: quotas.lines.map((bridge, n) => {
    const line = settings.lines[n];
    const { notPlaceable, bottomUpGap, overrideGap, rounding } = bridge;
    return { over: line ? overOf(line) : 0, notPlaceable, bottomUpGap, overrideGap, rounding };
  }),
  seats: Object.fromEntries(seats.map(({ id, role }) => [id, { territory: id, owner: '', role }])),
  rows: Object.fromEntries(
    quotas.rows.map(({ key, fullYear, final, share, weight }) => [
      key,
      { fullYear, quota: final, share, weight },
    ]),
  ),
});
