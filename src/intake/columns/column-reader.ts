import { formatAt, type Cell, type SourceTable } from '../../plan/cells';
import type { TextColumn } from '../../plan/columns';
import type { FieldKind } from '../../plan/fields';
import type { FindingCode, Severity } from '../../plan/findings';
import { cellText, isBlank, isErrorText, isPlaceholder, trimText } from '../cells/cell-text';
import { decideDateStyle, isPlausibleSerial, readDateText, type DateOrder } from '../cells/dates';
import type { FindingList } from '../cells/finding-list';
import { isAmountFormat, isDateFormat } from '../cells/formats';
import { readFlagText } from '../cells/flags';
import { isMojibake, repairMojibake } from '../cells/mojibake';

/** Rows of a table that are read, and where what is noticed goes. */
export interface ReadContext {
  readonly source: SourceTable;
  /** Body row indices that are read, in order: account or rep i is `rows[i]`. */
  readonly rows: Int32Array;
  readonly findings: FindingList;
}

/** Adds a finding about the cell of row i (an index into `rows`); i = −1 speaks of the whole column. */
export function note(
  context: ReadContext,
  i: number,
  column: number,
  code: FindingCode,
  severity: Severity,
  read: string,
  understood?: string,
  params?: Readonly<Record<string, string | number>>,
): void {
  const { source, rows, findings } = context;
  findings.add({
    code,
    severity,
    sheet: source.sheet,
    row: i < 0 ? 0 : source.firstRow + (rows[i] ?? 0),
    column: source.firstColumn + column,
    read: read.length > 120 ? `${read.slice(0, 119)}…` : read,
    ...(understood === undefined ? {} : { understood }),
    ...(params === undefined ? {} : { params }),
  });
}

/** The cell of row i, or `''` beyond the data. */
export function cellAt({ source, rows }: ReadContext, i: number, column: number): Cell {
  return source.columns[column]?.[rows[i] ?? -1] ?? '';
}

/**
 * A filled cell as trimmed text, or `undefined` if it is blank, an error or a placeholder; the latter two
 * are noted.
 */
export function filledText(context: ReadContext, i: number, column: number): string | undefined {
  const cell = cellAt(context, i, column);
  if (isBlank(cell)) return undefined;
  const text = trimText(cellText(cell));
  if (typeof cell !== 'string') return text;
  if (isErrorText(text)) {
    note(context, i, column, 'errorCell', 'warning', text);
    return undefined;
  }
  if (isPlaceholder(text)) {
    note(context, i, column, 'placeholder', 'note', text);
    return undefined;
  }
  return text;
}

export interface TextOptions {
  readonly kind: FieldKind;
  /** The text is only used to find a place: damaged letters may be put right. */
  readonly isPlace?: boolean;
  /** The text is written into sheets or files of ours. */
  readonly isWritten?: boolean;
  /** Two or three letters may be a code that looks like a placeholder: `NV`, `ND`, `NA`. */
  readonly keepShort?: boolean;
}

/** What is to be kept and said of a text, decided once for all cells that hold it. */
interface TextReading {
  /** Number in the column's pool, −1 for what is left blank. */
  readonly code: number;
  readonly text: string;
  readonly problem?: 'errorCell' | 'placeholder' | 'mojibake' | 'formulaText';
}

/** Reads a column of text or ids. */
export function readTextColumn(context: ReadContext, column: number, options: TextOptions): TextColumn {
  const codes = new Int32Array(context.rows.length).fill(-1);
  const pool: string[] = [];
  const codeOf = new Map<string, number>();
  const readings = new Map<Cell, TextReading>();
  const intern = (text: string): number => {
    let code = codeOf.get(text);
    if (code === undefined) codeOf.set(text, (code = pool.push(text) - 1));
    return code;
  };
  for (let i = 0; i < codes.length; i++) {
    const cell = cellAt(context, i, column);
    if (cell === '') continue;
    let code = typeof cell === 'string' ? codeOf.get(cell) : undefined;
    if (code === undefined || readings.has(cell)) {
      const reading = readings.get(cell) ?? readText(cell, options, intern);
      code = reading.code;
      // Tidy texts stand in `codeOf` as they are; only the others are remembered apart.
      if (reading.problem !== undefined || reading.text !== cell) readings.set(cell, reading);
      if (reading.problem !== undefined) noteText(context, i, column, reading, pool);
    }
    codes[i] = code;
  }
  return { codes, pool };
}

function readText(cell: Cell, options: TextOptions, intern: (text: string) => number): TextReading {
  const text = trimText(cellText(cell));
  if (text === '') return { code: -1, text };
  if (typeof cell !== 'string') return { code: intern(text), text };
  if (isErrorText(text)) return { code: -1, text, problem: 'errorCell' };
  if (isPlaceholder(text) && !(options.keepShort === true && isShortCode(text))) {
    return { code: -1, text, problem: 'placeholder' };
  }
  if (isMojibake(text)) {
    const repaired = options.isPlace === true ? repairMojibake(text) : undefined;
    return { code: intern(repaired ?? text), text, problem: 'mojibake' };
  }
  if (options.isWritten === true && /^[=+\-@]/.test(text))
    return { code: intern(text), text, problem: 'formulaText' };
  return { code: intern(text), text };
}

function noteText(
  context: ReadContext,
  i: number,
  column: number,
  { code, text, problem }: TextReading,
  pool: readonly string[],
): void {
  if (problem === undefined) return;
  const kept = code < 0 ? undefined : pool[code];
  const understood = problem === 'mojibake' && kept === text ? undefined : kept;
  note(context, i, column, problem, problem === 'errorCell' ? 'warning' : 'note', text, understood);
}

/** Two or three letters that may be a code, though they read like a placeholder. */
function isShortCode(text: string): boolean {
  return /^[a-z]{2,3}$/i.test(text) && !/^(?:nil|nan|tbd|tba)$/i.test(text);
}

/** Reads dates as 1900 serials, whole days; NaN where there is none. */
export function readDateColumn(context: ReadContext, column: number, hint?: DateOrder): Float64Array {
  const values = new Float64Array(context.rows.length).fill(NaN);
  const style = decideDateStyle(distinctTexts(context, column), hint);
  const { source, rows } = context;
  // Of a column that shows dates, a number that shows an amount is one; a bare number may be a day that was pasted.
  const showsDates = isDateFormat(source.formats[column] ?? 'General');
  for (let i = 0; i < values.length; i++) {
    const cell = cellAt(context, i, column);
    if (typeof cell === 'number') {
      const isAmount = showsDates && isAmountFormat(formatAt(source, column, rows[i] ?? -1));
      const serial = isAmount ? undefined : serialOf(cell);
      if (serial !== undefined) values[i] = serial;
      else if (cell !== 0) note(context, i, column, 'notADate', 'warning', cellText(cell));
      continue;
    }
    const text = filledText(context, i, column);
    if (text === undefined) continue;
    const reading = readDateText(text, style.order);
    if (reading === undefined) {
      note(context, i, column, 'notADate', 'warning', text);
      continue;
    }
    values[i] = reading.serial;
    if (reading.otherwise !== undefined && !style.certain) {
      note(context, i, column, 'ambiguousDate', 'warning', text, isoDate(reading.serial), {
        otherwise: isoDate(reading.otherwise),
        order: style.order,
      });
    }
  }
  return values;
}

/** A number that stands for a date: an Excel serial, `20240701`, or seconds or milliseconds since 1970. */
function serialOf(value: number): number | undefined {
  if (isPlausibleSerial(value)) return Math.floor(value);
  if (Number.isInteger(value) && value > 19000000 && value < 22000000) {
    return readDateText(String(value), 'mdy')?.serial;
  }
  if (value > 6e11 && value < 4e12) return Math.floor(value / 86400000) + 25569;
  if (value > 6e8 && value < 4e9) return Math.floor(value / 86400) + 25569;
  return undefined;
}

/** A 1900 serial as `2024-07-01`: how findings show dates, whatever the language. */
export function isoDate(serial: number): string {
  return new Date((serial - 25569) * 86400000).toISOString().slice(0, 10);
}

/** Reads yes and no as 1 and 0; NaN where there is neither. */
export function readFlagColumn(context: ReadContext, column: number): Float64Array {
  const values = new Float64Array(context.rows.length).fill(NaN);
  for (let i = 0; i < values.length; i++) {
    const cell = cellAt(context, i, column);
    if (typeof cell === 'boolean') values[i] = cell ? 1 : 0;
    else if (typeof cell === 'number') values[i] = cell === 0 ? 0 : 1;
    else {
      const text = filledText(context, i, column);
      if (text === undefined) continue;
      const flag = readFlagText(text);
      if (flag === undefined) note(context, i, column, 'notAFlag', 'warning', text);
      else values[i] = flag ? 1 : 0;
    }
  }
  return values;
}

const DISTINCT_LIMIT = 50000;

/** Distinct texts of a column, trimmed: what its style is decided from. */
export function distinctTexts({ source, rows }: ReadContext, column: number): Set<string> {
  const texts = new Set<string>();
  const cells = source.columns[column] ?? [];
  for (const row of rows) {
    const cell = cells[row];
    if (typeof cell !== 'string' || cell === '') continue;
    texts.add(cell);
    if (texts.size >= DISTINCT_LIMIT) break;
  }
  return new Set([...texts].map(trimText));
}
