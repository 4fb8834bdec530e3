import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

import ExcelJS from 'exceljs';

import type { TableChoice } from '../../src/intake';
import type { Cell, SheetSurvey, SourceTable } from '../../src/plan/cells';
import { readCsv } from '../../src/workbench/files/csv';

/** A sheet as rows of cells, from A1 on. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly visible: boolean;
}

/** The sheets of a .csv or .xlsx file. Throws what exceljs throws for a workbook it cannot open. */
export async function readSheets(file: string): Promise<Sheet[]> {
  return ['.csv', '.tsv', '.txt'].includes(extname(file)) ? readText(file) : readWorkbook(file);
}

function readText(file: string): Sheet[] {
  // Excel names the sheet of a text file after the file.
  const name = basename(file, extname(file)).slice(0, 31);
  return readCsv(readFileSync(file), name).sheets.map(({ cells }) => ({
    name,
    rows: Array.from({ length: Math.max(-1, ...cells.keys()) + 1 }, (_, r) => rowOf(cells.get(r))),
    visible: true,
  }));
}

function rowOf(line: ReadonlyMap<number, { readonly value?: Cell | null }> | undefined): Cell[] {
  if (line === undefined) return [];
  return Array.from({ length: Math.max(-1, ...line.keys()) + 1 }, (_, c) => line.get(c)?.value ?? '');
}

async function readWorkbook(file: string): Promise<Sheet[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  return book.worksheets.map((sheet) => {
    const rows: Cell[][] = [];
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      const cells: Cell[] = [];
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        cells[column - 1] = plain(cell.value);
      });
      rows[number - 1] = Array.from(cells, (cell) => cell ?? '');
    });
    return {
      name: sheet.name,
      rows: Array.from(rows, (row) => row ?? []),
      visible: sheet.state === 'visible',
    };
  });
}

/** A cell's value as Office.js would give it. */
function plain(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.getTime() / 86400000 + 25569;
  if (typeof value !== 'object') return value;
  if ('error' in value) return value.error;
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('text' in value) {
    const { text } = value as { text: ExcelJS.CellValue };
    return plain(text);
  }
  return 'result' in value ? plain(value.result) : '';
}

export function survey({ name, rows, visible }: Sheet): SheetSurvey {
  return {
    sheet: name,
    visible,
    isProtected: false,
    top: rows.slice(0, 40),
    firstRow: 1,
    firstColumn: 1,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.slice(0, 100).map((row) => row.length)),
    tables: [],
  };
}

export function sourceOf(sheets: readonly Sheet[], choice: TableChoice): SourceTable {
  const { headerRow, firstColumn, columnCount } = choice;
  const rows = sheets.find(({ name }) => name === choice.sheet)?.rows ?? [];
  const body = rows.slice(headerRow);
  const columns = Array.from({ length: columnCount }, (_, c) => firstColumn - 1 + c);
  return {
    sheet: choice.sheet,
    headerRow,
    firstRow: headerRow + 1,
    firstColumn,
    rowCount: body.length,
    headers: columns.map((c) => String(rows[headerRow - 1]?.[c] ?? '')),
    columns: columns.map((c) => body.map((row) => row[c] ?? '')),
    formats: columns.map(() => 'General'),
    isFormula: columns.map(() => false),
    hiddenRows: [],
  };
}
