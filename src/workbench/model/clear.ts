import type { Rect } from '../grid/rect';
import type { Book } from './book';
import { carve } from './sheet';
import type { Sheet } from './sheet';
import { afterWrite } from './table-registry';

export type ClearApplyTo =
  'All' | 'Formats' | 'Contents' | 'Hyperlinks' | 'RemoveHyperlinks' | 'ResetContents';

/**
 * `range.clear`: contents, formats or both. Formats take conditional formats along, "All" takes data
 * validation too, as Excel's Clear All does.
 */
export function clearRange(book: Book, sheet: Sheet, rect: Rect, applyTo: ClearApplyTo): void {
  sheet.checkEditable(rect);
  if (applyTo === 'Hyperlinks' || applyTo === 'RemoveHyperlinks') return;
  const what = applyTo === 'ResetContents' ? 'Contents' : applyTo;
  sheet.cells.clear(rect, what);
  if (what !== 'Contents') clearConditionalFormats(sheet, rect);
  if (what === 'All') clearValidation(sheet, rect);
  if (what === 'Formats') return;
  book.calculation.markDirty(sheet.id, rect);
  afterWrite(book, sheet, rect);
  book.events.changed({ sheetId: sheet.id, rect, type: 'RangeEdited' });
}

export function clearConditionalFormats(sheet: Sheet, rect: Rect): void {
  for (const format of sheet.conditionalFormats.splice(0)) {
    carve(format.areas, rect, sheet);
    if (format.areas.length > 0) sheet.conditionalFormats.push(format);
  }
}

export function clearValidation(sheet: Sheet, rect: Rect): void {
  for (const validation of sheet.validations.splice(0)) {
    carve(validation.areas, rect, sheet);
    if (validation.areas.length > 0) sheet.validations.push(validation);
  }
}
