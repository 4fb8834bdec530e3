import type { Cell } from '../plan/cells';
import { Failure } from '../plan/failures';
import { columnAt, type AccountsNow } from './accounts';
import { anchor } from './anchors';
import type { Status } from './checkpoint';
import { formulaOf, type KeptAccounts } from './journal';
import { findKept } from './kept-list';
import type { Met } from './met';
import { isMadeFrom, roomAgain } from './revert-added';
import { refuseShift } from './shift';
import { typedSince, type TypedSince } from './typed-since';

/** What can be given back of the accounts as they stand now. */
export interface AccountsPlan {
  /** Undefined: they are gone, and our columns with them. */
  readonly now: AccountsNow | undefined;
  /** The user has changed nothing in the list since. */
  readonly isUntouched: boolean;
  /** Columns of the user's that kept formulas speak of, and that were deleted since. */
  readonly gone: readonly string[];
  /** Headers of the user's columns. */
  readonly users: readonly string[];
  /** Cells of kept columns that users have filled since: rows as they stand in these, by the column's key. */
  readonly typed: TypedSince['rows'];
  /** Cells of kept columns that others filled while these were written over: row as they stand in these, and cell. */
  readonly met: Map<string, ReadonlyMap<number, Cell>>;
  /** How many cells that users have filled since go with columns that were not there before. */
  readonly typedGone: number;
  readonly report: {
    readonly rowsGone: number;
    readonly rowsAdded: number;
    readonly columnsStay: readonly string[];
    readonly columnsGone: readonly string[];
    /** Columns of ours of which no cell could be given back to its account: nothing tells these apart any more. */
    readonly columnsLost?: readonly string[];
    readonly accountsGone: boolean;
    /** It is no Excel table any more: formulas that are given back speak of its cells. */
    readonly isRange?: boolean;
    /** Looks that the cells of our columns had before cannot all be given back. */
    readonly areLooksLost?: boolean;
  };
}

/** @throws Failure when the accounts are there but cannot be written to, or are no table any more */
export async function planAccounts(
  context: Excel.RequestContext,
  kept: KeptAccounts,
  phase: Status['phase'],
  met: Met['columns'] = {},
): Promise<AccountsPlan> {
  const known = metByKey(met);
  const { now, match } = await findKept(context, kept);
  if (now === undefined || match === undefined)
    return {
      now: undefined,
      isUntouched: false,
      gone: kept.headers.map(String),
      users: [],
      typed: new Map(),
      met: known,
      typedGone: 0,
      report: { ...NOTHING, accountsGone: true },
    };
  if (now.isProtected) throw new Failure('protectedSheet', { sheet: now.sheetName });
  await refuseShift(context, kept, now);
  const typed = await typedSince(context, kept, phase);
  const gone = kept.references.filter((header, n) => columnAt(now, anchor.reference(n), header) < 0);
  const ours = new Set(
    [...kept.added, ...kept.kept].map(({ key, header }) => columnAt(now, anchor.column(key), header)),
  );
  const users = now.headers.filter((_, at) => !ours.has(at));
  const before = kept.headers.map(String).filter((header) => !kept.kept.some((own) => own.header === header));
  const areLooksLost = cannotLookAsBefore(kept, now);
  // Of columns with an anchor it is known what they are called now.
  const called = new Map(
    kept.references.map((header, n) => [header, now.headers[columnAt(now, anchor.reference(n), header)]]),
  );
  const names = new Set(called.values());
  const stay = users.filter(
    (header) =>
      !names.has(header) && (!before.includes(header) || called.has(header)) && !isMade(kept, header),
  );
  const columnsGone = kept.wasRange
    ? []
    : before.filter((header) => !(called.has(header) ? called.get(header) : users.includes(header)));
  return {
    now,
    gone,
    users,
    typed: typed.rows,
    met: known,
    typedGone: typed.gone,
    isUntouched:
      [...typed.rows.values()].every((rows) => rows.size === 0) &&
      known.size === 0 &&
      now.sheetName === kept.sheet &&
      (kept.wasRange || now.table === kept.table) &&
      now.headerRow === kept.headerRow &&
      now.firstColumn === kept.firstColumn &&
      match.isSame &&
      match.isUntouched &&
      stay.length === 0 &&
      columnsGone.length === 0 &&
      [...called].every(([was, is]) => was === is || isMade(kept, is ?? '')) &&
      !areLooksLost &&
      !ours.has(-1),
    report: {
      rowsGone: match.gone,
      rowsAdded: match.added,
      columnsStay: stay,
      columnsGone,
      columnsLost: match.isLost
        ? kept.kept.filter((column) => formulaOf(column) === undefined).map(({ header }) => header)
        : [],
      accountsGone: false,
      isRange: now.table === undefined && !kept.wasRange,
      areLooksLost,
    },
  };
}

const metByKey = (met: NonNullable<Met['columns']>): AccountsPlan['met'] =>
  new Map(Object.entries(met).map(([key, cells]) => [key, new Map(cells)]));

/** The cells had looks of the user's, of which not all were kept, or which do not fit rows and columns as they are now. */
function cannotLookAsBefore(kept: KeptAccounts, now: AccountsNow): boolean {
  const { added, rows } = kept;
  if (roomAgain(kept, now).lost.length > 0) return true;
  return added.some(({ looks }) => {
    if (looks === undefined) return false;
    const isMixed = looks.body.length > 1 || typeof looks.formats !== 'string';
    return looks.isPartial === true || (isMixed && now.rows !== rows.keys.length);
  });
}

const NOTHING = { rowsGone: 0, rowsAdded: 0, columnsStay: [], columnsGone: [] } as const;

/** A header that Excel gave when the list became a table: for a blank one, or for one that stands there twice. */
const isMade = ({ wasRange, headers }: KeptAccounts, header: string): boolean =>
  wasRange && headers.some((was, c) => isMadeFrom(headers, c, was, header));
