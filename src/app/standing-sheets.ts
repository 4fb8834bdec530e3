import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import type { SheetModule } from '../reports/sheet';
import type { Book } from './understanding/book';

/** Whether one of our sheets is in the workbook. */
export function standingSheets({
  book,
}: {
  readonly book: Pick<Book, 'owned' | 'survey'>;
}): (module: Pick<SheetModule, 'key'>) => boolean {
  const names = namesOf(book.owned, MAIN_LAYER).sheets;
  return ({ key }) => names[key] !== undefined && book.survey.some(({ sheet }) => sheet === names[key]);
}
