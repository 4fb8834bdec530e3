import { quoteSheet } from '../plan/cells';
import type { SheetSpec } from '../reports/spec';
import { eachInTurn, everywhere } from './cells';
import { formulasIn } from './each-formula';
import type { Extent } from './grid';
import { saysOfOurs, tablesToCome, type TablesToCome } from './speaks-of-gone';

/**
 * Formulas of the user's on sheets of their own, and names they gave, that speak of tables of ours. Where such a table is
 * to stand elsewhere it is a range for a moment, and Excel makes them speak of its cells, for good: so they are kept, and
 * given back once the table stands again.
 */
export interface Spoken {
  /** Cells of one column, from `row` on, that all say the same. */
  readonly cells: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly formula: string;
  }[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

export const NOTHING_SPOKEN: Spoken = { cells: [], names: [] };

export const isNothing = ({ cells, names }: Spoken): boolean => cells.length + names.length === 0;

/** Where a table stands, by its name. */
type Place = Pick<Extent, 'row' | 'column'> & { readonly name: string };

/** Whether one of these tables is going to stand elsewhere, so that it is a range until then. */
export const isRaisedElsewhere = (now: readonly Place[], next: readonly Place[]): boolean =>
  now.some(({ name, row, column }) =>
    next.some((one) => one.name === name && (one.row !== row || one.column !== column)),
  );

/** A sheet of ours, and the tables that stand on it and are going to: where, and with which columns. */
export interface RaisedSheet {
  /** What it is called, and was. */
  readonly names: readonly string[];
  readonly now: readonly Place[];
  readonly next: readonly Place[];
  readonly was: SheetSpec | undefined;
  readonly willBe: SheetSpec | undefined;
}

/** What speaks of tables of these sheets, where one of them is raised elsewhere. */
export async function spokenBeside(
  context: Excel.RequestContext,
  sheets: readonly RaisedSheet[],
): Promise<Spoken> {
  if (!sheets.some(({ now, next }) => isRaisedElsewhere(now, next))) return NOTHING_SPOKEN;
  const tables = tablesToCome(
    sheets.map(({ was }) => was),
    sheets.flatMap(({ willBe }) => (willBe === undefined ? [] : [willBe])),
  );
  return spokenElsewhere(context, tables, new Set(sheets.flatMap(({ names }) => names)));
}

/** So many cells are given back with one request. */
const MOST_AT_ONCE = 5_000;
/** So much of it is written down before reverting begins, in one cell with all else. */
const MOST_NOTED = 10_000;

/** What is written down of it. */
export function notedOf(spoken: Spoken): Spoken {
  let size = 0;
  const fits = (one: object): boolean => (size += JSON.stringify(one).length) <= MOST_NOTED;
  return { names: spoken.names.filter(fits), cells: spoken.cells.filter(fits) };
}

/**
 * What speaks of tables that are going to be there, too.
 * @param ours names of sheets of ours, whose cells have a keeper of their own
 * @returns nothing where there are too many cells to look at
 */
async function spokenElsewhere(
  context: Excel.RequestContext,
  tables: TablesToCome,
  ours: ReadonlySet<string>,
): Promise<Spoken> {
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  const isSaid = (formula: string) => saysOfOurs(formula, tables) === 'there';
  const found = await formulasIn(context, isSaid, (sheet) => !ours.has(sheet));
  const cells: Mutable[] = [];
  const open = new Map<string, Mutable>();
  for (const { sheet, row, column, formula } of found ?? []) {
    const above = open.get(`${sheet}|${column}`);
    if (above?.formula === formula && above.row + above.rows === row) {
      above.rows++;
      continue;
    }
    const run = { sheet, row, column, rows: 1, formula };
    open.set(`${sheet}|${column}`, run);
    cells.push(run);
  }
  return {
    cells,
    names: names.items.flatMap(({ name, formula }) =>
      // Names of ours are written anew with their sheets.
      !/^Ef/.test(name) && isSaid(String(formula)) ? [{ name, formula: String(formula) }] : [],
    ),
  };
}

type Mutable = { -readonly [Key in keyof Spoken['cells'][number]]: Spoken['cells'][number][Key] };

/**
 * Gives them back where they have come to speak of cells. What says something else by now is somebody's, and stays.
 * Of cells that say the same below each other the first comes first: where it spills, the others need nothing.
 */
export async function giveSpoken(
  context: Excel.RequestContext,
  { cells, names }: Spoken,
  ours: ReadonlySet<string>,
): Promise<void> {
  if (isNothing({ cells, names })) return;
  const sheets = [...ours].flatMap((sheet) => [`${quoteSheet(sheet)}!`, `${sheet}!`]);
  const isOfCells = (formula: unknown, was: string): boolean =>
    typeof formula === 'string' &&
    formula !== was &&
    formula.startsWith('=') &&
    [...sheets, '#REF!'].some((word) => formula.includes(word));
  const named = names.map(({ name, formula }) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load('formula');
    return { item, formula };
  });
  await eachInTurn(['first', 'rest'] as const, async (part) => {
    const asked = cells
      .filter(({ rows }) => part === 'first' || rows > 1)
      .map((run) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(run.sheet);
        const [row, rows] = part === 'first' ? [run.row, 1] : [run.row + 1, run.rows - 1];
        const range = sheet.getRangeByIndexes(row, run.column, rows, 1);
        range.load('formulas');
        return { run, sheet, range };
      });
    if (asked.length === 0) return;
    await context.sync();
    let waiting = 0;
    await eachInTurn(asked, async ({ run, sheet, range }) => {
      if (sheet.isNullObject) return;
      const now = range.formulas as unknown[][];
      if (now.every(([formula]) => isOfCells(formula, run.formula))) range.formulas = everywhere(run.formula);
      else
        now.forEach(([formula], r) => {
          if (isOfCells(formula, run.formula)) range.getCell(r, 0).formulas = [[run.formula]];
        });
      waiting += now.length;
      if (waiting < MOST_AT_ONCE) return;
      waiting = 0;
      await context.sync();
    });
    await context.sync();
  });
  for (const { item, formula } of named)
    if (!item.isNullObject && isOfCells(item.formula, formula)) item.formula = formula;
  await context.sync();
}
