import { columnLetters, quoteSheet, columnNumber } from '../plan/cells';

/**
 * Hidden names that follow what is ours: whatever the user inserts, moves, sorts or renames, Excel keeps a name
 * on its cell. A column or sheet of ours is found by its anchor first, by its header or name only without one.
 */
export const anchor = {
  /** Header cell of the first column of the accounts table. */
  accounts: 'EfAt_accounts',
  /** First cell of the sheet of a list that Apply made. */
  made: 'EfAt_made',
  /** All of a list that is no table yet, until it is one. */
  list: 'EfAt_list',
  /** Header cell of one of our columns there, by its key in its layer. */
  column: (key: string): string => `EfAt_column_${plain(key)}`,
  /** First cell of one of our sheets, by its key in its layer. */
  sheet: (key: string): string => `EfAt_sheet_${plain(key)}`,
  /** Cells of a block of such a sheet, by its place in the spec. */
  block: (key: string, n: number): string => `EfAt_block_${plain(key)}_${n}`,
  /** Header cell of a column of the user's that kept formulas speak of. */
  reference: (at: number): string => `EfAt_ref_${at}`,
  isColumn: (name: string): boolean => name.startsWith('EfAt_column_'),
  isReference: (name: string): boolean => name.startsWith('EfAt_ref_'),
  /** Header cell of a column of another table in which a cell is filled: of which filling, and which of its cells. */
  fill: (n: number, c: number): string => `EfAt_fill_${n}_${c}`,
  isFill: (name: string): boolean => name.startsWith('EfAt_fill_'),
  /** Header cell of a column whose name another needs while Revert writes. */
  aside: (at: number): string => `EfAt_aside_${at}`,
  isAside: (name: string): boolean => name.startsWith('EfAt_aside_'),
} as const;

/** All anchors of cells that are filled, by row and cell. */
export const fillAnchors = (fills: readonly { readonly cells: { readonly size: number } }[]): string[][] =>
  fills.map(({ cells }, n) => Array.from({ length: cells.size }, (_, c) => anchor.fill(n, c)));

/** Whether an anchor is on a header cell of the accounts table. */
export const isOfList = (name: string): boolean => /^EfAt_(?:accounts$|column_|ref_)/.test(name);

const plain = (key: string): string => key.replace(/[^A-Za-z0-9]/g, '_');

export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Of a range: how far it goes. */
  readonly rows?: number;
  readonly columns?: number;
}

/** Where each anchor points, or begins; null: its cell was deleted. */
export type Anchors = ReadonlyMap<string, Spot | null>;

/** All anchors of the workbook. One request, and whatever else was asked for is answered with it. */
export async function readAnchors(context: Excel.RequestContext): Promise<Anchors> {
  const read = loadAnchors(context);
  await context.sync();
  return read();
}

/** Asks for all anchors with the caller's next request; they can be read when that is answered. */
export function loadAnchors(context: Excel.RequestContext): () => Anchors {
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  return () =>
    new Map(
      names.items
        .filter(({ name }) => name.startsWith('EfAt_'))
        .map(({ name, formula }) => [name, spotOf(String(formula))]),
    );
}

const CELL = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;

function spotOf(formula: string): Spot | null {
  const found = CELL.exec(formula);
  if (found === null) return null;
  const [, quoted, bare, letters = '', row = '', lastLetters, lastRow] = found;
  const column = columnNumber(letters) - 1;
  return {
    sheet: quoted?.replace(/''/g, "'") ?? bare ?? '',
    row: Number(row) - 1,
    column,
    ...(lastLetters === undefined || lastRow === undefined
      ? {}
      : { rows: Number(lastRow) - Number(row) + 1, columns: columnNumber(lastLetters) - column }),
  };
}

function spotFormula({ sheet, row, column, rows = 1, columns = 1 }: Spot): string {
  const first = `=${quoteSheet(sheet)}!$${columnLetters(column + 1)}$${row + 1}`;
  return rows * columns === 1 ? first : `${first}:$${columnLetters(column + columns)}$${row + rows}`;
}

/** Points an anchor to a place. Nothing is sent: it travels with the caller's request. */
export function setAnchor(context: Excel.RequestContext, known: Anchors, name: string, place: Spot): void {
  const { names } = context.workbook;
  const formula = spotFormula(place);
  if (known.has(name)) names.getItem(name).formula = formula;
  else names.add(name, formula).visible = false;
}

/** Points an anchor to a cell, wherever that stands when the caller's request is carried out. */
export function anchorCell(
  context: Excel.RequestContext,
  known: Anchors,
  name: string,
  cell: Excel.Range,
): void {
  const { names } = context.workbook;
  if (known.has(name)) names.getItem(name).delete();
  names.add(name, cell).visible = false;
}
