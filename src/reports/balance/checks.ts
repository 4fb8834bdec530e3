import { UNASSIGNED } from '../../plan/territory';
import { ownColumn, type ReportContext } from '../context';
import { definedName } from '../names';
import { columnRef, criterion, type CellSpec, type SheetSpec } from '../spec';
import { accountsIn, metricColumns, sumOfAll, unassignedCount, unassignedSum } from './sums';

/** A difference below half a cent is none. */
const NOTHING = 0.005;

/** Does everything add up? A label and a difference a row; 0 is right. */
export function checks(context: ReportContext): CellSpec[][] {
  const { say } = context;
  const metrics = metricColumns(context)
    .map((metric, m): CellSpec[] => [
      { value: say('balance.check.metric', { metric: metric.label }), style: 'label' },
      {
        formula:
          `=ROUND((${sumOfAll(context, m)})-SUM(${ownColumn(context, 'balance', metric.value.header)})` +
          `-(${unassignedSum(context, m)}),2)`,
        format: '#,##0.00',
        style: 'figure',
      },
    ])
    .slice(0, 2);
  return [allAccounts(context), ...metrics, unknownNames(context)];
}

function allAccounts(context: ReportContext): CellSpec[] {
  const { say } = context;
  const placed = `SUM(${ownColumn(context, 'balance', say('balance.accounts'))})`;
  return [
    { value: say('balance.check.accounts'), style: 'label' },
    {
      formula: `=${accountsIn(context)}-${placed}-(${unassignedCount(context)})`,
      format: '#,##0',
      style: 'figure',
    },
  ];
}

function unknownNames({ say, layer, table, column }: ReportContext): CellSpec[] {
  const territory = columnRef(table, column.territory);
  return [
    { value: say('balance.check.unknown'), style: 'label' },
    {
      formula:
        `=SUMPRODUCT((${territory}<>"")*(${territory}<>"${UNASSIGNED}")` +
        `*(COUNTIF(${definedName(layer, 'territoryList')},${criterion(territory)})=0))`,
      format: '#,##0',
      style: 'figure',
    },
  ];
}

/** Red and green for the differences of `rows` checks, which begin in this cell. */
export function checkLooks(rows: number, row: number, column: number): SheetSpec['conditional'] {
  const where = { row, column, rows, columns: 1 };
  return [
    { ...where, spec: { kind: 'formula', formula: `=ABS({cell})>${NOTHING}`, look: 'bad' } },
    { ...where, spec: { kind: 'formula', formula: `=ABS({cell})<=${NOTHING}`, look: 'good' } },
  ];
}
