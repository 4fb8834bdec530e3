import type { IStyleData } from '@univerjs/core';
import type { SpreadsheetEngine } from '../grid/engine';
import type { Book } from '../model/book';
import { loadBook } from '../model/load';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/table';
import type { FileContents, OpenedPackage } from './read-xlsx';
import { columnTags, sheetFrame } from './write-sheet';
import { tableXml } from './write-table';
import { workbookFrame } from './write-workbook';

/** A sheet as the model showed it when its file was opened. */
export interface SheetThen {
  readonly path: string;
  readonly hasDrawing: boolean;
  readonly frame: string;
  readonly columns: ReadonlyMap<number, string>;
  readonly tables: readonly Pick<Table, 'name' | 'rect'>[];
  /** The charts of the file on it, by their place in its drawing. */
  readonly charts: readonly number[];
}

/** The file of a book, and what the model showed of it: what is other when it is saved has been changed. */
export interface Origin extends OpenedPackage {
  readonly styles: readonly IStyleData[];
  readonly sheets: ReadonlyMap<string, SheetThen>;
  readonly tables: ReadonlyMap<Table, string>;
  readonly workbook: string;
}

const origins = new WeakMap<Book, Origin>();

/** The file a book was opened from; undefined for one that began here, or as text. */
export const originOf = (book: Book): Origin | undefined => origins.get(book);

/** Opens a workbook with the contents of a file, and remembers the file. */
export function openBook(engine: SpreadsheetEngine, contents: FileContents, name: string): Book {
  const book = loadBook(engine, contents, name);
  if (contents.file) origins.set(book, rememberedOf(book, contents, contents.file));
  return book;
}

function rememberedOf(book: Book, contents: FileContents, file: OpenedPackage): Origin {
  const sheets = new Map<string, SheetThen>();
  book.sheets.forEach((sheet: Sheet, i) => {
    const read = contents.sheets[i];
    if (read?.path === undefined) return;
    const { path, hasDrawing = false } = read;
    sheets.set(sheet.id, {
      path,
      hasDrawing,
      frame: sheetFrame(book, sheet, hasDrawing),
      columns: columnTags(sheet),
      tables: read.tables.map(({ name, rect }) => ({ name, rect })),
      charts: read.charts.map(({ anchor }) => anchor),
    });
  });
  const tables = new Map(book.tables.map((table) => [table, tableXml(table, table.id)]));
  return { ...file, styles: contents.styles, sheets, tables, workbook: workbookFrame(book) };
}
