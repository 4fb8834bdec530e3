import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import { findAccounts } from './accounts';
import { readAnchors } from './anchors';
import { asWritten } from './cells';
import { readColumns } from './keys';
import { ownedNow } from './owned';

/** So many cells of names go into one request. */
const ROWS = 100_000;

/**
 * Puts where each account stands now into the column of what is accepted. The last request is left to the caller, so
 * that it is carried out with what the caller does, or not at all. Nothing is done where the list or one of the two
 * columns is gone.
 */
export async function accept(context: Excel.RequestContext): Promise<void> {
  const owned = await ownedNow(context);
  const now = await findAccounts(context, await readAnchors(context), owned?.accountsTable ?? '');
  if (now === undefined || now.rows === 0 || now.isProtected) return;
  const { columns } = namesOf(owned, MAIN_LAYER);
  const at = (key: string): number => now.headers.indexOf(columns[key] ?? '\0');
  const [from, to] = [at('territory'), at('accepted')];
  if (from < 0 || to < 0) return;
  const [cells = []] = await readColumns(context, now, [from]);
  for (let row = 0; row < now.rows; row += ROWS) {
    if (row > 0) await context.sync();
    const part = cells.slice(row, row + ROWS);
    now.sheet.getRangeByIndexes(now.headerRow + 1 + row, now.firstColumn + to, part.length, 1).values =
      part.map((cell) => [asWritten(cell)]);
  }
}
