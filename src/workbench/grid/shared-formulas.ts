/** A formula as Univer calculates it: its text, or that of another cell so many rows above. */
interface FormulaItem {
  readonly f: string;
  si?: string;
  readonly x?: number;
  readonly y?: number;
}
type SheetFormulas = Record<number, Record<number, FormulaItem | null | undefined> | undefined>;
/** By workbook and sheet. */
type FormulaData = Record<string, Record<string, SheetFormulas | null | undefined> | null | undefined>;

/** A cell of the formula's own row, as calculated columns have them: `$C5`. */
const OWN_ROW = /\$([A-Z]{1,3})(\d+)(?![\d(])/g;
/** What else moves with a formula: a reference without its signs. */
const RELATIVE =
  /(?:^|[^A-Za-z0-9_$.])(?:[A-Za-z]{1,3}\$?\d+|\d+:\d+|[A-Za-z]{1,3}:[A-Za-z]{1,3})(?![A-Za-z0-9_(])/;
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;

/**
 * Lets a column of like formulas be understood once: Univer then reads the first of a run, and takes the others as
 * this one some rows further down. Cells keep their own formulas; only what is calculated is put together.
 */
export function shareFormulas<T extends object>(model: { getFormulaData(): T }): void {
  const plain = model.getFormulaData.bind(model);
  model.getFormulaData = () => {
    const found = plain();
    const data = found as FormulaData;
    for (const [unit, sheets] of Object.entries(data))
      for (const [sheet, formulas] of Object.entries(sheets ?? {}))
        if (formulas) shareRuns(formulas, `${unit} ${sheet}`);
    return found;
  };
}

interface Run {
  readonly shape: string | undefined;
  readonly first: FormulaItem;
  readonly firstRow: number;
  lastRow: number;
}

function shareRuns(formulas: SheetFormulas, place: string): void {
  const runs = new Map<number, Run>();
  // Rows are whole numbers: they are walked from the top.
  for (const rowKey in formulas) {
    const row = Number(rowKey);
    const line = formulas[row];
    for (const columnKey in line ?? {}) {
      const column = Number(columnKey);
      const item = line?.[column];
      if (!line || !item || item.si !== undefined) continue;
      const shape = shapeOf(item.f, row);
      const run = runs.get(column);
      if (run && shape !== undefined && run.shape === shape && run.lastRow === row - 1) {
        run.first.si ??= `${place} ${run.firstRow} ${column}`;
        line[column] = { f: run.first.f, si: run.first.si, x: 0, y: row - run.firstRow };
        run.lastRow = row;
      } else runs.set(column, { shape, first: item, firstRow: row, lastRow: row });
    }
  }
}

/** The formula without its own row's number; undefined if it has other references that move. */
function shapeOf(formula: string, row: number): string | undefined {
  let isOwn = true;
  const own = String(row + 1);
  const shape = formula.replace(OWN_ROW, (whole, column: string, number: string) => {
    if (number !== own) isOwn = false;
    return isOwn ? `$${column}$\u0000` : whole;
  });
  return isOwn && !RELATIVE.test(shape.replace(QUOTED, '')) ? shape : undefined;
}
