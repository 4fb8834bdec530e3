import { Failure } from '../plan/failures';
import { columnAt, findListOrOff } from './accounts';
import { anchor } from './anchors';
import type { Journal } from './journal';

/**
 * Whether nothing is left of the columns that an Apply added, although no decision was made: Excel's own Undo has
 * taken them back, and perhaps not all else.
 */
export async function isUndone(context: Excel.RequestContext, { accounts }: Journal): Promise<boolean> {
  if (accounts === undefined || accounts.added.length === 0) return false;
  const now = await findListOrOff(context, accounts.table);
  // Whether it has its columns cannot be told then, and Revert says what is to be done.
  if (now instanceof Failure) return false;
  if (now === undefined) return true;
  return accounts.added.every(
    ({ key, header }) => columnAt(now, anchor.column(key), header) < 0 && !now.headers.includes(header),
  );
}
