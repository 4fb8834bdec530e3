import { WHOLE_SHEET } from '../grid/rect';
import type { Book } from '../model/book';
import type { Sheet } from '../model/sheet';

/**
 * The sheets whose figures may be other than in their file: those that were edited, those that are new, and those with
 * formulas that speak of one of these, or of its tables and names. All others keep what their file says, which another
 * engine calculated; one formula that speaks of an edited sheet is enough for the whole of its own.
 */
export function sheetsThatFollow(book: Book, isOfFile: (sheet: Sheet) => boolean): Set<Sheet> {
  const found = new Set(book.sheets.filter((sheet) => !isOfFile(sheet) || book.events.edited.has(sheet.id)));
  const others = book.sheets
    .filter((sheet) => !found.has(sheet))
    .map((sheet) => ({ sheet, formulas: formulasOf(sheet) }))
    .filter(({ formulas }) => formulas.length > 0);
  for (let before = -1; before < found.size;) {
    before = found.size;
    const words = wordsOf(book, found);
    for (const { sheet, formulas } of others)
      if (!found.has(sheet) && formulas.some((text) => words.some((word) => text.includes(word))))
        found.add(sheet);
  }
  return found;
}

function formulasOf(sheet: Sheet): string[] {
  const texts = new Set<string>();
  sheet.cells.forEachCell(WHOLE_SHEET, (row, column, cell) => {
    if (cell.f || cell.custom) texts.add((sheet.cells.formula(row, column) ?? '').toLowerCase());
  });
  return [...texts];
}

/** By what formulas may speak of sheets, in small letters. */
function wordsOf(book: Book, sheets: ReadonlySet<Sheet>): string[] {
  const words = [...sheets].map(({ name }) => name.replace(/'/g, "''").toLowerCase());
  for (const { name, sheet } of book.tables) if (sheets.has(sheet)) words.push(name.toLowerCase());
  return book.names.speakingOf(words);
}
