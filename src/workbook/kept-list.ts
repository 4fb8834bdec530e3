import { digested, matchRows, narrowed, type RowMatch } from '../plan/account-keys';
import { Failure } from '../plan/failures';
import { MOST_TRIES } from './account-columns';
import { columnAt, findAccounts, isSteady, lookAtRange, rowsBelow, type AccountsNow } from './accounts';
import { anchor, readAnchors, widthBy, type Anchors } from './anchors';
import type { KeptAccounts } from './journal';
import { readKeys } from './keys';

/** The list and its rows, read while nobody moved them. */
export async function findKept(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  before: Anchors,
): Promise<{ readonly now?: AccountsNow; readonly match?: Awaited<ReturnType<typeof rowsNow>> }> {
  let now = await locate(context, kept, before);
  for (let tries = 0; now !== undefined && tries < MOST_TRIES; tries++) {
    const match = await rowsNow(context, kept, now);
    const after = await locate(context, kept, now.anchors);
    if (isSteady(now, after)) return { now, match };
    now = after;
  }
  if (now === undefined) return {};
  throw new Failure('rowsMoved');
}

/** The accounts at this moment. */
export async function lookAtKept(context: Excel.RequestContext, kept: KeptAccounts): Promise<AccountsNow> {
  const now = await locate(context, kept, await readAnchors(context));
  if (now === undefined) throw new Failure('tableGone', { name: kept.table });
  return now;
}

/** By anchor or name; a range that is no table yet, or no more, by where it stands or stood. */
async function locate(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  anchors: Anchors,
): Promise<AccountsNow | undefined> {
  const table = await findAccounts(context, anchors, kept.table);
  if (table !== undefined) return table;
  const spot = anchors.get(anchors.has(anchor.accounts) ? anchor.accounts : anchor.list);
  if (spot === null) return undefined;
  const { sheet, row, column } = spot ?? {
    sheet: kept.sheet,
    row: kept.headerRow,
    column: kept.firstColumn,
  };
  const least = { rows: kept.rows.keys.length, columns: kept.columns + kept.added.length };
  const columns = Math.max(least.columns, widthBy(anchors, { sheet, row, column }));
  const place = { sheet, headerRow: row, firstColumn: column };
  return lookAtRange(context, {
    ...place,
    rows: Math.max(least.rows, await rowsBelow(context, { ...place, columns })),
    columns,
  });
}

/** Which kept row each row is now. */
export async function rowsNow(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  now: AccountsNow,
): Promise<RowMatch & { readonly isUntouched: boolean }> {
  const called = new Map(
    kept.references.flatMap((header, n) => {
      const at = columnAt(now, anchor.reference(n), header);
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
