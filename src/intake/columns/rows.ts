import type { SourceTable } from '../../plan/cells';
import { cellText, isBlank, trimText } from '../cells/cell-text';
import type { FindingList } from '../cells/finding-list';

/** Headings of summing rows, alone in their cell: a firm may well be called `Total Wine`. */
const TOTAL =
  /^(?:(?:grand|sub|report)[\s-]?)?totals?(?:\s*\(?\d[\d.,]*\s*(?:records?|rows?|accounts?)?\)?)?:?$|^(?:gesamt|summe|gesamtsumme|zwischensumme|total général|total general|somme|suma|sum|average|durchschnitt|grand totals? \([\d.,]+ records?\))\s*:?$/i;
/** True for the heading of a row that sums others up. */
export const isTotalText = (text: string): boolean => TOTAL.test(text);
const FOOTER =
  /^(?:copyright|©|\(c\)|confidential|vertraulich|generated|exported|report generated|source:|quelle:|note:|applied filters|no filters applied|records? selected|stand:|as of )/i;

export interface RowOptions {
  /** Read rows that a filter or the user hides; they are by default. */
  readonly includeHiddenRows?: boolean;
  /** Columns that an account fills besides its name: a row with any of them is no total. */
  readonly identifying: readonly number[];
}

/**
 * Body rows that hold data. Blank rows, totals and report footers are left out, each noted; hidden rows
 * as the options say.
 */
export function dataRows(source: SourceTable, options: RowOptions, findings: FindingList): Int32Array {
  const hidden = new Set(source.hiddenRows);
  const include = options.includeHiddenRows ?? true;
  const kept = new Int32Array(source.rowCount);
  let count = 0;
  let blank = 0;
  let hiddenData = 0;
  let lastFilled = -1;
  for (let row = 0; row < source.rowCount; row++) {
    const first = firstFilled(source, row);
    if (first < 0) {
      blank++;
      continue;
    }
    const left = repeatsHeaders(source, row)
      ? 'headerAgain'
      : isTotal(source, row, first, options.identifying)
        ? 'totalsRow'
        : undefined;
    if (left !== undefined) {
      findings.add({
        code: left,
        severity: 'note',
        sheet: source.sheet,
        row: source.firstRow + row,
        column: source.firstColumn + first,
        read: trimText(cellText(source.columns[first]?.[row])),
      });
      continue;
    }
    lastFilled = row;
    if (hidden.has(row)) {
      hiddenData++;
      if (!include) continue;
    }
    kept[count++] = row;
  }
  const whole = {
    severity: 'note',
    sheet: source.sheet,
    row: 0,
    column: source.firstColumn,
    read: '',
  } as const;
  if (blank > 0) {
    const trailing = source.rowCount - 1 - lastFilled;
    findings.add({
      ...whole,
      code: 'blankRows',
      params: { count: blank, trailing: Math.min(trailing, blank) },
    });
  }
  if (hiddenData > 0) {
    findings.add({ ...whole, code: 'hiddenRows', params: { count: hiddenData, included: include ? 1 : 0 } });
  }
  return kept.slice(0, count);
}

/** Exports that were pasted below each other have their headers again in between: two filled cells at least, all as the headers. */
function repeatsHeaders({ headers, columns }: SourceTable, row: number): boolean {
  let same = 0;
  for (let column = 0; column < columns.length; column++) {
    const cell = columns[column]?.[row];
    if (cell === undefined || isBlank(cell)) continue;
    if (typeof cell !== 'string' || !isHeader(cell, headers[column])) return false;
    same++;
  }
  return same > 1;
}

const isHeader = (cell: string, header = ''): boolean =>
  trimText(cell).toLowerCase() === trimText(header).toLowerCase();

/** The table with its rows that repeat the headers blank. */
export function withoutHeadersAgain(source: SourceTable): SourceTable {
  const again = new Set<number>();
  for (let row = 0; row < source.rowCount; row++) if (repeatsHeaders(source, row)) again.add(row);
  if (again.size === 0) return source;
  const columns = source.columns.map((cells) => cells.map((cell, row) => (again.has(row) ? '' : cell)));
  return { ...source, columns };
}

function firstFilled(source: SourceTable, row: number): number {
  for (let column = 0; column < source.columns.length; column++) {
    if (!isBlank(source.columns[column]?.[row])) return column;
  }
  return -1;
}

function isTotal(source: SourceTable, row: number, first: number, identifying: readonly number[]): boolean {
  const cell = source.columns[first]?.[row];
  if (typeof cell !== 'string' || cell.length > 200) return false;
  const code = cell.charCodeAt(0);
  if (code >= 48 && code <= 57) return false;
  const text = trimText(cell);
  if (TOTAL.test(text))
    return !identifying.some((column) => column !== first && !isBlank(source.columns[column]?.[row]));
  if (!FOOTER.test(text)) return false;
  return source.columns.every((cells, column) => column === first || isBlank(cells[row]));
}
