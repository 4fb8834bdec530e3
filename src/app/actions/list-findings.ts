import { dataQuality } from '../../reports/data-quality';
import type { Action } from '../action';
import { isReady } from '../state';
import { tellWritten, writeAlone } from './write-sheet';

/** Lists every finding on the sheet Data Quality, with a plan or without. */
export const listFindings: Action = {
  name: 'list-findings',
  label: 'action.listOnSheet',
  doing: 'writing.quality',
  covers: true,
  when: isReady,
  async perform(context) {
    const written = await writeAlone(context, dataQuality);
    if (written !== undefined) tellWritten(context, 'news.quality', written);
  },
};
