import { foldText } from '../exact/fold-text';
import { listRanges } from '../intake';
import { crmExport, exportKind, flagOf, type CrmExport, type ExportKey } from '../loads/exports';
import type { LoadAccount, LoadInput, LoadQuotas, LoadTerritory } from '../loads/input';
import { planLoads, targetOf } from '../loads/loads';
import { People, type Person } from '../loads/people';
import type { LoaderResult } from '../loads/results';
import { accountLabel } from '../plan/accounts';
import { textAt } from '../plan/columns';
import { ofAccounts, type LoggedChange } from '../plan/change-log';
import { ownSheets } from '../plan/ownership';
import { changesByAccount, daySerial, daysLater, nextDay, placeOn, serialDay } from '../plan/schedule';
import type { Rep } from '../plan/roster';
import type { RunRecord } from '../plan/run-record';
import type { StandingContext } from '../reports/context';
import type { LoadsContext } from '../reports/loads/context';
import { dueByPeriod } from '../quota/months';
import type { QuotaSeat } from '../reports/quota/context';
import { knownBy, refuseWithoutAccepted } from './changes';
import { helpersOnSheet } from './helpers-on-sheet';
import { readLog } from './logged';
import type { Clock, TableRef, WorkbookPort } from './ports';
import { CENTS } from '../quota/round';
import { splitsOf } from './seat-shares';
import { cutInto } from './shared-quotas';
import { quotaFigures } from './quota-figures';
import { hasPlanNumber, quotaBasis, quotaCurrency, quotaSeats, quotaSettings } from './quota-sources';
import { dayOf } from './schedule';
import { standingAssignment } from './standing-assignment';
import { headerOf } from './understanding/header-of';
import { ourColumn } from './understanding/our-column';
import { seatCalled } from './understanding/standing-seats';
import type { Understanding } from './understanding/understand';

/** Tables of exports that are read at most: each is read whole. */
const MOST_TABLES = 40;

/** The files of the plan that was accepted, with whatever the workbook has of the CRM's own exports and answers. */
export async function loadsContext(
  understanding: Understanding,
  standing: StandingContext,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<LoadsContext> {
  const { input, results, at } = await loadInput(understanding, standing.record, workbook, clock);
  const { accounts, territories } = input;
  const within = territories.map(() => 0);
  for (const { to } of accounts) if (to >= 0) within[to] = (within[to] ?? 0) + 1;
  return {
    ...standing,
    pack: planLoads(input, results),
    loaded: territories.map(({ name, owner }, j) => ({ name, owner, accounts: within[j] ?? 0 })),
    at,
  };
}

/** The plan that was accepted as files for other systems need it, and what loaders have answered. */
export async function loadInput(
  understanding: Understanding,
  record: RunRecord,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<{ readonly input: LoadInput; readonly results: readonly LoaderResult[]; readonly at: string }> {
  refuseWithoutAccepted(understanding);
  const { exports, results } = await readExports(understanding, workbook);
  const at = clock.now().toISOString();
  const effective = record.settings.effectiveFrom ?? at.slice(0, 10);
  const day = dayOf(at.slice(0, 10), record);
  const territories = territoriesOf(understanding, record, day);
  const accounts = accountsOf(understanding, territories, await readLog(workbook), day);
  const quotas = quotasOf(understanding, record);
  const helpers = await helpersOnSheet(understanding, record, workbook);
  const { list } = understanding;
  const { source, accounts: read } = list;
  const columnAt = (header: string) => source.columns[source.headers.indexOf(header)];
  const input: LoadInput = {
    target: targetOf(source.headers, headerOf(list, 'accountId'), accounts),
    effective,
    accounts,
    territories,
    people: peopleOf(understanding, exports.users),
    exports,
    ...(quotas === undefined ? {} : { quotas }),
    ...helpers,
    ...(sizeField(list) === undefined
      ? {}
      : { sizeHeader: headerOf(list, sizeField(list) ?? 'employees') ?? '' }),
    cell: (header, i) => columnAt(header)?.[(read.sheetRow[i] ?? 0) - source.firstRow] ?? '',
    formatOf: (header) => source.formats[source.headers.indexOf(header)],
  };
  return { input, results, at };
}

/** Who is to own what is in a territory on a day: that on which the plan begins to hold, or a later one. @param on ISO */
function territoriesOf(
  understanding: Pick<Understanding, 'settings' | 'team' | 'choices'>,
  record: RunRecord,
  on: string,
): LoadTerritory[] {
  const day = daySerial(on);
  const { reps } = understanding.team.roster;
  return quotaSeats(understanding, record, quotaSettings(understanding)).map((seat) => {
    const owner = carrierOf(seat, day);
    const rep = repOf(understanding, seat.id, owner, reps);
    return { name: seat.territory, owner, ...idsOf(rep) };
  });
}

/** Quotas in force, period by period, of the plan that was accepted; undefined where nobody has said a number. */
function quotasOf(understanding: Understanding, record: RunRecord): LoadQuotas | undefined {
  if (!hasPlanNumber(understanding)) return undefined;
  const basis = quotaBasis(understanding, record);
  const { quota, year, seats, moves, shared } = basis;
  const assignment = standingAssignment(understanding, record, 'accepted');
  const { quotas, seats: figures } = quotaFigures(understanding, basis, assignment);
  const { periods, amounts } = dueByPeriod(quotas, quota, year, figures, moves);
  const { reps } = understanding.team.roster;
  const currency = quotaCurrency(understanding);
  return {
    ...(quota.issued === undefined ? {} : { issued: quota.issued.at }),
    ...(currency === undefined ? {} : { currency }),
    isWeekly: (quota.issued?.conventions?.periods ?? quota.periods) === '445',
    periods: periods.map(({ start, end }) => ({ start: serialDay(start), end: serialDay(end) })),
    seats: seats.flatMap(({ id, territory, owner }, j) => {
      const mine = shared.filter(({ seat }) => seat === j);
      const splits = splitsOf(shared, j);
      const due = amounts[j] ?? [];
      // Who shares a seat has his part of each period; while the parts are no whole nobody is known to have any of it.
      const people =
        splits === undefined
          ? [{ name: mine.length === 0 ? owner : mine.map(({ rep }) => rep).join(' / '), own: due }]
          : mine.map(({ rep }, nth) => ({
              name: rep,
              own: due.map((amount) => cutInto(amount, splits, quota.digits ?? CENTS)[nth] ?? 0),
            }));
      return people.map(({ name, own }) => ({
        territory: j,
        name: territory,
        owner: name.trim(),
        ...idsOf(repOf(understanding, id, name, reps)),
        amounts: own,
      }));
    }),
  };
}

/** What the team list says of somebody: two people may share a name, so whoever sits in the seat is meant first. */
function repOf(
  understanding: Pick<Understanding, 'choices'>,
  id: string,
  name: string,
  reps: readonly Rep[],
): Rep | undefined {
  const isHim = (one: Rep) => !one.tbh && foldText(one.name) === foldText(name);
  const sitting = seatCalled(understanding, id);
  return sitting !== undefined && isHim(sitting) ? sitting : reps.find(isHim);
}

/** Whoever covers a seat has it until it is filled, and while its owner is away. */
function carrierOf({ owner, coveredBy, start, leaveFrom, leaveTo }: QuotaSeat, day: number): string {
  const isAway = leaveFrom !== undefined && leaveTo !== undefined && leaveFrom <= day && day <= leaveTo;
  const isHere = owner !== '' && ((!isAway && (start === undefined || start <= day)) || coveredBy === '');
  return (isHere ? owner : coveredBy).trim();
}

const idsOf = (rep: Rep | undefined): Pick<LoadTerritory, 'userId' | 'email'> => ({
  ...(rep?.crmUserId === undefined ? {} : { userId: rep.crmUserId }),
  ...(rep?.email === undefined ? {} : { email: rep.email }),
});

function accountsOf(
  understanding: Pick<Understanding, 'book' | 'list'>,
  territories: readonly LoadTerritory[],
  log: readonly LoggedChange[],
  day: string,
): LoadAccount[] {
  const { list, book } = understanding;
  const changes = changesByAccount(ofAccounts(log));
  /** Where an account is until the day for which it was accepted elsewhere. */
  const heldAt = (i: number, label: string, then: string): LoadAccount['held'] => {
    const known = changes.size === 0 ? [] : (changes.get(knownBy(understanding, i, label)) ?? []);
    const from = nextDay(known, then, day);
    if (from === undefined) return undefined;
    return { to: at.get(placeOn(known, then, day).toLowerCase()) ?? -1, until: daysLater(from, -1) };
  };
  // The last change of an account that led to where it is.
  const days = new Map(
    ofAccounts(log).map(({ account, to, effective }) => [`${account}\0${to.toLowerCase()}`, effective]),
  );
  const sinceOf = (i: number, label: string, to: string) =>
    days.get(`${knownBy(understanding, i, label)}\0${to.toLowerCase()}`);
  const { accounts, whole } = list;
  const accepted = ourColumn({ whole, owned: book.owned }, 'accepted');
  const at = new Map(territories.map(({ name }, j) => [name.toLowerCase(), j]));
  const { text, places } = accounts;
  const sizes = accounts.number[sizeField(list) ?? 'employees'];
  const ids = list.source.columns[list.mapping.accountId ?? -1];
  const isDamaged = (row: number): boolean => {
    const cell = ids?.[row - list.source.firstRow];
    return typeof cell === 'number' && !Number.isSafeInteger(cell);
  };
  return Array.from(accounts.sheetRow, (row, i): LoadAccount => {
    const label = accountLabel(accounts, i);
    const since = sinceOf(i, label, accepted.at(row));
    const held = heldAt(i, label, accepted.at(row));
    const size = sizes?.[i];
    return {
      row,
      ...(since === undefined ? {} : { since }),
      ...(held === undefined ? {} : { held }),
      id: textAt(text.accountId, i) ?? '',
      ...(isDamaged(row) ? { isDamaged: true } : {}),
      label,
      owner: textAt(text.owner, i) ?? '',
      ownerId: textAt(text.ownerId, i) ?? '',
      territory: textAt(text.currentTerritory, i) ?? '',
      to: at.get(accepted.at(row).toLowerCase()) ?? -1,
      country: textAt(places.country, i) ?? '',
      state: (textAt(places.region, i) ?? '').replace(/^[A-Z]{2}-/, ''),
      postalCode: textAt(text.postalCode, i) ?? '',
      city: textAt(text.city, i) ?? '',
      industry: textAt(text.industry, i) ?? '',
      ...(size === undefined || Number.isNaN(size) ? {} : { size }),
    };
  });
}

/** What the list tells the size of accounts by. */
const sizeField = ({ mapping }: Understanding['list']): 'employees' | 'annualRevenue' | undefined =>
  (['employees', 'annualRevenue'] as const).find((field) => mapping[field] !== undefined);

/** The CRM's own users first, then the team, then the owners that the list names with their ids. */
function peopleOf(
  { team, list }: Pick<Understanding, 'list' | 'team'>,
  users: CrmExport | undefined,
): People {
  const { accounts } = list;
  return new People([
    users === undefined ? [] : usersIn(users),
    team.source === undefined
      ? []
      : team.roster.reps.filter(({ tbh }) => !tbh).map((rep): Person => personOf(rep)),
    Array.from({ length: accounts.count }, (_, i): Person => {
      const id = textAt(accounts.text.ownerId, i);
      const name = textAt(accounts.text.owner, i) ?? '';
      return { name, ...(id === undefined ? {} : { id }), ...(name.includes('@') ? { email: name } : {}) };
    }).filter(({ name, id, email }) => (id ?? email) !== undefined && (name !== '' || id !== undefined)),
  ]);
}

const personOf = ({ name, active, email, crmUserId }: Rep): Person => ({
  name,
  ...(active ? {} : { active }),
  ...(email === undefined ? {} : { email }),
  ...(crmUserId === undefined ? {} : { id: crmUserId }),
});

function usersIn(users: CrmExport): Person[] {
  const first = (row: number, ...columns: readonly string[]) =>
    columns.map((column) => users.text(column, row)).find((text) => text !== '');
  return Array.from({ length: users.rowCount }, (_, row): Person => {
    const id = first(row, 'Id', 'UserId');
    const email = first(row, 'Email');
    const active = flagOf(first(row, 'IsActive', 'Active') ?? '');
    return {
      name:
        first(row, 'Name', 'Full Name') ??
        `${users.text('FirstName', row)} ${users.text('LastName', row)}`.trim(),
      ...(id === undefined ? {} : { id }),
      ...(email === undefined ? {} : { email }),
      ...(active === undefined ? {} : { active }),
      isUser: true,
    };
  });
}

/** Exports and loaders' answers on sheets of the workbook, by the names of their columns. */
async function readExports(
  { book, list }: Pick<Understanding, 'book' | 'list'>,
  workbook: WorkbookPort,
): Promise<{
  readonly exports: Partial<Record<ExportKey, CrmExport>>;
  readonly results: readonly LoaderResult[];
}> {
  const exports: Partial<Record<ExportKey, CrmExport>> = {};
  const results: LoaderResult[] = [];
  const isList = ({ sheet, headerRow, firstColumn }: TableRef) =>
    sheet === list.ref.sheet && headerRow === list.ref.headerRow && firstColumn === list.ref.firstColumn;
  const found = listRanges(book.survey, ownSheets(book.owned)).flatMap(({ headers, ...ref }) => {
    const kind = isList(ref) ? undefined : exportKind(headers);
    return kind === undefined ? [] : [{ kind, headers, ref }];
  });
  for (const { kind, headers, ref } of found.slice(0, MOST_TABLES)) {
    const rows = crmExport(await workbook.read(ref));
    if (kind === 'result') results.push({ headers, rows });
    // Of two of a kind the first holds.
    else exports[kind] ??= rows;
  }
  return { exports, results };
}
