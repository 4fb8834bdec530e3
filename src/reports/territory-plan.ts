import { columnLetters, type Cell, type SourceTable } from '../plan/cells';
import type { RunRecord } from '../plan/run';
import { LOCK_KINDS } from '../plan/rules/lock-kinds';
import type { Settings } from '../plan/settings';
import type { MessageId } from '../text/say';
import { NAMES, TABLES, metricLabel, toleranceName, type ReportContext } from './context';
import type { InputCells } from './inputs';
import type { CellsBlock, NameSpec, SheetSpec, TableBlock } from './spec';

/** Settings that stand in the sheet one a row. Metrics have a table of their own. */
export const SHEET_SETTINGS = [
  'planName',
  'territories',
  'seed',
  'effort',
  'continuity',
  'keepFamilies',
  'bySegment',
  'byRegion',
  'includeHiddenRows',
  'capAccounts',
  'capMoney',
  'language',
] as const;
export type SheetSetting = (typeof SHEET_SETTINGS)[number];

/** The value of a setting as it stands in the sheet. Absent is an empty cell. */
export function sheetSetting(settings: Settings, key: SheetSetting): string | number | boolean {
  if (key === 'capAccounts') return settings.cap?.accounts ?? '';
  if (key === 'capMoney') return settings.cap?.money ?? '';
  return settings[key] ?? '';
}

/**
 * Places of the tables. Settings, metrics and locks stand side by side and never move; the list of
 * territories, the only one that grows, stands below them. A table that keeps its place keeps the
 * formulas that users have pointed at it.
 */
const AT = {
  settings: { row: 3, column: 0 },
  metrics: { row: 3, column: 6 },
  locks: { row: 3, column: 10 },
  version: { row: 3 + SHEET_SETTINGS.length + 1, column: 0 },
  territories: { row: 3 + SHEET_SETTINGS.length + 4, column: 0 },
} as const;

/** Territories, metrics and settings on one visible sheet, from which the plan can be run again. */
export function territoryPlanSheet(context: ReportContext): SheetSpec {
  const { say, plan, record } = context;
  /** Address of a run of cells down one column. */
  const down = ({ row, column }: { row: number; column: number }, rows: number) => {
    const letters = columnLetters(column + 1);
    const first = `{sheet}!$${letters}$${row + 1}`;
    return rows === 1 ? `=${first}` : `=${first}:$${letters}$${row + rows}`;
  };
  const below = ({ row, column }: { row: number; column: number }, by = 1) => ({ row: row + by, column });
  const names: NameSpec[] = [
    {
      name: NAMES.territoryList,
      formula: down(below(AT.territories), plan.territories.length),
      comment: say('plan.territory'),
    },
    { name: NAMES.lockList, formula: down(below(AT.locks), LOCK_KINDS.length), comment: say('plan.locks') },
    ...plan.metrics.map(({ spec }, m) => ({
      name: toleranceName(m),
      formula: down(below({ row: AT.metrics.row, column: AT.metrics.column + 2 }, 1 + m), 1),
      comment: `${say('plan.tolerance')} ${metricLabel(say, spec)}`,
    })),
  ];
  return {
    key: 'territory-plan',
    name: say('sheet.plan'),
    blocks: [
      heading(context),
      settingsTable(context),
      metricsTable(context),
      locksBlock(context),
      {
        kind: 'cells',
        ...AT.version,
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
    widths: [24, 14, 22, 18, 14, 14, 16, 26, 14, 14, 24],
    freezeRows: 0,
    print: { landscape: true },
  };
}

function heading({ say, record }: ReportContext): CellsBlock {
  return {
    kind: 'cells',
    row: 0,
    column: 0,
    cells: [
      [{ value: say('plan.title', { plan: record.settings.planName }), style: 'title' }],
      [{ value: say('plan.note'), style: 'note' }],
    ],
  };
}

function metricsTable({ say, plan, metricHeaders }: ReportContext): TableBlock {
  return {
    kind: 'table',
    ...AT.metrics,
    name: TABLES.metrics,
    rows: plan.metrics.length,
    columns: [
      { header: say('plan.metric'), cells: plan.metrics.map(({ spec }) => spec.fields.join('+') || 'count') },
      {
        header: say('plan.columns'),
        cells: plan.metrics.map((_, m) => (metricHeaders[m] ?? []).join(' + ')),
      },
      {
        header: say('plan.tolerance'),
        cells: plan.metrics.map(({ spec }) => spec.tolerance),
        format: '0.0%',
        style: 'input',
      },
    ],
  };
}

function territoryTable({ say, plan }: ReportContext): TableBlock {
  const { territories } = plan;
  return {
    kind: 'table',
    ...AT.territories,
    name: TABLES.territories,
    rows: territories.length,
    columns: [
      { header: say('plan.territory'), cells: territories.map((t) => t.name), style: 'input' },
      { header: say('plan.id'), cells: territories.map((t) => t.id) },
      { header: say('plan.owner'), cells: territories.map((t) => t.owner), style: 'input' },
      { header: say('plan.manager'), cells: territories.map((t) => t.manager), style: 'input' },
      { header: say('plan.status'), cells: territories.map((t) => say(`status.${t.status}`)) },
      { header: say('plan.segment'), cells: territories.map((t) => t.segment) },
      { header: say('plan.share'), cells: territories.map((t) => t.share), format: '0.00', style: 'input' },
      {
        header: say('plan.capacity'),
        cells: territories.map((t) => t.capacityHours ?? ''),
        format: '#,##0',
        style: 'input',
      },
      { header: say('plan.objective'), cells: territories.map(() => ''), style: 'input' },
      { header: say('plan.measure'), cells: territories.map(() => ''), style: 'input' },
      { header: say('plan.support'), cells: territories.map(() => ''), style: 'input' },
    ],
  };
}

function settingsTable({ say, record }: ReportContext): TableBlock {
  return {
    kind: 'table',
    ...AT.settings,
    name: TABLES.settings,
    rows: SHEET_SETTINGS.length,
    columns: [
      { header: say('plan.setting'), cells: [...SHEET_SETTINGS] },
      {
        header: say('plan.value'),
        cells: SHEET_SETTINGS.map((key) => sheetSetting(record.settings, key)),
        style: 'input',
        align: 'left',
      },
      {
        header: say('plan.meaning'),
        cells: SHEET_SETTINGS.map((key) => say(`plan.setting.${key}` satisfies MessageId)),
      },
    ],
  };
}

/** The list behind the Lock drop-down. */
function locksBlock({ say }: ReportContext): CellsBlock {
  return {
    kind: 'cells',
    ...AT.locks,
    cells: [
      [{ value: say('plan.locks'), style: 'label' }],
      ...LOCK_KINDS.map(({ code }) => [{ value: say(`lock.${code}`) }]),
    ],
  };
}

/** The blue cells of this sheet as Apply wrote them, by key. */
export function inputsWritten({ settings, territories }: RunRecord): InputCells {
  return new Map<string, Cell>([
    ...SHEET_SETTINGS.map((key) => [`setting.${key}`, sheetSetting(settings, key)] as const),
    ['balance', JSON.stringify(settings.balance.map(({ metric, tolerance }) => [metric, tolerance ?? '']))],
    ...territories.map(({ id, name }) => [`name.${id}`, name] as const),
  ]);
}

/** Tables of this sheet that hold blue cells. */
export const inputTables: readonly string[] = [TABLES.settings, TABLES.metrics, TABLES.territories];

/** The same cells as they stand now. @param tables the tables of this sheet, by name */
export function inputsRead(tables: ReadonlyMap<string, SourceTable>): InputCells {
  const inputs = new Map<string, Cell>();
  const take = (name: string, kind: string, keyColumn: number, valueColumn: number) => {
    const table = tables.get(name);
    for (let row = 0; row < (table?.rowCount ?? 0); row++) {
      const key = String(table?.columns[keyColumn]?.[row] ?? '').trim();
      if (key !== '') inputs.set(`${kind}.${key}`, table?.columns[valueColumn]?.[row] ?? '');
    }
  };
  take(TABLES.settings, 'setting', 0, 1);
  take(TABLES.territories, 'name', 1, 0);
  const metrics = tables.get(TABLES.metrics);
  if (metrics !== undefined) {
    const rows = Array.from({ length: metrics.rowCount }, (_, row) => [
      String(metrics.columns[0]?.[row] ?? '').trim(),
      metrics.columns[2]?.[row] ?? '',
    ]).filter(([metric]) => metric !== '');
    inputs.set('balance', JSON.stringify(rows));
  }
  return inputs;
}
