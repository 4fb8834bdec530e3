import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { namesOf, type Ownership } from '../plan/ownership';
import { MOST_TRIES } from './account-columns';
import { findAccounts } from './accounts';
import { asWritten, writeBlock } from './cells';
import { readColumns } from './keys';
import { ownedNow } from './owned';

/**
 * Puts where each account stands now into the column of what is accepted. Nothing is done where the list or one of the
 * two columns is gone. Other hands may sort the list in between: both columns are read again, for in every row they
 * must say the same.
 * @throws Failure `rowsMoved` when rows move each time
 */
export async function accept(context: Excel.RequestContext): Promise<void> {
  const owned = await ownedNow(context);
  for (let tries = 0; tries <= MOST_TRIES; tries++) if (await isAccepted(context, owned)) return;
  throw new Failure('rowsMoved');
}

/** Looks whether both columns say the same; if not, the second is written. */
async function isAccepted(context: Excel.RequestContext, owned: Ownership | undefined): Promise<boolean> {
  const now = await findAccounts(context, owned?.accountsTable);
  if (now === undefined || now.rows === 0 || now.isProtected) return true;
  const { columns } = namesOf(owned, MAIN_LAYER);
  const at = (key: string): number => now.headers.indexOf(columns[key] ?? '\0');
  const [from, to] = [at('territory'), at('accepted')];
  if (from < 0 || to < 0) return true;
  const [stands = [], accepted = []] = await readColumns(context, now, [from, to]);
  if (stands.every((cell, r) => cell === accepted[r])) return true;
  const first = now.sheet.getRangeByIndexes(now.headerRow + 1, now.firstColumn + to, 1, 1);
  await writeBlock(
    context,
    first,
    stands.map((cell) => [asWritten(cell)]),
  );
  await context.sync();
  return false;
}
