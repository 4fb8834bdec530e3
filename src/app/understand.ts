import {
  chooseDefaults,
  findTables,
  locate,
  lookupFor,
  mapAccountColumns,
  mapRepColumns,
  placeRoster,
  readAccounts,
  readRoster,
  rosterFromOwners,
  usualCountry,
  worksheetColumns,
  type RememberedMapping,
} from '../intake';
import type { Lookup } from '../geo';
import type { Accounts } from '../plan/accounts';
import type { SheetSurvey, SourceTable } from '../plan/cells';
import type { Notice } from '../plan/design';
import { Failure } from '../plan/failures';
import type { AccountField, AccountMapping, RepField, RepMapping } from '../plan/fields';
import type { Finding } from '../plan/findings';
import { metricWeights, type MetricSpec } from '../plan/metrics';
import type { Rep, Roster } from '../plan/roster';
import type { Settings } from '../plan/settings';
import { chooseMetrics, moneyAtStake } from './choose-metrics';
import { chooseSeats, incumbents, standingLocks, type Locks } from './choose-seats';
import { convertMoney, exchangeOf, type Exchange } from './currency';
import { doubtfulFindings, doubtfulNotices, largeFindings, placeNotices } from './doubts';
import { changedOnSheet } from './plan-sheet';
import type { OnProgress, Ownership, PlacesPort, TableRef, WorkbookPort } from './ports';

/** Everything known about the workbook before a plan is made: what was read, and every choice. */
export interface Understanding {
  readonly settings: Settings;
  /** Territories renamed on the sheet Territory Plan: old name → new name. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly survey: readonly SheetSurvey[];
  /** Tables that could be the accounts, best first. */
  readonly candidates: readonly TableRef[];
  readonly accountsRef: TableRef;
  /** The accounts' cells, without our own columns. */
  readonly source: SourceTable;
  readonly mapping: AccountMapping;
  /** Fields whose column should be looked at. */
  readonly doubtful: readonly AccountField[];
  /** Tables that could be the reps, best first. */
  readonly teams: readonly TableRef[];
  /** The reps that were read; absent when there is no table of reps. */
  readonly repsRef: TableRef | undefined;
  readonly repsSource: SourceTable | undefined;
  readonly repMapping: RepMapping;
  /** Amounts are in one currency, where rates are known for all. */
  readonly accounts: Accounts;
  readonly exchange: Exchange;
  readonly roster: Roster;
  readonly lookup: Lookup;
  readonly findings: readonly Finding[];
  readonly metrics: readonly MetricSpec[];
  /** N values for each metric. */
  readonly weights: readonly Float64Array[];
  /** One seat per territory. */
  readonly seats: readonly Rep[];
  readonly current: Int32Array;
  readonly locks: Locks;
  readonly money: Float64Array | undefined;
  readonly notices: readonly Notice[];
  /** Why no plan can be made of this. */
  readonly blocked: Failure | undefined;
}

/**
 * Reads the workbook and makes every choice that the user has not made. What the user changed on the
 * sheet Territory Plan goes before what is asked for here.
 * @throws Failure `noTable`, `noAccounts`, `tableNotFound` when there is nothing to plan
 */
export async function understand(
  workbook: WorkbookPort,
  places: PlacesPort,
  asked: Settings,
  onProgress: OnProgress = () => undefined,
): Promise<Understanding> {
  const survey = await workbook.survey();
  const owned = await workbook.owned();
  const record = await workbook.record();
  const changes = await changedOnSheet(workbook, survey, record);
  const settings = { ...asked, ...changes.settings };
  const found = findTables(survey, {
    ignore: Object.values(owned?.sheets ?? {}),
    ...named('accounts', settings.accounts),
    ...named('reps', settings.reps),
  });
  const accountsRef = chosen(found.accounts, settings.accounts, survey);
  if (accountsRef === undefined) throw new Failure('noTable');
  const whole = await workbook.read(accountsRef, onProgress);
  const source = withoutOurs(whole, owned);
  const mapped = mapAccountColumns(source, remembered(settings.accountColumns));
  const read = readAccounts(source, mapped.mapping, { includeHiddenRows: settings.includeHiddenRows });
  if (read.accounts.count === 0)
    throw new Failure('noAccounts', { name: accountsRef.table ?? accountsRef.sheet });

  const repsRef = chosen(found.reps, settings.reps, survey);
  const repsSource =
    repsRef === undefined || sameTable(repsRef, accountsRef) ? undefined : await workbook.read(repsRef);
  const team = readTeam(read.accounts, repsSource, settings);

  const lookup = await lookupFor(read.accounts, places.fetchChunk, team.roster);
  const columns = worksheetColumns(source, mapped.mapping);
  const located = locate(read.accounts, lookup, columns);
  const roster = placeRoster(team.roster, lookup, usualCountry(read.accounts, lookup));
  const asRead = { ...read.accounts, places: located.places };
  const defaults = chooseDefaults(asRead);
  const exchange = exchangeOf(defaults.currencies.currencies, settings.fx);
  const accounts = convertMoney(asRead, exchange);
  const metrics = chooseMetrics(accounts, defaults, exchange, settings);
  const weights = metrics.specs.map((metric) => metricWeights(accounts, metric));
  const seats = chooseSeats(roster, settings);
  const standing = incumbents(accounts, roster, seats, columns);
  const blocked = metrics.blocked ?? blockedBySeats(seats, accounts) ?? emptyMetric(metrics.specs, weights);
  return {
    settings,
    renamed: changes.renamed,
    survey,
    candidates: found.accounts,
    accountsRef: trimmed(accountsRef, source, accounts),
    source,
    mapping: mapped.mapping,
    doubtful: mapped.doubtful.map(({ field }) => field),
    teams: found.reps,
    repsRef: repsSource === undefined ? undefined : repsRef,
    repsSource,
    repMapping: team.mapping,
    accounts,
    exchange,
    roster,
    lookup,
    findings: [
      ...read.findings,
      ...team.findings,
      ...located.findings,
      ...standing.findings,
      ...doubtfulFindings(mapped, source),
      ...largeFindings(accounts, metrics.specs, weights, seats.length, columns),
    ],
    metrics: metrics.specs,
    weights,
    seats,
    current: standing.current,
    locks: standingLocks(accounts, standing.current, {
      whole,
      owned,
      territories: record?.territories ?? [],
      seats,
    }),
    money: moneyAtStake(accounts, metrics.specs),
    notices: [...metrics.notices, ...doubtfulNotices(mapped, source), ...placeNotices(accounts)],
    blocked,
  };
}

/** The table that was asked for, by table or sheet name, else the likeliest. */
function chosen(
  candidates: readonly TableRef[],
  wanted: Settings['accounts'],
  survey: readonly SheetSurvey[],
): TableRef | undefined {
  const name = wanted?.table ?? wanted?.sheet;
  if (name === undefined) return candidates[0];
  const same = (a: string | undefined) => a?.toLowerCase() === name.toLowerCase();
  const found = candidates.find(({ table }) => same(table)) ?? candidates.find(({ sheet }) => same(sheet));
  if (found !== undefined) return found;
  const there = survey.flatMap(({ sheet, tables }) => [sheet, ...tables.map((table) => table.name)]);
  throw new Failure('tableNotFound', { name, there: [...new Set(there)].join(', ') });
}

/** The table or sheet that the user named, for the search. */
function named<Key extends string>(key: Key, place: Settings['accounts']): Partial<Record<Key, string>> {
  const name = place?.table ?? place?.sheet;
  return name === undefined ? {} : ({ [key]: name } as Partial<Record<Key, string>>);
}

function sameTable(a: TableRef, b: TableRef): boolean {
  return a.sheet === b.sheet && a.headerRow === b.headerRow && a.firstColumn === b.firstColumn;
}

/** Our own columns are results, not data: they are blanked before anything is recognised. */
function withoutOurs(source: SourceTable, owned: Ownership | undefined): SourceTable {
  const ours = new Set(Object.values(owned?.columns ?? {}));
  if (ours.size === 0) return source;
  const isOurs = source.headers.map((header) => ours.has(header));
  const blank = new Array<''>(source.rowCount).fill('');
  return {
    ...source,
    headers: source.headers.map((header, c) => (isOurs[c] === true ? '' : header)),
    columns: source.columns.map((column, c) => (isOurs[c] === true ? blank : column)),
  };
}

/** Blank rows under a plain range are no part of the table that Apply makes of it. */
function trimmed(ref: TableRef, source: SourceTable, accounts: Accounts): TableRef {
  if (ref.table !== undefined) return ref;
  const last = accounts.sheetRow[accounts.count - 1] ?? source.firstRow;
  return { ...ref, rowCount: last - source.firstRow + 1 };
}

/** Headers the user chose; an empty one says that the field is in no column. */
function remembered<Field extends AccountField | RepField>(
  columns: Readonly<Record<string, string>>,
): RememberedMapping<Field> {
  return Object.fromEntries(
    Object.entries(columns).map(([field, header]) => [field, header === '' ? null : header]),
  ) as RememberedMapping<Field>;
}

function readTeam(
  accounts: Accounts,
  repsSource: SourceTable | undefined,
  settings: Settings,
): { roster: Roster; mapping: RepMapping; findings: readonly Finding[] } {
  if (repsSource !== undefined) {
    const { mapping } = mapRepColumns(repsSource, remembered(settings.repColumns));
    const read = readRoster(repsSource, mapping);
    if (read.roster.reps.length > 0) return { ...read, mapping };
  }
  return { roster: rosterFromOwners(accounts), mapping: {}, findings: [] };
}

function blockedBySeats(seats: readonly Rep[], accounts: Accounts): Failure | undefined {
  if (seats.length === 0) return new Failure('noTerritoryCount');
  if (seats.length <= accounts.count) return undefined;
  return new Failure('tooManyTerritories', { territories: seats.length, accounts: accounts.count });
}

function emptyMetric(metrics: readonly MetricSpec[], weights: readonly Float64Array[]): Failure | undefined {
  const empty = metrics.find((_, m) => weights[m]?.every((weight) => weight === 0));
  return empty === undefined ? undefined : new Failure('metricEmpty', { metric: empty.id });
}
