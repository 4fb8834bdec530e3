import type { Cell } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { eachInTurn, READ_BLOCK_CELLS } from './cells';

/** Names of the two very hidden sheets that carry our own records. */
export const RECORD_SHEET = 'EfRecord';
export const CHECKPOINT_SHEET = 'EfCheckpoint';
/** Rows × owned columns that a checkpoint may hold. */
export const MAX_KEPT_CELLS = 100_000;

export const JOURNAL_SCHEMA = 1;

/** Everything needed to give back the workbook as it was before Apply. */
export interface Journal {
  readonly schema: typeof JOURNAL_SCHEMA;
  readonly at: string;
  /** Absent when only sheets were written. */
  readonly accounts?: KeptAccounts;
  readonly sheets: readonly KeptSheet[];
  readonly names: readonly { readonly name: string; readonly formula: string | null }[];
  /** Contents of the record store before. */
  readonly record: readonly (readonly [string, unknown])[];
}

/** The accounts table as it was. */
export interface KeptAccounts {
  readonly sheet: string;
  readonly table: string;
  /** The accounts were a plain range before. */
  readonly wasRange: boolean;
  /** 0-based header row and first column; rows of the body; columns before. */
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  readonly columns: number;
  readonly hasTotals: boolean;
  /** Making a table may rename headers (blank, doubled, numbers). */
  readonly headers: readonly Cell[];
  readonly added: readonly { readonly column: number; readonly width: number }[];
  readonly kept: readonly KeptColumn[];
}

export interface KeptColumn {
  readonly column: number;
  readonly formulas: readonly Cell[];
  readonly numberFormat: string;
}

export interface KeptSheet {
  readonly key: string;
  readonly name: string;
  /** Absent when Apply made the sheet. */
  readonly before?: {
    readonly spec: SheetSpec;
    readonly formulas: readonly (readonly Cell[])[];
    readonly tables: readonly {
      readonly name: string;
      readonly row: number;
      readonly column: number;
      readonly rows: number;
      readonly columns: number;
    }[];
  };
}

/** Formulas of one column of the sheet, in blocks. */
export async function keepColumn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  headerRow: number,
  column: number,
  rows: number,
): Promise<KeptColumn> {
  const formulas: Cell[] = [];
  const starts = Array.from({ length: Math.ceil(rows / READ_BLOCK_CELLS) }, (_, i) => i * READ_BLOCK_CELLS);
  const first = sheet.getRangeByIndexes(headerRow + 1, column, 1, 1);
  first.load('numberFormat');
  await eachInTurn(starts, async (start) => {
    const part = sheet.getRangeByIndexes(
      headerRow + 1 + start,
      column,
      Math.min(READ_BLOCK_CELLS, rows - start),
      1,
    );
    part.load('formulas');
    await context.sync();
    for (const [formula] of part.formulas as Cell[][]) formulas.push(formula ?? '');
  });
  return { column, formulas, numberFormat: String(first.numberFormat[0]?.[0] ?? 'General') };
}

/** Contents and tables of one of our sheets, with the looks it was last written with. */
export async function keepSheet(
  context: Excel.RequestContext,
  key: string,
  name: string,
  spec: SheetSpec | undefined,
): Promise<KeptSheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject || spec === undefined) return { key, name };
  const used = sheet.getUsedRangeOrNullObject();
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  sheet.tables.load('items/name');
  await context.sync();
  const ranges = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { name: table.name, range };
  });
  const whole = used.isNullObject
    ? undefined
    : sheet.getRangeByIndexes(0, 0, used.rowIndex + used.rowCount, used.columnIndex + used.columnCount);
  whole?.load('formulas');
  await context.sync();
  return {
    key,
    name,
    before: {
      spec,
      formulas: (whole?.formulas ?? []) as Cell[][],
      tables: ranges.map(({ name: table, range }) => ({
        name: table,
        row: range.rowIndex,
        column: range.columnIndex,
        rows: range.rowCount,
        columns: range.columnCount,
      })),
    },
  };
}
