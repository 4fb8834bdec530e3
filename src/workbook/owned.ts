import type { Ownership } from '../app/ports';
import { columnAt, findAccounts } from './accounts';
import { anchor, readAnchors } from './anchors';
import { RECORD_SHEET } from './journal';
import { readStore } from './store';

/**
 * What is ours, by the names it has at this moment: columns and sheets that the user renamed are still ours, those
 * that were deleted are not named any more. Undefined before the first Apply.
 */
export async function ownedNow(context: Excel.RequestContext): Promise<Ownership | undefined> {
  const owned = (await readStore(context, RECORD_SHEET)).get('owned') as Ownership | undefined;
  if (owned === undefined) return undefined;
  context.workbook.worksheets.load('items/name');
  const anchors = await readAnchors(context);
  const sheets = new Set(context.workbook.worksheets.items.map(({ name }) => name));
  const accounts = await findAccounts(context, anchors, owned.accountsTable);
  const columns = Object.entries(owned.columns).flatMap(([key, header]) => {
    const at = accounts === undefined ? -1 : columnAt(accounts, anchors, anchor.column(key), header);
    const now = accounts?.headers[at];
    return now === undefined ? [] : [[key, now] as const];
  });
  const names = Object.entries(owned.sheets).flatMap(([key, name]) => {
    const spot = anchors.get(anchor.sheet(key));
    const now = spot === undefined ? name : spot?.sheet;
    return now !== undefined && sheets.has(now) ? [[key, now] as const] : [];
  });
  return {
    ...(accounts?.table === undefined ? {} : { accountsTable: accounts.table }),
    columns: Object.fromEntries(columns),
    sheets: Object.fromEntries(names),
  };
}
