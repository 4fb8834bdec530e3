import { accountLabel } from '../plan/accounts';
import { ofAccounts, type LoggedChange } from '../plan/change-log';
import { changesByAccount, coverOf, daysLater, isSamePlace, nextDay, placeOn } from '../plan/schedule';
import type { RunRecord } from '../plan/run-record';
import { wordsFor } from '../plan/settings';
import { knownBy } from './changes';
import type { StandingPlan } from './standing-plan';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** An account that is promised to another territory from a day to come. */
export interface HeldAccount {
  readonly account: number;
  readonly label: string;
  /** Where it is until then, and where it was accepted: names of territories. */
  readonly now: string;
  readonly then: string;
  /** ISO day from which it is elsewhere. */
  readonly from: string;
}

/** An account that is covered for a while. */
export interface CoveredAccount {
  readonly account: number;
  readonly label: string;
  readonly change: LoggedChange;
  /** ISO day from which it is to be back. */
  readonly back: string;
}

/** What was accepted for days of its own. */
export interface Schedule {
  readonly held: readonly HeldAccount[];
  /** Accounts whose cells still say that they are held, and whose day has come. */
  readonly ended: readonly number[];
  /** Those that are covered for a while, and those that are to be back by now. */
  readonly covered: readonly CoveredAccount[];
  readonly due: readonly CoveredAccount[];
}

/** The day on which is looked: a plan that holds from a day to come is looked at as of that day. @param today ISO */
export const dayOf = (today: string, { settings }: Pick<RunRecord, 'settings'>): string =>
  settings.effectiveFrom !== undefined && settings.effectiveFrom > today ? settings.effectiveFrom : today;

/** @param today ISO day */
export function scheduleIn(
  understanding: Pick<Understanding, 'book' | 'list'>,
  standing: StandingPlan,
  today: string,
): Schedule {
  const { list, book } = understanding;
  const columns = { whole: list.whole, owned: book.owned };
  const accepted = ourColumn(columns, 'accepted');
  const until = ourColumn(columns, 'holdUntil');
  const day = dayOf(today, standing.record);
  const changes = changesByAccount(ofAccounts(standing.log));
  const held: HeldAccount[] = [];
  const ended: number[] = [];
  const covered: CoveredAccount[] = [];
  const due: CoveredAccount[] = [];
  if (changes.size === 0 && !until.isThere) return { held, ended, covered, due };
  const { accounts } = list;
  accounts.sheetRow.forEach((row, account) => {
    const label = accountLabel(accounts, account);
    const known = changes.get(knownBy(understanding, account, label)) ?? [];
    const then = accepted.at(row);
    const from = nextDay(known, then, day);
    if (from !== undefined) held.push({ account, label, now: placeOn(known, then, day), then, from });
    else if (until.isThere && until.at(row) !== '') ended.push(account);
    const cover = coverOf(known, then);
    if (cover?.until === undefined) return;
    const back = daysLater(cover.until, 1);
    (back <= day ? due : covered).push({ account, label, change: cover, back });
  });
  return { held, ended, covered, due };
}

/** Who owns each territory of the plan that stands, as its list has it; blank for nobody. */
export const ownersIn = (
  { settings }: Pick<Understanding, 'settings'>,
  { territories }: RunRecord,
): string[] => territories.map(({ id, owner = '' }) => wordsFor(settings, id).owner?.trim() ?? owner);

/** Whose a territory is, by its name. */
export function ownerCalled(
  understanding: Pick<Understanding, 'settings'>,
  record: RunRecord,
): (name: string) => string {
  const owners = ownersIn(understanding, record);
  return (name) => owners[record.territories.findIndex((one) => isSamePlace(one.name, name))] ?? '';
}
