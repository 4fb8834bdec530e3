import type { AccountsOrder, DataSheet } from '../app/ports';
import { anchor, setAnchor, type Anchors, type Spot } from './anchors';
import { insertSheet } from './insert-sheets';
import type { KeptAccounts, KeptSheet } from './journal';

/*
 * A list of accounts that Apply makes first, of the rows of another: it comes through the same door as the plan over
 * it, and goes with it.
 */

/** The user's columns that get an anchor: of a list that is made first, those that its rows are known by. */
export const referencesOf = ({ rows }: AccountsOrder, kept: KeptAccounts | undefined): readonly string[] =>
  kept?.references ?? [...new Set(rows.by.headers.filter((name) => name !== ''))];

/** What is known of a list that Apply makes: all of it goes with Revert, unless something of the user's came on it. */
export const keptMade = (
  { name, rows, headers, headerRow = 1 }: DataSheet,
  accounts: AccountsOrder | undefined,
): KeptSheet => {
  const ours = (accounts?.columns ?? []).map(({ header }) => header);
  return {
    key: 'made',
    name,
    made: { rows: headerRow + rows.length, columns: headers.length + ours.length, headers: ours },
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
export const reachesBeyond = (
  used: Excel.Range,
  { rows, columns }: NonNullable<KeptSheet['made']>,
): boolean =>
  !used.isNullObject &&
  (used.rowIndex + used.rowCount > rows || used.columnIndex + used.columnCount > columns);

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
