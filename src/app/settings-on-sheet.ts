import type { Cell, SheetSurvey } from '../plan/cells';
import type { TableKey } from '../reports/names';
import { settingsTyped } from '../reports/settings-typed';
import type { MessageId } from '../text/say';
import { readOwnTable } from './own-table';
import type { WorkbookPort } from './ports';

/**
 * What users typed into the table of settings of a sheet as it stands, by setting; nothing where it does not.
 * @param sheet its key
 * @param words what each setting is called
 */
export async function settingsOnSheet<Key extends string>(
  workbook: WorkbookPort,
  survey: readonly SheetSurvey[],
  sheet: string,
  key: TableKey,
  words: Readonly<Record<Key, MessageId>>,
): Promise<ReadonlyMap<Key, Cell>> {
  const table = await readOwnTable(workbook, survey, sheet, key);
  const labels = table?.column('setting') ?? [];
  const values = table?.column('value') ?? [];
  const cells = {
    rowCount: labels.length,
    columns: ['setting', 'value'],
    cell: (column: string, row: number) => (column === 'setting' ? labels : values)[row] ?? '',
  };
  return new Map(settingsTyped(cells, Object.keys(words) as Key[], (setting) => words[setting]));
}
