import { partOf, type Conventions, type QuotaIssue, type QuotaSettings } from '../plan/quota';
import { closed, sumOfBridges, total, type Bridge } from './bridge';
import { partsOf, periodsOf } from './calendar';
import { goingAlong, movedQuota, type MovedAccount, type MovedQuota } from './move';
import type { Quotas } from './quotas';
import { CENTS, roundTo } from './round';
import { presenceOf, sharesOf, type Seat } from './seats';

/** The conventions by which issued quotas go: those of the issue. */
export const conventionsAt = (
  { conventions }: Pick<QuotaIssue, 'conventions'>,
  settings: QuotaSettings,
  year: number,
): Conventions => conventions ?? conventionsOf(settings, year);

/** The conventions as they are. @param year first day of the fiscal year, 1900 serial */
export function conventionsOf(settings: QuotaSettings, year: number): Conventions {
  const { periods, calendar, season, midMonth, leave, ramps, overrides, unit, managers, growth } = settings;
  const { blendEqual, blendPotential, blendHistory, attainment } = settings;
  return {
    fiscalYear: year,
    ...{ periods, calendar, season, midMonth, leave, ramps, overrides, unit, managers },
    ...(growth === undefined ? {} : { growth }),
    ...{ blendEqual, blendPotential, blendHistory, attainment },
  };
}

/** Settings and seats as issued quotas know them: conventions and roles of the issue, dates as they are now. */
export function asIssued<One extends Pick<Seat, 'id' | 'role' | 'segment'>>(
  settings: QuotaSettings,
  year: number,
  seats: readonly One[],
): { readonly settings: QuotaSettings; readonly year: number; readonly seats: readonly One[] } {
  const { issued } = settings;
  if (issued === undefined) return { settings, year, seats };
  const { fiscalYear, ...kept } = conventionsAt(issued, settings, year);
  const { growth: _, ...others } = settings;
  return {
    settings: { ...others, ...kept },
    year: fiscalYear,
    seats: seats.map((seat) => {
      const at = issued.seats[seat.id];
      return { ...seat, role: at?.role ?? seat.role, segment: at?.segment ?? seat.segment };
    }),
  };
}

type Carried = MovedAccount & MovedQuota;

/** What has come to a seat less what has left it, on a line of the plan. */
const netOf =
  (moved: readonly Carried[], comes: 'in' | 'rest', leaves: 'out' | 'rest') =>
  (line: number, seat: number): number =>
    total(
      moved.flatMap((move) =>
        move.line === line
          ? [...(move.to === seat ? [move[comes]] : []), ...(move.from === seat ? [-move[leaves]] : [])]
          : [],
      ),
    );

/** The moves whose quota goes along, with what of it leaves and comes: by the conventions of the issue. */
export function movesAlong(
  { rows }: Pick<Quotas, 'rows'>,
  settings: QuotaSettings,
  issued: QuotaIssue,
  year: number,
  seats: readonly Seat[],
  moves: readonly MovedAccount[],
): readonly Carried[] {
  if (moves.length === 0) return [];
  const then = asIssued(settings, year, seats);
  const periods = periodsOf(then.year, then.settings);
  const parts = then.seats.map((seat) => partsOf(presenceOf(seat, then.settings), periods, then.settings));
  const carried = moves.map((move) => ({
    ...move,
    ...movedQuota(move, periods, parts[move.from] ?? [], parts[move.to] ?? [], then.settings.digits),
  }));
  const net = netOf(carried, 'rest', 'rest');
  const moved = rows.map(({ key, line, seat }) => ({
    ...{ line, seat, net: net(line, seat) },
    issued: issued.rows[key]?.quota ?? 0,
  }));
  return goingAlong(carried, moved, settings);
}

/** Why quotas in force add up to more or less than before accounts moved. */
export interface Uneven {
  /** Went with accounts that no seat has. */
  readonly toNobody: number;
  /** Came with accounts that no seat had. */
  readonly fromNobody: number;
  /** What is carried where accounts went over what was where they came from: not all are there for the rest of the year. */
  readonly carried: number;
}

/** @param moved those that go along */
export function unevenOf(moved: readonly Carried[]): Uneven {
  const sum = (isOne: (move: Carried) => boolean) =>
    total(moved.filter(isOne).flatMap((move) => [move.in, -move.out]));
  return {
    toNobody: sum(({ from, to }) => from >= 0 && to < 0),
    fromNobody: sum(({ from }) => from < 0),
    carried: sum(({ from, to }) => from >= 0 && to >= 0),
  };
}

/**
 * What issuing promised. A quota changes with the dates of its own seat, to the cent and by the conventions of the
 * issue, and with the accounts that came or went, where these are enough; whatever else has changed shows in what is indicated, and in the bridge as what nobody has been given.
 */
export function forceOf(
  live: Quotas,
  settings: QuotaSettings,
  issued: QuotaIssue,
  year: number,
  seats: readonly Seat[],
  moves: readonly MovedAccount[] = [],
): Quotas {
  const then = asIssued(settings, year, seats);
  const shares = sharesOf(then.settings, then.year, then.seats);
  const movedOf = netOf(movesAlong(live, settings, issued, year, seats, moves), 'in', 'out');
  const rows = live.rows.map((row) => {
    const at = issued.rows[row.key];
    const moved = movedOf(row.line, row.seat);
    // A seat that came since was issued nothing: it has what accounts bring.
    if (at === undefined) return { ...row, inForce: moved, fullInForce: 0, slip: 0, moved };
    const share = shares[row.seat] ?? 0;
    const byDates =
      roundTo(share - at.share, 9) === 0 ? at.quota : roundTo(at.fullYear * share, settings.digits ?? CENTS);
    return {
      ...row,
      inForce: roundTo(byDates + moved, 2),
      fullInForce: at.fullYear,
      slip: roundTo(at.quota - byDates, 2),
      moved,
    };
  });
  const lines = Array.from({ length: Math.max(live.lines.length, issued.pools.length) }, (_, n): Bridge => {
    const mine = rows.filter(({ line }) => line === n);
    const { plan = 0, overAssignment = 0, pool = 0 } = live.lines[n] ?? {};
    const { notPlaceable = 0, bottomUpGap = 0, overrideGap = 0, rounding = 0 } = issued.lines[n] ?? {};
    const all = Object.entries(issued.rows).flatMap(([key, { quota }]) =>
      partOf(key).line === n ? [quota] : [],
    );
    const here = total(mine.map(({ key }) => issued.rows[key]?.quota ?? 0));
    return closed({
      ...{ plan, overAssignment, pool, notPlaceable, bottomUpGap, overrideGap, rounding },
      unallocated: roundTo(pool - (issued.pools[n] ?? 0), 2),
      hiringSlip: total(mine.map(({ slip }) => slip)),
      seatsGone: roundTo(total(all) - here, 2),
      moves: total(mine.map(({ moved }) => moved)),
      final: total(mine.map(({ inForce }) => inForce)),
    });
  });
  return {
    rows,
    lines,
    bridge: sumOfBridges(lines),
    indicated: live.indicated,
    indicatedLines: live.indicatedLines,
  };
}
