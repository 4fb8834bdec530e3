import { columnLetters, type Cell } from '../plan/cells';
import { metricsOf, type RunRecord } from '../plan/run';
import { LOCK_KINDS } from '../plan/rules/lock-kinds';
import type { Settings } from '../plan/settings';
import type { MessageId } from '../text/say';
import { metricLabel, type ReportContext } from './context';
import type { InputCells } from './inputs';
import { definedName, tableName, toleranceName, type TableKey } from './names';
import type { OwnTable } from './read-back';
import { textKey } from './reading';
import { sheetOf, type TableColumns } from './sheet';
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
  rates: { row: 3, column: 12 },
  texts: { row: 3, column: 16 },
  version: { row: 3 + SHEET_SETTINGS.length + 1, column: 0 },
  territories: { row: 3 + SHEET_SETTINGS.length + 4, column: 0 },
} as const;

const COLUMNS = {
  settings: { setting: 'plan.setting', value: 'plan.value', meaning: 'plan.meaning' },
  metrics: { metric: 'plan.metric', columns: 'plan.columns', tolerance: 'plan.tolerance' },
  rates: { currency: 'plan.rate.currency', code: 'plan.rate.code', rate: 'plan.rate.rate' },
  texts: {
    key: 'plan.text.key',
    column: 'plan.text.column',
    text: 'plan.text.text',
    understood: 'plan.text.understood',
  },
  territories: {
    territory: 'plan.territory',
    id: 'plan.id',
    owner: 'plan.owner',
    manager: 'plan.manager',
    status: 'plan.status',
    segment: 'plan.segment',
    share: 'plan.share',
    capacity: 'plan.capacity',
    objective: 'plan.objective',
    measure: 'plan.measure',
    support: 'plan.support',
  },
} as const satisfies Partial<Record<TableKey, TableColumns>>;

/** Territories, metrics and settings on one visible sheet, from which the plan can be run again. */
export const territoryPlan = sheetOf({
  key: 'territory-plan',
  name: 'sheet.plan',
  source: 'plan',
  written: 'always',
  tables: COLUMNS,
  build,
  readBack: {
    columns: {
      settings: ['setting', 'value'],
      metrics: ['metric', 'tolerance'],
      rates: ['code', 'rate'],
      territories: ['id', 'territory'],
    },
    written: inputsWritten,
    read: inputsRead,
  },
});

function build(context: ReportContext): SheetSpec {
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
      formula: down(below(AT.territories), plan.territories.length),
      comment: say('plan.territory'),
    },
    {
      name: definedName(layer, 'lockList'),
      formula: down(below(AT.locks), LOCK_KINDS.length),
      comment: say('plan.locks'),
    },
    ...metrics.map((spec, m) => ({
      name: toleranceName(layer, m),
      formula: down(below({ row: AT.metrics.row, column: AT.metrics.column + 2 }, 1 + m), 1),
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
    widths: [24, 14, 22, 18, 14, 14, 16, 26, 14, 14, 24, 3, 14, 8, 12, 3, 14, 20, 26, 14],
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

function metricsTable({ say, layer, metrics, metricHeaders }: ReportContext): TableBlock {
  return {
    kind: 'table',
    ...AT.metrics,
    name: tableName(layer, 'metrics'),
    rows: metrics.length,
    columns: [
      {
        key: 'metric',
        header: say('plan.metric'),
        cells: metrics.map(({ fields }) => fields.join('+') || 'count'),
      },
      {
        key: 'columns',
        header: say('plan.columns'),
        cells: metrics.map((_, m) => (metricHeaders[m] ?? []).join(' + ')),
      },
      {
        key: 'tolerance',
        header: say('plan.tolerance'),
        cells: metrics.map(({ tolerance }) => tolerance),
        format: '0.0%',
        style: 'input',
      },
    ],
  };
}

function territoryTable({ say, layer, plan }: ReportContext): TableBlock {
  const { territories } = plan;
  const column = (key: keyof typeof COLUMNS.territories) => ({ key, header: say(COLUMNS.territories[key]) });
  return {
    kind: 'table',
    ...AT.territories,
    name: tableName(layer, 'territories'),
    rows: territories.length,
    columns: [
      { ...column('territory'), cells: territories.map((t) => t.name), style: 'input' },
      { ...column('id'), cells: territories.map((t) => t.id) },
      { ...column('owner'), cells: territories.map((t) => t.owner), style: 'input' },
      { ...column('manager'), cells: territories.map((t) => t.manager), style: 'input' },
      { ...column('status'), cells: territories.map((t) => say(`status.${t.status}`)) },
      { ...column('segment'), cells: territories.map((t) => t.segment) },
      { ...column('share'), cells: territories.map((t) => t.share), format: '0.00', style: 'input' },
      {
        ...column('capacity'),
        cells: territories.map((t) => t.capacityHours ?? ''),
        format: '#,##0',
        style: 'input',
      },
      { ...column('objective'), cells: territories.map(() => ''), style: 'input' },
      { ...column('measure'), cells: territories.map(() => ''), style: 'input' },
      { ...column('support'), cells: territories.map(() => ''), style: 'input' },
    ],
  };
}

function settingsTable({ say, layer, record }: ReportContext): TableBlock {
  return {
    kind: 'table',
    ...AT.settings,
    name: tableName(layer, 'settings'),
    rows: SHEET_SETTINGS.length,
    columns: [
      { key: 'setting', header: say('plan.setting'), cells: [...SHEET_SETTINGS] },
      {
        key: 'value',
        header: say('plan.value'),
        cells: SHEET_SETTINGS.map((key) => sheetSetting(record.settings, key)),
        style: 'input',
        align: 'left',
      },
      {
        key: 'meaning',
        header: say('plan.meaning'),
        cells: SHEET_SETTINGS.map((key) => say(`plan.setting.${key}` satisfies MessageId)),
      },
    ],
  };
}

/** Rates of conversion. The plan's own currency has none to be set: it has no code, and counts as it is. */
function ratesTable({ say, layer, rates, record, currency }: ReportContext): TableBlock {
  const { fx = {} } = record.settings;
  const rows = rates.length > 0 ? rates : [{ word: currency ?? '', code: '', rate: 1 }];
  const column = (key: keyof typeof COLUMNS.rates) => ({ key, header: say(COLUMNS.rates[key]) });
  return {
    kind: 'table',
    ...AT.rates,
    name: tableName(layer, 'rates'),
    rows: rows.length,
    columns: [
      { ...column('currency'), cells: rows.map(({ word }) => word) },
      { ...column('code'), cells: rows.map(({ code }) => (fx[code] === undefined ? '' : code)) },
      {
        ...column('rate'),
        cells: rows.map(({ rate }) => rate),
        format: '0.0000',
        style: 'input',
        align: 'right',
      },
    ],
  };
}

/** Texts in columns of numbers that no formula reads, and what they count as. */
function textsTable({ say, layer, readColumns }: ReportContext): TableBlock {
  const found = readColumns.flatMap(({ reading }) =>
    reading === undefined
      ? []
      : [...reading.texts].map(([text, understood]) => ({ source: reading.source, text, understood })),
  );
  const rows = found.length > 0 ? found : [{ source: '', text: '', understood: undefined }];
  const column = (key: keyof typeof COLUMNS.texts) => ({ key, header: say(COLUMNS.texts[key]) });
  return {
    kind: 'table',
    ...AT.texts,
    name: tableName(layer, 'texts'),
    rows: rows.length,
    columns: [
      {
        ...column('key'),
        cells: rows.map(({ source, text }) => (source === '' ? '' : textKey(source, text))),
      },
      { ...column('column'), cells: rows.map(({ source }) => source) },
      { ...column('text'), cells: rows.map(({ text }) => text) },
      {
        ...column('understood'),
        cells: rows.map(({ understood }) => understood ?? ''),
        format: '#,##0.##',
        align: 'right',
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
function inputsWritten(record: RunRecord): InputCells {
  const { settings, territories } = record;
  return new Map<string, Cell>([
    ...SHEET_SETTINGS.map((key) => [`setting.${key}`, sheetSetting(settings, key)] as const),
    ['balance', JSON.stringify(metricsOf(record).map(({ metric, tolerance }) => [metric, tolerance]))],
    ...Object.entries(settings.fx ?? {}).map(([code, rate]) => [`fx.${code}`, rate] as const),
    ...territories.map(({ id, name }) => [`name.${id}`, name] as const),
  ]);
}

/** The same cells as they stand now. */
function inputsRead(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const inputs = new Map<string, Cell>();
  const take = (table: OwnTable | undefined, kind: string, keys: string, values: string) => {
    for (let row = 0; row < (table?.rowCount ?? 0); row++) {
      const key = String(table?.cell(keys, row) ?? '').trim();
      if (key !== '') inputs.set(`${kind}.${key}`, table?.cell(values, row) ?? '');
    }
  };
  take(tableOf('settings'), 'setting', 'setting', 'value');
  take(tableOf('rates'), 'fx', 'code', 'rate');
  take(tableOf('territories'), 'name', 'id', 'territory');
  const metrics = tableOf('metrics');
  if (metrics !== undefined) {
    const rows = Array.from({ length: metrics.rowCount }, (_, row) => [
      String(metrics.cell('metric', row)).trim(),
      metrics.cell('tolerance', row),
    ]).filter(([metric]) => metric !== '');
    inputs.set('balance', JSON.stringify(rows));
  }
  return inputs;
}
