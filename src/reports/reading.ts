import { columnRef, literal, sought, thisRow } from './spec';

/** How the cells of a column of numbers are read by formula. */
export interface Reading {
  /** Header of the list's own column. */
  readonly source: string;
  /** Marks that stand about the numbers (`$`, ` USD`), taken away before a text is read; the longest first. */
  readonly marks: readonly string[];
  readonly decimal: string;
  readonly group: string;
  /** Texts that no formula reads: what they are understood as, undefined for nothing. */
  readonly texts: ReadonlyMap<string, number | undefined>;
  /** Header of the column of currencies, where amounts are converted. */
  readonly currency: string | undefined;
  /** Numbers that are dates by their format, which no formula sees: whose cells they are. Undefined without any. */
  readonly dates?: DatesApart;
}

/** Cells of a column that hold a date where a number should be, by account. */
export interface DatesApart {
  /** Header of the column that tells accounts apart. */
  readonly key: string;
  readonly cells: readonly { readonly account: string | number; readonly serial: number }[];
}

/** Numbers as the formula below reads them: `1,234.50` with the marks taken away. Undefined where it would read none. */
export function readAsFormula(
  text: string,
  { marks, decimal, group }: Pick<Reading, 'marks' | 'decimal' | 'group'>,
): number | undefined {
  const bare = marks.reduce((rest, mark) => rest.replaceAll(mark, ''), text).replace(/[ \u00A0]/g, '');
  const [g, d] = [escape(group), escape(decimal)];
  if (!new RegExp(`^[-+]?(?:\\d{1,3}(?:${g}\\d{3})+|\\d+)(?:${d}\\d+)?$`).test(bare)) return undefined;
  return Number(bare.replaceAll(group, '').replace(decimal, '.'));
}

const escape = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A word for a currency as formulas know it: without the blanks about it, and they take no account of case. */
export const currencyWord = (cell: string): string => cell.replace(/^ +| +$/g, '');

/** Whether formulas find a cell's word: TRIM also makes one blank of several, and leaves those that do not break. */
export const isCurrencyWordFound = (cell: string): boolean => /^(?:\S+(?: \S+)*)?$/.test(currencyWord(cell));

/** The mark of a cell that could not be read. */
const UNREAD = '?';

/** Under what a text stands in the table of texts. */
export const textKey = (source: string, text: string): string => `${source}|${text}`;

/** Under what the date of an account stands there: no text begins so. */
export const dateKey = (source: string, account: string | number): string => `${source}||${account}`;

/** Numbers that may be days of these times: what an account that had a date has now may be one again. */
const [FIRST_DAY, LAST_DAY] = [18_264, 73_050];

/**
 * The number of a cell, where some hold dates: nothing as long as it is the same date; what may be another one is not
 * known, since a formula sees no format.
 */
function unlessDate(
  { source, dates }: Reading,
  tables: { readonly texts: string },
  headers: { readonly key: string; readonly text: string },
): string {
  const cell = thisRow(source);
  if (dates === undefined) return cell;
  const key = sought(`${literal(dateKey(source, ''))}&${thisRow(dates.key)}`);
  const place = `MATCH(${key},${columnRef(tables.texts, headers.key)},0)`;
  const same = `INDEX(${columnRef(tables.texts, headers.text)},${place})-${cell}=0`;
  const other = `IF((${cell}>=${FIRST_DAY})*(${cell}<=${LAST_DAY})=1,NA(),${cell})`;
  return `IF(ISNUMBER(${place}),IF(${same},0,${other}),${cell})`;
}

/**
 * NUMBERVALUE takes `1,5` for 15, `12%` for 0.12 and `1e5` for 100,000: what it would read in its own way is an error.
 * A mark of thousands has three digits behind it, up to the decimal sign or the end.
 */
function numberIn(bare: string, decimal: string, group: string): string {
  const end = `IFERROR(FIND(${decimal},${bare}),LEN(${bare})+1)`;
  const grouped = `IF(ISERROR(FIND(${group},${bare})),TRUE,MID(${bare},${end}-4,1)=${group})`;
  return (
    `IF(AND(ISERROR(SEARCH("e",${bare})),ISERROR(FIND("%",${bare})),${grouped}),` +
    `NUMBERVALUE(${bare},${decimal},${group}),NA())`
  );
}

/** What a column of numbers that are not all plain is read as: live, so that edits and new rows count. */
export function readingFormula(
  reading: Reading,
  tables: { readonly texts: string; readonly rates: string },
  headers: {
    readonly key: string;
    readonly text: string;
    readonly understood: string;
    readonly currency: string;
    readonly rate: string;
  },
): string {
  const { source, marks, decimal, group, texts, currency } = reading;
  const cell = thisRow(source);
  // A blank that does not break is a blank to people and none to formulas.
  const bare = [...marks, '\u00A0', ' '].reduce(
    (inner, mark) => `SUBSTITUTE(${inner},${literal(mark)},"")`,
    cell,
  );
  const written = numberIn(bare, literal(decimal), literal(group));
  const key = sought(`${literal(`${source}|`)}&${cell}`);
  const text =
    texts.size === 0
      ? written
      : `IFERROR(INDEX(${columnRef(tables.texts, headers.understood)},MATCH(${key},${columnRef(tables.texts, headers.key)},0)),${written})`;
  const amount = `MAX(0,IF(ISNUMBER(${cell}),${unlessDate(reading, tables, headers)},${text}))`;
  const word = `TRIM(${thisRow(currency ?? '')})`;
  const rate =
    currency === undefined
      ? ''
      : `*IF(${word}="",1,INDEX(${columnRef(tables.rates, headers.rate)},MATCH(${sought(word)},${columnRef(tables.rates, headers.currency)},0)))`;
  // What cannot be read is a question mark: no sum counts it, and a check does.
  return `=IFERROR(IF(${cell}="","",IFERROR(${amount}${rate},${literal(UNREAD)})),"")`;
}
