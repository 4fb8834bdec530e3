import { renameSheetInFormula } from '../formula/references';
import { hostErrors } from '../protocol/host-error';
import type { Book } from './book';
import { EventType, WORKBOOK_TARGET } from './events';
import type { Sheet } from './sheet';
import { mentions, removeTable } from './table-registry';

/**
 * Deletes a sheet with all that stands on it; references to it become #REF!. Excel keeps at least one
 * visible sheet, and does not delete a very hidden one.
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-delete-member(1)
 */
export function deleteSheet(book: Book, sheet: Sheet): void {
  book.checkStructure();
  if (sheet.visibility === 'VeryHidden') {
    throw hostErrors.invalidOperation(
      'A very hidden sheet cannot be deleted: make it hidden or visible first.',
    );
  }
  const next = book.sheets.find((other) => other !== sheet && other.visibility === 'Visible');
  if (!next) throw hostErrors.invalidOperation('A workbook must contain at least one visible worksheet.');
  if (book.activeSheet === sheet) book.activate(next);
  const { name } = sheet;
  // While its cells are there: formulas in them may speak of its tables.
  takeTables(book, sheet);
  book.removeSheet(sheet);
  followDeletion(book, sheet, name);
}

/**
 * What goes with a sheet that is gone, by us or in Univer's own user interface: its tables and names; what spoke of it, and
 * whoever listens, is told.
 */
export function followDeletion(book: Book, sheet: Sheet, name: string): void {
  takeTables(book, sheet);
  book.names.removeScope(sheet.id);
  book.forgetSheet(sheet);
  // Within quotes an apostrophe stands twice.
  const concerns = mentions(name.replaceAll("'", "''"));
  book.rewriteFormulas((text) => renameSheetInFormula(text, name, null), { concerns });
  book.events.push(EventType.WorksheetDeleted, WORKBOOK_TARGET, { worksheetId: sheet.id, source: 'Local' });
}

function takeTables(book: Book, sheet: Sheet): void {
  for (const table of book.tables.filter((known) => known.sheet === sheet)) removeTable(book, table);
}
