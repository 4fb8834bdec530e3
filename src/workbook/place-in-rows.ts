import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import {
  askForFilled,
  isFormulaIn,
  linesOf,
  type FilledCell,
  type FilledPlace,
  type FilledTable,
} from './filled-tables';
import { MOST_TRIES } from './read-steadily';

/** Single cells of one row of a table that are to say something else. */
export interface RowChange {
  readonly place: FilledPlace;
  /** What stands beside the cells, by header: the row is known by it, and by what these say. */
  readonly says: readonly (readonly [header: string, value: Cell])[];
  /** So many rows above say the same. */
  readonly nth: number;
  /** As they must be written. */
  readonly cells: readonly {
    readonly header: string;
    readonly from: Cell;
    readonly to: Cell;
    readonly format?: string;
  }[];
}

/** Columns of some cells, from 0, and what they say as it must be written. */
export type Spots = readonly { readonly at: number; readonly says: Cell }[];

type Line = readonly FilledCell[];

/** Rows of a table that say all of it, from the top. A header that is not there any more says nothing. */
export function rowsThatSay(
  { headers, body }: Pick<FilledTable, 'headers' | 'body'>,
  says: RowChange['says'],
  cells: Spots = [],
): number[] {
  const known = says
    .map(([header, value]) => ({ at: headers.indexOf(header), text: String(value) }))
    .filter(({ at }) => at >= 0);
  return [...body.keys()].filter(
    (r) =>
      known.every(({ at, text }) => String(body[r]?.[at]?.value ?? '') === text) &&
      cells.every((one) => body[r]?.[one.at]?.cell === one.says),
  );
}

/** What stands in a row beside some of its cells, by header; no formulas. */
export const besides = (
  { headers }: Pick<FilledTable, 'headers'>,
  line: Line,
  cells: readonly { readonly header: string }[],
): (readonly [header: string, value: Cell])[] => {
  const own = new Set(cells.map(({ header }) => header));
  return headers.flatMap((header, c) => {
    const one = line[c];
    return header === '' || own.has(header) || one === undefined || isFormulaIn(one)
      ? []
      : [[header, one.value] as const];
  });
};

/** A row that is looked for by what it says is on no sheet of that name: it was deleted, or never written. */
export const rowNotThere = (sheet: string, says: Iterable<Cell>): Failure =>
  new Failure('rowNotThere', {
    sheet,
    says: [...says]
      .filter((cell) => cell !== '')
      .map(String)
      .join(', '),
  });

/**
 * Writes cells into their rows: these are looked for, written in the very next request, and what stood there in that
 * request is looked at. Where rows moved in between, what was written over goes back to its row, and all is placed again.
 * @param first puts into the request what goes before
 * @throws Failure `rowNotThere`; `rowsMoved` where rows move each time; `tableGone`, `protectedSheet`, `editColumnGone`
 */
export async function placeInRows(
  context: Excel.RequestContext,
  changes: readonly RowChange[],
  first: (tables: readonly FilledTable[]) => void = () => undefined,
): Promise<void> {
  let left = changes;
  for (let tries = 0; left.length > 0; tries++) {
    if (tries > 2 * MOST_TRIES) throw new Failure('rowsMoved');
    left = await placeOnce(context, left, tries === 0 ? first : () => undefined);
  }
}

/** @returns what is still to be done, because rows moved */
async function placeOnce(
  context: Excel.RequestContext,
  changes: readonly RowChange[],
  first: (tables: readonly FilledTable[]) => void,
): Promise<RowChange[]> {
  const asked = changes.map(({ place }) => askForFilled(context, place));
  await context.sync();
  const spots = changes.map((change, n) => spotOf(change, (asked[n] as () => FilledTable)()));
  first(spots.map(({ now }) => now));
  const ahead = spots.map(({ now, row }) => readRow(context, now, row));
  for (const spot of spots) putAll(context, spot);
  await context.sync();
  return spots.flatMap((spot, n): RowChange[] => {
    const { change, now, at } = spot;
    const [line = []] = linesOf(ahead[n] as Excel.Range);
    if (rowsThatSay({ ...now, body: [line] }, change.says, at).length === 1) return [];
    const back = change.cells.map(({ header, to, format }, k) => {
      const stood = line[at[k]?.at ?? -1];
      const was = format === undefined || stood === undefined ? {} : { format: stood.format };
      return { header, from: to, to: stood?.cell ?? '', ...was };
    });
    return [{ ...change, nth: 0, says: besides(now, line, change.cells), cells: back }, change];
  });
}

interface RowSpot {
  readonly change: RowChange;
  readonly now: FilledTable;
  readonly row: number;
  readonly at: Spots;
}

function spotOf(change: RowChange, now: FilledTable): RowSpot {
  const at = change.cells.map(({ header, from }) => ({ at: now.headers.indexOf(header), says: from }));
  const gone = change.cells.find((_, k) => (at[k]?.at ?? -1) < 0);
  if (gone !== undefined) throw new Failure('editColumnGone', { sheet: now.sheetName, column: gone.header });
  const rows = rowsThatSay(now, change.says, at);
  const row = rows[change.nth] ?? rows.at(-1);
  if (row === undefined)
    throw rowNotThere(
      now.sheetName,
      change.says.map(([, says]) => says),
    );
  return { change, now, row, at };
}

/** The row as it stands when the request is carried out. */
function readRow(context: Excel.RequestContext, now: FilledTable, row: number): Excel.Range {
  const { sheet, table, column, headers } = now;
  const range =
    table === undefined
      ? sheet.getRangeByIndexes(now.row + 1 + row, column, 1, headers.length)
      : context.workbook.tables.getItem(table).getDataBodyRange().getRow(row);
  range.load('values,formulas,numberFormat');
  return range;
}

function putAll(context: Excel.RequestContext, { change, now, row, at }: RowSpot): void {
  const { sheet, table, column } = now;
  change.cells.forEach(({ header, to, format }, k) => {
    const cell =
      table === undefined
        ? sheet.getRangeByIndexes(now.row + 1 + row, column + (at[k]?.at ?? 0), 1, 1)
        : context.workbook.tables.getItem(table).columns.getItem(header).getDataBodyRange().getCell(row, 0);
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.formulas = [[to]];
  });
}
