import { HIDDEN_SHEETS } from './checkpoint';
import { eachInTurn, inBlocks } from './cells';

/** A formula of the workbook, and where it stands: row and column from 0. */
export interface FoundFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

const MOST_CELLS = 2_000_000;
const CELLS_PER_READ = 20_000;

/**
 * Formulas in cells of all sheets but the hidden ones of ours, sheet by sheet and row by row.
 * @param isIn which sheets are read at all
 * @param is which formulas
 * @returns undefined where there are too many cells to look at
 */
export async function formulasIn(
  context: Excel.RequestContext,
  is: (formula: string) => boolean,
  isIn: (sheet: string) => boolean = () => true,
): Promise<FoundFormula[] | undefined> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const sheets = worksheets.items
    .filter(({ name }) => !HIDDEN_SHEETS.includes(name) && isIn(name))
    .map((sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      return { sheet, used };
    });
  await context.sync();
  const filled = sheets.filter(({ used }) => !used.isNullObject);
  const cells = filled.reduce((sum, { used }) => sum + used.rowCount * used.columnCount, 0);
  if (cells > MOST_CELLS) return undefined;
  const found: FoundFormula[] = [];
  await eachInTurn(filled, async ({ sheet, used }) => {
    const { rowIndex, columnIndex, rowCount, columnCount } = used;
    const step = Math.max(1, Math.floor(CELLS_PER_READ / columnCount));
    await inBlocks(rowCount, step, async (start, rows) => {
      const part = sheet.getRangeByIndexes(rowIndex + start, columnIndex, rows, columnCount);
      part.load('formulas');
      await context.sync();
      (part.formulas as unknown[][]).forEach((line, r) => {
        line.forEach((formula, c) => {
          if (typeof formula !== 'string' || !formula.startsWith('=') || !is(formula)) return;
          found.push({ sheet: sheet.name, row: rowIndex + start + r, column: columnIndex + c, formula });
        });
      });
      part.untrack();
    });
  });
  return found;
}
