import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import type { PaneState } from '../../state';

/** What waits for Keep or Revert, so that both say what they keep or undo; undefined where nothing does. */
export function undecidedText(pending: PaneState['pending'], say: Say, numbers: Numbers): string | undefined {
  if (pending.state !== 'applied') return undefined;
  const { isPlan = false, sheets = [], columns = [] } = pending.wrote ?? {};
  const day = new Date(pending.at);
  return say('pane.undecided', {
    plan: isPlan ? 'yes' : 'no',
    at: Number.isNaN(day.getTime()) ? 'none' : numbers.date(day),
    sheets: sheets.length,
    sheetNames: sheets.join(', '),
    columns: columns.length,
    columnNames: columns.join(', '),
  });
}
