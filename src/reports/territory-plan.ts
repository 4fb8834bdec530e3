import type { Settings } from '../plan/settings';
import type { MessageId } from '../text/say';
import { NAMES, TABLES, metricLabel, toleranceName, type ReportContext } from './context';
import type { CellsBlock, NameSpec, SheetSpec, TableBlock } from './spec';

const LOCK_KINDS = ['manual', 'named', 'holdout', 'openDeal', 'renewal', 'churn', 'recent'] as const;
/** Settings that stand in the sheet one a row. Metrics have a table of their own. */
export const SHEET_SETTINGS = [
  'planName',
  'territories',
  'seed',
  'effort',
  'continuity',
  'keepFamilies',
  'bySegment',
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

const FIRST_TABLE_ROW = 3;

/** Territories, metrics and settings on one visible sheet, from which the plan can be run again. */
export function territoryPlanSheet(context: ReportContext): SheetSpec {
  const { say, plan, record } = context;
  const metricsRow = FIRST_TABLE_ROW;
  const territoriesRow = metricsRow + plan.metrics.length + 3;
  const settingsRow = territoriesRow + plan.territories.length + 3;
  const locksRow = settingsRow + SHEET_SETTINGS.length + 4;
  const blocks = [
    heading(context),
    metricsTable(context, metricsRow),
    territoryTable(context, territoriesRow),
    settingsTable(context, settingsRow),
    locksBlock(context, locksRow),
  ];
  const cell = (row: number, letter: string) => `{sheet}!$${letter}$${row + 1}`;
  const names: NameSpec[] = [
    {
      name: NAMES.territoryList,
      formula: `=${cell(territoriesRow + 1, 'A')}:$A$${territoriesRow + 1 + plan.territories.length}`,
      comment: say('plan.territory'),
    },
    {
      name: NAMES.lockList,
      formula: `=${cell(locksRow + 1, 'A')}:$A$${locksRow + 1 + LOCK_KINDS.length}`,
      comment: say('plan.locks'),
    },
    ...plan.metrics.map(({ spec }, m) => ({
      name: toleranceName(m),
      formula: `=${cell(metricsRow + 1 + m, 'C')}`,
      comment: `${say('plan.tolerance')} ${metricLabel(say, spec)}`,
    })),
  ];
  return {
    key: 'territory-plan',
    name: say('sheet.plan'),
    blocks: [
      ...blocks,
      {
        kind: 'cells',
        row: settingsRow + SHEET_SETTINGS.length + 1,
        column: 0,
        cells: [
          [
            { value: say('plan.setting.version'), style: 'note' },
            { value: record.version, style: 'note' },
          ],
        ],
      },
    ],
    names,
    charts: [],
    conditional: [],
    widths: [24, 22, 22, 18, 14, 14, 14, 14, 24, 20, 20],
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

function metricsTable({ say, plan, metricHeaders }: ReportContext, row: number): TableBlock {
  return {
    kind: 'table',
    row,
    column: 0,
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

function territoryTable({ say, plan }: ReportContext, row: number): TableBlock {
  const { territories } = plan;
  return {
    kind: 'table',
    row,
    column: 0,
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

function settingsTable({ say, record }: ReportContext, row: number): TableBlock {
  return {
    kind: 'table',
    row,
    column: 0,
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
function locksBlock({ say }: ReportContext, row: number): CellsBlock {
  return {
    kind: 'cells',
    row,
    column: 0,
    cells: [
      [{ value: say('plan.locks'), style: 'label' }],
      ...LOCK_KINDS.map((kind) => [{ value: say(`lock.${kind}`) }]),
    ],
  };
}
