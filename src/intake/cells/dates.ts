import { foldMonth } from './months';

/** Order of day and month in a column of numeric dates. ISO dates need none. */
export type DateOrder = 'dmy' | 'mdy';

/** 1900 date serial of a civil date (after 1 March 1900), as Excel counts; `undefined` if there is no such day. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 1900 || year > 2199) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return time / 86400000 + 25569;
}

/** Serials that a date column of sales data may have: 1950 to 2099. */
export function isPlausibleSerial(value: number): boolean {
  return value >= 18264 && value < 73051;
}

interface Numeric {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly separator: string;
}

const NUMERIC =
  /^(\d{1,2})\s*([/.\-\s])\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4}|\d{2})(?:[,\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?)?$/i;

function numericParts(text: string): Numeric | undefined {
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [, first = '', separator = '', second = '', year = ''] = match;
  return { first: Number(first), second: Number(second), year: fullYear(year), separator };
}

/** Two-digit years as Excel reads them: 00–29 in this century, 30–99 in the last. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

export interface DateReading {
  /** 1900 serial, whole days. */
  readonly serial: number;
  /** The serial if day and month were the other way round, where both are possible and differ. */
  readonly otherwise?: number;
}

/**
 * Reads a date: ISO (with time and zone), `7/1/2024`, `1.7.2024`, `01-Jul-24`, `July 1, 2024`,
 * `1. Juli 2024`, `20240701`. The time of day is dropped. `undefined` if it is none.
 */
export function readDateText(text: string, order: DateOrder): DateReading | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text);
  if (iso) return reading(dateSerial(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text);
  if (compact) return reading(dateSerial(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  const parts = numericParts(text);
  if (parts) return readNumeric(parts, order);
  return readNamed(text);
}

function readNumeric({ first, second, year }: Numeric, order: DateOrder): DateReading | undefined {
  const dayFirst = dateSerial(year, second, first);
  const monthFirst = dateSerial(year, first, second);
  const [chosen, other] = order === 'dmy' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (chosen === undefined) return reading(other);
  return other === undefined || other === chosen ? reading(chosen) : { serial: chosen, otherwise: other };
}

function readNamed(text: string): DateReading | undefined {
  const words = text
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .replace(/\b(?:de|del)\b/gi, ' ')
    .replace(/^[\p{L}]{2,10},\s*/u, (day) => (foldMonth(day.replace(',', '')) ? day : ''))
    .split(/[\s,./-]+/)
    .filter((word) => word !== '');
  const monthAt = words.findIndex((word) => foldMonth(word) !== undefined);
  const month = foldMonth(words[monthAt] ?? '');
  if (month === undefined) return undefined;
  const numbers = words.filter((word, i) => i !== monthAt && /^\d{1,4}$/.test(word));
  const [a, b] = numbers;
  if (a === undefined) return undefined;
  if (b === undefined) return a.length === 4 ? reading(dateSerial(Number(a), month, 1)) : undefined;
  if (a.length === 4) return reading(dateSerial(Number(a), month, Number(b)));
  return reading(dateSerial(fullYear(b), month, Number(a)));
}

const reading = (serial: number | undefined): DateReading | undefined =>
  serial === undefined ? undefined : { serial };

export interface DateStyle {
  readonly order: DateOrder;
  /** False if every numeric date of the column can be read both ways. */
  readonly certain: boolean;
  /** Dates that only one order allows, as counts. */
  readonly forDayFirst: number;
  readonly forMonthFirst: number;
}

/** Decides for a whole column whether days or months come first, from the dates that allow only one. */
export function decideDateStyle(texts: Iterable<string>, hint?: DateOrder): DateStyle {
  let forDayFirst = 0;
  let forMonthFirst = 0;
  let open = 0;
  let dotted = 0;
  for (const text of texts) {
    const parts = numericParts(text);
    if (!parts) continue;
    if (parts.first > 12 && parts.second <= 12) forDayFirst++;
    else if (parts.second > 12 && parts.first <= 12) forMonthFirst++;
    else if (parts.first !== parts.second) open++;
    if (parts.separator === '.') dotted++;
  }
  const decided = forDayFirst !== forMonthFirst;
  const order: DateOrder = decided
    ? forDayFirst > forMonthFirst
      ? 'dmy'
      : 'mdy'
    : dotted > 0
      ? 'dmy'
      : (hint ?? 'mdy');
  const oneSided = Math.min(forDayFirst, forMonthFirst) === 0;
  return { order, certain: open === 0 || (decided && oneSided) || dotted > 0, forDayFirst, forMonthFirst };
}
