import { tableName } from '../names';
import { columnRef, literal, sought, thisRow, type TableBlock, type TableColumn } from '../spec';
import type { CompareContext } from './context';
import { MOVES } from './layout';

/**
 * The accounts that moved when this was written, by what they are known by: wherever their rows stand, and whatever is
 * edited, each row says what is so of its account now. Where accounts have neither ids nor names only words that were
 * typed before are listed.
 * @param decisions the words to choose a decision from, beginning with `=`
 */
export function movesTable(context: CompareContext, row: number, decisions: string): TableBlock[] {
  const { say, layer, table, column, keyHeader, nameHeader, amounts, renewal, moves } = context;
  if (moves.length === 0) return [];
  const key = thisRow(say(MOVES.key));
  const place = thisRow(say(MOVES.row));
  const cellRef = (header: string) => `INDEX(${columnRef(table, header)},${place})`;
  const cellOf = (header: string, isText: boolean) =>
    `=IF(${place}="","",${cellRef(header)}${isText ? '&""' : ''})`;
  const text = (name: keyof typeof MOVES, header: string, more: Partial<TableColumn> = {}): TableColumn => ({
    key: name,
    header: say(MOVES[name]),
    cells: cellOf(header, true),
    ...more,
  });
  const input = (name: 'decision' | 'comment', more: Partial<TableColumn> = {}): TableColumn => ({
    key: name,
    header: say(MOVES[name]),
    cells: moves.map((move) => move[name]),
    style: 'input',
    typed: true,
    ...more,
  });
  return [
    {
      kind: 'table',
      row,
      column: 0,
      name: tableName(layer, 'compareMoves'),
      rows: moves.length,
      known: ['key'],
      columns: [
        {
          key: 'account',
          header: say(MOVES.account),
          cells: `=IF(${place}="",${literal(say('compare.notFound'))},${cellRef(nameHeader ?? keyHeader ?? column.territory)}&"")`,
        },
        text('from', column.holder),
        text('to', column.owner),
        text('moved', column.moved),
        input('decision', {
          validation: {
            list: decisions,
            prompt: { title: say('compare.decision'), message: say('compare.decisionPrompt') },
            error: { title: say('compare.decision'), message: say('compare.decisionPrompt') },
          },
        }),
        input('comment'),
        ...amounts.map(({ header, label, format }): TableColumn => ({
          key: `amount:${header}`,
          header: label,
          cells: cellOf(header, false),
          format,
          align: 'right',
        })),
        ...(renewal === undefined
          ? []
          : [
              {
                key: 'date:renewal',
                header: say('field.renewalDate'),
                cells: `=IF(${place}="","",IF(INDEX(${columnRef(table, renewal)},${place})="","",INDEX(${columnRef(table, renewal)},${place})))`,
                format: say('sheet.dateFormat'),
                align: 'right',
              } as const,
            ]),
        {
          key: 'key',
          header: say(MOVES.key),
          cells: moves.map((move) => move.key),
          align: 'left',
          indent: 1,
        },
        {
          key: 'row',
          header: say(MOVES.row),
          cells:
            keyHeader === undefined
              ? '=""'
              : `=IFERROR(MATCH(IF(ISTEXT(${key}),${sought(key)},${key}),${columnRef(table, keyHeader)},0),"")`,
          align: 'right',
        },
        text('reason', column.reason, { indent: 1 }),
      ],
    },
  ];
}
