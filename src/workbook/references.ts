import type { Cell } from '../plan/cells';
import { HIDDEN_SHEETS } from './checkpoint';
import { at } from './area';
import { eachInTurn, inBlocks } from './cells';
import { addressOf } from './grid';

/** A formula that speaks of something that is not there any more. */
interface Broken {
  readonly address: string;
  readonly formula: string;
}

/** Formulas of the workbook that say `#REF!`; undefined: there are too many cells to look at. */
export type BrokenFormulas = readonly Broken[] | undefined;

/** In which cells of a sheet formulas are ours. */
export type OurCells = (sheet: string) => ReadonlySet<number>;

const MOST_CELLS = 2_000_000;
const CELLS_PER_READ = 20_000;
const BROKEN = '#REF!';

/** Looks through all sheets and names for formulas of the user's that say `#REF!`. */
export async function brokenFormulas(
  context: Excel.RequestContext,
  ours: OurCells = () => new Set(),
): Promise<BrokenFormulas> {
  const { worksheets, names } = context.workbook;
  worksheets.load('items/name');
  names.load('items/name,items/formula');
  await context.sync();
  const sheets = worksheets.items
    .filter(({ name }) => !HIDDEN_SHEETS.includes(name))
    .map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      return { sheet, used };
    });
  await context.sync();
  const filled = sheets.filter(({ used }) => !used.isNullObject);
  const cells = filled.reduce((sum, { used }) => sum + used.rowCount * used.columnCount, 0);
  if (cells > MOST_CELLS) return undefined;
  const found: Broken[] = names.items.flatMap(({ name, formula }) =>
    !name.startsWith('EfAt_') && String(formula).includes(BROKEN)
      ? [{ address: name, formula: `${name} ${String(formula)}` }]
      : [],
  );
  await eachInTurn(filled, async ({ sheet, used }) => {
    const { rowIndex, columnIndex, rowCount, columnCount } = used;
    const own = ours(sheet.name);
    const step = Math.max(1, Math.floor(CELLS_PER_READ / columnCount));
    await inBlocks(rowCount, step, async (start, rows) => {
      const part = sheet.getRangeByIndexes(rowIndex + start, columnIndex, rows, columnCount);
      part.load('formulas');
      await context.sync();
      (part.formulas as Cell[][]).forEach((line, r) => {
        line.forEach((formula, c) => {
          if (typeof formula !== 'string' || !formula.startsWith('=') || !formula.includes(BROKEN)) return;
          const row = rowIndex + start + r;
          const column = columnIndex + c;
          if (own.has(at(row, column))) return;
          found.push({ address: addressOf(sheet.name, { row, column, rows: 1, columns: 1 }), formula });
        });
      });
      part.untrack();
    });
  });
  return found;
}

/** Those that came: cells may have moved in between, so they are told by what they say. */
export function brokenSince(before: readonly Broken[], now: readonly Broken[]): readonly Broken[] {
  const known = new Map<string, number>();
  for (const { formula } of before) known.set(formula, (known.get(formula) ?? 0) + 1);
  return now.filter(({ formula }) => {
    const count = known.get(formula) ?? 0;
    if (count > 0) known.set(formula, count - 1);
    return count === 0;
  });
}
