import type { EditOrder } from '../app/ports';
import { cellAddress } from '../plan/cells';
import { Failure } from '../plan/failures';
import { digested, reordered } from '../plan/account-keys';
import type { RowMatch } from '../plan/match-accounts';
import { namesOf } from '../plan/ownership';
import { placeKept } from './account-columns';
import { findList, heightOf, type AccountsNow } from './accounts';
import { openStore } from './hidden-store';
import { isTheirKey, RECORD_SHEET, theirKey, type KeptAccounts } from './journal';
import type { Job } from './door';
import { placeOf, asGiven } from './kept-place';
import { addRows } from './list-rows';
import { refuseMergedIn } from './merged';
import { findRows } from './read-keys';
import { areSame, readSteadily } from './read-steadily';
import { ownedNow } from './owned-now';
import { keepColumns } from './undo-copy';

/**
 * Writes cells of single accounts, and those that come into the list. The other accounts' cells are written as they stand at this moment.
 * @throws Failure `tableGone`, `protectedSheet`, `editRange`, `editColumnGone`, `rowsMoved`, `formulaInTheWay`,
 *   `mergedBelow`; nothing is written then
 */
export async function editAccounts(
  context: Excel.RequestContext,
  { layer, rows: then, cells, came = [] }: EditOrder,
): Promise<Job> {
  const { entries: store, place } = await openStore(context, RECORD_SHEET);
  const owned = await ownedNow(context);
  const { columns } = namesOf(owned, layer);
  const spotsIn = ({ headers, sheetName }: AccountsNow) =>
    cells.map(({ column }) => {
      const isOurs = typeof column === 'string';
      const header = isOurs ? (columns[column] ?? column) : column.header;
      const at = headers.indexOf(header);
      if (at < 0) throw new Failure('editColumnGone', { sheet: sheetName, column: header });
      return { key: isOurs ? column : theirKey(header), at };
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
  refuseFormulas(now, cells, kept, match);
  if (came.length > 0) {
    // They shift what stands beneath the list; Excel does not tear merged cells.
    const row = now.headerRow + heightOf(now);
    const beneath = { row, column: now.firstColumn, rows: LAST_ROW - row, columns: now.headers.length };
    await refuseMergedIn(context, now.sheet, now.sheetName, [beneath], 'mergedBelow');
  }
  const rows = reordered(then, match.then);
  return {
    journal: {
      accounts: {
        ...placeOf(now),
        rows: digested(rows),
        kept,
        ...(came.length === 0 ? {} : { came: came.map(({ key }) => key) }),
      },
      sheets: [],
      names: [],
      record: [...store],
      place,
    },
    write: async (note) => {
      await placeKept(
        context,
        { table, rows },
        kept,
        (cell, was, k) => cells[k]?.said.get(match.then[was] ?? -1) ?? asGiven(cell),
        note,
      );
      if (came.length > 0) await addRows(context, table, then.by, came);
    },
  };
}

/** A formula in a column of the user's is the user's. @throws Failure `formulaInTheWay` */
function refuseFormulas(
  { sheetName, headerRow, firstColumn, headers }: AccountsNow,
  cells: EditOrder['cells'],
  kept: KeptAccounts['kept'],
  { then }: RowMatch,
): void {
  kept.forEach(({ key, header, cells: before }, k) => {
    if (!isTheirKey(key)) return;
    const row = before.findIndex(
      (cell, r) =>
        typeof cell === 'string' && cell.startsWith('=') && cells[k]?.said.has(then[r] ?? -1) === true,
    );
    if (row < 0) return;
    const address = cellAddress(sheetName, headerRow + 2 + row, firstColumn + 1 + headers.indexOf(header));
    throw new Failure('formulaInTheWay', { address });
  });
}

const LAST_ROW = 1_048_576;
