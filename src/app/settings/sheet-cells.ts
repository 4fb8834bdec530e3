import type { SourceTable } from '../../plan/cells';
import type { InputCells } from '../../reports/inputs';
import { inputTables, inputsRead } from '../../reports/territory-plan';
import type { WorkbookPort } from '../ports';
import type { Book } from '../understanding/book';

/** The blue cells of the sheet Territory Plan as they stand; none where it is gone. */
export async function readSheetCells(workbook: WorkbookPort, { survey }: Book): Promise<InputCells> {
  const tables = new Map<string, SourceTable>();
  for (const { sheet, tables: there } of survey) {
    for (const { name, headerRow, firstColumn, rowCount, headers } of there) {
      if (!inputTables.includes(name)) continue;
      const ref = { sheet, table: name, headerRow, firstColumn, rowCount, columnCount: headers.length };
      tables.set(name, await workbook.read(ref));
    }
  }
  return inputsRead(tables);
}
