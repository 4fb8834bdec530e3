import { Failure } from '../../plan/failures';
import type { QuotaIssue } from '../../plan/quota';
import type { RunRecord } from '../../plan/run';
import type { Action } from '../action';
import { quotaFigures, quotaInputHash } from '../quota-figures';
import { standingAssignment } from '../standing-assignment';
import { quotaBasis } from '../quota-sources';
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
    await writeWith(context, understanding, { issued });
    context.change({
      news: context.say('news.issued', {
        count: Object.keys(issued.rows).length,
        by: issued.by,
        at: issued.at,
      }),
    });
  },
};

/** The quotas as they are, to be kept. The hash is of everything they come from. */
export function issueOf(understanding: Understanding, record: RunRecord, by: string, now: Date): QuotaIssue {
  const basis = quotaBasis(understanding, record);
  const figures = quotaFigures(understanding, basis, standingAssignment(understanding, record));
  const { quotas } = figures;
  return {
    by,
    at: now.toISOString().slice(0, 10),
    inputHash: quotaInputHash(basis, figures),
    pools: quotas.lines.map(({ pool }) => pool),
    rows: Object.fromEntries(
      quotas.rows.map(({ key, fullYear, override, final, share, weight }) => [
        key,
        {
          fullYear: override !== undefined && share > 0 ? override / share : fullYear,
          quota: final,
          share,
          weight,
        },
      ]),
    ),
  };
}
