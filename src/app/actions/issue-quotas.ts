import { Failure } from '../../plan/failures';
import { overOf, type QuotaIssue } from '../../plan/quota';
import type { RunRecord } from '../../plan/run-record';
import { conventionsOf } from '../../quota/issue';
import type { Action } from '../action';
import { quotaFigures, quotaInputHash } from '../quota-figures';
import { standingAssignment } from '../standing-assignment';
import { quotaBasis, quotaSettings } from '../quota-sources';
import type { Understanding } from '../understanding/understand';
import { writeQuotas, writeWith } from './write-quotas';

/** Makes the quotas as they are now values, with name and date: from then on only what happens to a seat changes its own. */
export const issueQuotas: Action<[by: string]> = {
  name: 'issue-quotas',
  label: 'action.issueQuotas',
  doing: 'writing.quota',
  covers: true,
  when: writeQuotas.when,
  async perform(context, by) {
    if (by.trim() === '') throw new Failure('issuerMissing');
    const understanding = await context.look();
    const record = understanding?.book.record;
    if (understanding === undefined || record === undefined) return;
    const issued = issueOf(understanding, record, by.trim(), context.clock.now());
    const { remarks } = await writeWith(context, understanding, { issued });
    const { by: name, at, rows } = issued;
    const said = context.say('news.issued', { count: Object.keys(rows).length, by: name, at });
    context.change({ news: [said, ...remarks].join(' ') });
  },
};

/** The quotas as they are, to be kept. The hash is of everything they come from. */
export function issueOf(understanding: Understanding, record: RunRecord, by: string, now: Date): QuotaIssue {
  // Issued anew, quotas are what is indicated now, whatever was issued before.
  const { issued: _, ...live } = quotaSettings(understanding);
  const settings = { ...understanding.settings, quota: live };
  const basis = quotaBasis({ ...understanding, settings }, record);
  const figures = quotaFigures(understanding, basis, standingAssignment(understanding, record));
  const { quotas } = figures;
  return {
    by,
    at: now.toISOString().slice(0, 10),
    inputHash: quotaInputHash(basis, figures),
    conventions: conventionsOf(live, basis.year),
    pools: quotas.lines.map(({ pool }) => pool),
    lines: quotas.lines.map(({ notPlaceable, bottomUpGap, overrideGap, rounding }, n) => {
      const line = basis.lines[n];
      const over = line === undefined ? 0 : overOf(line);
      return { over, notPlaceable, bottomUpGap, overrideGap, rounding };
    }),
    seats: Object.fromEntries(
      basis.seats.map(({ id, territory, owner, role, segment }) => [id, { territory, owner, role, segment }]),
    ),
    rows: Object.fromEntries(
      quotas.rows.map(({ key, seat, fullYear, override, low, high, final, share, weight }) => [
        key,
        {
          fullYear: override !== undefined && share > 0 ? override / share : fullYear,
          quota: final,
          share,
          weight,
          potential: figures.seats[seat]?.potential ?? 0,
          ...(override === undefined ? {} : { override }),
          low,
          ...(high === undefined ? {} : { high }),
        },
      ]),
    ),
  };
}
