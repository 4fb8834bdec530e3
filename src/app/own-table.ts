import type { Cell, SheetSurvey } from '../plan/cells';
import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { tableName, type TableKey } from '../reports/names';
import type { SheetModule } from '../reports/sheet';
import { apartIn, readInputs } from '../reports/read-back';
import type { SheetSpec, TableBlock } from '../reports/spec';
import type { TableRef, WorkbookPort } from './ports';

/** Where a table stands that the survey found. */
export const refOf = (
  sheet: string,
  { name, headerRow, firstColumn, rowCount, headers }: SheetSurvey['tables'][number],
): TableRef => ({ sheet, table: name, headerRow, firstColumn, rowCount, columnCount: headers.length });

/**
 * Where one of our tables stands, and what its columns are called.
 * @param sheet the key of its sheet
 * @returns undefined where the table is gone, or was never written
 */
export async function whereOwn(
  workbook: WorkbookPort,
  survey: readonly SheetSurvey[],
  sheet: string,
  key: TableKey,
): Promise<
  | {
      readonly ref: TableRef;
      readonly header: (column: string) => string;
      readonly has: (column: string) => boolean;
      /** Whether a row says so by now: a sheet is as old as it is. */
      readonly hasRow: (column: string, says: Cell) => Promise<boolean>;
    }
  | undefined
> {
  const found = findOwnTable(survey, key);
  const written = found && (await writtenTable(workbook, sheet, key));
  if (found === undefined || written === undefined) return undefined;
  const ref = refOf(found.sheet, found.table);
  const header = (of: string) => written.columns.find((one) => one.key === of)?.header ?? of;
  return {
    ref,
    header,
    has: (of) => written.columns.some(({ key }) => key === of),
    async hasRow(of, says) {
      const { headers, columns } = await workbook.read(ref);
      return columns[headers.indexOf(header(of))]?.includes(says) === true;
    },
  };
}

/** One of our tables as it stands, by the keys that its columns were written with. */
export interface OwnCells {
  /** Undefined where the column is not found by its header. */
  readonly column: (key: string) => readonly Cell[] | undefined;
  /** The same, of a column that must not be missed. @throws Failure `typedColumnGone` */
  readonly needed: (key: string) => readonly Cell[];
}

/**
 * The cells of one of our tables as they stand.
 * @param sheet the key of its sheet
 * @returns undefined where the table is gone, or was never written
 */
export async function readOwnTable(
  workbook: WorkbookPort,
  survey: readonly SheetSurvey[],
  sheet: string,
  key: TableKey,
): Promise<OwnCells | undefined> {
  const found = findOwnTable(survey, key);
  if (found === undefined) return undefined;
  const [written, { headers, columns }] = await Promise.all([
    writtenTable(workbook, sheet, key),
    workbook.read(refOf(found.sheet, found.table)),
  ]);
  if (written === undefined) return undefined;
  const headerOf = (of: string) => written.columns.find((one) => one.key === of)?.header ?? '';
  const column = (of: string) => columns[headers.indexOf(headerOf(of))];
  return {
    column,
    needed: (of) => {
      const cells = column(of);
      if (cells === undefined)
        throw new Failure('typedColumnGone', { sheet: found.sheet, column: headerOf(of) });
      return cells;
    },
  };
}

/**
 * Refuses to write sheets anew where a column for users to type in has another name by now, or two rows speak of one
 * thing: what is typed there is not read, and would be lost. Where a column is gone and no other came, there is nothing
 * to lose.
 * @throws Failure `typedColumnGone`, `ownRowTwice`
 */
export async function refuseUnread(
  modules: readonly SheetModule[],
  survey: readonly SheetSurvey[],
  workbook: WorkbookPort,
): Promise<void> {
  const there = modules.flatMap((module) =>
    (Object.keys(module.tables) as TableKey[]).flatMap((key) => {
      const found = findOwnTable(survey, key);
      return found === undefined ? [] : [{ module, key, found }];
    }),
  );
  const read = await Promise.all(
    there.map(async ({ module, key, found }) => {
      const isToldApart = module.readBack !== undefined && apartIn(module.readBack, key).length > 0;
      const [sheet, table] = await Promise.all([
        workbook.written(MAIN_LAYER, module.key),
        isToldApart ? workbook.read(refOf(found.sheet, found.table)) : undefined,
      ]);
      return { module, key, found, sheet, table };
    }),
  );
  for (const { module, key, found, sheet, table } of read) {
    const written = sheet && tableIn(sheet, key);
    if (written === undefined) continue;
    const { headers } = found.table;
    const known = new Set(written.columns.map(({ header }) => header));
    const gone = written.columns.find(({ style, header }) => style === 'input' && !headers.includes(header));
    if (gone !== undefined && headers.some((header) => !known.has(header)))
      throw new Failure('typedColumnGone', { sheet: found.sheet, column: gone.header });
    if (table === undefined) continue;
    const twice = readInputs(module, new Map([[key, table]]), sheet).refused.find(
      ({ code }) => code === 'ownRowTwice',
    );
    if (twice !== undefined) throw twice;
  }
}

function findOwnTable(
  survey: readonly SheetSurvey[],
  key: TableKey,
): { readonly sheet: string; readonly table: SheetSurvey['tables'][number] } | undefined {
  const name = tableName(MAIN_LAYER, key);
  for (const { sheet, tables } of survey)
    for (const table of tables) if (table.name === name) return { sheet, table };
  return undefined;
}

async function writtenTable(
  workbook: WorkbookPort,
  sheet: string,
  key: TableKey,
): Promise<TableBlock | undefined> {
  const written = await workbook.written(MAIN_LAYER, sheet);
  return written && tableIn(written, key);
}

const tableIn = ({ blocks }: SheetSpec, key: TableKey): TableBlock | undefined =>
  blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.name === tableName(MAIN_LAYER, key),
  );
