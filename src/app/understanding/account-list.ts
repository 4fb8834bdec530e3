import {
  lostDegrees,
  mapAccountColumns,
  readAccounts,
  type MappingResult,
  type RememberedMapping,
} from '../../intake';
import { rowKeys, type RowKeys } from '../../plan/account-keys';
import type { Accounts } from '../../plan/accounts';
import type { SourceTable } from '../../plan/cells';
import { Failure } from '../../plan/failures';
import { ACCOUNT_FIELDS, type AccountField, type AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import { MAIN_LAYER } from '../../plan/layer';
import { columnsInUse, namesOf, ownHeaders, type Ownership } from '../../plan/ownership';
import type { Settings } from '../../plan/settings';
import { scoreWeights } from '../../reports/score';
import { segmentsSheet } from '../../reports/segments';
import type { AccountColumnKey } from '../../reports/spec';
import { workloadSheet } from '../../reports/workload';
import { speak } from '../../text/say';
import { freeSheetName } from '../free-name';
import type { OnProgress, TableRef, WorkbookPort } from '../ports';
import { doubtfulFindings } from './doubts';
import type { Book } from './book';
import { derivedList, type DerivedList } from './derived-list';
import type { MoneyBeside } from './money-beside';
import { chosenTable, remembered } from './tables';

/** The list of accounts as it was read. */
export interface AccountList {
  /** Tables that could be the accounts, best first. */
  readonly candidates: readonly TableRef[];
  /** The one that was read, without blank rows under a plain range. */
  readonly ref: TableRef;
  /** Its cells, our own columns among them. */
  readonly whole: SourceTable;
  /** Its cells, our own columns blanked but for those that are metrics or segments: what is read. */
  readonly source: SourceTable;
  /** Fields that columns of ours stand for, where the list has none of its own. */
  readonly ours: ReadonlySet<AccountField>;
  readonly mapping: AccountMapping;
  /** Fields whose column should be looked at. */
  readonly doubtful: MappingResult<AccountField>['doubtful'];
  readonly accounts: Accounts;
  /** What each row of `ref` is known by. */
  readonly rows: RowKeys;
  readonly findings: readonly Finding[];
  /** How the list was made, where the table is none as it stands. */
  readonly derived?: DerivedList;
  /** Amounts that the list has none of, and another table has. */
  readonly beside?: MoneyBeside;
}

/**
 * Reads the table that was asked for, else the likeliest of `candidates`.
 * @throws Failure `noTable`, `noAccounts`, `tableNotFound` when there is nothing to plan
 */
export async function readAccountList(
  workbook: WorkbookPort,
  { survey, owned }: Book,
  candidates: readonly TableRef[],
  settings: Settings,
  onProgress: OnProgress,
): Promise<AccountList> {
  const nameOf = (wanted: string) => freeSheetName(workbook, survey, wanted);
  const takeUp = async (ref: TableRef) => {
    const read = await workbook.read(ref, onProgress);
    const stated = withoutOurs(read, owned);
    return { ref, read, stated, derived: await derivedList(stated, ref, nameOf, speak(settings.language)) };
  };
  const likeliest = chosenTable(candidates, settings.accounts, { survey, owned });
  if (likeliest === undefined) throw new Failure('noTable');
  const isAsked = settings.accounts !== undefined;
  const others = isAsked ? [] : candidates.filter((candidate) => candidate !== likeliest);
  const { ref, read, stated, derived } = await firstWithCustomers([likeliest, ...others], takeUp);
  const source = derived?.source ?? stated;
  const mapped = mapAccountColumns(source, {
    ...(derived === undefined || isAsItStood(derived) ? derived?.headers : onlyThese(derived.headers)),
    ...remembered(settings.accountColumns),
  });
  const ours = derived === undefined ? oursAmong(read, owned, mapped.mapping) : {};
  const known = withMetrics(source, read, ours);
  const mapping = { ...mapped.mapping, ...ours };
  const { accounts, findings } = readAccounts(known, mapping, {
    includeHiddenRows: settings.includeHiddenRows,
  });
  if (accounts.count === 0) throw new Failure('noAccounts', { name: ref.table ?? ref.sheet });
  // Weeks, totals of a funnel: rows that nothing tells apart are nobody's accounts.
  if (!TELLS_APART.some((field) => tellsApart(source, mapped.mapping[field])))
    throw new Failure('notAccounts', { kind: 'unnamed', name: ref.table ?? ref.sheet });
  const own = derived?.ref ?? trimmed(ref, source, accounts);
  return {
    candidates,
    ref: own,
    whole: derived?.source ?? read,
    source: known,
    ours: new Set(Object.keys(ours) as AccountField[]),
    mapping,
    doubtful: mapped.doubtful,
    accounts,
    rows: keysOf(source, mapped.mapping, own.rowCount),
    findings: [
      ...(derived?.findings ?? []),
      ...findings,
      ...doubtfulFindings(mapped, source),
      ...lostDegrees(source, mapping),
    ],
    ...(derived === undefined ? {} : { derived }),
  };
}

/** The likeliest table that holds customers; @throws what is said of the first where none does. */
async function firstWithCustomers<Read>(
  [first, ...others]: readonly [TableRef, ...TableRef[]],
  takeUp: (ref: TableRef) => Promise<Read>,
): Promise<Read> {
  try {
    return await takeUp(first);
  } catch (failure) {
    if (!(failure instanceof Failure) || failure.code !== 'notAccounts') throw failure;
    for (const other of others) {
      const read = await takeUp(other).catch((reason: unknown) => {
        if (reason instanceof Failure && reason.code === 'notAccounts') return undefined;
        throw reason;
      });
      if (read !== undefined) return read;
    }
    throw failure;
  }
}

/** Its columns are those of the rows that it was read from. */
const isAsItStood = ({ kind }: DerivedList): boolean => kind === 'noHeader' || kind === 'headersBelow';

/** Columns that were made are what they were made for: none is guessed to be another field. */
const onlyThese = (headers: DerivedList['headers']): RememberedMapping<AccountField> => ({
  ...Object.fromEntries(Object.keys(ACCOUNT_FIELDS).map((field) => [field, null])),
  ...headers,
});

/** Fields of which one at least tells whose row it is. */
const TELLS_APART = [
  'accountName',
  'accountId',
  'street',
  'postalCode',
  'city',
  'latitude',
] as const satisfies readonly AccountField[];

/** One name in every row (`Agency`, of a report about one) tells nothing apart. */
function tellsApart({ columns, rowCount }: SourceTable, column: number | undefined): boolean {
  if (column === undefined) return false;
  if (rowCount < FEWEST_TO_TELL) return true;
  const filled = (columns[column] ?? []).filter((cell) => cell !== '').map(String);
  return filled.length < FEWEST_TO_TELL || new Set(filled).size > 1;
}
const FEWEST_TO_TELL = 8;

/** Our own columns are results, not data: they are blanked before anything is recognised. */
function withoutOurs(source: SourceTable, owned: Ownership | undefined): SourceTable {
  const ours = new Set(ownHeaders(owned));
  if (ours.size === 0) return source;
  const isOurs = source.headers.map((header) => ours.has(header));
  const blank = new Array<''>(source.rowCount).fill('');
  return {
    ...source,
    headers: source.headers.map((header, c) => (isOurs[c] === true ? '' : header)),
    columns: source.columns.map((column, c) => (isOurs[c] === true ? blank : column)),
  };
}

/** Columns of ours that are metrics, or segments, from then on, by the field that they stand for where the list has none of its own. */
const METRIC_COLUMNS: Readonly<
  Partial<Record<AccountField, { readonly column: AccountColumnKey; readonly sheet: string }>>
> = {
  icpScore: { column: 'score', sheet: scoreWeights.key },
  workloadHours: { column: 'hours', sheet: workloadSheet.key },
  segment: { column: 'segment', sheet: segmentsSheet.key },
};

/** Where those stand. What a sheet made that is gone says nothing any more: its formulas have lost what they went by. */
function oursAmong(
  { headers }: SourceTable,
  owned: Ownership | undefined,
  mapping: AccountMapping,
): AccountMapping {
  const names = namesOf(owned, MAIN_LAYER);
  const columns = columnsInUse(names);
  return Object.fromEntries(
    Object.entries(METRIC_COLUMNS).flatMap(([field, { column, sheet }]) => {
      const at = headers.indexOf(columns[column] ?? '\0');
      const isKnown = mapping[field as AccountField] !== undefined;
      return at < 0 || isKnown || names.sheets[sheet] === undefined ? [] : [[field, at]];
    }),
  );
}

/** The list with those columns of ours in it. */
function withMetrics(source: SourceTable, read: SourceTable, ours: AccountMapping): SourceTable {
  const places = new Set(Object.values(ours));
  if (places.size === 0) return source;
  return {
    ...source,
    headers: source.headers.map((header, c) => (places.has(c) ? (read.headers[c] ?? header) : header)),
    columns: source.columns.map((column, c) => (places.has(c) ? (read.columns[c] ?? column) : column)),
  };
}

/** Blank rows under a plain range are no part of the table that Apply makes of it. */
function trimmed(ref: TableRef, source: SourceTable, accounts: Accounts): TableRef {
  if (ref.table !== undefined) return ref;
  const last = accounts.sheetRow[accounts.count - 1] ?? source.firstRow;
  return { ...ref, rowCount: last - source.firstRow + 1 };
}

/** Fields that with a name tell an account. */
const PLACE_FIELDS = ['street', 'postalCode', 'city', 'state', 'country'] as const;

function keysOf(source: SourceTable, mapping: AccountMapping, rows: number): RowKeys {
  const { headers, isFormula } = source;
  const first = new Map(headers.map((header, c) => [header, c] as const).reverse());
  first.delete('');
  const named = [...first.keys()].reverse();
  const typed = named.filter((header) => isFormula[first.get(header) ?? -1] !== true);
  // What a formula makes may be made of the row alone: it stays where it is when the list is sorted.
  const user = typed.length > 0 ? typed : named;
  const headersOf = (fields: readonly AccountField[]) =>
    fields.flatMap((field) => {
      const header = headers[mapping[field] ?? -1];
      return header === undefined || !user.includes(header) ? [] : [header];
    });
  const name = headersOf(['accountName']);
  return rowKeys((header) => source.columns[first.get(header) ?? -1], rows, user, {
    id: headersOf(['accountId']),
    name: name.length === 0 ? [] : [...name, ...headersOf(PLACE_FIELDS)],
  });
}
