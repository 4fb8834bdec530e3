import { renameTableInFormula } from '../formula/references';
import { contains, intersection, isInSheet, rectOf, sameRect } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { valueOf } from '../grid/cell-value';
import { hostErrors } from '../protocol/host-error';
import type { Book, FormulaFilter, FormulaSpot } from './book';
import { EventType, WORKBOOK_TARGET } from './events';
import { checkName } from './names';
import type { Sheet } from './sheet';
import { NEW_TABLE_LOOK, Table } from './table';
import type { TableLook } from './table';

/**
 * Makes a table of a block. Without headers its first row must be free: it gets "Column1", "Column2" ….
 * @throws HostError InvalidArgument if the block overlaps another table or leaves the sheet.
 */
export function addTable(
  book: Book,
  sheet: Sheet,
  rect: Rect,
  options: { hasHeaders: boolean; name?: string; look?: Partial<TableLook>; id?: string },
): Table {
  sheet.checkUnprotected();
  if (book.tablesIn(sheet, rect).length > 0) {
    throw hostErrors.invalidArgument('A table cannot overlap another table.');
  }
  if (sheet.mergesIn(rect).length > 0) throw hostErrors.invalidArgument('A table cannot hold merged cells.');
  // A table has at least one data row.
  const area = rect.rows === 1 ? { ...rect, rows: 2 } : rect;
  if (!isInSheet(area)) throw hostErrors.invalidArgument();
  const id = options.id ?? String(book.takeId());
  const name = options.name ?? freeTableName(book);
  if (options.name !== undefined) checkTableName(book, options.name);
  const table = new Table(id, name, sheet, area, { ...NEW_TABLE_LOOK, ...options.look });
  for (let i = 0; i < area.columns; i++) {
    table.insertColumn(i, options.hasHeaders ? headerText(sheet, area.row, area.column + i) : '');
  }
  writeHeaders(table);
  sheet.track(table.area);
  book.tables.push(table);
  book.rewriteFormulas(undefined, { concerns: speaksOf(table) });
  book.events.push(EventType.TableAdded, WORKBOOK_TARGET, {
    source: 'Local',
    tableId: id,
    worksheetId: sheet.id,
  });
  return table;
}

function headerText(sheet: Sheet, row: number, column: number): string {
  return String(valueOf(sheet.cells.raw(row, column)));
}

/** Puts the column names into the header cells, always as text. */
export function writeHeaders(table: Table): void {
  const header = table.headerRect;
  if (!header) return;
  const { cells } = table.sheet;
  for (const [i, column] of table.columns.entries()) {
    const at = header.column + i;
    const cell = cells.raw(header.row, at);
    if (cell && !cell.f && valueOf(cell) === column.name) continue;
    cells.write(
      rectOf(header.row, at),
      () => `'${column.name}`,
      () => ({ text: '', compiled: '' }),
    );
  }
}

export function freeTableName(book: Book): string {
  for (let n = 1; ; n++) {
    const name = `Table${n}`;
    if (!book.table(name) && !book.names.find(name, undefined)) return name;
  }
}

/** @throws HostError InvalidArgument or ItemAlreadyExists */
export function checkTableName(book: Book, name: string, self?: Table): void {
  checkName(name);
  const other = book.table(name);
  if ((other && other !== self) || book.names.find(name, undefined)) {
    throw hostErrors.itemAlreadyExists(`The name "${name}" is already taken.`);
  }
}

export function renameTable(book: Book, table: Table, name: string): void {
  checkTableName(book, name, table);
  const before = table.name;
  table.name = name;
  book.rewriteFormulas(
    (text) => renameTableInFormula(text, { table: before, newTable: name, inside: false }),
    { concerns: mentions(before) },
  );
}

/** Renames a column, in its header cell and in every formula. */
export function renameColumn(book: Book, table: Table, index: number, wanted: string): void {
  if (!table.columns[index]) throw hostErrors.itemNotFound();
  renameColumns(book, table, new Map([[index, wanted]]));
}

/** Renames columns at once, so that two may trade their names. */
function renameColumns(book: Book, table: Table, wanted: ReadonlyMap<number, string>): void {
  const before = table.columns.map((column) => column.name);
  for (const index of wanted.keys()) {
    const column = table.columns[index];
    // Names that are about to change are free.
    if (column) column.name = `\u0000${index}`;
  }
  for (const [index, name] of wanted) {
    const column = table.columns[index];
    if (column) column.name = table.freeColumnName(name, column);
  }
  writeHeaders(table);
  const renamed = new Map<string, string>();
  before.forEach((name, index) => {
    const now = table.columns[index]?.name;
    if (now !== undefined && now !== name) renamed.set(name, now);
  });
  if (renamed.size === 0) return;
  book.rewriteFormulas(
    (text, spot) =>
      renameTableInFormula(text, { table: table.name, columns: renamed, inside: isInside(table, spot) }),
    { concerns: speaksOfColumns(table, [...renamed].flat()) },
  );
}

/** Formulas that may speak of columns of a table by one of these names. */
function speaksOfColumns(table: Table, names: readonly string[]): FormulaFilter {
  const isOfTable = speaksOf(table);
  // In a formula these characters of a name stand behind an apostrophe.
  if (names.some((name) => /[[\]#'@]/.test(name))) return isOfTable;
  const folded = names.map((name) => name.toLowerCase());
  const found = new Map<string, boolean>();
  return (text, spot) => {
    if (!isOfTable(text, spot)) return false;
    let is = found.get(text);
    if (is === undefined) {
      const lower = text.toLowerCase();
      is = folded.some((name) => lower.includes(name));
      found.set(text, is);
    }
    return is;
  };
}

/** After cells were written: header cells that changed rename their columns. */
export function afterWrite(book: Book, sheet: Sheet, rect: Rect): void {
  for (const table of book.tablesIn(sheet, rect)) {
    const header = table.headerRect;
    const touched = header && intersection(header, rect);
    if (!touched) continue;
    const wanted = new Map<number, string>();
    for (let column = touched.column; column < touched.column + touched.columns; column++) {
      const text = headerText(sheet, header.row, column);
      const index = column - header.column;
      if (table.columns[index]?.name !== text) wanted.set(index, text);
    }
    renameColumns(book, table, wanted);
  }
}

/** True for a formula in a cell of the table: there `[@x]` means its own row. */
export const isInside = (table: Table, { sheet, cell }: FormulaSpot) =>
  sheet === table.sheet && cell !== undefined && contains(table.rect, cell);

/** Formulas in which a name stands, as a table's, a sheet's or as part of a text. */
export function mentions(name: string): FormulaFilter {
  const folded = name.toLowerCase();
  // Formulas repeat down a column.
  const found = new Map<string, boolean>();
  return (text) => {
    let is = found.get(text);
    if (is === undefined) {
      is = text.toLowerCase().includes(folded);
      found.set(text, is);
    }
    return is;
  };
}

/** Formulas that may speak of a table: by its name, or from inside it. */
function speaksOf(table: Table): FormulaFilter {
  const isNamed = mentions(table.name);
  return (text, spot) => isInside(table, spot) || isNamed(text, spot);
}

/** After cells moved: gone tables leave the registry, new columns get their headers. */
export function afterTableShift(book: Book, sheet: Sheet): void {
  for (const table of book.tables.filter((t) => t.sheet === sheet)) {
    if (table.area.isGone) removeTable(book, table);
    else {
      if (table.dataRect.rows < 1) table.area.rect = { ...table.rect, rows: table.rect.rows + 1 };
      writeHeaders(table);
    }
  }
}

/** References to columns that went with their cells become #REF!. */
export function forgetColumns(book: Book, table: Table, before: readonly { readonly name: string }[]): void {
  const gone = before.filter((column) => !table.columns.some((own) => own === column));
  if (gone.length === 0) return;
  const columns = new Map(gone.map(({ name }) => [name, null]));
  book.rewriteFormulas(
    (text, spot) => renameTableInFormula(text, { table: table.name, columns, inside: isInside(table, spot) }),
    { concerns: speaksOf(table) },
  );
}

/** Takes a table out of the registry; its cells stay, references to it become #REF!. */
export function removeTable(book: Book, table: Table): void {
  const at = book.tables.indexOf(table);
  if (at < 0) return;
  book.tables.splice(at, 1);
  table.sheet.untrack(table.area);
  book.rewriteFormulas(
    (text, spot) =>
      renameTableInFormula(text, { table: table.name, newTable: null, inside: isInside(table, spot) }),
    { concerns: speaksOf(table) },
  );
  for (const target of [table.id, WORKBOOK_TARGET]) {
    book.events.push(EventType.TableDeleted, target, {
      source: 'Local',
      tableId: table.id,
      tableName: table.name,
      worksheetId: table.sheet.id,
    });
  }
}

/**
 * Gives a table a new block. The header row must stay where it is and the blocks must overlap.
 * https://learn.microsoft.com/javascript/api/excel/excel.table#excel-excel-table-resize-member(1)
 */
export function resizeTable(book: Book, table: Table, rect: Rect): void {
  table.sheet.checkUnprotected();
  const before = table.rect;
  const extra = (table.look.showHeaders ? 1 : 0) + (table.look.showTotals ? 1 : 0);
  const overlaps = intersection(before, rect) !== null;
  if (rect.row !== before.row || !overlaps || rect.rows < extra + 1) {
    throw hostErrors.invalidArgument('The resized table must overlap the original and keep its header row.');
  }
  const others = book.tablesIn(table.sheet, rect).filter((other) => other !== table);
  if (others.length > 0) throw hostErrors.invalidArgument('A table cannot overlap another table.');
  if (sameRect(before, rect)) return;
  const columns = [...table.columns];
  const removed = new Map<string, null>();
  table.columns.length = 0;
  for (const [i, column] of columns.entries()) {
    const at = before.column + i;
    if (at >= rect.column && at < rect.column + rect.columns) table.columns.push(column);
    else removed.set(column.name, null);
  }
  table.area.rect = rect;
  for (let i = 0; i < rect.columns; i++) {
    const at = rect.column + i;
    const wasInside = at >= before.column && at < before.column + before.columns;
    if (!wasInside)
      table.insertColumn(i, table.look.showHeaders ? headerText(table.sheet, rect.row, at) : '');
  }
  writeHeaders(table);
  book.rewriteFormulas(
    (text, spot) =>
      renameTableInFormula(text, { table: table.name, columns: removed, inside: isInside(table, spot) }),
    { concerns: speaksOf(table) },
  );
}
