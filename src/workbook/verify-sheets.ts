import { Failure } from '../plan/failures';
import type { SheetSpec, TableBlock } from '../reports/spec';
import { anchor, loadAnchors, type Anchors } from './anchors';
import { extentOf, isTable } from './grid';

/** A sheet of ours, and what it is called. */
interface Written {
  readonly spec: SheetSpec;
  readonly name: string;
}

/**
 * Looks whether tables and blocks of sheets stand where they were written, under their headers: we write cells by their
 * places, and a row that somebody else puts in meanwhile moves some of them on, and leaves others behind.
 * @throws Failure `sheetMoved`
 */
export async function verifySheets(context: Excel.RequestContext, sheets: readonly Written[]): Promise<void> {
  const moved = await movedAmong(context, sheets);
  if (moved !== undefined) throw new Failure('sheetMoved', { sheet: moved });
}

/**
 * Writes sheets. Where Excel refuses it, and the reason is that somebody else moved what stands on them, that is said
 * instead of Excel's words.
 * @throws Failure `sheetMoved`; what else `write` throws
 */
export async function writeUndisturbed(
  context: Excel.RequestContext,
  sheets: readonly Written[],
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof OfficeExtension.Error && REFUSED.includes(error.code))
      await verifySheets(context, sheets);
    throw error;
  }
}

/** So Excel refuses a formula or a table that does not fit what stands there. */
export const REFUSED: readonly string[] = [
  'InvalidArgument',
  'InvalidOperation',
  'ItemNotFound',
  'GeneralException',
];

/** The first sheet on which something stands elsewhere. */
async function movedAmong(
  context: Excel.RequestContext,
  sheets: readonly Written[],
): Promise<string | undefined> {
  const moved = placesOf(context, sheets);
  await context.sync();
  return moved();
}

/**
 * Asks with the caller's next request where tables and blocks stand.
 * @returns known after it: the first sheet on which something stands elsewhere
 */
export function placesOf(
  context: Excel.RequestContext,
  sheets: readonly Written[],
): () => string | undefined {
  const anchors = loadAnchors(context);
  const found = sheets.flatMap(({ spec, name }) =>
    spec.blocks.filter(isTable).map((block) => {
      const table = context.workbook.tables.getItemOrNullObject(block.name);
      table.load('name');
      table.worksheet.load('name');
      const range = table.getRange();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      const header = range.getRow(0);
      header.load('values');
      return { name, block, table, range, header };
    }),
  );
  return () => firstMoved(sheets, found, anchors());
}

interface Asked {
  readonly name: string;
  readonly block: TableBlock;
  readonly table: Excel.Table;
  readonly range: Excel.Range;
  readonly header: Excel.Range;
}

function firstMoved(sheets: readonly Written[], found: readonly Asked[], known: Anchors): string | undefined {
  const moved = found.find(({ name, block, table, range, header }) => {
    if (table.isNullObject || table.worksheet.name !== name) return true;
    const { row, column, rows, columns } = extentOf(block);
    return !(
      range.rowIndex === row &&
      range.columnIndex === column &&
      range.rowCount === rows &&
      range.columnCount === columns &&
      block.columns.every((one, c) => String(header.values[0]?.[c]) === one.header)
    );
  });
  if (moved !== undefined) return moved.name;
  return sheets.find(({ spec, name }) =>
    spec.blocks.some((block, n) => {
      if (isTable(block)) return false;
      const spot = known.get(anchor.block(spec.key, n));
      return (
        spot === undefined || spot?.sheet !== name || spot.row !== block.row || spot.column !== block.column
      );
    }),
  )?.name;
}
