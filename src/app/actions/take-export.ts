import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { namesOf } from '../../plan/ownership';
import { refreshSheet } from '../../reports/refresh';
import type { Action } from '../action';
import type { Refresh } from '../refresh';
import { wordApplied } from '../sentences';
import { hasStandingPlan } from './write-sheet';

/** Takes over what a newer export says of the accounts: their cells, and accounts that came. What it lacks stays. */
export const takeExport: Action = {
  name: 'take-export',
  label: 'action.takeExport',
  doing: 'writing.edit',
  when: (state) => hasStandingPlan(state) && state.refresh !== undefined,
  async perform({ workbook, clock, look, state, change, say, onProgress }) {
    const seen = state().refresh;
    const understanding = await look();
    if (understanding === undefined || seen === undefined) return;
    const { compareWith } = await import('../refresh');
    const { takeOrder } = await import('../refresh-order');
    const refresh = await compareWith(seen.name, understanding, workbook);
    // Nobody takes over what was not shown.
    if (tell(refresh) !== tell(seen)) throw new Failure('exportChanged');
    if (refresh.changed.length + refresh.added.length === 0) {
      const { gone, lacking } = refresh;
      const parts = { gone: gone.length, lacking: lacking.length, headers: lacking.join(', ') };
      change({ refresh: undefined, news: say('news.nothingNew', parts) });
      return;
    }
    const report = await workbook.apply(await takeOrder(refresh, understanding, clock), onProgress);
    await look();
    const sheet = namesOf(await workbook.owned(), MAIN_LAYER).sheets[refreshSheet.key];
    change({
      refresh: undefined,
      news: [
        say('news.refreshed', {
          cells: refresh.changed.length,
          added: refresh.added.length,
          sheet: sheet ?? say(refreshSheet.name),
        }),
        ...wordApplied(say, report),
      ].join(' '),
    });
  },
};

const tell = ({ changed, added, gone }: Refresh): string =>
  JSON.stringify([
    changed.map(({ id, header, before, after }) => [id, header, before, after]).sort(),
    added.map(({ id, cells }) => [id, ...cells]).sort(),
    gone.map(({ id }) => id).sort(),
  ]);
