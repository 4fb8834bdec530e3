import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import type { RunRecord } from '../plan/run';
import type { Understanding } from './understanding/understand';

/** Where accounts are by their Territory cells, whoever has changed these since the design. */
export function standingAssignment(
  { book, list }: Pick<Understanding, 'book' | 'list'>,
  record: Pick<RunRecord, 'territories'>,
): Int32Array {
  const header = namesOf(book.owned, MAIN_LAYER).columns['territory'];
  const cells = list.whole.columns[list.whole.headers.indexOf(header ?? '')] ?? [];
  const at = new Map(record.territories.map(({ name }, j) => [name.toLowerCase(), j]));
  return list.accounts.sheetRow.map((row) => {
    const name = String(cells[row - list.whole.firstRow] ?? '')
      .trim()
      .toLowerCase();
    return at.get(name) ?? -1;
  });
}
