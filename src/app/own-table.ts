import type { Cell, SheetSurvey } from '../plan/cells';
import { MAIN_LAYER } from '../plan/layer';
import { tableName, type TableKey } from '../reports/names';
import type { TableBlock } from '../reports/spec';
import type { TableRef, WorkbookPort } from './ports';

/** Where a table stands that the survey found. */
export const refOf = (
  sheet: string,
  { name, headerRow, firstColumn, rowCount, headers }: SheetSurvey['tables'][number],
): TableRef => ({ sheet, table: name, headerRow, firstColumn, rowCount, columnCount: headers.length });

/**
 * The cells of one of our tables as they stand, by the keys that its columns were written with.
 * @param sheet the key of its sheet
 * @returns undefined where the table is gone, or was never written; a column that is not found by its header is undefined
 */
export async function readOwnTable(
  workbook: WorkbookPort,
  survey: readonly SheetSurvey[],
  sheet: string,
  key: TableKey,
): Promise<{ readonly column: (key: string) => readonly Cell[] | undefined } | undefined> {
  const name = tableName(MAIN_LAYER, key);
  const [ref] = survey.flatMap((one) =>
    one.tables.filter((table) => table.name === name).map((table) => refOf(one.sheet, table)),
  );
  const written = (await workbook.written(MAIN_LAYER, sheet))?.blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.name === name,
  );
  if (ref === undefined || written === undefined) return undefined;
  const { headers, columns } = await workbook.read(ref);
  return {
    column: (of) => columns[headers.indexOf(written.columns.find((one) => one.key === of)?.header ?? '')],
  };
}
