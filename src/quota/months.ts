import type { QuotaSettings } from '../plan/quota';
import { partsOf, periodsOf, sumOf, type Period } from './calendar';
import { asIssued, movesAlong } from './issue';
import { partsFrom, type MovedAccount } from './move';
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
  const { issued } = settings;
  const going = issued === undefined ? [] : movesAlong({ rows }, settings, issued, year, seats, moves);
  const goes = goingMoves(going, rows, settings, parts, periods);
  const amounts = seats.map((_, j) => {
    const mine = rows.filter(({ seat }) => seat === j);
    const held = sumOf(mine.map(({ inForce, moved }) => inForce - moved));
    const share = sumOf(parts[j] ?? []);
    const passed = periods.map((_, m) =>
      share === 0
        ? sumOf(periods.slice(0, m + 1).map(({ weight }) => weight))
        : sumOf((parts[j] ?? []).slice(0, m + 1)) / share,
    );
    const along = goes(j);
    const due = passed.map((part, m) => roundTo(held * part, settings.digits ?? CENTS) + (along[m] ?? 0));
    return due.map((amount, m) => roundTo(amount - (due[m - 1] ?? 0), 2));
  });
  return { periods, amounts };
}

/** What accounts whose quota goes along have brought a seat, less what they took, by the end of each period. */
function goingMoves(
  along: readonly MovedAccount[],
  rows: Quotas['rows'],
  { digits = CENTS }: QuotaSettings,
  parts: readonly (readonly number[])[],
  periods: readonly Period[],
): (seat: number) => readonly number[] {
  const byPeriod = ({ fullYear, day }: MovedAccount, carried: readonly number[]): number[] => {
    const from = partsFrom(day, periods);
    const left = carried.map((part, m) => part * (from[m] ?? 0));
    return periods.map((_, m) => roundTo(fullYear * sumOf(left.slice(0, m + 1)), digits));
  };
  return (seat) => {
    const sums = periods.map(() => 0);
    for (const { line } of rows.filter((row) => row.seat === seat))
      for (const move of along.filter((one) => one.line === line)) {
        const sign = (move.to === seat ? 1 : 0) - (move.from === seat ? 1 : 0);
        if (sign === 0) continue;
        byPeriod(move, parts[seat] ?? []).forEach((amount, m) => (sums[m] = (sums[m] ?? 0) + sign * amount));
      }
    return sums;
  };
}
