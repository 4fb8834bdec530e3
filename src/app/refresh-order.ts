import type { Cell } from '../plan/cells';
import { MAIN_LAYER } from '../plan/layer';
import { refreshSheet } from '../reports/refresh';
import { buildSheet, sourcesOf } from '../reports/sheet';
import { speak } from '../text/say';
import type { Clock, EditOrder, WriteOrder } from './ports';
import { withoutColumns } from './edit-order';
import type { Refresh } from './refresh';
import { leftInWords } from './refresh-words';
import type { Understanding } from './understanding/understand';

/** The list brought up to date, and the sheet that says what changed, in one job. */
export async function takeOrder(
  refresh: Refresh,
  understanding: Pick<Understanding, 'settings' | 'list'>,
  clock: Clock,
): Promise<WriteOrder> {
  const say = speak(understanding.settings.language);
  const sources = sourcesOf({
    refresh: () => ({
      layer: MAIN_LAYER,
      say,
      ...refresh,
      notes: leftInWords(refresh, say),
      at: clock.now().toISOString(),
    }),
  });
  return {
    layer: MAIN_LAYER,
    sheets: [await buildSheet(refreshSheet, sources)],
    edit: editOf(refresh, understanding),
    decision: false,
  };
}

/** Cells that changed, and accounts that came, each by its id alone. */
function editOf({ changed, added }: Refresh, { list: { rows } }: Pick<Understanding, 'list'>): EditOrder {
  const said = new Map<string, Map<number, Cell>>();
  for (const { header, row, after } of changed) {
    const cells = said.get(header) ?? new Map<number, Cell>();
    cells.set(row, after);
    said.set(header, cells);
  }
  return {
    layer: MAIN_LAYER,
    rows: withoutColumns(rows, [...said.keys()]),
    cells: [...said].map(([header, cells]) => ({ column: { header }, said: cells })),
    came: added.map(({ id, cells }) => ({ key: id, cells })),
  };
}
