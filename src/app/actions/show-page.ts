import { picked } from '../../reports/territory-pages/picked';
import { territoryPages } from '../../reports/territory-pages';
import type { Action } from '../action';
import { hasStandingPlan, tellWritten, writeAlone } from './write-sheet';

/** Writes the sheet with a page for each territory and shows the page of one. */
export const showPage: Action<[territory: string]> = {
  name: 'show-page',
  label: 'territory.sheet',
  doing: 'writing.sheet',
  covers: true,
  when: hasStandingPlan,
  async perform(context, territory) {
    const written = await writeAlone(context, territoryPages, (spec) => picked(spec, territory));
    if (written !== undefined) tellWritten(context, 'news.sheet', written);
  },
};
