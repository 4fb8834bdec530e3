import { print } from '../plan/account-keys';
import type { Cell } from '../plan/cells';
import type { AccountsOrder, DataSheet } from '../app/ports';
import { anchor, setAnchor, type Anchors, type Spot } from './anchors';
import { insertSheet } from './insert-sheets';
import type { KeptAccounts, KeptSheet, MadeList } from './journal';
import { readCells } from './foreign-cells';

/*
 * A list of accounts that Apply makes first, of the rows of another: it comes through the same door as the plan over
 * it, and goes with it.
 */

/** The user's columns that get an anchor: of a list that is made first, those that its rows are known by. */
export const referencesOf = ({ rows }: AccountsOrder, kept: KeptAccounts | undefined): readonly string[] =>
  kept?.references ?? [...new Set(rows.by.headers.filter((name) => name !== ''))];

/** So many different cells are kept of such a list, each as a fingerprint. */
const MOST_PRINTS = 200_000;

const asText = (cell: Cell | { readonly formula: string }): Cell =>
  typeof cell === 'object' ? cell.formula : cell;

/** Beyond so many digits a number may come back as another. */
const DIGITS = 12;
const said = (cell: Cell): string =>
  typeof cell === 'number' ? String(Number(cell.toPrecision(DIGITS))) : String(cell).trim();

/** What is known of a list that Apply makes: all of it goes with Revert, unless something of the user's came on it. */
export const keptMade = (
  { name, rows, headers, headerRow = 1, above = [] }: DataSheet,
  accounts: AccountsOrder | undefined,
): KeptSheet => {
  const columns = accounts?.columns ?? [];
  const texts = new Set([...above.map(({ text }) => text), ...headers, ...rows.flat()].map(said));
  return {
    key: 'made',
    name,
    made: {
      rows: headerRow + rows.length,
      columns: headers.length + columns.length,
      headers: columns.map(({ header }) => header),
      keys: columns.map(({ key }) => key),
      ...(texts.size <= MOST_PRINTS && { prints: [...texts].map(print).join(' ') }),
      formulas: above.filter(({ formula }) => formula !== undefined).length,
      typed: columns.flatMap(({ key, typed, cells }) =>
        typed === true ? [{ key, wrote: [...new Set([cells].flat().map(asText))] }] : [],
      ),
    },
  };
};

export async function makeList(
  context: Excel.RequestContext,
  made: DataSheet,
  anchors: Anchors,
): Promise<void> {
  await insertSheet(context, made);
  setAnchor(context, anchors, anchor.made, { sheet: made.name, row: 0, column: 0 });
  await context.sync();
}

/** Where such a list is: by its name, else where its sheet went when it was renamed. */
export async function spotOfMade(
  context: Excel.RequestContext,
  name: string,
  anchors: Anchors,
): Promise<Spot | null | undefined> {
  const found = context.workbook.worksheets.getItemOrNullObject(name);
  found.load('name');
  await context.sync();
  return found.isNullObject ? anchors.get(anchor.made) : undefined;
}

/** Something was put beside or below a list that Apply made. */
export const reachesBeyond = (used: Excel.Range, { rows, columns }: MadeList): boolean =>
  !used.isNullObject &&
  (used.rowIndex + used.rowCount > rows || used.columnIndex + used.columnCount > columns);

/** What users filled on a list that Apply made. */
interface FilledOnMade {
  /** Something of it would be lost with the list: rows, columns, remarks, cells that say something else by now. */
  readonly isTheirs: boolean;
  /** How many of our own cells there they filled. */
  readonly typed: number;
}

/** Looks at a list that Apply has made whole: where its cells stand does not matter, blank rows and columns do not either. */
export async function filledOnMade(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { prints = '', keys = [], typed = [], formulas = 0 }: MadeList,
  anchors: Anchors,
): Promise<FilledOnMade> {
  sheet.load('name');
  const { tables } = sheet;
  tables.load('items/name');
  await context.sync();
  const ranges = tables.items.map((table) => {
    const range = table.getRange();
    range.load('rowIndex,rowCount');
    return range;
  });
  const cells = await readCells(context, sheet);
  const known = new Set(prints.split(' '));
  const columns = new Map(
    keys.flatMap((key) => {
      const spot = anchors.get(anchor.column(key));
      return spot?.sheet === sheet.name ? [[spot.column, { key, row: spot.row }] as const] : [];
    }),
  );
  const words = new Map(typed.map(({ key, wrote }) => [key, new Set(wrote.map(String))]));
  const endOf = (row: number) =>
    row + (ranges.find(({ rowIndex }) => rowIndex === row)?.rowCount ?? cells.length);
  let calculated = 0;
  let isTheirs = false;
  let filled = 0;
  cells.forEach((line, row) => {
    line.forEach(({ formula, value }, column) => {
      if (formula === '') return;
      const own = columns.get(column);
      if (own !== undefined && row >= own.row && row < endOf(own.row)) {
        const wrote = words.get(own.key);
        if (row > own.row && wrote !== undefined && !wrote.has(String(value))) filled++;
        return;
      }
      if (formula !== value && String(formula).startsWith('=')) calculated++;
      else if (!known.has(print(said(value)))) isTheirs = true;
    });
  });
  return { isTheirs: isTheirs || calculated > formulas, typed: filled };
}

/** A list that Apply made holds something of the user's by now: it stays without our columns. */
export async function dropColumns(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  headers: readonly string[],
): Promise<void> {
  sheet.tables.load('items/name');
  await context.sync();
  const found = sheet.tables.items.flatMap((table) =>
    headers.map((header) => table.columns.getItemOrNullObject(header)),
  );
  for (const column of found) column.load('name');
  await context.sync();
  for (const column of found) if (!column.isNullObject) column.delete();
  await context.sync();
}
