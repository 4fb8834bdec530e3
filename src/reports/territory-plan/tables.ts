import { LOCK_KINDS } from '../../plan/rules/lock-kinds';
import { spelledAlike } from '../../plan/rules/segment';
import { wordsFor } from '../../plan/settings';
import type { MessageId } from '../../text/say';
import { isByRegion, metricLabel, type ReportContext } from '../context';
import { tableName } from '../names';
import { dateKey, textKey } from '../reading';
import { literal, thisRow, type CellsBlock, type TableBlock } from '../spec';
import { COLUMNS, LOCKS, METRICS, ratesAt, SETTINGS, territoriesAt, TEXTS } from './layout';
import { SETTING_FORMATS, SHEET_SETTINGS, sheetSetting } from './settings';

export function metricsTable({ say, layer, metrics, metricHeaders }: ReportContext): TableBlock {
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

export function territoryTable(context: ReportContext): TableBlock {
  const { say, layer, plan, record } = context;
  const { territories } = plan;
  const words = territories.map(({ id }) => wordsFor(record.settings, id));
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
      { ...column('status'), cells: statusFormula(context) },
      { ...column('segment'), cells: spelledAlike(territories.map((t) => t.segment)) },
      ...(isByRegion(context)
        ? [{ ...column('region'), cells: spelledAlike(territories.map((t) => t.region ?? '')) }]
        : []),
      {
        ...column('share'),
        cells: territories.map((t) => t.share),
        format: '0.00',
        style: 'input',
        conditional: [
          { kind: 'formula', formula: '=ISTEXT({cell})*({cell}<>"")+(N({cell})<0)>0', look: 'bad' },
        ],
      },
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

/** Whether a seat is filled, as its owner's cell has it now; who is ramping was known at the design. */
function statusFormula({ say, plan }: ReportContext): string {
  const ramping = plan.territories.filter(({ status }) => status === 'ramping').map(({ id }) => literal(id));
  const filled = literal(say('status.filled'));
  const isRamping = `ISNUMBER(MATCH(${thisRow(say('plan.id'))},{${ramping.join(',')}},0))`;
  const held = ramping.length === 0 ? filled : `IF(${isRamping},${literal(say('status.ramping'))},${filled})`;
  const named = plan.territories.filter((territory) => territory.named === true).map(({ id }) => literal(id));
  const status = `IF(${thisRow(say('plan.owner'))}="",${literal(say('status.tbh'))},${held})`;
  return named.length === 0
    ? `=${status}`
    : `=IF(ISNUMBER(MATCH(${thisRow(say('plan.id'))},{${named.join(',')}},0)),${literal(say('status.named'))},${status})`;
}

export function settingsTable({ say, layer, record }: ReportContext): TableBlock {
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
          key === 'effectiveFrom'
            ? { format: say('sheet.dateFormat') }
            : SETTING_FORMATS[key] === undefined
              ? {}
              : { format: SETTING_FORMATS[key] },
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
export function ratesTable(context: ReportContext): TableBlock {
  const { say, layer, rates, record, currency } = context;
  const { fx = {}, fxFrom = {} } = record.settings;
  const rows =
    rates.length > 0 ? rates : [{ word: currency ?? '', code: '', rate: currency === undefined ? '' : 1 }];
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
        format: say('sheet.dateFormat'),
        align: 'left',
        indent: 1,
        looks,
      },
      { ...column('source'), cells: rows.map(({ code }) => fxFrom[code]?.source ?? ''), looks },
    ],
  };
}

/** Texts in columns of numbers that no formula reads, and what they count as; dates, which count as nothing. */
export function textsTable({ say, layer, readColumns }: ReportContext): TableBlock {
  const found = readColumns.flatMap(({ reading }): TextRow[] =>
    reading === undefined
      ? []
      : [
          ...[...reading.texts].map(([text, understood]) => ({
            key: textKey(reading.source, text),
            source: reading.source,
            text,
            understood,
          })),
          ...(reading.dates?.cells ?? []).map(({ account, serial }) => ({
            key: dateKey(reading.source, account),
            source: reading.source,
            text: serial,
            understood: undefined,
          })),
        ],
  );
  const rows = found.length > 0 ? found : [{ key: '', source: '', text: '', understood: undefined }];
  const column = (key: keyof typeof COLUMNS.texts) => ({ key, header: say(COLUMNS.texts[key]) });
  return {
    kind: 'table',
    ...TEXTS,
    name: tableName(layer, 'texts'),
    rows: rows.length,
    columns: [
      { ...column('key'), cells: rows.map(({ key }) => key) },
      { ...column('column'), cells: rows.map(({ source }) => source) },
      {
        ...column('text'),
        cells: rows.map(({ text }) => text),
        looks: rows.map(({ text }) => (typeof text === 'number' ? { format: say('sheet.dateFormat') } : {})),
        align: 'left',
      },
      {
        ...column('understood'),
        cells: rows.map(({ understood }) => understood ?? ''),
        format: '#,##0.##',
        align: 'right',
      },
    ],
  };
}

interface TextRow {
  readonly key: string;
  readonly source: string;
  /** A text, or the serial of a date. */
  readonly text: string | number;
  readonly understood: number | undefined;
}

/** The list behind the Lock drop-down. */
export function locksBlock({ say }: ReportContext): CellsBlock {
  return {
    kind: 'cells',
    ...LOCKS,
    cells: [
      [{ value: say('plan.locks'), style: 'label' }],
      ...LOCK_KINDS.map(({ code }) => [{ value: say(`lock.${code}`) }]),
    ],
  };
}
