import { columnLetters } from '../../plan/cells';
import { LOCK_KINDS } from '../../plan/rules/lock-kinds';
import { metricLabel, type ReportContext } from '../context';
import { definedName, toleranceName } from '../names';
import { planNameIn } from '../plan-name';
import { printOf, widthOf } from '../print';
import type { CellsBlock, NameSpec, SheetSpec } from '../spec';
import { LOCKS, METRICS, PRINTED, territoriesAt, VERSION, WIDTHS } from './layout';
import { locksBlock, metricsTable, ratesTable, settingsTable, territoryTable, textsTable } from './tables';

/** The sheet as it is going to be written. */
export function build(context: ReportContext): SheetSpec {
  const { say, layer, plan, record, metrics } = context;
  /** Address of a run of cells down one column. */
  const down = ({ row, column }: { row: number; column: number }, rows: number) => {
    const letters = columnLetters(column + 1);
    const first = `{sheet}!$${letters}$${row + 1}`;
    return rows === 1 ? `=${first}` : `=${first}:$${letters}$${row + rows}`;
  };
  const below = ({ row, column }: { row: number; column: number }, by = 1) => ({ row: row + by, column });
  const names: NameSpec[] = [
    {
      name: definedName(layer, 'territoryList'),
      formula: down(below(territoriesAt(context)), plan.territories.length),
      comment: say('plan.territory'),
    },
    {
      name: definedName(layer, 'lockList'),
      formula: down(below(LOCKS), LOCK_KINDS.length),
      comment: say('plan.locks'),
    },
    ...metrics.map((spec, m) => ({
      name: toleranceName(layer, m),
      formula: down(below({ row: METRICS.row, column: METRICS.column + 2 }, 1 + m), 1),
      comment: `${say('plan.tolerance')} ${metricLabel(say, spec)}`,
    })),
  ];
  return {
    layer,
    key: 'territory-plan',
    name: say('sheet.plan'),
    blocks: [
      heading(context),
      settingsTable(context),
      metricsTable(context),
      locksBlock(context),
      ratesTable(context),
      textsTable(context),
      {
        kind: 'cells',
        ...VERSION,
        cells: [
          [
            { value: say('plan.setting.version'), style: 'note' },
            null,
            { value: record.version, style: 'note' },
          ],
        ],
      },
      territoryTable(context),
    ],
    names,
    charts: [],
    conditional: [],
    widths: WIDTHS,
    freezeRows: 0,
    print: printOf(
      say,
      say('plan.title', { plan: planNameIn(say, record.settings) }),
      record.designedAt,
      widthOf(WIDTHS.slice(0, PRINTED)),
      { columns: PRINTED },
    ),
  };
}

function heading({ say, record }: ReportContext): CellsBlock {
  return {
    kind: 'cells',
    row: 0,
    column: 0,
    cells: [
      [{ value: say('plan.title', { plan: planNameIn(say, record.settings) }), style: 'title' }],
      [{ value: say('plan.note'), style: 'note' }],
    ],
  };
}
