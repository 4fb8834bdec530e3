import { digested, matchRows, narrowed, type RowMatch } from '../plan/account-keys';
import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { columnAt, findList, lookAtRange, type AccountsNow } from './accounts';
import { anchor, readAnchors, type Anchors } from './anchors';
import type { KeptAccounts } from './journal';
import { readColumns, readKeys } from './keys';

/** What can be given back of the accounts as they stand now. */
export interface AccountsPlan {
  /** Undefined: they are gone, and our columns with them. */
  readonly now: AccountsNow | undefined;
  /** The user has changed nothing in the list since. */
  readonly isUntouched: boolean;
  /** Columns of the user's that kept formulas speak of, and that were deleted since. */
  readonly gone: readonly string[];
  /** Headers of the user's columns. */
  readonly users: readonly string[];
  readonly report: {
    readonly rowsGone: number;
    readonly rowsAdded: number;
    readonly columnsStay: readonly string[];
    readonly columnsGone: readonly string[];
    readonly accountsGone: boolean;
    /** It is no Excel table any more: formulas that are given back speak of its cells. */
    readonly isRange?: boolean;
  };
}

/** @throws Failure when the accounts are there but cannot be written to, or are no table any more */
export async function planAccounts(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  anchors: Anchors,
): Promise<AccountsPlan> {
  const now = await locate(context, kept, anchors);
  if (now === undefined)
    return { now, isUntouched: false, gone: [], users: [], report: { ...NOTHING, accountsGone: true } };
  if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
  const match = await rowsNow(context, kept, now, anchors);
  const gone = kept.references.filter((header, n) => columnAt(now, anchors, anchor.reference(n), header) < 0);
  const ours = new Set(
    [...kept.added, ...kept.kept].map(({ key, header }) =>
      columnAt(now, anchors, anchor.column(key), header),
    ),
  );
  const users = now.headers.filter((_, at) => !ours.has(at));
  const before = kept.headers.map(String).filter((header) => !kept.kept.some((own) => own.header === header));
  const stay = users.filter((header) => !before.includes(header) && !isMade(kept, header));
  const columnsGone = kept.wasRange ? [] : before.filter((header) => !users.includes(header));
  return {
    now,
    gone,
    users,
    isUntouched:
      match.isSame &&
      match.isUntouched &&
      (now.table !== undefined || kept.wasRange) &&
      stay.length === 0 &&
      columnsGone.length === 0 &&
      ours.size > 0,
    report: {
      rowsGone: match.gone,
      rowsAdded: match.added,
      columnsStay: stay,
      columnsGone,
      accountsGone: false,
      isRange: now.table === undefined && !kept.wasRange,
    },
  };
}

const NOTHING = { rowsGone: 0, rowsAdded: 0, columnsStay: [], columnsGone: [] } as const;

/** A header that Excel gave when the list became a table: for a blank one, or for one that stands there twice. */
const isMade = ({ wasRange, headers }: KeptAccounts, header: string): boolean =>
  wasRange && headers.some((was, c) => isMadeFrom(headers, c, was, header));

/** Whether Excel made a header of another that cannot be one in a table. */
export function isMadeFrom(headers: readonly Cell[], c: number, was: Cell, header: string): boolean {
  if (typeof was !== 'string' || was.startsWith('='))
    return String(was) === header || String(was).startsWith('=');
  const isDouble = headers.findIndex((other) => String(other).toLowerCase() === was.toLowerCase()) < c;
  const bare = header.replace(/\d+$/, '');
  return header !== bare && (was === '' ? /^\p{L}+$/u.test(bare) : isDouble && bare === was);
}

/**
 * By anchors or name; a list that is no table any more as far down as its rows go, one that was not made a table yet where
 * it stood.
 */
async function locate(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  anchors: Anchors,
): Promise<AccountsNow | undefined> {
  const found = await findList(context, anchors, kept.table);
  if (found !== undefined)
    return found.table === undefined ? cutToRows(context, kept, found, anchors) : found;
  if (anchors.get(anchor.accounts) === null) return undefined;
  return lookAtRange(context, {
    sheet: kept.sheet,
    headerRow: kept.headerRow,
    firstColumn: kept.firstColumn,
    rows: kept.rows.keys.length,
    columns: kept.columns + kept.added.length,
  });
}

/** A range ends with the last row that is known, and what follows it without a gap. */
async function cutToRows(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  found: AccountsNow,
  anchors: Anchors,
): Promise<AccountsNow> {
  const { then } = await rowsNow(context, kept, found, anchors);
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

/** Which kept row each row is now. */
export async function rowsNow(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  now: AccountsNow,
  anchors: Anchors,
): Promise<RowMatch & { readonly isUntouched: boolean }> {
  const called = new Map(
    kept.references.flatMap((header, n) => {
      const at = columnAt(now, anchors, anchor.reference(n), header);
      return at < 0 ? [] : [[header, now.headers[at] ?? ''] as const];
    }),
  );
  const isThere = (header: string) => called.has(header) || now.headers.includes(header);
  const rest = kept.rows.by.rest.every(isThere);
  const then = narrowed(
    rest
      ? kept.rows
      : { ...kept.rows, rest: kept.rows.rest.map(() => ''), by: { ...kept.rows.by, rest: [] } },
    isThere,
  );
  const by = {
    ...then.by,
    headers: then.by.headers.map((header) => called.get(header) ?? header),
    rest: then.by.rest.map((header) => called.get(header) ?? header),
  };
  const is = digested(await readKeys(context, now, by));
  const match = matchRows(then, is);
  return { ...match, isUntouched: rest && is.rest.every((text, r) => text === then.rest[r]) };
}

/** The accounts at this moment, and the anchors with which they were found. */
export async function lookAtKept(
  context: Excel.RequestContext,
  kept: KeptAccounts,
): Promise<{ readonly now: AccountsNow; readonly anchors: Anchors }> {
  const anchors = await readAnchors(context);
  const now = await locate(context, kept, anchors);
  if (now === undefined) throw new Failure('tableGone', { name: kept.table });
  return { now, anchors };
}
