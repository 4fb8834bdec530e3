import type { Accounts, Places } from '../../plan/accounts';
import type { SourceTable } from '../../plan/cells';
import { TextColumnBuilder, type NumberColumn, type TextColumn } from '../../plan/columns';
import {
  ACCOUNT_FIELDS,
  type AccountField,
  type AccountMapping,
  type AccountNumberField,
  type AccountTextField,
} from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import {
  distinctTexts,
  note,
  readDateColumn,
  readFlagColumn,
  readTextColumn,
  type ReadContext,
} from '../columns/column-reader';
import { cellText } from '../cells/cell-text';
import { decideDateStyle, type DateOrder } from '../cells/dates';
import { resolveFamilies } from './families';
import { FindingList } from '../cells/finding-list';
import { headerWords } from '../headers/header-words';
import { currencyCode } from '../cells/currencies';
import type { DecimalSign } from '../cells/numbers';
import { decideNumberStyle } from '../columns/number-style';
import { readNumberColumn, type NumberColumnReading } from '../columns/number-column';
import { readPointColumn } from '../columns/point-column';
import { dataRows } from '../columns/rows';

export interface ReadOptions {
  /** Read hidden and filtered rows too. Default true. */
  readonly includeHiddenRows?: boolean;
}

const PLACE_FIELDS = new Set<AccountField>(['street', 'city', 'county', 'state', 'country']);
const WRITTEN_FIELDS = new Set<AccountField>([
  'accountId',
  'accountName',
  'owner',
  'currentTerritory',
  'region',
  'segment',
]);
const CODE_FIELDS = new Set<AccountField>([
  'country',
  'state',
  'currentTerritory',
  'region',
  'segment',
  'type',
  'tier',
]);
const WHOLE_FIELDS = new Set<AccountField>(['employees', 'activities', 'wonDeals', 'lostDeals']);
const SIGNED_FIELDS = new Set<AccountField>([
  'latitude',
  'longitude',
  'growth',
  'grossMargin',
  'satisfaction',
  'icpScore',
]);

/**
 * Reads an account table into columns: every row that holds something, in sheet order. Places are still
 * empty (`locate` fills them); families are resolved.
 *
 * @returns the accounts, and one finding for every cell that was not plainly what its column holds
 */
export function readAccounts(
  source: SourceTable,
  mapping: AccountMapping,
  options: ReadOptions = {},
): { accounts: Accounts; findings: Finding[] } {
  const findings = new FindingList();
  const identifying = (['accountId', 'city', 'state', 'postalCode', 'owner', 'street'] as const)
    .map((field) => mapping[field])
    .filter((column) => column !== undefined);
  const rows = dataRows(source, { ...options, identifying }, findings);
  const context: ReadContext = { source, rows, findings };
  const hints = styleHints(context, mapping);
  const text: Partial<Record<AccountTextField, TextColumn>> = {};
  const number: Partial<Record<AccountNumberField, NumberColumn>> = {};
  const money: NumberColumnReading[] = [];
  for (const [name, column] of Object.entries(mapping)) {
    const field = name as AccountField;
    const kind = ACCOUNT_FIELDS[field];
    if (kind === 'id' || kind === 'text') {
      text[field as AccountTextField] = readTextColumn(context, column, {
        kind,
        isPlace: PLACE_FIELDS.has(field),
        isWritten: WRITTEN_FIELDS.has(field),
        keepShort: CODE_FIELDS.has(field),
      });
    } else if (kind === 'date')
      number[field as AccountNumberField] = readDateColumn(context, column, hints.dates);
    else if (kind === 'flag') number[field as AccountNumberField] = readFlagColumn(context, column);
    else if (field === 'latitude' && mapping.longitude === undefined) {
      Object.assign(number, readPointColumn(context, column));
    } else {
      const reading = readNumberColumn(context, column, {
        kind,
        whole: WHOLE_FIELDS.has(field),
        signed: SIGNED_FIELDS.has(field),
        hours: field === 'workloadHours',
        ...(hints.decimal === undefined ? {} : { hint: hints.decimal }),
      });
      number[field as AccountNumberField] = reading.values;
      if (kind === 'money') money.push(reading);
    }
  }
  const currency = currencyColumn(rows.length, text.currency, money, headerCurrencies(source, mapping));
  if (currency !== undefined) text.currency = currency;
  noteScale(context, mapping, number);
  const bare: Accounts = {
    count: rows.length,
    sheet: source.sheet,
    sheetRow: rows.map((row) => source.firstRow + row),
    text,
    number,
    places: emptyPlaces(rows.length),
    family: new Int32Array(rows.length).fill(-1),
  };
  const family = resolveFamilies(bare, worksheetColumns(source, mapping), findings);
  return { accounts: { ...bare, family }, findings: findings.finish() };
}

/** A year's revenue that is typically less than this, or than this for an employee, lacks its unit. */
const SMALL_REVENUE = 20000;
const SMALL_REVENUE_PER_EMPLOYEE = 500;
/** So many values make a typical one. */
const ENOUGH_VALUES = 5;

/** Revenue in thousands or millions of which no header says so: nothing is changed, but it is said. */
function noteScale(
  context: ReadContext,
  mapping: AccountMapping,
  { annualRevenue, employees }: Partial<Record<AccountNumberField, NumberColumn>>,
): void {
  const column = mapping.annualRevenue;
  if (annualRevenue === undefined || column === undefined) return;
  const header = context.source.headers[column] ?? '';
  if (headerWords(header).unit !== 1) return;
  const typical = medianPositive(annualRevenue);
  const each = employees && medianPositive(annualRevenue.map((value, i) => value / (employees[i] ?? NaN)));
  if (typical === undefined) return;
  if (typical >= SMALL_REVENUE && !(each !== undefined && each < SMALL_REVENUE_PER_EMPLOYEE)) return;
  note(context, -1, column, 'scaleUnclear', 'warning', header, cellText(typical), { example: typical });
}

function medianPositive(values: NumberColumn): number | undefined {
  const positive = values.filter((value) => value > 0 && value < Infinity).sort();
  return positive.length < ENOUGH_VALUES ? undefined : positive[positive.length >> 1];
}

/** Places of accounts that were not looked for yet. */
function emptyPlaces(count: number): Places {
  const blank = new TextColumnBuilder(count).build();
  return {
    latitude: new Float64Array(count).fill(NaN),
    longitude: new Float64Array(count).fill(NaN),
    method: new Uint8Array(count),
    country: blank,
    region: blank,
  };
}

/** 1-based worksheet column of each mapped field, for findings. */
export function worksheetColumns(source: SourceTable, mapping: AccountMapping): AccountMapping {
  return Object.fromEntries(
    Object.entries(mapping).map(([field, column]) => [field, source.firstColumn + column]),
  );
}

/** What the surest columns of the table say about decimal signs and the order of dates. */
function styleHints(
  context: ReadContext,
  mapping: AccountMapping,
): { decimal?: DecimalSign; dates?: DateOrder } {
  let points = 0;
  let commas = 0;
  let dayFirst = 0;
  let monthFirst = 0;
  for (const [name, column] of Object.entries(mapping)) {
    const kind = ACCOUNT_FIELDS[name as AccountField];
    if (kind === 'date') {
      const style = decideDateStyle(distinctTexts(context, column));
      dayFirst += style.forDayFirst;
      monthFirst += style.forMonthFirst;
    } else if (kind === 'money' || kind === 'number' || kind === 'fraction') {
      const style = decideNumberStyle(distinctTexts(context, column));
      points += style.forPoint;
      commas += style.forComma;
    }
  }
  return {
    ...(points === commas ? {} : { decimal: points > commas ? ('.' as const) : (',' as const) }),
    ...(dayFirst === monthFirst
      ? {}
      : { dates: dayFirst > monthFirst ? ('dmy' as const) : ('mdy' as const) }),
  };
}

function headerCurrencies(source: SourceTable, mapping: AccountMapping): Set<string> {
  const codes = new Set<string>();
  for (const [name, column] of Object.entries(mapping)) {
    if (ACCOUNT_FIELDS[name as AccountField] !== 'money') continue;
    const { currency } = headerWords(source.headers[column] ?? '');
    if (currency !== undefined) codes.add(currency);
  }
  return codes;
}

/**
 * The currency of each account: from its own column as ISO codes, else from what the money cells of the
 * row name (`€ 1.200`), else from the headers if they agree.
 */
function currencyColumn(
  count: number,
  own: TextColumn | undefined,
  money: readonly NumberColumnReading[],
  fromHeaders: ReadonlySet<string>,
): TextColumn | undefined {
  if (own !== undefined)
    return { codes: own.codes, pool: own.pool.map((name) => currencyCode(name) ?? name) };
  const [only] = fromHeaders.size === 1 ? fromHeaders : [];
  if (only === undefined && money.every((reading) => reading.currencies === undefined)) return undefined;
  const builder = new TextColumnBuilder(count);
  for (let i = 0; i < count; i++) {
    builder.set(
      i,
      money.map((reading) => reading.currencies?.[i]).find((code) => code !== undefined) ?? only,
    );
  }
  return builder.build();
}
