import {
  countryMissing,
  findTables,
  locate,
  lookupFor,
  placeRoster,
  rowMeaning,
  usualCountry,
  worksheetColumns,
} from '../../intake';
import type { Lookup } from '../../geo';
import type { Notice } from '../../plan/design';
import { Failure } from '../../plan/failures';
import { ownSheets } from '../../plan/ownership';
import type { Settings } from '../../plan/settings';
import type { OnProgress, PlacesPort, TableRef, WorkbookPort } from '../ports';
import { readAccountList, type AccountList } from './account-list';
import type { Book } from './book';
import { boundBy, type Bound } from './bound';
import { headerOf, headersToChoose } from './header-of';
import { choose, type Choices } from './choices';
import { likeLists } from './like-lists';
import { withMoneyBeside } from './money-beside';
import { goneColumnNotices } from './doubts';
import { nameOf } from './tables';
import { readTeam, type Team } from './team';

/** Everything known before a plan is made. A use case takes the parts it needs. */
export interface Understanding {
  readonly settings: Settings;
  readonly book: Book;
  /** Accounts with their places, amounts in one currency. */
  readonly list: AccountList;
  readonly team: Team;
  readonly choices: Choices;
  /** What may bind accounts to seats, and whether it does; `settings` have it so. */
  readonly bound: readonly Bound[];
  readonly lookup: Lookup;
}

/**
 * Reads the accounts and the team of a workbook and makes every choice that the user has not made.
 * @throws Failure `noTable`, `noAccounts`, `tableNotFound` when there is nothing to plan
 */
export async function understand(
  { workbook, places }: { readonly workbook: WorkbookPort; readonly places: PlacesPort },
  book: Book,
  settings: Settings,
  onProgress: OnProgress = () => undefined,
): Promise<Understanding> {
  const accountsName = nameOf(settings.accounts);
  const repsName = nameOf(settings.reps);
  const found = findTables(book.survey, {
    ignore: ownSheets(book.owned),
    ...(accountsName === undefined ? {} : { accounts: accountsName }),
    ...(repsName === undefined ? {} : { reps: repsName }),
  });
  const [people] = found.reps;
  const isChosen = settings.accounts?.range !== undefined;
  const isAlone = found.accounts.length === 0 && people !== undefined && !isChosen;
  if (isAlone && (await isOfPeople(workbook, people)))
    throw new Failure('notAccounts', { kind: 'team', name: people.table ?? people.sheet });
  const lists = isAlone ? [people] : found.accounts;
  const alone = await readAccountList(workbook, book, lists, settings, onProgress);
  const team = await readTeam(workbook, book, found.reps, alone.ref, alone, settings);
  const { list: read, notices: beside } = await withMoneyBeside(
    workbook,
    book,
    alone,
    [alone.ref, team.ref],
    settings,
  );

  const { country } = settings;
  const lookup = await lookupFor(read.accounts, places.fetchChunk, team.roster, country);
  const located = locate(read.accounts, lookup, worksheetColumns(read.source, read.mapping), country);
  const usual = usualCountry(read.accounts, lookup, country);
  const missing = countryMissing(
    read.accounts,
    usual,
    (i) => !Number.isNaN(located.places.latitude[i] ?? NaN),
  );
  const roster = placeRoster(team.roster, lookup, usual);
  const list = {
    ...read,
    accounts: { ...read.accounts, places: located.places },
    findings: [...read.findings, ...located.findings],
  };
  const { accounts, choices } = choose(book, list, { ...team, roster }, settings);
  const { bound, ...binding } = boundBy(
    accounts,
    choices.seats,
    settings,
    list.ours.has('segment') ? headerOf(list, 'segment') : undefined,
  );
  const notices = [
    ...goneColumns(settings, list, team),
    ...(settings.accounts === undefined ? likeLists(book, read.derived?.from ?? read.ref) : []),
    ...beside,
    ...(missing === 0 ? [] : [countryUnknown(missing)]),
    ...choices.notices,
    ...binding.notices,
  ];
  return {
    settings: binding.settings,
    bound: [
      ...bound,
      ...(choices.namedApart === undefined
        ? []
        : [{ key: 'namedSeats' as const, holds: choices.namedApart }]),
      ...(choices.findings.some(({ code, params }) => code === 'sharedTerritory' && params?.seats !== 'open')
        ? [{ key: 'sharedSeats' as const, holds: settings.sharedSeats === true }]
        : []),
    ],
    book,
    list: { ...list, accounts },
    team: { ...team, roster },
    choices: { ...choices, notices },
    lookup,
  };
}

const countryUnknown = (count: number): Notice => ({
  code: 'countryUnknown',
  severity: 'warning',
  params: { count },
});

/** False for contracts, goals and the like that only look like people by their headers. */
async function isOfPeople(workbook: WorkbookPort, people: TableRef): Promise<boolean> {
  const { kind } = rowMeaning(await workbook.read(people));
  return kind === 'account' || kind === 'team';
}

function goneColumns({ accountColumns, repColumns }: Settings, list: AccountList, team: Team): Notice[] {
  const ofTeam =
    team.source === undefined
      ? []
      : goneColumnNotices({ columns: repColumns, key: 'repField' }, team.source, team.mapping);
  return [
    ...goneColumnNotices(
      { columns: accountColumns, key: 'field' },
      { headers: headersToChoose(list) },
      list.mapping,
    ),
    ...ofTeam,
  ];
}
