import type { IStyleData } from '@univerjs/core';
import { emptySheetContents, type CellContents, type SheetContents, type WorkbookContents } from './contents';
import { newPageLayout } from './page-layout';
import { NEW_TABLE_LOOK } from './table';

/** Plain data that becomes a sheet with one table of the same name. */
export interface PlainTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  /** Number format of each column. */
  readonly formats: readonly string[];
}

const WIDEST = 40;

/** A workbook of plain tables, as a file would hold it; without any, one empty sheet. */
export function contentsOfTables(tables: readonly PlainTable[]): WorkbookContents {
  const styles: IStyleData[] = [{ bl: 1 }];
  const sheets = tables.map((table) => sheetOf(table, styles));
  return {
    styles,
    sheets: sheets.length > 0 ? sheets : [emptySheetContents('Sheet1', newPageLayout())],
    activeSheet: undefined,
    names: [],
    structureProtected: false,
    calculationMode: 'Automatic',
  };
}

function sheetOf({ name, headers, rows, formats }: PlainTable, styles: IStyleData[]): SheetContents {
  const styleOf = formats.map((pattern) =>
    pattern === 'General' ? undefined : styles.push({ n: { pattern } }) - 1,
  );
  const cells = new Map<number, Map<number, CellContents>>();
  cells.set(0, new Map(headers.map((value, c) => [c, { value, style: 0 }])));
  rows.forEach((row, r) => {
    const line = new Map<number, CellContents>();
    row.forEach((value, c) => {
      const style = styleOf[c];
      if (value !== '') line.set(c, style === undefined ? { value } : { value, style });
    });
    cells.set(r + 1, line);
  });
  const width = (c: number) =>
    Math.min(
      WIDEST,
      Math.max(...[headers, ...rows.slice(0, 50)].map((row) => String(row[c] ?? '').length)) + 3,
    );
  return {
    ...emptySheetContents(name, newPageLayout()),
    cells,
    columns: headers.map((_, index) => ({ index, size: 7 * width(index) })),
    freeze: { rows: 1, columns: 0 },
    tables: [
      {
        name,
        rect: { row: 0, column: 0, rows: rows.length + 1, columns: headers.length },
        look: NEW_TABLE_LOOK,
        columns: headers.map((name, i) => ({ id: i + 1, name })),
      },
    ],
  };
}
