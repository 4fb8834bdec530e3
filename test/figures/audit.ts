import type { Cell } from '../support/office';
import type { TrueAccount, TrueBook, TrueSeat } from './books';

/**
 * What a finance reviewer would compute beside the sheets: everything from the account rows, with a pocket
 * calculator's arithmetic, by other formulas than the product's where there are any.
 */

export type Row = Readonly<Record<string, Cell>>;

/** The table whose header row begins with these headers. */
export function tableIn(cells: readonly (readonly Cell[])[], first: string, second: string): Row[] {
  for (const [r, line] of cells.entries()) {
    const c = line.findIndex((cell, at) => cell === first && line[at + 1] === second);
    if (c < 0) continue;
    const end = line.findIndex((cell, at) => at >= c && cell === '');
    const headers = line.slice(c, end < 0 ? undefined : end).map(String);
    const rows: Row[] = [];
    for (const body of cells.slice(r + 1)) {
      if (body.slice(c, c + headers.length).every((cell) => cell === '')) break;
      rows.push(Object.fromEntries(headers.map((header, at) => [header, body[c + at] ?? ''])));
    }
    return rows;
  }
  throw new Error(`No table begins with ${first}, ${second}.`);
}

/** The line under the table that begins with these headers, which begins with a label. */
export function lineUnder(
  cells: readonly (readonly Cell[])[],
  [first = '', second = '', ...more]: readonly string[],
  label: string,
): Row {
  const at = (line: readonly Cell[]) => line.findIndex((cell, c) => cell === first && line[c + 1] === second);
  const top = cells.findIndex((line) => at(line) >= 0);
  const column = at(cells[top] ?? []);
  const line = cells.slice(top + 1).find((row) => row[column] === label);
  if (line === undefined) throw new Error(`No line begins with ${label}.`);
  return Object.fromEntries([first, second, ...more].map((header, c) => [header, line[column + c] ?? '']));
}

/** The lines of the block under a head, up to the next blank line: label, and the figures beside it. */
export function blockUnder(cells: readonly (readonly Cell[])[], head: string): Map<string, readonly Cell[]> {
  const top = cells.findIndex(([first]) => first === head);
  if (top < 0) throw new Error(`No block is called ${head}.`);
  const lines = new Map<string, readonly Cell[]>();
  for (const [label, ...figures] of cells.slice(top + 1)) {
    if (label === '' || label === undefined) break;
    lines.set(String(label), figures);
  }
  return lines;
}

/** The figure that stands beside a label. */
export function beside(cells: readonly (readonly Cell[])[], label: string): Cell {
  const line = cells.find(([first]) => first === label);
  if (line === undefined) throw new Error(`Nothing is called ${label}.`);
  return line[1] ?? '';
}

export interface Metric {
  readonly label: string;
  readonly tolerance: number;
  readonly of: (account: TrueAccount) => number;
}

export const METRICS: Readonly<Record<string, Omit<Metric, 'tolerance'>>> = {
  potential: { label: 'Potential', of: ({ potential }) => Math.max(0, potential) },
  'arr+openPipeline': { label: 'ARR + Open pipeline', of: ({ arr, pipeline }) => arr + pipeline },
  count: { label: 'Accounts', of: () => 1 },
};

/** An account row of the sheet with what is meant by it. */
export interface Placed {
  readonly account: TrueAccount;
  readonly row: Row;
  readonly territory: string;
}

export function placedIn(book: TrueBook, rows: readonly Row[]): Placed[] {
  return book.accounts.map((account) => {
    const found = rows.filter((row) => row['Account Name'] === account.name);
    if (found.length !== 1) throw new Error(`${account.name} stands in ${found.length} rows.`);
    const [row = {}] = found;
    return { account, row, territory: String(row['Territory']) };
  });
}

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Standard deviation of the whole, over the mean. */
export function variation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) / middle;
}

/** Half the mean difference of all pairs, over the mean. */
export function gini(values: readonly number[]): number {
  const pairs = values.flatMap((a) => values.map((b) => Math.abs(a - b)));
  return mean(pairs) / 2 / mean(values);
}

/** What the column Moved? must say. */
export function movedOf(
  ownerNow: string,
  before: string,
  owners: ReadonlySet<string>,
  isPlaced: boolean,
  isAstray: boolean,
): string {
  // Whoever is meant by a name that is no territory's.
  if (isAstray) return 'Unknown territory';
  if (before === '') return isPlaced ? 'New' : '';
  if (before === ownerNow) return 'No';
  if (!owners.has(before)) return `Yes, owner not in plan${isPlaced ? '' : ', to nobody'}`;
  if (ownerNow !== '') return 'Yes';
  return isPlaced ? 'Yes, to open seat' : 'Yes, to nobody';
}

const RADIUS_KM = 6371.0088;

/** Great-circle distance by the law of haversines. */
export function distanceKm(
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(h));
}

/**
 * Each territory's fair share of what its segment or region holds, or the whole plan, by capacity of its seat; whoever holds
 * an account that nobody can share has that, and the others share what is left.
 * @param whales what such accounts are, by territory; undefined where one holds none
 */
export function fairShares(
  loads: readonly number[],
  seats: readonly TrueSeat[],
  whales: readonly (number | undefined)[] = [],
): number[] {
  const poolOf = ({ segment, region = '' }: TrueSeat) => `${segment} ${region.toLowerCase()}`;
  return seats.map((seat, n) => {
    if (whales[n] !== undefined) return whales[n];
    const mine = seats.map((other, j) => (poolOf(other) === poolOf(seat) ? j : -1)).filter((j) => j >= 0);
    const total = sum(mine.map((j) => (loads[j] ?? NaN) - (whales[j] ?? 0)));
    const open = mine.filter((j) => whales[j] === undefined);
    return (total * seat.share) / sum(open.map((j) => seats[j]?.share ?? NaN));
  });
}
