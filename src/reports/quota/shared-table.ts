import { tableName } from '../names';
import { criterion, literal, sought, type NameSpec, type TableBlock, type TableColumn } from '../spec';
import type { QuotaContext } from './context';
import { formulas } from './formulas';
import { QUOTA_COLUMNS, SHARED_COLUMNS } from './quota-layout';
import { roomBelow } from './settings-block';

type Key = keyof typeof SHARED_COLUMNS;
/** Room for reps that are typed below the last one: up to what stands next. */
const SPARE = 8;

/**
 * Reps who share a seat: who, and which part of its quota. What each has is cut to the last digit so that together they
 * have all of it; while the parts are no whole nobody has any, and it is said. @param row of the head
 */
export function sharedTable(context: QuotaContext, row: number): TableBlock {
  const { say, layer, shared, seats, moneyToTheCent, digits } = context;
  const { own, column } = formulas(context);
  const me = (key: Key) => own(say(SHARED_COLUMNS[key]));
  const all = (key: Key) => column('quotaShared', say(SHARED_COLUMNS[key]));
  const ids = column('quotaSeats', say('plan.id'));
  const mine = `(TRIM(${all('id')})=TRIM(${me('id')}))`;
  const head = `ROW(${tableName(layer, 'quotaShared')}[[#Headers],[${say(SHARED_COLUMNS.id)}]])`;
  const before = `(ROW(${all('id')})-${head}<ROW()-${head})`;
  const sum = `SUMPRODUCT(1*${mine},${all('split')})`;
  const isWhole = `(ABS(${sum}-1)<0.000001)*(SUMPRODUCT(1*${mine})>1)`;
  /** Rounded sums up to here, less those before: together they are the seat's. */
  const cut = (of: keyof typeof QUOTA_COLUMNS) => {
    const whole = `SUMIFS(${column('quota', say(QUOTA_COLUMNS[of]))},${column('quota', say('plan.id'))},${criterion(`TRIM(${me('id')})`)})`;
    const parts = `SUMPRODUCT(${mine}*${before},${all('split')})`;
    return (
      `=IF(TRIM(${me('id')})="","",IF(${isWhole}=1,ROUND(ROUND(${whole}*ROUND(${parts}+N(${me('split')}),9),${digits})-` +
      `ROUND(${whole}*ROUND(${parts},9),${digits}),${digits}),""))`
    );
  };
  const note = (id: Parameters<typeof say>[0]) => literal(say(id));
  const rows = Math.max(1, shared.length);
  const of = (cell: (one: (typeof shared)[number]) => TableColumn['cells'][number]) =>
    Array.from({ length: rows }, (_, n) => {
      const one = shared[n];
      return one === undefined ? '' : cell(one);
    });
  const input = (key: Key, cells: TableColumn['cells'], more: Partial<TableColumn> = {}): TableColumn => ({
    key,
    header: say(SHARED_COLUMNS[key]),
    cells,
    style: 'input',
    ...more,
  });
  const figure = (key: Key, cells: string): TableColumn => ({
    key,
    header: say(SHARED_COLUMNS[key]),
    cells,
    format: moneyToTheCent,
    align: 'right',
  });
  return {
    kind: 'table',
    row,
    column: 0,
    name: tableName(layer, 'quotaShared'),
    rows,
    columns: [
      {
        key: 'territory',
        header: say(SHARED_COLUMNS.territory),
        cells: `=IFERROR(INDEX(${column('quotaSeats', say('plan.territory'))},MATCH(${sought(`TRIM(${me('id')})`)},${ids},0))&"","")`,
      },
      input(
        'rep',
        of(({ rep }) => rep),
      ),
      input(
        'id',
        of(({ seat }) => seats[seat]?.id ?? ''),
      ),
      input(
        'split',
        of(({ split }) => split ?? ''),
        { format: '0.##%', align: 'right' },
      ),
      figure('fullYear', cut('fullInForce')),
      figure('final', cut('inForce')),
      {
        key: 'note',
        header: say(SHARED_COLUMNS.note),
        indent: 1,
        cells:
          `=IF((TRIM(${me('id')})="")*(TRIM(${me('rep')})="")*(${me('split')}&""="")=1,"",` +
          `IF(COUNTIFS(${ids},${criterion(`TRIM(${me('id')})`)})=0,${note('quota.shared.noSeat')},` +
          `IF(SUMPRODUCT(1*${mine})<2,${note('quota.shared.alone')},` +
          `IF(ISNUMBER(${me('split')})=FALSE,${note('quota.shared.ask')},` +
          `IF(${isWhole}=1,"",${note('quota.shared.not100')})))))`,
        conditional: [{ kind: 'formula', formula: '={cell}<>""', look: 'bad' }],
      },
    ],
  };
}

/** Cells in which reps are typed below the table. @param row of its head */
export const sharedRoom = (context: QuotaContext, row: number): NameSpec =>
  roomBelow(context, 'shared', { row, column: 1 }, Math.max(1, context.shared.length) + SPARE, 3);
