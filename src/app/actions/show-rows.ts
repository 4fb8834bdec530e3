import { MAIN_LAYER } from '../../plan/layer';
import { namesOf } from '../../plan/ownership';
import type { Action } from '../action';
import { Failure } from '../../plan/failures';

/** Shows only the accounts of a territory in the list; blank: all of them again. No cell is written. */
export const showRows: Action<[territory: string]> = {
  name: 'show-rows',
  label: 'territory.rows',
  when: ({ understanding, standing }) => understanding !== undefined && standing !== undefined,
  async perform({ workbook, state, change, say }, territory) {
    const { understanding } = state();
    if (understanding === undefined) return;
    const { list, book } = understanding;
    const column = namesOf(book.owned, MAIN_LAYER).columns.territory;
    const { table, sheet } = list.ref;
    if (table === undefined || column === undefined)
      throw new Failure('editColumnGone', { sheet, column: say('column.territory') });
    await workbook.showRows(table, column, territory);
    if (territory !== '') change({ news: say('news.rows', { sheet, name: territory }) });
  },
};
