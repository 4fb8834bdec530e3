import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { namesOf, type Ownership } from '../plan/ownership';
import { refusalOf } from './in-requests';
import { columnBody, findList, isSteady } from './accounts';
import { anchor } from './anchors';
import { asWritten, writeAll } from './cells';
import { readColumns } from './read-keys';
import { MOST_TRIES } from './read-steadily';
import { ownedNow } from './owned-now';

/**
 * Puts where each account stands now into the column of what is accepted, and ends what was open with the same request:
 * what is not kept is not accepted either. No column is written where the list or one of the two is gone. Other hands may
 * sort the list in between: both columns are read again, for in every row they must say the same.
 * @param end puts into the request what ends the decision
 * @param isEnded whether that was carried out, whatever Excel answered
 * @throws Failure `rowsMoved` when rows move each time; `protectedSheet`
 */
export async function accept(
  context: Excel.RequestContext,
  end: () => void,
  isEnded: () => Promise<boolean>,
): Promise<void> {
  const owned = await ownedNow(context);
  let isOpen = true;
  for (let tries = 0; tries <= MOST_TRIES; tries++) {
    const isSame = await accepting(context, owned, isOpen);
    if (isSame && !isOpen) return;
    if (isOpen) end();
    try {
      // Another size of the list by now: nothing was carried out.
      if ((await refusalOf(context)) !== undefined) continue;
    } catch (error) {
      if (!isOpen || !(await isEnded())) throw error;
    }
    isOpen = false;
    if (isSame) return;
  }
  throw new Failure('rowsMoved');
}

/** Looks whether both columns say the same; if not, the second is written with the caller's request. */
async function accepting(
  context: Excel.RequestContext,
  owned: Ownership | undefined,
  isOpen: boolean,
): Promise<boolean> {
  const now = await findList(context, owned?.accountsTable);
  if (now === undefined || now.rows === 0) return true;
  const { columns } = namesOf(owned, MAIN_LAYER);
  const at = (key: string): number => now.headers.indexOf(columns[key] ?? '\0');
  const [from, to] = [at('territory'), at('accepted')];
  if (from < 0 || to < 0) return true;
  const [stands = [], accepted = []] = await readColumns(context, now, [from, to]);
  // Cells were read by their places: columns may have moved until then.
  if (stands.every((cell, r) => cell === accepted[r]))
    return isSteady(now, await findList(context, owned?.accountsTable));
  if (now.isProtected && isOpen) throw new Failure('protectedSheet', { sheet: now.sheetName });
  await writeAll(
    context,
    columnBody(context, now, anchor.column('accepted'), to),
    stands.map((cell) => [asWritten(cell)]),
  );
  return false;
}
