import { quoteSheet } from '../../plan/cells';
import type { Action } from '../action';
import { qualitySheet } from '../quality';
import { isReady } from '../state';

/** Lists every finding on the sheet Data Quality. It holds no decision, so there is nothing to keep or revert. */
export const listFindings: Action = {
  name: 'list-findings',
  label: 'action.listOnSheet',
  doing: 'writing.quality',
  covers: true,
  when: isReady,
  async perform({ workbook, clock, look, change, say, onProgress }) {
    const understanding = await look();
    if (understanding === undefined) return;
    const sheet = qualitySheet(understanding, clock);
    await workbook.apply({ sheets: [sheet], decision: false }, onProgress);
    const name = (await workbook.owned())?.sheets[sheet.key] ?? sheet.name;
    await workbook.select(`${quoteSheet(name)}!A1`);
    change({ news: say('news.quality', { sheet: name }) });
  },
};
