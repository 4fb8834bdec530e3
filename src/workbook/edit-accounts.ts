import type { EditOrder } from '../app/ports';
import { Failure } from '../plan/failures';
import { digested, reordered } from '../plan/account-keys';
import { namesOf } from '../plan/ownership';
import { placeKept } from './account-columns';
import { findList, type AccountsNow } from './accounts';
import { openStore } from './hidden-store';
import { RECORD_SHEET } from './journal';
import type { Job } from './door';
import { placeOf, asGiven } from './kept-place';
import { findRows } from './read-keys';
import { areSame, readSteadily } from './read-steadily';
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
  const { columns } = namesOf(owned, layer);
  const spotsIn = ({ headers, sheetName }: AccountsNow) =>
    cells.map(({ column }) => {
      const header = columns[column] ?? column;
      const at = headers.indexOf(header);
      if (at < 0) throw new Failure('editColumnGone', { sheet: sheetName, column: header });
      return { key: column, at };
    });
  const { place: spot, found: kept } = await readSteadily(
    async () => {
      const now = await findList(context, owned?.accountsTable);
      if (now === undefined) throw new Failure('tableGone', { name: owned?.accountsTable ?? '' });
      if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
      if (now.table === undefined) throw new Failure('editRange', { sheet: now.sheetName });
      const spots = spotsIn(now);
      const match = await findRows(context, now, then);
      if (match.added + match.gone > 0) throw new Failure('rowsMoved');
      return { now, table: now.table, match, spots };
    },
    ({ now, spots }) => keepColumns(context, now, spots),
    ({ match: one }, { match: other }) => areSame(one.then, other.then),
  );
  const { now, table, match } = spot;
  const rows = reordered(then, match.then);
  return {
    journal: {
      accounts: { ...placeOf(now), rows: digested(rows), kept },
      sheets: [],
      names: [],
      record: [...store],
      place,
    },
    write: (note) =>
      placeKept(
        context,
        { table, rows },
        kept,
        (cell, was, k) => cells[k]?.said.get(match.then[was] ?? -1) ?? asGiven(cell),
        note,
      ),
  };
}
