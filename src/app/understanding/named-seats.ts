import { matchOwners } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import type { Notice } from '../../plan/design';
import type { AccountMapping } from '../../plan/fields';
import { roleIsNamed, type Rep, type Roster } from '../../plan/roster';
import { coverageRule } from '../../plan/rules/coverage';
import type { Locks } from '../../plan/rules/lock';
import type { Settings } from '../../plan/settings';
import type { NamedAmong, SeatChoice } from './choose-seats';

/** Seats for named accounts, told from the others. */
export interface NamedSeats {
  /** Those that hold named accounts are marked; those that hold nothing yet have no territory. */
  readonly seating: SeatChoice;
  /** Whether roles and list both speak of them, and whether they stand apart; undefined where nobody speaks of them. */
  readonly holds: boolean | undefined;
  /** Of those that share in the balance though their role is one for named accounts. */
  readonly notices: readonly Notice[];
}

/** What somebody with a role for named accounts holds, and how much of it the list marks as named. */
interface Book {
  readonly rep: Rep;
  readonly held: number;
  readonly marked: number;
}

/** So much of what a seat holds is marked, and so many times as much as of what others hold: else its role is but a title. */
const MOSTLY = 0.5;
const MORE_THAN_OTHERS = 2;

/**
 * Named accounts are given by hand to seats of their own, outside the balanced rest (roles such as Named, Strategic, Key or
 * Global Account Manager). So it is of a seat that mostly holds accounts which the list marks as named, and others hardly
 * do; the user may have it so for all of these roles, or for none. Where nothing would be left to share, all share.
 *
 * @param choose the seats of the team; of the territories that were asked for, those that stand apart come first
 */
export function namedSeats(
  choose: (settings: Settings, named?: NamedAmong) => SeatChoice,
  accounts: Accounts,
  roster: Roster,
  columns: AccountMapping,
  settings: Settings,
): NamedSeats {
  const asUsual = (): SeatChoice => choose(settings);
  const { seats } = choose({ ...settings, territories: undefined });
  if (!seats.some((rep) => roleIsNamed(rep.role)))
    return { seating: asUsual(), holds: undefined, notices: [] };
  const { seat } = matchOwners(accounts, roster, columns, seats);
  const isMarked = (i: number): boolean => accounts.number.named?.[i] === 1;
  const counts = seats.map((rep) => ({ rep, held: 0, marked: 0 }));
  seat.forEach((j, i) => {
    const count = counts[j];
    if (count === undefined) return;
    count.held++;
    count.marked += Number(isMarked(i));
  });
  const books: readonly Book[] = counts.filter(({ rep }) => roleIsNamed(rep.role));
  const holding = books.filter(({ held }) => held > 0);
  const marked = holding.reduce((sum, book) => sum + book.marked, 0);
  if (settings.namedSeats === undefined && marked === 0)
    return { seating: asUsual(), holds: undefined, notices: [] };
  if (settings.namedSeats === false) return { seating: asUsual(), holds: false, notices: [] };
  const apart = settings.namedSeats === true ? holding : reallyNamed(holding, accounts, isMarked);
  const sharing = holding.filter((book) => !apart.includes(book));
  const named: NamedAmong = {
    apart: new Set(apart.map(({ rep }) => rep)),
    // Where somebody of these roles shares like any other, so does whoever comes new to one.
    waiting: new Set(sharing.length > 0 ? [] : books.filter(({ held }) => held === 0).map(({ rep }) => rep)),
  };
  const seating = choose(settings, named);
  const others = seating.seats.filter((rep) => !named.apart.has(rep)).length;
  const rest = accounts.count - apart.reduce((sum, { held }) => sum + held, 0);
  const isNothingLeft = others === 0 || rest < others;
  if (apart.length === 0 || isNothingLeft)
    return {
      seating: asUsual(),
      holds: false,
      notices: shared(holding, apart.length === 0 ? 'few' : 'nothing'),
    };
  return {
    seating: {
      ...seating,
      seats: seating.seats.map((rep) => (named.apart.has(rep) ? { ...rep, named: true as const } : rep)),
    },
    holds: true,
    notices: shared(sharing, 'few'),
  };
}

/** Those of the books that are mostly named accounts, where the list does not mark half of everything. */
function reallyNamed(
  books: readonly Book[],
  accounts: Accounts,
  isMarked: (account: number) => boolean,
): readonly Book[] {
  const mostly = books.filter(({ held, marked }) => marked >= MOSTLY * held);
  const sum = (of: 'held' | 'marked') => mostly.reduce((all, book) => all + book[of], 0);
  const all = accounts.sheetRow.reduce((count, _, i) => count + Number(isMarked(i)), 0);
  const others = (all - sum('marked')) / Math.max(1, accounts.count - sum('held'));
  return mostly.filter(({ held, marked }) => marked >= MORE_THAN_OTHERS * others * held);
}

const namesOf = (reps: readonly Rep[]): string => reps.map(({ name }) => name).join(', ');

function shared(books: readonly Book[], why: 'few' | 'nothing'): Notice[] {
  if (books.length === 0) return [];
  const sum = (of: 'held' | 'marked') => books.reduce((all, book) => all + book[of], 0);
  const params = {
    why,
    count: books.length,
    names: namesOf(books.map(({ rep }) => rep)),
    accounts: sum('held'),
    marked: sum('marked'),
  };
  return [{ code: 'namedShare', severity: why === 'few' ? 'note' : 'warning', params }];
}

/** What is to be said of those that stand apart, by what stays with them, and of marked accounts that do not. */
export function namedNotices(
  accounts: Accounts,
  seats: readonly Rep[],
  waiting: readonly Rep[],
  locks: Locks,
): Notice[] {
  const { seat } = locks;
  const apart = seats.filter(({ named }) => named);
  if (apart.length === 0) return [];
  const isCarved = directIn(accounts, locks);
  const stay = seat.filter((j) => seats[j]?.named === true).length;
  const elsewhere = seat.filter((j, i) => j < 0 && accounts.number.named?.[i] === 1 && isCarved(i)).length;
  const notice = (code: string, severity: Notice['severity'], params: Notice['params']): Notice => ({
    code,
    severity,
    params,
  });
  return [
    notice('namedSeats', 'note', { count: apart.length, names: namesOf(apart), accounts: stay }),
    ...(waiting.length === 0
      ? []
      : [notice('namedWaiting', 'warning', { count: waiting.length, names: namesOf(waiting) })]),
    ...(elsewhere === 0 ? [] : [notice('namedElsewhere', 'warning', { count: elsewhere })]),
  ];
}

/** Whether an account is carved at all: not one of partners, of the pool, or of nobody. */
function directIn(accounts: Accounts, locks?: Locks): (account: number) => boolean {
  const { groupOf } = coverageRule(accounts, locks);
  return (i) => (groupOf[i] ?? -1) < 0;
}

/**
 * All that seats for named accounts hold stays there: it was given by hand.
 * @param current N values: seat of today's owner, −1 none
 * @param locks those of cells come before: they may say that an account goes elsewhere
 */
export function withNamed(
  locks: Locks,
  accounts: Accounts,
  current: Int32Array,
  seats: readonly Rep[],
): Locks {
  if (!seats.some(({ named }) => named)) return locks;
  const isDirect = directIn(accounts, locks);
  const isNamed = (i: number) =>
    (locks.seat[i] ?? -1) < 0 && seats[current[i] ?? -1]?.named === true && isDirect(i);
  return {
    seat: locks.seat.map((j, i) => (isNamed(i) ? (current[i] ?? -1) : j)),
    kind: (i) => (isNamed(i) ? 'named' : locks.kind(i)),
  };
}
