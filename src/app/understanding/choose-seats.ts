import { foldText } from '../../geo';
import { isQueueOwner, matchOwners } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import { textAt } from '../../plan/columns';
import type { AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import {
  openSeat,
  roleCarries,
  roleSaysItCarries,
  teamHelps,
  type Rep,
  type Roster,
} from '../../plan/roster';
import type { Settings } from '../../plan/settings';

/** The seats that territories are carved for, and how they came to be so many. */
export interface SeatChoice {
  /** One a territory. */
  readonly seats: readonly Rep[];
  /** Nobody said how many: neither the user nor a team list nor the owners. */
  readonly proposed: boolean;
  /** Active people of the team list who carry no accounts: they lead or help those who do. */
  readonly others: readonly Rep[];
  /** Seats that get no territory, because fewer were asked for. */
  readonly without: readonly Rep[];
  /** Seats for named accounts that hold none yet: they get no territory before. */
  readonly waiting: readonly Rep[];
}

/** Of the seats for named accounts, those that stand apart and have a territory whatever number was asked for, and those that wait. */
export interface NamedAmong {
  readonly apart: ReadonlySet<Rep>;
  readonly waiting: ReadonlySet<Rep>;
}

const NONE_NAMED: NamedAmong = { apart: new Set(), waiting: new Set() };

/** Accounts to a territory where nobody says how many territories there are. */
const A_BOOK = 150;
const MOST_TERRITORIES = 1000;
/** Of an even book: so much makes a manager with a seller's title a seller too. */
const PLAYING_PART = 0.5;

/**
 * One seat a territory: active people whose role carries accounts, and seats to be hired; more or fewer if a
 * number was set. Where nothing tells how many, about one for 150 accounts, two at least.
 *
 * @param heldBy how many accounts somebody of the team list has today
 * @param share makes one seat of those who share it
 */
export function chooseSeats(
  { reps }: Roster,
  { territories }: Settings,
  accounts: number,
  heldBy: (rep: Rep) => number = () => 0,
  { apart, waiting: empty }: NamedAmong = NONE_NAMED,
  share: (seats: readonly Rep[]) => readonly Rep[] = (seats) => seats,
): SeatChoice {
  const there = reps.filter((rep) => rep.active || rep.tbh);
  const led = new Set(
    there.flatMap(({ name, manager }) =>
      manager === undefined || foldText(manager) === foldText(name) ? [] : [foldText(manager)],
    ),
  );
  // Who leads others and has a seller's title and book all the same carries it on.
  const book = (PLAYING_PART * accounts) / Math.max(1, there.length);
  const carries = (rep: Rep) =>
    roleCarries(rep.role) &&
    !teamHelps(rep.segment) &&
    (!led.has(foldText(rep.name)) || (roleSaysItCarries(rep.role) && heldBy(rep) > 0 && heldBy(rep) >= book));
  const carrying = there.filter((rep) => rep.tbh || carries(rep));
  const people = carrying.some(({ tbh }) => !tbh) || there.every(({ tbh }) => tbh) ? carrying : there;
  const others = there.filter((rep) => !people.includes(rep));
  const all = share(people);
  const waiting = all.filter((rep) => empty.has(rep));
  const seats = all.filter((rep) => !empty.has(rep));
  const proposed = territories === undefined && seats.length === 0 && accounts >= 2;
  const wanted = proposed ? proposedFor(accounts) : territories;
  if (wanted === undefined) return { seats, proposed, others, without: [], waiting };
  const open = seats.filter(({ tbh }) => tbh).length;
  const extra = Array.from({ length: Math.max(0, wanted - seats.length) }, (_, n) => openSeat(open + n + 1));
  let room = wanted - apart.size;
  const isIn = new Set(seats.filter((rep) => apart.has(rep) || room-- > 0));
  return {
    seats: [...seats.filter((rep) => isIn.has(rep)), ...extra],
    proposed,
    others,
    without: seats.filter((rep) => !isIn.has(rep)),
    waiting,
  };
}

const proposedFor = (accounts: number): number =>
  Math.max(2, Math.min(Math.round(accounts / A_BOOK), MOST_TERRITORIES));

/**
 * Who holds each account today, as a seat: by the export's own territory column where its values stand
 * for seats one to one, else by owner. Owners who left, queues and unknown names hold nothing; of one who gave his
 * seat to somebody else the seat holds what was his, for it is the seat that keeps its book.
 *
 * @param before the seats as the team list has them, where the user put others in them
 */
export function incumbents(
  accounts: Accounts,
  roster: Roster,
  seats: readonly Rep[],
  columns: AccountMapping,
  before: readonly Rep[] = seats,
): {
  current: Int32Array;
  /** The owner's name of an account: of a seat as the plan calls it, else as the list does; empty for none. */
  holder: (account: number) => string;
  findings: readonly Finding[];
} {
  const match = matchOwners(accounts, roster, columns, seats);
  const given = before.every((rep, j) => rep.name === seats[j]?.name)
    ? undefined
    : matchOwners(accounts, roster, columns, before).seat;
  const held = match.seat.map((seat, i) => (seat < 0 ? (given?.[i] ?? -1) : seat));
  const current = byTerritory(accounts, held, seats.length) ?? held;
  const { owner, ownerId, currentTerritory } = accounts.text;
  // What a territory is called names its holder only where the seats are the list's own territories.
  const called = roster.source === 'territories' ? currentTerritory : undefined;
  const named = (i: number): string => {
    // Owners of whom no team is made hold nothing.
    if (roster.strewn !== undefined || roster.single !== undefined) return '';
    const text = (textAt(owner, i) ?? textAt(ownerId, i) ?? textAt(called, i) ?? '').trim();
    // What a queue or an integration user holds is nobody's.
    return isQueueOwner(text) ? '' : text;
  };
  const holder = (i: number): string => seats[match.seat[i] ?? -1]?.name ?? named(i);
  return { current, holder, findings: match.findings };
}

/** Each old territory as the seat that owns most of its accounts, if there is one for every seat. */
function byTerritory(accounts: Accounts, owner: Int32Array, seats: number): Int32Array | undefined {
  const territory = accounts.text.currentTerritory;
  if (territory === undefined) return undefined;
  const votes = territory.pool.map(() => new Map<number, number>());
  territory.codes.forEach((code, i) => {
    const seat = owner[i] ?? -1;
    const vote = votes[code];
    if (vote !== undefined && seat >= 0) vote.set(seat, (vote.get(seat) ?? 0) + 1);
  });
  const seatOf = votes.map((vote) => [...vote].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1);
  const known = seatOf.filter((seat) => seat >= 0);
  if (seatOf.length !== seats || new Set(known).size < seats) return undefined;
  return territory.codes.map((code, i) => (code < 0 ? (owner[i] ?? -1) : (seatOf[code] ?? -1)));
}
