import type { Cell } from '../plan/cells';
import { keysBy, narrowed, type RowKeys } from '../plan/account-keys';
import { matchRows, type RowMatch } from '../plan/match-accounts';
import { READ_BLOCK_BYTES, READ_BLOCK_CELLS, inBlocks } from './cells';

/** Where the accounts table stands at this moment. Rows and columns count from 0. */
export interface Body {
  readonly sheet: Excel.Worksheet;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly rows: number;
  readonly headers: readonly string[];
}

/** Cells of some columns of the body, by their place in the table; in blocks that fit a response. */
export async function readColumns(
  context: Excel.RequestContext,
  body: Omit<Body, 'headers'>,
  columns: readonly number[],
  what: 'values' | 'formulas' = 'values',
): Promise<Cell[][]> {
  const { sheet, headerRow, firstColumn, rows } = body;
  const out: Cell[][] = columns.map(() => []);
  if (columns.length === 0 || rows === 0) return out;
  const perBlock = Math.max(1, Math.floor(READ_BLOCK_CELLS / columns.length));
  const first = what === 'formulas' ? await lengthOfFirst(context, body, columns) : 0;
  const fitting = Math.max(1, Math.min(perBlock, Math.floor(READ_BLOCK_BYTES / Math.max(1, first))));
  await inBlocks(rows, fitting, async (start, count) => {
    const parts = columns.map((c) => {
      const part = sheet.getRangeByIndexes(headerRow + 1 + start, firstColumn + c, count, 1);
      if (what === 'formulas') part.load('formulas');
      else part.load('values');
      return part;
    });
    await context.sync();
    parts.forEach((part, k) => {
      for (const [cell] of part[what] as Cell[][]) out[k]?.push(cell ?? '');
      part.untrack();
    });
  });
  return out;
}

/** Characters of the formulas in the first row: the others of a column are mostly the same. */
async function lengthOfFirst(
  context: Excel.RequestContext,
  { sheet, headerRow, firstColumn }: Omit<Body, 'headers'>,
  columns: readonly number[],
): Promise<number> {
  const cells = columns.map((c) => {
    const cell = sheet.getRangeByIndexes(headerRow + 1, firstColumn + c, 1, 1);
    cell.load('formulas');
    return cell;
  });
  await context.sync();
  return cells.reduce((sum, cell) => {
    cell.untrack();
    return sum + String(cell.formulas[0]?.[0] ?? '').length + CELL_BYTES;
  }, 0);
}

/** What stands about a cell in an answer. */
const CELL_BYTES = 4;

/** The keys of the rows as they stand now, made of the columns they were made of then. */
export async function readKeys(
  context: Excel.RequestContext,
  body: Body,
  by: RowKeys['by'],
): Promise<RowKeys> {
  const wanted = [...new Set([...by.headers, ...by.rest, ...(by.witness ?? [])])];
  const places = wanted.map((header) => body.headers.indexOf(header));
  const there = places.filter((place) => place >= 0);
  const cells = await readColumns(context, body, there);
  const columnOf = (header: string) => cells[there.indexOf(places[wanted.indexOf(header)] ?? -1)];
  return keysBy(columnOf, body.rows, by);
}

/**
 * Which row of then each row of now is. Other cells than the key's and its witnesses' are read only where these do not
 * tell the rows apart, or do not stand together any more.
 */
export async function findRows(context: Excel.RequestContext, body: Body, all: RowKeys): Promise<RowMatch> {
  const then = narrowed(all, (header) => body.headers.includes(header));
  const { headers, witness = [] } = then.by;
  const bare = narrowed(then, (header) => headers.includes(header) || witness.includes(header));
  const isPlain =
    new Set(then.keys.filter((key) => key !== '')).size === then.keys.filter((key) => key !== '').length;
  if (isPlain) {
    const now = await readKeys(context, body, bare.by);
    const match = matchRows(keysOnly(bare), keysOnly(now));
    if (match.added === 0 && match.gone === 0 && standsTogether(bare, now, match)) return match;
  }
  return matchRows(then, await readKeys(context, body, then.by));
}

const standsTogether = (then: RowKeys, now: RowKeys, { then: rows }: RowMatch): boolean =>
  now.rest.every((rest, r) => rest === then.rest[rows[r] ?? -1] || rows[r] === -1);

const keysOnly = ({ by: { kind, headers }, keys }: RowKeys): RowKeys => ({
  by: { kind, headers, rest: [] },
  keys,
  rest: keys.map(() => ''),
});
