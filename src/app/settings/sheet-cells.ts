import type { SourceTable } from '../../plan/cells';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { namesOf } from '../../plan/ownership';
import type { RunRecord } from '../../plan/run-record';
import type { InputCells, InputsRead } from '../../reports/inputs';
import type { TableKey } from '../../reports/names';
import { readInputs } from '../../reports/read-back';
import { sheetsReadBack, tablesOf } from '../../reports/registry';
import type { SheetModule } from '../../reports/sheet';
import type { SheetSpec } from '../../reports/spec';
import { refOf } from '../own-table';
import type { WorkbookPort } from '../ports';
import type { Book } from '../understanding/book';

/** The cells of our sheets that users may change, as Apply wrote them. */
export const cellsWritten = (record: RunRecord): InputCells =>
  new Map([
    ...sheetsReadBack().flatMap(({ readBack }) => [...(readBack?.written?.(record) ?? [])]),
    ...Object.entries(record.inputs ?? {}),
  ]);

/** The same cells as they stand; none of a sheet that is gone. */
export async function readSheetCells(workbook: WorkbookPort, book: Book): Promise<InputsRead> {
  const read = await Promise.all(sheetsReadBack().map((module) => readModule(module, workbook, book)));
  return {
    cells: new Map(read.flatMap(({ cells }) => [...cells])),
    refused: read.flatMap(({ refused }) => refused),
  };
}

async function readModule(module: SheetModule, workbook: WorkbookPort, book: Book): Promise<InputsRead> {
  const names = tablesOf(MAIN_LAYER, module);
  const there = book.survey.flatMap(({ sheet, tables }) =>
    tables.flatMap((table) => {
      const key = names.get(table.name);
      return key === undefined || module.readBack?.columns[key] === undefined
        ? []
        : [{ key, ref: refOf(sheet, table) }];
    }),
  );
  const [written, read] = await Promise.all([
    workbook.written(MAIN_LAYER, module.key),
    Promise.all(there.map(async ({ key, ref }) => [key, await workbook.read(ref)] as const)),
  ]);
  const tables = new Map(read);
  const { cells, refused } = readInputs(module, tables, written);
  return { cells, refused: [...refused, ...tablesGone(book, module, written, tables)] };
}

/** Tables that were made ranges, renamed or deleted: their sheet is there, and what is typed in it would not be heard. */
function tablesGone(
  { survey, owned }: Book,
  module: SheetModule,
  written: SheetSpec | undefined,
  there: ReadonlyMap<TableKey, SourceTable>,
): Failure[] {
  const sheet = namesOf(owned, MAIN_LAYER).sheets[module.key];
  if (!survey.some(({ sheet: name }) => name === sheet)) return [];
  const names = (written?.blocks ?? []).flatMap((block) => (block.kind === 'table' ? [block.name] : []));
  const gone = [...tablesOf(MAIN_LAYER, module)].flatMap(([name, key]) =>
    module.readBack?.columns[key] === undefined || there.has(key) || !names.includes(name) ? [] : [name],
  );
  return gone.length === 0
    ? []
    : [
        new Failure('ownTableGone', {
          sheet: sheet ?? '',
          names: gone.join(', '),
          count: gone.length,
        }),
      ];
}
