import type { QuotaSettings } from '../plan/quota';
import { partsOf, periodsOf, sumOf, type Period } from './calendar';
import { asIssued } from './issue';
import { goingAlong, partsFrom, type MovedAccount } from './move';
import type { Quotas } from './quotas';
import { CENTS, roundTo } from './round';
import { presenceOf, type Seat } from './seats';

/**
 * What of each seat's quota in force is due in each period of the year: by its presence, and by the season alone where
 * nobody is there; what accounts brought or took is due from their day on. The twin of the sheet Quota Calendar.
 * @returns periods, and amounts by seat and period, to the cent: those of a seat add up to its quota in force
 */
export function dueByPeriod(
  { rows }: Pick<Quotas, 'rows'>,
  settings: QuotaSettings,
  year: number,
  seats: readonly Seat[],
  moves: readonly MovedAccount[] = [],
): { readonly periods: readonly Period[]; readonly amounts: readonly (readonly number[])[] } {
  const then = asIssued(settings, year, seats);
  const periods = periodsOf(then.year, then.settings);
  const parts = then.seats.map((seat) => partsOf(presenceOf(seat, then.settings), periods, then.settings));
  const goes = goingMoves(rows, settings, parts, periods, moves);
  const amounts = seats.map((_, j) => {
    const mine = rows.filter(({ seat }) => seat === j);
    const held = sumOf(mine.map(({ inForce, moved }) => inForce - moved));
    const share = sumOf(parts[j] ?? []);
    const passed = periods.map((_, m) =>
      share === 0
        ? sumOf(periods.slice(0, m + 1).map(({ weight }) => weight))
        : sumOf((parts[j] ?? []).slice(0, m + 1)) / share,
    );
    const due = passed.map((part, m) => roundTo(held * part, settings.digits ?? CENTS) + (goes(j)[m] ?? 0));
    return due.map((amount, m) => roundTo(amount - (due[m - 1] ?? 0), 2));
  });
  return { periods, amounts };
}

/** What accounts have brought a seat, less what they took, by the end of each period: as far as it goes along. */
function goingMoves(
  rows: Quotas['rows'],
  settings: QuotaSettings,
  parts: readonly (readonly number[])[],
  periods: readonly Period[],
  moves: readonly MovedAccount[],
): (seat: number) => readonly number[] {
  const { issued } = settings;
  const none = periods.map(() => 0);
  if (issued === undefined || moves.length === 0) return () => none;
  const byPeriod = ({ fullYear, day }: MovedAccount, carried: readonly number[]): number[] => {
    const from = partsFrom(day, periods);
    const left = carried.map((part, m) => part * (from[m] ?? 0));
    return periods.map((_, m) => roundTo(fullYear * sumOf(left.slice(0, m + 1)), settings.digits ?? CENTS));
  };
  const whole = periods.map(({ weight }) => weight);
  /** Of some moves, by the end of each period: what they bring to each row, less what they take; by what a seat carries. */
  const netsOf = (some: readonly MovedAccount[], carried: (seat: number) => readonly number[]) =>
    rows.map(({ line, seat, key }) => {
      const net = [...none];
      for (const move of some.filter((one) => one.line === line && (one.to === seat || one.from === seat))) {
        const sign = (move.to === seat ? 1 : 0) - (move.from === seat ? 1 : 0);
        byPeriod(move, carried(seat)).forEach((amount, m) => (net[m] = (net[m] ?? 0) + sign * amount));
      }
      return { line, seat, by: net, net: net.at(-1) ?? 0, issued: issued.rows[key]?.quota ?? 0 };
    });
  const along = goingAlong(
    moves,
    netsOf(moves, () => whole),
    settings,
  );
  const nets = netsOf(along, (seat) => parts[seat] ?? []);
  return (seat) =>
    none.map((_, m) => sumOf(nets.filter((row) => row.seat === seat).map(({ by }) => by[m] ?? 0)));
}
