import type { Cell } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { eachInTurn } from './cells';
import { asKept, type KeptColumn, type KeptSheet, type KeptValidation } from './journal';
import { readColumns, type Body } from './keys';

/** One of our columns as it stands. */
export async function keepColumn(
  context: Excel.RequestContext,
  body: Body,
  key: string,
  at: number,
): Promise<KeptColumn> {
  const { sheet, headerRow, firstColumn, rows } = body;
  const [formulas = []] = await readColumns(context, body, [at], 'formulas');
  const [values = []] = await readColumns(context, body, [at]);
  const range = sheet.getRangeByIndexes(headerRow + 1, firstColumn + at, Math.max(1, rows), 1);
  range.load('numberFormat,columnHidden');
  const { format, dataValidation } = range;
  format.load('columnWidth');
  dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
  await context.sync();
  const formats = (range.numberFormat as string[][]).map(([one]) => one ?? 'General');
  const [first = 'General'] = formats;
  return {
    key,
    header: body.headers[at] ?? '',
    cells: formulas.map((formula, r) => asKept(formula, values[r] ?? '')),
    formats: formats.every((format) => format === first) ? first : formats,
    validation: keptValidation(dataValidation),
    width: format.columnWidth,
    isHidden: range.columnHidden,
  };
}

/** Mixed rules cannot be read as one: those of the spec are remade in their place. */
function keptValidation({
  type,
  rule,
  prompt,
  errorAlert,
  ignoreBlanks,
}: Excel.DataValidation): KeptValidation | null {
  if (type === 'None' || type === 'Inconsistent' || type === 'MixedCriteria') return null;
  return { rule, prompt, errorAlert, ignoreBlanks };
}

/** Contents, tables and state of one of our sheets, with the looks it was last written with. */
export async function keepSheet(
  context: Excel.RequestContext,
  key: string,
  name: string,
  spec: SheetSpec | undefined,
): Promise<KeptSheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name,visibility,position');
  await context.sync();
  if (sheet.isNullObject || spec === undefined) return { key, name };
  const used = sheet.getUsedRangeOrNullObject();
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  sheet.tables.load('items/name');
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load('rowCount,columnCount');
  await context.sync();
  const ranges = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { name: table.name, range };
  });
  const columns = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
  const rows = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  const widths = Array.from({ length: Math.max(columns, spec.widths.length) }, (_, c) => {
    const { format } = sheet.getRangeByIndexes(0, c, 1, 1);
    format.load('columnWidth');
    return format;
  });
  await context.sync();
  return {
    key,
    name,
    before: {
      spec,
      cells: await keepCells(context, sheet, rows, columns),
      tables: ranges.map(({ name: table, range }) => ({
        name: table,
        row: range.rowIndex,
        column: range.columnIndex,
        rows: range.rowCount,
        columns: range.columnCount,
      })),
      visibility: sheet.visibility,
      position: sheet.position,
      freeze: frozen.isNullObject
        ? { rows: 0, columns: 0 }
        : { rows: some(frozen.rowCount, 1_048_576), columns: some(frozen.columnCount, 16_384) },
      widths: widths.map(({ columnWidth }) => columnWidth),
    },
  };
}

const some = (count: number, all: number): number => (count < all ? count : 0);

const ROWS_PER_READ = 2_000;

async function keepCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: number,
  columns: number,
): Promise<Cell[][]> {
  const cells: Cell[][] = [];
  if (columns === 0) return cells;
  const starts = Array.from({ length: Math.ceil(rows / ROWS_PER_READ) }, (_, i) => i * ROWS_PER_READ);
  await eachInTurn(starts, async (start) => {
    const part = sheet.getRangeByIndexes(start, 0, Math.min(ROWS_PER_READ, rows - start), columns);
    part.load('formulas,values');
    await context.sync();
    const { values } = part;
    (part.formulas as Cell[][]).forEach((line, r) => {
      cells.push(line.map((formula, c) => asKept(formula, (values[r] as Cell[])[c] ?? '')));
    });
  });
  return cells;
}

/** The headers that formulas speak of, of those given. */
export function spokenOf(headers: readonly string[], cells: Iterable<Cell>): string[] {
  const formulas = new Set<string>();
  for (const cell of cells) if (typeof cell === 'string' && cell.startsWith('=')) formulas.add(cell);
  const text = [...formulas].join('\n');
  return headers.filter((header) => header !== '' && text.includes(escaped(header)));
}

/** A header inside a structured reference. */
export const escaped = (header: string): string => header.replace(/['[\]#@]/g, (mark) => `'${mark}`);
