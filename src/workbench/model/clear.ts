import type { Area } from '../grid/area';
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
  if (applyTo === 'Hyperlinks' || applyTo === 'RemoveHyperlinks') {
    cutOut(sheet, sheet.hyperlinks, rect);
    return;
  }
  const what = applyTo === 'ResetContents' ? 'Contents' : applyTo;
  sheet.cells.clear(rect, what);
  if (what !== 'Contents') clearConditionalFormats(sheet, rect);
  if (what === 'All') {
    clearValidation(sheet, rect);
    cutOut(sheet, sheet.hyperlinks, rect);
  }
  if (what === 'Formats') return;
  book.calculation.markDirty(sheet.id, rect);
  afterWrite(book, sheet, rect);
  book.events.changed({ sheetId: sheet.id, rect, type: 'RangeEdited' });
}

export function clearConditionalFormats(sheet: Sheet, rect: Rect): void {
  cutOut(sheet, sheet.conditionalFormats, rect);
}

export function clearValidation(sheet: Sheet, rect: Rect): void {
  cutOut(sheet, sheet.validations, rect);
}

/** Takes a block away from what stands on cells; what stands nowhere any more is dropped. */
function cutOut(sheet: Sheet, items: { readonly areas: Area[] }[], rect: Rect): void {
  for (const item of items.splice(0)) {
    carve(item.areas, rect, sheet);
    if (item.areas.length > 0) items.push(item);
  }
}
