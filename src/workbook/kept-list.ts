import { narrowed, print, printed, renamedColumns, type RowKeys } from '../plan/account-keys';
import { matchRows, type RowMatch } from '../plan/match-accounts';
import { Failure } from '../plan/failures';
import { columnAt, findAnchored, isSteady, lookAtRange, type AccountsNow } from './accounts';
import { anchor } from './anchors';
import { areaOf } from './area';
import type { KeptAccounts } from './journal';
import { readColumns, readKeys } from './read-keys';
import { MOST_TRIES } from './read-steadily';

/** Which kept row each row is now. */
export interface KeptMatch extends RowMatch {
  /** The user's cells are what they were. */
  readonly isUntouched: boolean;
  /** All that accounts were known by is gone, so that none can be told from another. */
  readonly isLost: boolean;
  /** Rows that hold no account, from the top. */
  readonly blank: readonly number[];
}

/**
 * The same match, with the rows that hold no account: where there are as many of them as there were, they are told by
 * their order, so that what stood of ours in them comes back as well.
 */
export function withBlankRows(
  { keys }: RowKeys,
  { then, blank }: Pick<KeptMatch, 'then' | 'blank'>,
): Int32Array {
  const were = blankIn(keys);
  if (were.length !== blank.length) return then;
  const all = Int32Array.from(then);
  blank.forEach((r, n) => {
    all[r] = were[n] ?? -1;
  });
  return all;
}

const blankIn = (keys: readonly string[]): number[] => keys.flatMap((key, r) => (key === '' ? [r] : []));

/** The list and its rows, read while nobody moved them. */
export async function findKept(
  context: Excel.RequestContext,
  kept: KeptAccounts,
): Promise<{ readonly now?: AccountsNow; readonly match?: KeptMatch }> {
  let now = await locate(context, kept);
  for (let tries = 0; now !== undefined && tries < MOST_TRIES; tries++) {
    const match = await rowsNow(context, kept, now);
    const after = await locate(context, kept);
    if (isSteady(now, after)) return { now, match };
    now = after;
  }
  if (now === undefined) return {};
  throw new Failure('rowsMoved');
}

/** The accounts at this moment. */
export async function lookAtKept(context: Excel.RequestContext, kept: KeptAccounts): Promise<AccountsNow> {
  const now = await locate(context, kept);
  if (now === undefined) throw new Failure('tableGone', { name: kept.table });
  return now;
}

/** Where the cells of kept columns stand; undefined where the list is gone. */
export async function keptCells(
  context: Excel.RequestContext,
  kept: KeptAccounts,
): Promise<{ readonly sheet: string; readonly cells: Set<number> } | undefined> {
  const now = await locate(context, kept);
  if (now === undefined) return undefined;
  const { headerRow, firstColumn, rows } = now;
  const columns = kept.kept
    .map(({ key, header }) => columnAt(now, anchor.column(key), header))
    .filter((at) => at >= 0);
  return {
    sheet: now.sheetName,
    cells: areaOf(
      columns.map((at) => ({ row: headerRow, column: firstColumn + at, rows: 1 + rows, columns: 1 })),
    ),
  };
}

/**
 * By anchors or name; a list that is no table any more as far down as its rows go, one that was not made a table yet where
 * it stands or stood.
 */
async function locate(context: Excel.RequestContext, kept: KeptAccounts): Promise<AccountsNow | undefined> {
  const { list: found, anchors } = await findAnchored(context, kept.table);
  if (found !== undefined) return found.table === undefined ? cutToRows(context, kept, found) : found;
  if (anchors.get(anchor.accounts) === null) return undefined;
  const list = anchors.get(anchor.list);
  if (list === null) return undefined;
  return lookAtRange(context, {
    sheet: list?.sheet ?? kept.sheet,
    headerRow: list?.row ?? kept.headerRow,
    firstColumn: list?.column ?? kept.firstColumn,
    rows: list?.rows === undefined ? kept.rows.keys.length : list.rows - 1,
    columns: list?.columns ?? kept.columns + kept.added.length,
  });
}

/** A range ends with the last row that is known, and what follows it without a gap. */
async function cutToRows(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  found: AccountsNow,
): Promise<AccountsNow> {
  const { then } = await rowsNow(context, kept, found);
  const columns = await readColumns(
    context,
    found,
    found.headers.map((_, c) => c),
  );
  let rows = 0;
  then.forEach((was, r) => {
    if (was >= 0) rows = r + 1;
  });
  while (rows < found.rows && columns.some((column) => column[rows] !== '')) rows++;
  return { ...found, rows };
}

export async function rowsNow(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  now: AccountsNow,
): Promise<KeptMatch> {
  const called = new Map(
    kept.references.flatMap((header, n) => {
      const at = columnAt(now, anchor.reference(n), header);
      return at < 0 ? [] : [[header, now.headers[at] ?? ''] as const];
    }),
  );
  const then = kept.rows;
  const columns = [...then.by.headers, ...then.by.rest];
  const lost = columns.filter((header) => !called.has(header) && !now.headers.includes(header));
  for (const [header, name] of await renamedIn(context, then, now, lost, [...called.values()]))
    called.set(header, name);
  const isThere = (header: string) => called.has(header) || now.headers.includes(header);
  const { headers: keyed, rest: others } = then.by;
  const asCalled = (headers: readonly string[]) => headers.map((header) => called.get(header) ?? header);
  if (others.some(isThere) && !keyed.some(isThere)) {
    // What accounts were known by is gone: their other cells, of which fingerprints were kept, tell them apart.
    const was = narrowed(then, (header) => others.includes(header) && isThere(header));
    const is = printed(
      await readKeys(context, now, { kind: 'id', headers: [], rest: asCalled(others.filter(isThere)) }),
    );
    if (2 * new Set(was.keys).size <= was.keys.length) return lostIn(now);
    const match = matchRows(was, { by: was.by, keys: is.rest, rest: is.rest.map(() => '') });
    return { ...match, isUntouched: false, isLost: false, blank: [] };
  }
  if (!keyed.some(isThere)) return lostIn(now);
  const was = narrowed(then, isThere);
  const by = {
    ...was.by,
    headers: asCalled(was.by.headers),
    rest: asCalled(was.by.rest),
    ...(was.by.witness && { witness: asCalled(was.by.witness) }),
  };
  const is = { ...printed(await readKeys(context, now, by)), by: was.by };
  const match = matchRows(was, is);
  return {
    ...match,
    isUntouched:
      then.by.isPartial !== true &&
      others.every((header) => isThere(header) && !lost.includes(header)) &&
      is.rest.every((text, r) => text === was.rest[r]),
    isLost: false,
    blank: blankIn(is.keys),
  };
}

/** No row is known. */
const lostIn = ({ rows }: AccountsNow): KeptMatch => ({
  then: new Int32Array(rows).fill(-1),
  added: 0,
  gone: 0,
  isSame: false,
  isUntouched: false,
  isLost: true,
  blank: [],
});

/** Columns that have another header now, told by their cells. Their cells are read only where a header is missing. */
async function renamedIn(
  context: Excel.RequestContext,
  then: RowKeys,
  now: AccountsNow,
  gone: readonly string[],
  taken: readonly string[],
): Promise<Map<string, string>> {
  const known = new Set([...then.by.headers, ...then.by.rest, ...taken]);
  const fresh = now.headers.filter((header) => !known.has(header));
  if (gone.length === 0 || fresh.length === 0) return new Map();
  const cells = await readColumns(
    context,
    now,
    fresh.map((header) => now.headers.indexOf(header)),
  );
  const { headers } = then.by;
  const inKeys = gone.filter((header) => headers.includes(header));
  const of = (header: string, as: (text: string) => string) =>
    (cells[fresh.indexOf(header)] ?? []).map((cell) => as(String(cell).trim()));
  const found = renamedColumns(then, fresh, (header) => of(header, (text) => text), inKeys);
  const left = fresh.filter((header) => ![...found.values()].includes(header));
  const others = gone.filter((header) => !headers.includes(header));
  return new Map([...found, ...renamedColumns(then, left, (header) => of(header, print), others)]);
}
