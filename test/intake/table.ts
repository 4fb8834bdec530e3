import type { Cell, SourceTable } from '../../src/plan/cells';

/** A source table from rows; the first row is the header. */
export function table(rows: readonly (readonly Cell[])[], options: Partial<SourceTable> = {}): SourceTable {
  const [header = [], ...body] = rows;
  const width = header.length;
  return {
    sheet: 'Accounts',
    headerRow: 1,
    firstRow: 2,
    firstColumn: 1,
    rowCount: body.length,
    headers: header.map(String),
    columns: Array.from({ length: width }, (_, c) => body.map((row) => row[c] ?? '')),
    formats: Array.from({ length: width }, () => 'General'),
    isFormula: Array.from({ length: width }, () => false),
    hiddenRows: [],
    ...options,
  };
}

/** A source table from text: cells between `|`, numbers as numbers, one row a line. */
export function textTable(text: string, options: Partial<SourceTable> = {}): SourceTable {
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const [header = [], ...body] = rows;
  return table([header, ...body.map((row) => row.map(typed))], options);
}

function typed(text: string): Cell {
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE';
  return /^-?\d+(?:\.\d+)?$/.test(text) && !/^-?0\d/.test(text) ? Number(text) : text;
}
