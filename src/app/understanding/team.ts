import {
  mapRepColumns,
  matchOwners,
  readRoster,
  rosterFromOwners,
  rosterFromTerritories,
} from '../../intake';
import type { Accounts } from '../../plan/accounts';
import type { SourceTable } from '../../plan/cells';
import type { RepMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import type { Roster } from '../../plan/roster';
import type { Settings } from '../../plan/settings';
import type { TableRef, WorkbookPort } from '../ports';
import type { AccountList } from './account-list';
import type { Book } from './book';
import { chosenTable, nameOf, remembered } from './tables';

/** Who carries accounts: the team list, else the owners named in the list of accounts, else its territories. */
export interface Team {
  /** Tables that could be the team list, best first. */
  readonly candidates: readonly TableRef[];
  /** The one that was read, and its cells; absent when there is none. */
  readonly ref: TableRef | undefined;
  readonly source: SourceTable | undefined;
  readonly mapping: RepMapping;
  readonly roster: Roster;
  readonly findings: readonly Finding[];
  /** A list of people that looked like the team, but owns nothing: the owners were taken instead. */
  readonly strangers?: TableRef | undefined;
}

export async function readTeam(
  workbook: WorkbookPort,
  book: Book,
  candidates: readonly TableRef[],
  accountsRef: TableRef,
  { accounts, derived }: Pick<AccountList, 'accounts' | 'derived'>,
  settings: Settings,
): Promise<Team> {
  const fromOwners = (): Roster => {
    const owners = rosterFromOwners(accounts, derived?.holders);
    const { single, strewn } = owners;
    const territories = owners.reps.length > 0 ? undefined : rosterFromTerritories(accounts);
    return territories === undefined
      ? owners
      : {
          ...territories,
          ...(single === undefined ? {} : { single }),
          ...(strewn === undefined ? {} : { strewn }),
        };
  };
  const ref = chosenTable(candidates, settings.reps, book);
  // Neither the list of accounts nor the rows that it was made of are a team.
  const isList =
    ref !== undefined &&
    ![accountsRef, derived?.from].some((list) => list !== undefined && sameTable(ref, list));
  const source = isList ? await workbook.read(ref) : undefined;
  const found = { candidates, ref: isList ? ref : undefined, source };
  if (source !== undefined) {
    const { mapping } = mapRepColumns(source, remembered(settings.repColumns));
    const { roster, findings } = readRoster(source, mapping);
    const isAsked = nameOf(settings.reps) !== undefined;
    if (roster.reps.length > 0) {
      if (isAsked || isTeamOf(accounts, roster)) return { ...found, mapping, roster, findings };
      const owners = fromOwners();
      return {
        ...found,
        ref: undefined,
        source: undefined,
        mapping: {},
        roster: owners,
        findings: [],
        strangers: found.ref,
      };
    }
  }
  return { ...found, mapping: {}, roster: fromOwners(), findings: [] };
}

/**
 * False for a list of people of whom none owns an account, where several others do: contacts, or members of
 * account teams.
 */
function isTeamOf(accounts: Accounts, roster: Roster): boolean {
  const { reps } = rosterFromOwners(accounts);
  if (reps.length < 2) return true;
  return matchOwners(accounts, roster).seat.some((seat) => seat >= 0);
}

function sameTable(a: TableRef, b: TableRef): boolean {
  return a.sheet === b.sheet && a.headerRow === b.headerRow && a.firstColumn === b.firstColumn;
}
