import { hostErrors } from '../protocol/host-error';
import type { Book } from './book';
import type { Sheet } from './sheet';

const FORBIDDEN = /[:\\/?*[\]]/;

/** Excel's limit (EXCEL specifications: 31 characters). */
export const MAX_SHEET_NAME = 31;

/**
 * Excel's rules for sheet names: 1 to 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either
 * end, not "History", and no other sheet of that name.
 * https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9
 * @throws HostError InvalidArgument or ItemAlreadyExists
 */
export function checkSheetName(book: Book, name: string, self?: Sheet): void {
  const wrong =
    name.length === 0 ||
    name.length > MAX_SHEET_NAME ||
    FORBIDDEN.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === 'history';
  if (wrong) throw hostErrors.invalidArgument(`"${name}" is not a valid sheet name.`);
  const other = book.sheetNamed(name);
  if (other && other !== self) {
    throw hostErrors.itemAlreadyExists(`A sheet named "${name}" already exists.`);
  }
}

/** "Sheet4": the name Excel gives a sheet added without one. */
export function freeSheetName(book: Book): string {
  for (let n = book.sheets.length + 1; ; n++) {
    const name = `Sheet${n}`;
    if (!book.sheetNamed(name)) return name;
  }
}
