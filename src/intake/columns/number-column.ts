import { formatAt } from '../../plan/cells';
import type { FieldKind } from '../../plan/fields';
import { cellText } from '../cells/cell-text';
import { cellAt, distinctTexts, filledText, note, type ReadContext } from './column-reader';
import { datesAmongNumbers } from './dates-among-numbers';
import { bareDegrees } from '../cells/degrees';
import { currencyOfFormat, isTimeFormat } from '../cells/formats';
import { headerWords } from '../headers/header-words';
import { readNumberText, type DecimalSign, type NumberReading } from '../cells/numbers';
import { decideNumberStyle } from './number-style';

export interface NumberOptions {
  readonly kind: FieldKind;
  /** Counts things: `1,234` cannot have decimals. */
  readonly whole?: boolean;
  /** Below zero is nothing unusual. */
  readonly signed?: boolean;
  /** Counts hours: `6:30` and what is shown so is six and a half. */
  readonly hours?: boolean;
  /** What the other columns say about the decimal sign. */
  readonly hint?: DecimalSign;
}

export interface NumberColumnReading {
  /** NaN where there is no number: null is not zero. */
  readonly values: Float64Array;
  /** Currencies named in cells, per row; absent if none is. */
  readonly currencies?: readonly (string | undefined)[];
}

/** Reads a column of numbers. Whatever was not plainly a number in its cell is noted. */
export function readNumberColumn(
  context: ReadContext,
  column: number,
  options: NumberOptions,
): NumberColumnReading {
  const count = context.rows.length;
  const values = new Float64Array(count).fill(NaN);
  const texts = distinctTexts(context, column);
  const style =
    options.kind === 'degrees' ? degreeStyle(texts) : decideNumberStyle(texts, options.hint, options.whole);
  const cache = new Map<string, NumberReading | null>();
  const isDate = datesAmongNumbers(context, column);
  let currencies = options.kind === 'money' ? currenciesShown(context, column) : undefined;
  const clock = options.hours === true ? new Clock(context, column) : undefined;
  let percents = 0;
  for (let i = 0; i < count; i++) {
    const cell = cellAt(context, i, column);
    if (typeof cell === 'number') {
      if (isDate(i)) continue;
      if (isSentinel(cell)) note(context, i, column, 'placeholder', 'note', cellText(cell));
      else values[i] = clock?.hoursShown(i, cell) ?? cell;
      continue;
    }
    const text = filledText(context, i, column);
    if (text === undefined) continue;
    const said = clock?.hoursSaid(text);
    if (said !== undefined) {
      values[i] = said;
      continue;
    }
    let reading = cache.get(text);
    if (reading === undefined) {
      reading = readNumberText(options.kind === 'degrees' ? bareDegrees(text) : text, style.decimal) ?? null;
      cache.set(text, reading);
    }
    if (reading === null) {
      note(context, i, column, 'notANumber', 'warning', text);
      continue;
    }
    if (isSentinel(reading.value)) {
      note(context, i, column, 'placeholder', 'note', text);
      continue;
    }
    values[i] = reading.percent && options.kind === 'fraction' ? reading.value / 100 : reading.value;
    if (reading.percent) percents++;
    if (reading.currency !== undefined)
      (currencies ??= new Array<string | undefined>(count))[i] = reading.currency;
    noteReading(context, i, column, text, reading, style.certain);
  }
  if (options.kind === 'fraction' && percents === 0) scalePercents(context, column, values);
  if (options.kind === 'money') applyHeaderUnit(context, column, values);
  clock?.note();
  if (!options.signed) noteNegatives(context, column, values);
  noteMixedCurrency(context, column, currencies);
  return { values, ...(currencies === undefined ? {} : { currencies }) };
}

/**
 * Currencies that the number formats of a column's amounts show, where these are not all of one: what has no sign has
 * none. Undefined where one is shown, or none: then the column is in whatever its list is in.
 */
function currenciesShown({ source, rows }: ReadContext, column: number): (string | undefined)[] | undefined {
  if (source.formatsApart?.[column] === undefined) return undefined;
  const known = new Map<string, string | undefined>();
  const shown = Array.from(rows, (row) => {
    if (typeof source.columns[column]?.[row] !== 'number') return undefined;
    const format = formatAt(source, column, row);
    if (!known.has(format)) known.set(format, currencyOfFormat(format));
    return known.get(format);
  });
  return new Set(shown.filter((code) => code !== undefined)).size < 2 ? undefined : shown;
}

/** Hours that stand in a column as times: a part of a day that its format shows as `[h]:mm`, or a text. */
class Clock {
  private first: { readonly read: string; readonly hours: number } | undefined;

  constructor(
    private readonly context: ReadContext,
    private readonly column: number,
  ) {}

  hoursShown(i: number, cell: number): number | undefined {
    const { source, rows } = this.context;
    if (!isTimeFormat(formatAt(source, this.column, rows[i] ?? -1))) return undefined;
    return this.heard(cellText(cell), Math.round(cell * 86_400) / 3600);
  }

  hoursSaid(text: string): number | undefined {
    const [, hours, minutes] = /^(\d{1,4}):([0-5]\d)(?::[0-5]\d)?$/.exec(text) ?? [];
    return hours === undefined ? undefined : this.heard(text, Number(hours) + Number(minutes) / 60);
  }

  /** Said once for the column. */
  note(): void {
    const { context, column, first } = this;
    if (first !== undefined)
      note(context, -1, column, 'clockTime', 'note', first.read, cellText(first.hours));
  }

  private heard(read: string, hours: number): number {
    this.first ??= { read, hours };
    return hours;
  }
}

/** Degrees have no thousands: a comma alone is the decimal sign. */
function degreeStyle(texts: ReadonlySet<string>): { decimal: DecimalSign; certain: true } {
  const list = [...texts];
  const comma = list.some((text) => text.includes(',')) && !list.some((text) => text.includes('.'));
  return { decimal: comma ? ',' : '.', certain: true };
}

/** Numbers that exports write for "unknown". */
const isSentinel = (value: number) =>
  value === -999 || value === -9999 || value === -99999 || value === -999999;

function noteReading(
  context: ReadContext,
  i: number,
  column: number,
  text: string,
  reading: NumberReading,
  certain: boolean,
): void {
  const understood = cellText(reading.value);
  if (reading.otherwise !== undefined && (!certain || reading.damaged)) {
    note(context, i, column, 'ambiguousNumber', 'warning', text, understood, {
      otherwise: cellText(reading.otherwise),
    });
  } else if (reading.range) note(context, i, column, 'range', 'note', text, understood);
  else if (reading.magnitude !== 1) note(context, i, column, 'magnitude', 'note', text, understood);
  else note(context, i, column, 'textNumber', 'note', text, understood);
}

/** A column of fractions with values such as 12.5 or 108 means percent. Formatted percents are fractions already. */
function scalePercents(context: ReadContext, column: number, values: Float64Array): void {
  if ((context.source.formats[column] ?? '').includes('%')) return;
  const filled = values.filter((value) => !Number.isNaN(value) && value !== 0).map(Math.abs);
  filled.sort();
  const median = filled[filled.length >> 1];
  if (median === undefined || median <= 2) return;
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? NaN) / 100;
  note(context, -1, column, 'percentScale', 'note', cellText(median), cellText(median / 100));
}

/** `Revenue ($M)` with values such as 18.3: in millions. Values that are large already stay as they are. */
function applyHeaderUnit(context: ReadContext, column: number, values: Float64Array): void {
  const header = context.source.headers[column] ?? '';
  const { unit } = headerWords(header);
  if (unit === 1) return;
  const filled = values.filter((value) => value > 0);
  filled.sort();
  const median = filled[filled.length >> 1];
  if (median === undefined) return;
  const applied = median * unit <= 1e13 && median < 1e6;
  if (applied) for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? NaN) * unit;
  note(context, -1, column, 'headerUnit', 'warning', header, cellText(applied ? median * unit : median), {
    example: cellText(median),
    unit: applied ? unit : 1,
  });
}

function noteNegatives(context: ReadContext, column: number, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (value < 0)
      note(context, i, column, 'negative', 'warning', cellText(cellAt(context, i, column)), cellText(value));
  }
}

function noteMixedCurrency(
  context: ReadContext,
  column: number,
  currencies: readonly (string | undefined)[] | undefined,
): void {
  if (currencies === undefined) return;
  const counts = new Map<string, number>();
  for (const code of currencies) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (counts.size < 2) return;
  const list = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  note(context, -1, column, 'mixedCurrency', 'warning', list.join(', '), undefined, {
    currencies: list.join(', '),
  });
}
