import { columnLetters, type Cell } from '../plan/cells';
import { metricsOf, type RunRecord } from '../plan/run';
import { LOCK_KINDS } from '../plan/rules/lock-kinds';
import { BALANCE_FIELDS } from '../plan/metrics';
import { wordsFor, type Settings, type TerritoryWords } from '../plan/settings';
import { LANGUAGES, speak, type MessageId } from '../text/say';
import { metricLabel, type ReportContext } from './context';
import type { InputCells } from './inputs';
import { definedName, tableName, toleranceName, type TableKey } from './names';
import type { OwnTable } from './read-back';
import { textKey } from './reading';
import { printOf, widthOf } from './print';
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
  'effectiveFrom',
  'language',
] as const;
export type SheetSetting = (typeof SHEET_SETTINGS)[number];

/** The value of a setting as it stands in the sheet. Absent is an empty cell. */
export function sheetSetting(settings: Settings, key: SheetSetting): string | number | boolean {
  if (key === 'capAccounts') return settings.cap?.accounts ?? '';
  if (key === 'capMoney') return settings.cap?.money ?? '';
  if (key === 'effectiveFrom') return serialOf(settings.effectiveFrom);
  return settings[key] ?? '';
}

/** Looks of the cells of settings that are no plain numbers or words. */
const SETTING_FORMATS: Readonly<Partial<Record<SheetSetting, string>>> = {
  continuity: '0%',
  capAccounts: '0%',
  capMoney: '0%',
  effectiveFrom: 'yyyy-mm-dd',
};

/** Day 0 of Excel's dates, so that days count as it counts them from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** An ISO date as Excel has it; empty for none. */
const serialOf = (iso: string | undefined): number | '' =>
  iso === undefined ? '' : Math.round((Date.parse(iso) - EPOCH) / DAY);

/** A cell that holds a date, as ISO; what is none comes back as it is, to be refused by name. */
function isoOf(cell: Cell): Cell {
  if (typeof cell !== 'number') return typeof cell === 'string' ? cell.trim() : cell;
  const date = new Date(EPOCH + Math.floor(cell) * DAY);
  return cell > 0 && cell < 2_958_466 ? date.toISOString().slice(0, 10) : cell;
}

/** Which setting a row speaks of: by its label in any of our languages, or by its key, as earlier versions wrote it. */
function settingOf(text: string): string {
  const word = text.trim().toLowerCase();
  const key = SHEET_SETTINGS.find(
    (candidate) =>
      candidate.toLowerCase() === word ||
      LANGUAGES.some((language) => speak(language)(`plan.label.${candidate}`).toLowerCase() === word),
  );
  return key ?? text.trim();
}

/** Which metric a row speaks of: by its name in any of our languages, or by its id. */
function metricIdOf(text: string): string {
  const named = (word: string): string | undefined =>
    [...BALANCE_FIELDS, 'count' as const].find(
      (field) =>
        field.toLowerCase() === word ||
        LANGUAGES.some((language) => speak(language)(`metric.${field}`).toLowerCase() === word),
    );
  const fields = text.split('+').map((part) => named(part.trim().toLowerCase()));
  return fields.every((field) => field !== undefined) ? fields.join('+') : text.trim();
}

/**
 * Places of the tables. Settings and metrics stand side by side and never move; rates stand below the metrics, and the
 * list of territories below all of these. Beside them, beyond what is printed, what only formulas and drop-downs need.
 */
const SETTINGS = { row: 3, column: 0 } as const;
const METRICS = { row: 3, column: 8 } as const;
const LOCKS = { row: 3, column: 14 } as const;
const TEXTS = { row: 3, column: 16 } as const;
const VERSION = { row: SETTINGS.row + SHEET_SETTINGS.length + 1, column: 0 } as const;
const PRINTED = 13;
const WIDTHS = [30, 18, 26, 22, 13, 13, 16, 12, 26, 26, 22, 12, 20, 3, 26, 3, 20, 20, 26, 14];

const ratesAt = ({ metrics }: ReportContext): Place => ({
  row: METRICS.row + 1 + metrics.length + 2,
  column: METRICS.column,
});

function territoriesAt(context: ReportContext): Place {
  const endOfRates = ratesAt(context).row + 1 + Math.max(1, context.rates.length);
  return { row: Math.max(VERSION.row + 1, endOfRates) + 2, column: 0 };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const COLUMNS = {
  settings: {
    setting: 'plan.setting',
    value: 'plan.value',
    unit: 'plan.unit',
    meaning: 'plan.meaning',
  },
  metrics: { metric: 'plan.metric', columns: 'plan.columns', tolerance: 'plan.tolerance' },
  rates: {
    currency: 'plan.rate.currency',
    code: 'plan.rate.code',
    rate: 'plan.rate.rate',
    date: 'plan.rate.date',
    source: 'plan.rate.source',
  },
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
      rates: ['code', 'rate', 'date', 'source'],
      territories: [
        'id',
        'territory',
        'owner',
        'manager',
        'share',
        'capacity',
        'objective',
        'measure',
        'support',
      ],
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
      say('plan.title', { plan: record.settings.planName }),
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
      [{ value: say('plan.title', { plan: record.settings.planName }), style: 'title' }],
      [{ value: say('plan.note'), style: 'note' }],
    ],
  };
}

function metricsTable({ say, layer, metrics, metricHeaders }: ReportContext): TableBlock {
  return {
    kind: 'table',
    ...METRICS,
    name: tableName(layer, 'metrics'),
    rows: metrics.length,
    columns: [
      {
        key: 'metric',
        header: say('plan.metric'),
        cells: metrics.map((spec) => metricLabel(say, spec)),
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

function territoryTable(context: ReportContext): TableBlock {
  const { say, layer, plan, record } = context;
  const { territories } = plan;
  const words = territories.map((_, j) => wordsFor(record.settings, j));
  const column = (key: keyof typeof COLUMNS.territories) => ({ key, header: say(COLUMNS.territories[key]) });
  return {
    kind: 'table',
    ...territoriesAt(context),
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
      ...(['objective', 'measure', 'support'] as const).map((key) => ({
        ...column(key),
        cells: words.map((said) => said[key] ?? ''),
        style: 'input' as const,
      })),
    ],
  };
}

function settingsTable({ say, layer, record }: ReportContext): TableBlock {
  return {
    kind: 'table',
    ...SETTINGS,
    name: tableName(layer, 'settings'),
    rows: SHEET_SETTINGS.length,
    columns: [
      {
        key: 'setting',
        header: say('plan.setting'),
        cells: SHEET_SETTINGS.map((key) => say(`plan.label.${key}`)),
      },
      {
        key: 'value',
        header: say('plan.value'),
        cells: SHEET_SETTINGS.map((key) => sheetSetting(record.settings, key)),
        style: 'input',
        align: 'left',
        looks: SHEET_SETTINGS.map((key) =>
          SETTING_FORMATS[key] === undefined ? {} : { format: SETTING_FORMATS[key] },
        ),
      },
      {
        key: 'unit',
        header: say('plan.unit'),
        cells: SHEET_SETTINGS.map((key) => say(`plan.unit.${key}` satisfies MessageId)),
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
function ratesTable(context: ReportContext): TableBlock {
  const { say, layer, rates, record, currency } = context;
  const { fx = {}, fxFrom = {} } = record.settings;
  const rows = rates.length > 0 ? rates : [{ word: currency ?? '', code: '', rate: 1 }];
  const isSet = (code: string) => fx[code] !== undefined;
  const looks = rows.map(({ code }) => (isSet(code) ? { style: 'input' as const } : {}));
  const column = (key: keyof typeof COLUMNS.rates) => ({ key, header: say(COLUMNS.rates[key]) });
  return {
    kind: 'table',
    ...ratesAt(context),
    flat: true,
    name: tableName(layer, 'rates'),
    rows: rows.length,
    columns: [
      { ...column('currency'), cells: rows.map(({ word }) => word) },
      { ...column('code'), cells: rows.map(({ code }) => (isSet(code) ? code : '')) },
      { ...column('rate'), cells: rows.map(({ rate }) => rate), format: '0.0000', align: 'right', looks },
      {
        ...column('date'),
        cells: rows.map(({ code }) => fxFrom[code]?.date ?? ''),
        format: 'yyyy-mm-dd',
        align: 'left',
        indent: 1,
        looks,
      },
      { ...column('source'), cells: rows.map(({ code }) => fxFrom[code]?.source ?? ''), looks },
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
    ...TEXTS,
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
    ...LOCKS,
    cells: [
      [{ value: say('plan.locks'), style: 'label' }],
      ...LOCK_KINDS.map(({ code }) => [{ value: say(`lock.${code}`) }]),
    ],
  };
}

/** Columns of the territory list that are words on a seat, and what they are called in the settings. */
const SEAT_WORDS = {
  owner: 'owner',
  manager: 'manager',
  share: 'share',
  capacity: 'capacityHours',
  objective: 'objective',
  measure: 'measure',
  support: 'support',
} as const satisfies Partial<Record<keyof typeof COLUMNS.territories, keyof TerritoryWords>>;
const SEAT_COLUMNS = Object.keys(SEAT_WORDS) as (keyof typeof SEAT_WORDS)[];

/** The blue cells of this sheet as Apply wrote them, by key. */
function inputsWritten(record: RunRecord): InputCells {
  const { settings, territories } = record;
  return new Map<string, Cell>([
    ...SHEET_SETTINGS.map(
      (key) => [`setting.${key}`, settingWord(key, sheetSetting(settings, key))] as const,
    ),
    ['balance', JSON.stringify(metricsOf(record).map(({ metric, tolerance }) => [metric, tolerance]))],
    ...Object.entries(settings.fx ?? {}).flatMap(([code, rate]) => [
      [`fx.${code}`, rate] as const,
      [`fxFrom.${code}.date`, settings.fxFrom?.[code]?.date ?? ''] as const,
      [`fxFrom.${code}.source`, settings.fxFrom?.[code]?.source ?? ''] as const,
    ]),
    ...territories.map(({ id, name }) => [`name.${id}`, name] as const),
    ...territories.flatMap((territory, j) => seatWritten(territory, wordsFor(settings, j))),
  ]);
}

/** A row of the list; without what a record of an earlier version did not keep. */
function seatWritten(
  { id, owner = '', manager, share = 1, capacityHours }: RunRecord['territories'][number],
  { objective = '', measure = '', support = '' }: TerritoryWords,
): (readonly [string, Cell])[] {
  const kept = manager === undefined ? {} : { owner, manager, share, capacityHours: capacityHours ?? '' };
  return Object.entries({ ...kept, objective, measure, support }).map(
    ([part, cell]) => [`seat.${id}.${part}`, cell] as const,
  );
}

const settingWord = (key: string, cell: Cell): Cell =>
  key === 'effectiveFrom' && cell !== '' ? isoOf(cell) : cell;

/** The same cells as they stand now. */
function inputsRead(tableOf: (key: TableKey) => OwnTable | undefined): InputCells {
  const inputs = new Map<string, Cell>();
  const settings = tableOf('settings');
  for (const row of filledRows(settings, 'setting')) {
    const key = settingOf(String(settings?.cell('setting', row)));
    inputs.set(`setting.${key}`, settingWord(key, settings?.cell('value', row) ?? ''));
  }
  const rates = tableOf('rates');
  for (const row of filledRows(rates, 'code')) {
    const code = String(rates?.cell('code', row)).trim();
    inputs.set(`fx.${code}`, rates?.cell('rate', row) ?? '');
    for (const part of ['date', 'source']) inputs.set(`fxFrom.${code}.${part}`, rates?.cell(part, row) ?? '');
  }
  readTerritories(tableOf('territories'), inputs);
  const metrics = tableOf('metrics');
  if (metrics !== undefined) {
    const rows = filledRows(metrics, 'metric').map((row) => [
      metricIdOf(String(metrics.cell('metric', row))),
      metrics.cell('tolerance', row),
    ]);
    inputs.set('balance', JSON.stringify(rows));
  }
  return inputs;
}

/** Rows of a table in which a column is filled. */
const filledRows = (table: OwnTable | undefined, column: string): number[] =>
  Array.from({ length: table?.rowCount ?? 0 }, (_, row) => row).filter(
    (row) => String(table?.cell(column, row) ?? '').trim() !== '',
  );

/** The list of territories by id, wherever a row stands; rows that nobody has given an id are new, as JSON. */
function readTerritories(table: OwnTable | undefined, inputs: Map<string, Cell>): void {
  let added = 0;
  for (let row = 0; row < (table?.rowCount ?? 0); row++) {
    const cell = (column: string): Cell => table?.cell(column, row) ?? '';
    const id = String(cell('id')).trim();
    if (id !== '' && !inputs.has(`name.${id}`)) {
      inputs.set(`name.${id}`, cell('territory'));
      for (const column of SEAT_COLUMNS) inputs.set(`seat.${id}.${SEAT_WORDS[column]}`, cell(column));
      continue;
    }
    const words = ['territory', ...SEAT_COLUMNS].map(cell);
    if (words.every((word) => String(word).trim() === '')) continue;
    inputs.set(`row.${++added}`, JSON.stringify(words));
  }
}
