import { MAIN_LAYER } from '../plan/layer';
import { columnsInUse, namesOf } from '../plan/ownership';
import type { AccountColumnSpec } from '../reports/spec';
import { speak } from '../text/say';
import type { OwnCells, WorkbookPort } from './ports';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** How such a column looks, and what may be typed into it. */
export type OwnColumnLooks = Omit<AccountColumnSpec, 'key' | 'header' | 'cells' | 'keepExisting'>;

/** Whether columns of ours that come in the course of the year are all in the list. */
export function hasOwnColumns(
  { list, book }: Pick<Understanding, 'list' | 'book'>,
  keys: readonly OwnCells[],
): boolean {
  const used = columnsInUse(namesOf(book.owned, MAIN_LAYER));
  return keys.every(
    (key) => used[key] !== undefined && ourColumn({ whole: list.whole, owned: book.owned }, key).isThere,
  );
}

/**
 * Puts such columns into the list, blank, where they are not there yet. Nothing in them is to be kept or reverted.
 * @param looks of each column, by its key
 */
export async function addOwnColumns<K extends OwnCells>(
  { list, settings }: Pick<Understanding, 'settings' | 'list'>,
  workbook: WorkbookPort,
  keys: readonly K[],
  looks: Readonly<Record<K, OwnColumnLooks>>,
): Promise<void> {
  const say = speak(settings.language);
  const wanted = keys.map((key) => ({ key, header: say(`column.${key}`) }));
  const { columns } = await workbook.ownership({
    layer: MAIN_LAYER,
    accounts: list.ref,
    columns: wanted,
    sheets: [],
  });
  const specs = wanted.map(({ key, header }): AccountColumnSpec => ({
    key,
    header: columns[key] ?? header,
    cells: [],
    keepExisting: true,
    ...looks[key],
  }));
  await workbook.apply({
    layer: MAIN_LAYER,
    accounts: { ref: list.ref, table: list.ref.table ?? '', columns: specs, rows: list.rows },
    sheets: [],
    decision: false,
  });
}
