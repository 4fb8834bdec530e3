import { tableName } from '../names';
import { columnRef, sought, type TableBlock, type TableColumn } from '../spec';
import type { QuotaContext } from './context';
import { conventionCells, formulas } from './formulas';
import { HELD_COLUMNS } from './quota-layout';

type Key = keyof typeof HELD_COLUMNS;

/** Accounts that come in the course of the year: `heldAmounts` (quota/held.ts) in cells. @param row of the head */
export function heldTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, held, seats, money, table, column: ours, keyHeader = '', history, targets } = context;
  const { own, column } = formulas(context);
  const me = (key: Key) => own(say(HELD_COLUMNS[key]));
  const { first, last, weight } = conventionCells(context, 'now');
  const day = me('day');
  const key = me('key');
  const place = `MATCH(IF(ISNUMBER(${key}),${key},${sought(key)}),${columnRef(table, keyHeader)},0)`;
  const cell = (header: string) => `INDEX(${columnRef(table, header)},${place})`;
  /** A day cuts its own period by days. */
  const passed =
    `SUMPRODUCT(${weight}*((${day}>${last})+(${day}<=${last})*(${day}>${first})*` +
    `(${day}-${first})/(${last}-${first}+1)))`;
  const called = `INDEX(${column('quotaSeats', say('plan.territory'))},MATCH(${sought(me('lastId'))},${column('quotaSeats', say('plan.id'))},0))`;
  const isThere = `(${cell(ours.territory)}=${called})`;
  const counted = (headers: readonly string[]): string =>
    `=IFERROR(${isThere}*${me('passed')}*(${headers.map((header) => `MAX(0,N(${cell(header)}))`).join('+')}),0)`;
  const text = (of: Key, cells: TableColumn['cells']): TableColumn => ({
    key: of,
    header: say(HELD_COLUMNS[of]),
    cells,
    align: 'left',
  });
  const figure = (of: Key, cells: string, format = money): TableColumn => ({
    key: of,
    header: say(HELD_COLUMNS[of]),
    cells,
    format,
    align: 'right',
  });
  const id = (seat: number) => seats[seat]?.id ?? '';
  const metric = context.metricHeaders[context.potentialAt] ?? [];
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaHeld'),
    rows: held.length,
    columns: [
      text(
        'account',
        held.map(({ label }) => label),
      ),
      text(
        'key',
        held.map((one) => one.key),
      ),
      text(
        'fromId',
        held.map(({ from }) => id(from)),
      ),
      text(
        'toId',
        held.map(({ to }) => id(to)),
      ),
      text(
        'lastId',
        held.map(({ last: seat }) => id(seat)),
      ),
      {
        ...text(
          'day',
          held.map((one) => one.day),
        ),
        format: say('sheet.dateFormat'),
      },
      figure('passed', `=IFERROR(${passed},0)`, '0.0%'),
      figure('potential', metric.length === 0 ? `=IFERROR(${isThere}*${me('passed')},0)` : counted(metric)),
      ...(history === undefined ? [] : [figure('history', counted([history]))]),
      ...(targets === undefined ? [] : [figure('targets', counted([targets]))]),
    ],
  };
}

/** What of such accounts counts for the seat of a row that they leave, less what does not yet for the one they come to. */
export function heldSum(
  context: QuotaContext,
  id: string,
  what: 'potential' | 'history' | 'targets',
): string {
  if (context.held.length === 0) return '';
  const { say } = context;
  const { column } = formulas(context);
  const all = (key: Key) => column('quotaHeld', say(HELD_COLUMNS[key]));
  return `+SUMIFS(${all(what)},${all('fromId')},${id})-SUMIFS(${all(what)},${all('toId')},${id})`;
}
