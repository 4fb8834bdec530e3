import { matchOwners } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import { textAt } from '../../plan/columns';
import type { AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import type { Rep, Roster } from '../../plan/roster';
import type { Settings } from '../../plan/settings';

/** One seat a territory: active reps and seats to be hired; more or fewer if a number was set. */
export function chooseSeats({ reps }: Roster, { territories }: Settings): Rep[] {
  const seats = reps.filter((rep) => rep.active || rep.tbh);
  if (territories === undefined) return seats;
  const open = seats.filter(({ tbh }) => tbh).length;
  const extra = Array.from({ length: Math.max(0, territories - seats.length) }, (_, n) =>
    openSeat(open + n + 1),
  );
  return [...seats, ...extra].slice(0, territories);
}

/** A seat beyond the roster: a territory carved for a hire to come. */
function openSeat(number: number): Rep {
  return { sheetRow: 0, name: `TBH ${number}`, tbh: true, active: true, capacityShare: 1 };
}

/**
 * Who holds each account today, as a seat: by the export's own territory column where its values stand
 * for seats one to one, else by owner. Owners who left, queues and unknown names hold nothing.
 */
export function incumbents(
  accounts: Accounts,
  roster: Roster,
  seats: readonly Rep[],
  columns: AccountMapping,
): {
  current: Int32Array;
  /** The owner's name of an account: of a seat as the plan calls it, else as the list does; empty for none. */
  holder: (account: number) => string;
  findings: readonly Finding[];
} {
  const match = matchOwners(accounts, { ...roster, reps: seats }, columns);
  const current = byTerritory(accounts, match.seat, seats.length) ?? match.seat;
  const { owner, ownerId, currentTerritory } = accounts.text;
  const holder = (i: number): string =>
    seats[match.seat[i] ?? -1]?.name ??
    (textAt(owner, i) ?? textAt(ownerId, i) ?? textAt(currentTerritory, i) ?? '').trim();
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
