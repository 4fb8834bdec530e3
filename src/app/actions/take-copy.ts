import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import { editOrder } from '../edit-order';
import type { Merge } from '../merge-copy';
import { hasStandingPlan } from './write-sheet';

/** Proposes what a returned copy moved: accounts that only it moved, and those of which somebody said that it counts. */
export const takeCopy: Action = {
  name: 'take-copy',
  label: 'action.takeCopy',
  doing: 'writing.edit',
  when: (state) => hasStandingPlan(state) && state.merge !== undefined,
  async perform({ workbook, look, state, change, say }) {
    const seen = state().merge;
    const understanding = await look();
    const { standing } = state();
    if (understanding === undefined || standing === undefined || seen === undefined) return;
    const { mergeWith } = await import('../merge-copy');
    const found = await mergeWith(seen.found.name, understanding, standing, workbook);
    // Nobody takes over what was not shown.
    if (tell(found) !== tell(seen.found)) throw new Failure('copyChanged');
    const { decided } = seen;
    const open = found.conflicts.filter(({ key }) => decided[key] === undefined);
    if (open.length > 0)
      throw new Failure('conflictsOpen', { count: open.length, label: open[0]?.label ?? '' });
    const theirs = found.conflicts.filter(({ key }) => decided[key] === 'theirs');
    const words = new Map([...found.takes, ...theirs].map(({ account, theirs: name }) => [account, name]));
    if (words.size > 0)
      await workbook.edit(editOrder(understanding, 'territory', (account) => words.get(account)));
    await look();
    const kept = found.conflicts.length - theirs.length;
    change({
      merge: undefined,
      news: say('news.copyTaken', {
        name: found.name,
        count: words.size,
        kept,
        strangers: found.strangers.length,
        unknown: found.unknown.length,
        first: found.unknown[0] ?? '',
      }),
    });
  },
};

const tell = ({ takes, conflicts }: Merge): string =>
  JSON.stringify(
    [takes, conflicts].map((moves) => moves.map(({ key, mine, theirs }) => [key, mine, theirs]).sort()),
  );
