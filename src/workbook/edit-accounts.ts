import type { EditOrder } from '../app/ports';
import { Failure } from '../plan/failures';
import { digested, reordered } from '../plan/account-keys';
import { namesOf } from '../plan/ownership';
import { placeCells } from './account-columns';
import { findList } from './accounts';
import { openStore } from './hidden-store';
import { RECORD_SHEET } from './journal';
import type { Job } from './door';
import { placeOf, asGiven } from './kept-place';
import { findRows } from './read-keys';
import { ownedNow } from './owned-now';
import { keepColumns } from './undo-copy';

/**
 * Writes cells of our columns for single accounts. The other accounts' cells are written as they stand at this moment.
 * @throws Failure `tableGone`, `protectedSheet`, `editRange`, `editColumnGone`, `rowsMoved`; nothing is written then
 */
export async function editAccounts(
  context: Excel.RequestContext,
  { layer, rows: then, cells }: EditOrder,
): Promise<Job> {
  const { entries: store, place } = await openStore(context, RECORD_SHEET);
  const owned = await ownedNow(context);
  const now = await findList(context, owned?.accountsTable);
  if (now === undefined) throw new Failure('tableGone', { name: owned?.accountsTable ?? '' });
  if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
  const { table } = now;
  if (table === undefined) throw new Failure('editRange', { sheet: now.sheetName });
  const { columns } = namesOf(owned, layer);
  const spots = cells.map(({ column }) => {
    const header = columns[column] ?? column;
    const at = now.headers.indexOf(header);
    if (at < 0) throw new Failure('editColumnGone', { sheet: now.sheetName, column: header });
    return { key: column, at };
  });
  const match = await findRows(context, now, then);
  if (match.added + match.gone > 0) throw new Failure('rowsMoved');
  const kept = await keepColumns(context, now, spots);
  const rows = reordered(then, match.then);
  return {
    journal: {
      accounts: { ...placeOf(now), rows: digested(rows), kept },
      sheets: [],
      names: [],
      record: [...store],
      place,
    },
    write: () =>
      placeCells(
        context,
        { table, rows },
        kept.map(({ header, cells: before }, k) => ({
          header,
          cells: before.map((cell, r) => cells[k]?.said.get(match.then[r] ?? -1) ?? asGiven(cell)),
        })),
      ),
  };
}
