import type { Cell } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { extentsOf, WIDTH } from './area';
import { eachInTurn, inBlocks, READ_BLOCK_CELLS } from './cells';
import { widthOf } from './grid';
import { asKept, oneOrAll, type KeptColumn, type KeptSheet } from './journal';
import { readColumns, type Body } from './read-keys';
import { lookAtSheet, type SheetNow } from './foreign-cells';
import { unknownSheet } from './unknown-sheet';
import { keepValidations } from './validations';

/** Columns of ours as they stand, in as few requests as their cells need. */
export async function keepColumns(
  context: Excel.RequestContext,
  body: Body,
  columns: readonly { readonly key: string; readonly at: number; readonly made?: number }[],
): Promise<KeptColumn[]> {
  const { sheet, headerRow, firstColumn, rows, headers } = body;
  const places = columns.map(({ at }) => at);
  const formulas = await readColumns(context, body, places, 'formulas');
  const values = await readColumns(context, body, places);
  const perRequest = Math.max(1, Math.floor(READ_BLOCK_CELLS / Math.max(1, rows)));
  const kept: KeptColumn[] = [];
  await inBlocks(columns.length, perRequest, async (start, count) => {
    const group = columns.slice(start, start + count);
    const looks = group.map(({ at }) => {
      const range = sheet.getRangeByIndexes(headerRow + 1, firstColumn + at, Math.max(1, rows), 1);
      range.load('numberFormat,columnHidden');
      range.format.load('columnWidth');
      range.dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
      return range;
    });
    await context.sync();
    await eachInTurn(looks, async (range, n) => {
      const { key, at, made } = group[n] as (typeof group)[number];
      const c = kept.length;
      kept.push({
        key,
        header: headers[at] ?? '',
        cells: (formulas[c] ?? []).map((formula, r) => asKept(formula, values[c]?.[r] ?? '')),
        formats: oneOrAll((range.numberFormat as string[][]).map(([one]) => one ?? 'General')),
        validations: await keepValidations(context, range, rows, range.dataValidation),
        width: range.format.columnWidth,
        ...(made === undefined ? {} : { made }),
        isHidden: range.columnHidden,
      });
    });
  });
  return kept;
}

/**
 * Contents, tables and state of one of our sheets, with the looks it was last written with.
 * @param known how that was; undefined where it is not known
 * @param wanted how it is going to be written
 */
export async function keepSheet(
  context: Excel.RequestContext,
  name: string,
  known: SheetSpec | undefined,
  wanted: SheetSpec,
): Promise<{ readonly kept: KeptSheet; readonly now?: SheetNow }> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name,visibility,position');
  await context.sync();
  const { key } = wanted;
  if (sheet.isNullObject) return { kept: { key, name } };
  const spec = known ?? (await unknownSheet(context, sheet, wanted));
  const now = await lookAtSheet(context, sheet, key, spec);
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load('rowCount,columnCount');
  const columns = Math.max(wanted.widths.length, spec.widths.length, widthOf(now.cells));
  const widths = Array.from({ length: columns }, (_, c) => {
    const { format } = sheet.getRangeByIndexes(0, c, 1, 1);
    format.load('columnWidth');
    return format;
  });
  await context.sync();
  return {
    now,
    kept: {
      key,
      name,
      before: {
        spec: now.spec,
        ours: extentsOf(now.ours),
        cells: now.cells.map((line) => line.map(({ formula, value }) => asKept(formula, value))),
        tables: now.ownTables,
        visibility: sheet.visibility,
        position: sheet.position,
        freeze: frozen.isNullObject
          ? { rows: 0, columns: 0 }
          : { rows: some(frozen.rowCount, 1_048_576), columns: some(frozen.columnCount, WIDTH) },
        widths: widths.map(({ columnWidth }) => columnWidth),
      },
    },
  };
}

const some = (count: number, all: number): number => (count < all ? count : 0);

/** The headers that formulas speak of, of those given. */
export function spokenOf(headers: readonly string[], cells: Iterable<Cell>): string[] {
  const formulas = new Set<string>();
  for (const cell of cells) if (typeof cell === 'string' && cell.startsWith('=')) formulas.add(cell);
  const text = [...formulas].join('\n');
  return headers.filter((header) => header !== '' && text.includes(escaped(header)));
}

/** A header inside a structured reference. */
export const escaped = (header: string): string => header.replace(/['[\]#@]/g, (mark) => `'${mark}`);
