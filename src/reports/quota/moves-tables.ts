import { tableName } from '../names';
import { sought, type TableBlock, type TableColumn } from '../spec';
import type { QuotaContext } from './context';
import { conventionCells, formulas } from './formulas';
import { MOVE_COLUMNS, QUOTA_COLUMNS } from './quota-layout';

/** Columns of the folded table of months. */
export const MOVE_MONTHS = 1 + 4 * 12;
const PERIODS = Array.from({ length: 12 }, (_, m) => m + 1);

/** What is carried of a period where it goes from and where it goes, and what has left and come by its end. */
type Folded = 'leaves' | 'comes' | 'outBy' | 'inBy';

const header = ({ say }: Pick<QuotaContext, 'say'>, key: Folded, n: number): string =>
  say(`quota.move.${key}`, { n });

type Key = keyof typeof MOVE_COLUMNS;

/** The part of a period that is left from a day on. */
const left = (starts: string, ends: string, day: string): string =>
  `(${ends}>=${day})*(${ends}-${starts}+1-(${day}>${starts})*(${day}-${starts}))/(${ends}-${starts}+1)`;

/** Accounts that moved since quotas were issued: `movedQuota` (quota/move.ts) in cells. @param row of the head */
export function movesTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, moves, seats, money } = context;
  const { own, column } = formulas(context);
  const me = (key: Key) => own(say(MOVE_COLUMNS[key]));
  const figure = (key: Key, cells: TableColumn['cells'], format = money): TableColumn => ({
    key,
    header: say(MOVE_COLUMNS[key]),
    cells,
    format,
    align: 'right',
  });
  const text = (key: Key, cells: TableColumn['cells']): TableColumn => ({
    key,
    header: say(MOVE_COLUMNS[key]),
    cells,
    align: 'left',
  });
  const by = (key: 'outBy' | 'inBy') =>
    `=IFERROR(INDEX(${column('quotaMoveMonths', header(context, key, 12))},${me('no')}),0)`;
  const { first, last, weight } = conventionCells(context, 'issue');
  const goes = (key: 'fromId' | 'toId') =>
    `=IFERROR(N(INDEX(${column('quota', say(QUOTA_COLUMNS.goes))},` +
    `MATCH(${sought(`${me(key)}&"."&${me('line')}`)},${column('quota', say(QUOTA_COLUMNS.key))},0))),0)`;
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaMoves'),
    rows: moves.length,
    columns: [
      text(
        'account',
        moves.map(({ label }) => label),
      ),
      text(
        'change',
        moves.map(({ id }) => id),
      ),
      text(
        'fromId',
        moves.map(({ from }) => seats[from]?.id ?? ''),
      ),
      text(
        'toId',
        moves.map(({ to }) => seats[to]?.id ?? ''),
      ),
      figure(
        'line',
        moves.map(({ line }) => line + 1),
        '0',
      ),
      {
        ...figure(
          'day',
          moves.map(({ day }) => day),
          say('sheet.dateFormat'),
        ),
        align: 'left',
        indent: 1,
      },
      figure(
        'full',
        moves.map(({ fullYear }) => fullYear),
      ),
      figure(
        'rest',
        `=IFERROR(ROUND(${me('full')}*SUMPRODUCT(${weight}*${left(first, last, me('day'))}),${context.digits}),0)`,
      ),
      figure('out', by('outBy')),
      figure('in', by('inBy')),
      figure('outGoes', goes('fromId'), '0'),
      figure('inGoes', goes('toId'), '0'),
      // From one seat to the other, or not at all: enough for one of them is enough for both (`goingAlong`, quota/move.ts).
      figure('along', `=IF(${me('outGoes')}+${me('inGoes')}>0,1,0)`, '0'),
      figure(
        'no',
        moves.map((_, n) => n + 1),
        '0',
      ),
    ],
  };
}

/** The same period by period, folded. @param at of its head */
export function moveMonths(
  context: QuotaContext,
  at: { readonly row: number; readonly column: number },
): TableBlock {
  const { say, layer, moves } = context;
  const { own, column } = formulas(context);
  const { first, last } = conventionCells(context, 'issue');
  const name = tableName(layer, 'quotaMoveMonths');
  const no = own(say(MOVE_COLUMNS.no));
  const move = (key: Key) => `INDEX(${column('quotaMoves', say(MOVE_COLUMNS[key]))},${no})`;
  const seatMonth = (id: 'fromId' | 'toId', n: number) =>
    `INDEX(${column('quotaSeatMonths', say('quota.partInAtIssue', { n }))},MATCH(${sought(move(id))},${column('quotaSeatMonths', say('plan.id'))},0))`;
  const figure = (key: Folded, n: number, cells: string): TableColumn => ({
    key: `${key}:${n}`,
    header: header(context, key, n),
    cells,
    format: '#,##0.00####',
    align: 'right',
  });
  return {
    kind: 'table',
    ...at,
    name,
    rows: moves.length,
    columns: [
      { key: 'no', header: say(MOVE_COLUMNS.no), cells: moves.map((_, n) => n + 1) },
      ...(['leaves', 'comes'] as const).flatMap((key) =>
        PERIODS.map((n) =>
          figure(
            key,
            n,
            `=IFERROR(${seatMonth(key === 'leaves' ? 'fromId' : 'toId', n)},0)*` +
              left(`INDEX(${first},${n})`, `INDEX(${last},${n})`, move('day')),
          ),
        ),
      ),
      ...(['outBy', 'inBy'] as const).flatMap((key) =>
        PERIODS.map((n) => {
          const carried = key === 'outBy' ? 'leaves' : 'comes';
          const parts = `${name}[@[${header(context, carried, 1)}]:[${header(context, carried, n)}]]`;
          return figure(key, n, `=ROUND(${move('full')}*SUM(${parts}),${context.digits})`);
        }),
      ),
    ],
  };
}

/** What accounts have brought to a seat by the end of a period, less what they took; nothing where none has moved. */
export function movedBy(context: QuotaContext, id: string, n: number): string {
  const { say, moves } = context;
  if (moves.length === 0 || n === 0) return '0';
  const { column } = formulas(context);
  const all = (key: Key) => column('quotaMoves', say(MOVE_COLUMNS[key]));
  const month = (key: 'outBy' | 'inBy') => column('quotaMoveMonths', header(context, key, n));
  return (
    `(SUMPRODUCT((${all('toId')}=${id})*${all('along')}*${month('inBy')})-` +
    `SUMPRODUCT((${all('fromId')}=${id})*${all('along')}*${month('outBy')}))`
  );
}
