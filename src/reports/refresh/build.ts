import type { Cell } from '../../plan/cells';
import type { MessageId } from '../../text/say';
import { caption, headsOf } from '../blocks';
import { tableName } from '../names';
import { printOf, widthOf } from '../print';
import type { Block, SheetSpec, TableColumn } from '../spec';
import type { RefreshContext } from './context';
import { ADDED, CHANGED, GONE } from './layout';

const WIDTHS = [20, 30, 24, 24, 24, 3, 20, 30, 3, 20, 30];
const ADDED_AT = 6;
const GONE_AT = 9;

/** The sheet as it is going to be written: all values, as they were when the export was taken over. */
export function build({ say, layer, name, changed, added, gone, notes, at }: RefreshContext): SheetSpec {
  const top = 4 + notes.length;
  const text = (head: Pick<TableColumn, 'key' | 'header'>, cells: readonly Cell[]): TableColumn => ({
    ...head,
    cells,
    align: 'left',
  });
  const changedHead = headsOf(say, CHANGED);
  const addedHead = headsOf(say, ADDED);
  const goneHead = headsOf(say, GONE);
  /** A table of nothing says nothing. */
  const titled = (
    title: MessageId,
    column: number,
    key: 'refreshChanged' | 'refreshAdded' | 'refreshGone',
    columns: TableColumn[],
  ): Block[] => {
    const rows = columns[0]?.cells.length ?? 0;
    if (rows === 0) return [];
    const name = tableName(layer, key);
    return [
      caption(top + 1, say(title), column),
      { kind: 'table', row: top + 1, column, name, rows, known: ['key'], columns },
    ];
  };
  const lone = (head: typeof addedHead, accounts: RefreshContext['added']): TableColumn[] => [
    text(
      head('key'),
      accounts.map(({ id }) => id),
    ),
    text(
      head('account'),
      accounts.map(({ label }) => label),
    ),
  ];
  return {
    layer,
    key: 'refresh',
    name: say('sheet.refresh'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: say('refresh.title', { name }), style: 'title' }],
          [
            {
              value: say('refresh.headline', {
                cells: changed.length,
                added: added.length,
                gone: gone.length,
              }),
              style: 'headline',
            },
          ],
          ...notes.map((value) => [{ value, style: 'note' as const }]),
        ],
      },
      ...titled('refresh.changed', 0, 'refreshChanged', [
        text(
          changedHead('key'),
          changed.map(({ id }) => id),
        ),
        text(
          changedHead('account'),
          changed.map(({ label }) => label),
        ),
        text(
          changedHead('column'),
          changed.map(({ header }) => header),
        ),
        text(
          changedHead('before'),
          changed.map(({ before }) => before),
        ),
        text(
          changedHead('after'),
          changed.map(({ after }) => after),
        ),
      ]),
      ...titled('refresh.added', ADDED_AT, 'refreshAdded', lone(addedHead, added)),
      ...titled('refresh.gone', GONE_AT, 'refreshGone', lone(goneHead, gone)),
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: WIDTHS,
    freezeRows: top + 2,
    print: printOf(say, say('refresh.title', { name }), at, widthOf(WIDTHS), {
      titleRow: top + 1,
      titleColumn: 0,
    }),
  };
}
