import { ownColumn, type ReportContext } from '../context';
import { columnRef, type CellSpec, type SheetSpec } from '../spec';
import { summedUp, wayOf } from './bridge';
import { accountsAstray, accountsIn, metricColumns, sumAstray, sumOfAll, unknownCount } from './sums';

/** A difference below half a cent is none. */
const NOTHING = 0.005;

interface Check {
  readonly label: string;
  readonly formula: string;
  readonly format: string;
  /** A difference that is no error, only news: the list is another than at the design. */
  readonly isNews?: boolean;
}

/** Does everything add up? A label and a difference a row; 0 is right. */
export function checks(context: ReportContext): { cells: CellSpec[][]; looks: SheetSpec['conditional'] } {
  const all = checksOf(context);
  const { say } = context;
  return {
    cells: [
      [
        { value: say('balance.checks'), style: 'section' },
        { value: say('balance.check.difference'), style: 'sectionFigure' },
      ],
      ...all.map(({ label, formula, format }): CellSpec[] => [
        { value: label, style: 'label' },
        { formula: `=${formula}`, format, style: 'figure' },
      ]),
    ],
    looks: all.flatMap(({ isNews = false }, n) => looksOf(1 + n, isNews ? 'warn' : 'bad')),
  };
}

function checksOf(context: ReportContext): Check[] {
  const { say, accounts, metrics } = context;
  const listed = ownColumn(context, 'territories', say('plan.territory'));
  return [
    {
      label: say('balance.check.accounts'),
      formula: accountsAstray(context),
      format: '#,##0',
    },
    ...metricColumns(context).flatMap(({ label }, m): Check[] =>
      metrics[m]?.fields.length === 0
        ? []
        : [
            {
              label: say('balance.check.metric', { metric: label }),
              formula: sumAstray(context, m),
              format: '#,##0.00',
            },
          ],
    ),
    ...ofSources(context),
    { label: say('balance.check.unknown'), formula: unknownCount(context), format: '#,##0' },
    {
      label: say('balance.check.designed', { accounts: accounts.count }),
      formula: `${accountsIn(context)}-${accounts.count}`,
      format: '#,##0',
      isNews: true,
    },
    {
      label: say('balance.check.listed', { territories: context.plan.territories.length }),
      formula: `ROWS(${listed})-COUNTBLANK(${listed})-${context.plan.territories.length}`,
      format: '#,##0',
      isNews: true,
    },
  ];
}

/** Do the columns of the list add up to what is in the plan, and is there a cell that no sum understands? */
function ofSources(context: ReportContext): Check[] {
  const { say, table, metricSources } = context;
  const ways = context.metrics.flatMap((_, m) => {
    const way = wayOf(context, m);
    return way === undefined ? [] : [{ way, inPlan: sumOfAll(context, m) }];
  });
  const { readColumns, workloadHeader } = context;
  const headers = [
    ...metricSources.flat().map(({ source, read }) => read?.header ?? source),
    ...(workloadHeader === undefined ? [] : [workloadHeader]),
  ];
  if (headers.length === 0) return [];
  const ours = new Set(readColumns.map(({ header }) => header));
  // Of a column that is summed as it stands, what is no number or is negative; of one that we read, what we could not.
  const odd = [...new Set(headers)].map((header) => {
    const column = columnRef(table, header);
    const texts = `ROWS(${column})-COUNT(${column})-COUNTBLANK(${column})`;
    return ours.has(header) ? texts : `${texts}+COUNTIF(${column},"<0")`;
  });
  const differences = ways.map(({ way, inPlan }) => `ABS(ROUND(${summedUp(way)}-(${inPlan}),2))`);
  return [
    ...(differences.length === 0
      ? []
      : [{ label: say('balance.check.source'), formula: differences.join('+'), format: '#,##0.00' }]),
    { label: say('balance.check.odd'), formula: odd.join('+'), format: '#,##0' },
  ];
}

/** Green at nothing, else red, or amber for news; an error is not nothing. Rows count from the top of the checks. */
function looksOf(row: number, look: 'bad' | 'warn'): SheetSpec['conditional'] {
  const where = { row, column: 1, rows: 1, columns: 1 };
  return [
    { ...where, spec: { kind: 'formula', formula: `=IFERROR(ABS({cell})>${NOTHING},TRUE)`, look } },
    { ...where, spec: { kind: 'formula', formula: `=IFERROR(ABS({cell})<=${NOTHING},FALSE)`, look: 'good' } },
  ];
}
