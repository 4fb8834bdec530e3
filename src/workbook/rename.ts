import type { RenameOrder } from '../app/ports';
import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { namesOf, ownHeaders } from '../plan/ownership';
import { placeKept } from './account-columns';
import { findList, type AccountsNow } from './accounts';
import type { Job } from './door';
import { asGiven, placeOf } from './kept-place';
import { keepColumns } from './undo-copy';
import { RECORD_SHEET } from './journal';
import { readKeys } from './read-keys';
import { readSteadily } from './read-steadily';
import { ownedNow } from './owned-now';
import { openStore, savedKey, writeStore } from './hidden-store';

/** Account columns of ours that hold names of territories. */
const NAMING = ['territory', 'designed', 'accepted', 'travelFor', 'approvalFor'] as const;

/**
 * Writes new names of territories over the old ones in our account columns, then into the record. The record
 * comes last: a rename that broke off is seen again, and finished, on the next look.
 */
export async function renameTerritories(
  context: Excel.RequestContext,
  { layer, names: given, record, remember = {} }: RenameOrder,
): Promise<Job> {
  const names = new Map([...given].map(([before, name]) => [before.toLowerCase(), name]));
  const { entries: store, place } = await openStore(context, RECORD_SHEET);
  const owned = await ownedNow(context);
  const { columns } = namesOf(owned, layer);
  const ours = new Set(ownHeaders(owned));
  const located = async (now: AccountsNow | undefined) => {
    if (now === undefined) throw new Failure('rowsMoved');
    if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
    if (now.table === undefined) throw new Failure('listIsRange', { sheet: now.sheetName });
    const headers = now.headers.filter((header) => !ours.has(header));
    // Nothing is known here of what a column means, so a row is known by all of its cells.
    const rows = await readKeys(context, now, { kind: 'row', headers, rest: [] });
    return { now, table: now.table, rows };
  };
  const first = await findList(context, owned?.accountsTable);
  const list =
    first &&
    (await readSteadily(
      async () => located(await findList(context, owned?.accountsTable)),
      ({ now }) =>
        keepColumns(
          context,
          now,
          NAMING.map((key) => ({ key, at: now.headers.indexOf(columns[key] ?? '') })).filter(
            ({ at }) => at >= 0,
          ),
        ),
      ({ rows: one }, { rows: other }) => one.keys.every((key, r) => key === other.keys[r]),
    ));
  return {
    journal: {
      ...(list && { accounts: { ...placeOf(list.place.now), rows: list.place.rows, kept: list.found } }),
      sheets: [],
      names: [],
      record: [...store],
      place,
    },
    write: async (note) => {
      if (list !== undefined)
        await placeKept(context, list.place, list.found, (cell) => renamed(cell, names), note);
      const next = new Map(store).set('record', record);
      for (const [key, value] of Object.entries(remember)) next.set(savedKey(key), value);
      await writeStore(context, RECORD_SHEET, next);
    },
  };
}

/** A kept cell with the new name in it, where it holds an old one. */
function renamed(cell: Cell, names: ReadonlyMap<string, string>): Cell | { formula: string } {
  const given = asGiven(cell);
  // Formulas compare without regard to case: an account that somebody typed in small letters is in it too.
  return typeof given === 'string' ? (names.get(given.toLowerCase()) ?? given) : given;
}
