import { tableName } from '../names';
import { printOf, widthOf } from '../print';
import type { SheetSpec } from '../spec';
import { columnsOf, widthsOf } from './columns';
import type { LogContext } from './context';

const TABLE_ROW = 4;

/** The sheet as it is going to be written. Its figures are what was true when each change was accepted: values. */
export function build(context: LogContext): SheetSpec {
  const { say, layer, log, metric, at } = context;
  const columns = columnsOf(context);
  const widths = widthsOf(columns);
  return {
    layer,
    key: 'change-log',
    name: say('sheet.changeLog'),
    blocks: [
      {
        kind: 'cells',
        row: 0,
        column: 0,
        cells: [
          [{ value: say('log.title'), style: 'title' }],
          [{ value: say('log.headline', { count: log.length }), style: 'headline' }],
          [{ value: say('log.note.sheet', { metric }), style: 'note' }],
        ],
      },
      {
        kind: 'table',
        row: TABLE_ROW,
        column: 0,
        name: tableName(layer, 'changeLog'),
        rows: log.length,
        known: ['id'],
        columns,
      },
    ],
    names: [],
    charts: [],
    conditional: [],
    widths,
    freezeRows: TABLE_ROW + 1,
    print: printOf(say, say('log.title'), at, widthOf(widths), { titleRow: TABLE_ROW, titleColumn: 0 }),
  };
}
