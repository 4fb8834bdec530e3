import type { Cell, SheetSurvey, SourceTable, TableSurvey } from '../plan/cells';
import { Failure } from '../plan/failures';
import type { OnProgress, TableRef } from '../app/ports';
import { READ_BLOCK_CELLS, inBlocks } from './cells';
import { FormatsOfColumn } from './number-formats';

const SURVEY_ROWS = 40;
const SURVEY_COLUMNS = 200;
const SAMPLE_ROWS = 50;
/** So many cells fit a response with a number format each, however long these are. */
export const FORMATTED_CELLS = 60_000;
/** What a block may come to in a response: values, and the number formats of columns of numbers beside them. */
const BLOCK_BYTES = 4_000_000;
const BYTES_A_VALUE = 20;

/** What there is in the workbook: every visible sheet's top rows and its tables, in three requests. */
export async function surveyWorkbook(context: Excel.RequestContext): Promise<SheetSurvey[]> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/name,items/visibility');
  await context.sync();
  const found = sheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    sheet.protection.load('protected');
    sheet.tables.load('items/name,items/showTotals,items/showHeaders');
    return { sheet, used };
  });
  await context.sync();
  const details = found.map(({ sheet, used }) => {
    const top = used.isNullObject
      ? undefined
      : sheet.getRangeByIndexes(
          used.rowIndex,
          used.columnIndex,
          Math.min(SURVEY_ROWS, used.rowCount),
          Math.min(SURVEY_COLUMNS, used.columnCount),
        );
    top?.load('values');
    const headless = sheet.tables.items
      .filter((table) => !table.showHeaders)
      .map((table) => {
        const range = table.getRange();
        range.load('rowIndex,columnIndex,rowCount');
        return { table, range };
      });
    const tables = sheet.tables.items
      .filter((table) => table.showHeaders)
      .map((table) => {
        const header = table.getHeaderRowRange();
        header.load('values,rowIndex,columnIndex');
        const body = table.getDataBodyRange();
        body.load('rowCount');
        return { table, header, body };
      });
    return { sheet, used, top, tables, headless };
  });
  await context.sync();
  return details.map(({ sheet, used, top, tables, headless }) => ({
    sheet: sheet.name,
    visible: sheet.visibility === 'Visible',
    isProtected: sheet.protection.protected,
    top: (top?.values ?? []) as Cell[][],
    firstRow: used.isNullObject ? 1 : used.rowIndex + 1,
    firstColumn: used.isNullObject ? 1 : used.columnIndex + 1,
    rowCount: used.isNullObject ? 0 : used.rowCount,
    columnCount: used.isNullObject ? 0 : used.columnCount,
    tables: tables.map(({ table, header, body }): TableSurvey => ({
      name: table.name,
      headers: (header.values[0] ?? []).map(String),
      headerRow: header.rowIndex + 1,
      firstColumn: header.columnIndex + 1,
      rowCount: body.rowCount,
      hasTotals: table.showTotals,
    })),
    ...(headless.length === 0
      ? {}
      : {
          headless: headless.map(({ table, range }) => ({
            name: table.name,
            headerRow: range.rowIndex,
            firstColumn: range.columnIndex + 1,
            rowCount: range.rowCount,
          })),
        }),
  }));
}

/** Where the header and body of a table stand, without totals. Rows and columns count from 0. */
interface Located {
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  readonly columns: number;
}

/** What was asked about a list. */
interface Asked {
  readonly list: ListNow;
  readonly table?: { readonly item: Excel.Table; readonly header: Excel.Range; readonly body: Excel.Range };
  readonly sheet?: Excel.Worksheet;
}

/** Asks with the caller's next request where a list stands. */
function askWhere(context: Excel.RequestContext, ref: TableRef): Asked {
  if (ref.table === undefined) {
    const sheet = context.workbook.worksheets.getItemOrNullObject(ref.sheet);
    sheet.load('name');
    return { sheet, list: () => sheet.getRangeByIndexes(ref.headerRow - 1, ref.firstColumn - 1, 1, 1) };
  }
  const item = context.workbook.tables.getItemOrNullObject(ref.table);
  item.load('name,showHeaders');
  const header = item.getRange().getRow(0);
  header.load('rowIndex,columnIndex,columnCount');
  const body = item.getDataBodyRange();
  body.load('rowCount');
  return { table: { item, header, body }, list: () => item.getRange() };
}

/** The answer. @throws Failure `tableGone`, `headerRowOff` */
function placeOf({ table, sheet }: Asked, ref: TableRef): Located {
  if (table === undefined) {
    if (sheet?.isNullObject !== false) throw new Failure('tableGone', { name: ref.sheet });
    return {
      headerRow: ref.headerRow - 1,
      firstColumn: ref.firstColumn - 1,
      rows: ref.rowCount,
      columns: ref.columnCount,
    };
  }
  const { item, header, body } = table;
  if (item.isNullObject) throw new Failure('tableGone', { name: ref.table ?? '' });
  if (!item.showHeaders) throw new Failure('headerRowOff', { name: item.name });
  return {
    headerRow: header.rowIndex,
    firstColumn: header.columnIndex,
    rows: body.rowCount,
    columns: header.columnCount,
  };
}

/**
 * Asks for a table with the caller's next request; when that is answered it is read whole, in blocks that fit a response,
 * and turned into columns. No more is asked then where it has the size that it was seen with, and is `isSmall`.
 * @param isSmall as large as it was seen last it fits into the answer
 */
export function askTable(
  context: Excel.RequestContext,
  ref: TableRef,
  isSmall: boolean,
): (onProgress?: OnProgress) => Promise<SourceTable> {
  const located = askWhere(context, ref);
  const early = isSmall ? askAll(located.list, ref.rowCount, ref.columnCount) : undefined;
  const body =
    early && askBlock(located.list, 0, ref.rowCount, ref.columnCount, [[0, Math.max(1, ref.columnCount)]]);
  const seen = early && body && { asked: early, body };
  return (onProgress) => takeTable(context, ref, located, seen, onProgress);
}

/** Cells of a table as it was seen last, its header with them. */
export const cellsOf = ({ rowCount, columnCount }: TableRef): number => (rowCount + 1) * columnCount;

async function takeTable(
  context: Excel.RequestContext,
  ref: TableRef,
  located: Asked,
  seen: { readonly asked: ReturnType<typeof askAll>; readonly body: AskedBlock } | undefined,
  onProgress: OnProgress = () => undefined,
): Promise<SourceTable> {
  const { headerRow, firstColumn, rows, columns } = placeOf(located, ref);
  // Where it has other rows by now all is asked for again.
  const early = rows === ref.rowCount && columns === ref.columnCount ? seen : undefined;
  const asked = early?.asked ?? askAll(located.list, rows, columns);
  if (early === undefined) await context.sync();

  const out: Cell[][] = Array.from({ length: columns }, () => new Array<Cell>(rows).fill(''));
  const formatsOf = out.map(() => new FormatsOfColumn(rows));
  const take = (start: number, { values: block, formats }: AskedBlock) => {
    (block.values as Cell[][]).forEach((row, r) => {
      row.forEach((cell, c) => {
        const column = out[c];
        if (column !== undefined) column[start + r] = cell;
      });
    });
    for (const { from, range } of formats) {
      (range.numberFormat as string[][]).forEach((row, r) => {
        row.forEach((format, c) => {
          formatsOf[from + c]?.add(start + r, out[from + c]?.[start + r] ?? '', format);
        });
      });
    }
  };
  const { values, formulas, numberFormat } = asked.sample;
  if (early !== undefined) {
    take(0, early.body);
    onProgress(1);
  } else {
    const numbers = columnsOfNumbers(values as Cell[][], columns);
    const bytesARow = columns * BYTES_A_VALUE + bytesOfFormats(numberFormat as string[][], numbers);
    const perBlock = Math.max(
      1,
      Math.min(
        Math.floor(READ_BLOCK_CELLS / Math.max(1, columns)),
        Math.floor(BLOCK_BYTES / Math.max(1, bytesARow)),
      ),
    );
    await inBlocks(rows, perBlock, async (start, count) => {
      const part = askBlock(located.list, start, count, columns, numbers);
      await context.sync();
      take(start, part);
      // Blocks are read once: let the client forget them.
      part.values.untrack();
      for (const { range } of part.formats) range.untrack();
      onProgress((start + count) / rows);
    });
  }
  const firstFilled = (c: number) => (values as Cell[][]).findIndex((row) => row[c] !== '');
  const ofNumbers = formatsOf.map((column) => column.finish());
  return {
    sheet: ref.sheet,
    ...(ref.table === undefined ? {} : { table: ref.table }),
    headerRow: headerRow + 1,
    firstRow: headerRow + 2,
    firstColumn: firstColumn + 1,
    rowCount: rows,
    headers: (asked.header.values[0] ?? []).map(String),
    columns: out,
    formats: out.map(
      (_, c) =>
        ofNumbers[c]?.format ??
        String((numberFormat as string[][])[Math.max(0, firstFilled(c))]?.[c] ?? 'General'),
    ),
    formatsApart: ofNumbers.map((column) => column?.apart),
    isFormula: out.map((_, c) => String((formulas as string[][])[firstFilled(c)]?.[c] ?? '').startsWith('=')),
    hiddenRows:
      asked.body.rowHidden === false || rows === 0
        ? []
        : await hiddenRows(
            context,
            (from, count) =>
              located
                .list()
                .getCell(1 + from, 0)
                .getResizedRange(count - 1, 0),
            rows,
          ),
  };
}

/** The first cell of a list and all that is asked of it are found when Excel carries the request out. */
type ListNow = () => Excel.Range;

/** Header, the first rows and whether any are hidden. */
function askAll(list: ListNow, rows: number, columns: number) {
  const part = (row: number, count: number) =>
    list()
      .getCell(row, 0)
      .getResizedRange(count - 1, Math.max(1, columns) - 1);
  const header = part(0, 1);
  header.load('values');
  const sample = part(1, Math.max(1, Math.min(rows, SAMPLE_ROWS)));
  sample.load('values,formulas,numberFormat');
  const body = part(1, Math.max(1, rows));
  body.load('rowHidden');
  return { header, sample, body };
}

/** Columns that stand side by side: the first, and how many. */
type Columns = readonly [from: number, count: number];

/** Cells that were asked for, and of some of their columns the number formats. */
interface AskedBlock {
  readonly values: Excel.Range;
  readonly formats: readonly { readonly from: number; readonly range: Excel.Range }[];
}

function askBlock(
  list: ListNow,
  start: number,
  rows: number,
  columns: number,
  formatted: readonly Columns[],
): AskedBlock {
  const part = (from: number, count: number) =>
    list()
      .getCell(1 + start, from)
      .getResizedRange(rows - 1, count - 1);
  const values = part(0, columns);
  values.load('values');
  const formats = formatted.map(([from, count]) => {
    const range = part(from, count);
    range.load('numberFormat');
    return { from, range };
  });
  return { values, formats };
}

/** Columns in which numbers may stand, by the first rows: those that hold one there, or nothing yet. */
function columnsOfNumbers(sample: readonly (readonly Cell[])[], columns: number): Columns[] {
  const runs: [from: number, count: number][] = [];
  for (let c = 0; c < columns; c++) {
    const filled = sample.flatMap((row) => (row[c] === '' || row[c] === undefined ? [] : [row[c]]));
    if (filled.length > 0 && !filled.some((cell) => typeof cell === 'number')) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === c) last[1]++;
    else runs.push([c, 1]);
  }
  return runs;
}

/** What the number formats of a row come to in a response, by the longest of each column's first rows. */
function bytesOfFormats(sample: readonly (readonly string[])[], runs: readonly Columns[]): number {
  let bytes = 0;
  for (const [from, count] of runs)
    for (let c = from; c < from + count; c++)
      bytes += 3 + sample.reduce((most, row) => Math.max(most, (row[c] ?? '').length), 0);
  return bytes;
}

const HIDDEN_BLOCK = 256;

/** Which rows are hidden: blocks that are mixed are asked again row by row. */
async function hiddenRows(
  context: Excel.RequestContext,
  rangeOf: (from: number, count: number) => Excel.Range,
  rows: number,
): Promise<number[]> {
  const ask = async (spans: readonly (readonly [number, number])[]) => {
    const asked = spans.map(([from, count]) => {
      const range = rangeOf(from, count);
      range.load('rowHidden');
      return { from, count, range };
    });
    await context.sync();
    return asked;
  };
  const spans = Array.from(
    { length: Math.ceil(rows / HIDDEN_BLOCK) },
    (_, i) => [i * HIDDEN_BLOCK, Math.min(HIDDEN_BLOCK, rows - i * HIDDEN_BLOCK)] as const,
  );
  const hidden: number[] = [];
  const mixed: (readonly [number, number])[] = [];
  for (const { from, count, range } of await ask(spans)) {
    // Null stands for "some of them", whatever the typings say.
    const state = range.rowHidden as boolean | null;
    for (let r = from; state !== false && r < from + count; r++) {
      if (state === true) hidden.push(r);
      else mixed.push([r, 1]);
    }
  }
  if (mixed.length > 0) {
    for (const { from, range } of await ask(mixed)) if (range.rowHidden) hidden.push(from);
  }
  return hidden.sort((a, b) => a - b);
}
