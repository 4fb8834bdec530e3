import type { SourceTable } from '../../plan/cells';
import type { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import type { RunRecord } from '../../plan/run';
import type { InputCells, InputsRead } from '../../reports/inputs';
import type { TableKey } from '../../reports/names';
import { readInputs } from '../../reports/read-back';
import { sheetsReadBack, tablesOf } from '../../reports/registry';
import type { WorkbookPort } from '../ports';
import type { Book } from '../understanding/book';

/** The cells of our sheets that users may change, as Apply wrote them. */
export const cellsWritten = (record: RunRecord): InputCells =>
  new Map([
    ...sheetsReadBack().flatMap(({ readBack }) => [...(readBack?.written?.(record) ?? [])]),
    ...Object.entries(record.inputs ?? {}),
  ]);

/** The same cells as they stand; none of a sheet that is gone. */
export async function readSheetCells(workbook: WorkbookPort, { survey }: Book): Promise<InputsRead> {
  const cells: (readonly [string, string | number | boolean])[] = [];
  const refused: Failure[] = [];
  for (const module of sheetsReadBack()) {
    const names = tablesOf(MAIN_LAYER, module);
    const tables = new Map<TableKey, SourceTable>();
    for (const { sheet, tables: there } of survey) {
      for (const { name, headerRow, firstColumn, rowCount, headers } of there) {
        const key = names.get(name);
        if (key === undefined || module.readBack?.columns[key] === undefined) continue;
        const ref = { sheet, table: name, headerRow, firstColumn, rowCount, columnCount: headers.length };
        tables.set(key, await workbook.read(ref));
      }
    }
    const read = readInputs(module, tables, await workbook.written(MAIN_LAYER, module.key));
    cells.push(...read.cells);
    refused.push(...read.refused);
  }
  return { cells: new Map(cells), refused };
}
