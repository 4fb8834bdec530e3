import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import type { SheetModule } from '../reports/sheet';
import type { Understanding } from './understanding/understand';

/** Whether one of our sheets is in the workbook. */
export function standingSheets({
  book,
}: Pick<Understanding, 'book'>): (module: Pick<SheetModule, 'key'>) => boolean {
  const names = namesOf(book.owned, MAIN_LAYER).sheets;
  return ({ key }) => names[key] !== undefined && book.survey.some(({ sheet }) => sheet === names[key]);
}
