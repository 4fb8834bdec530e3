import { heldAmounts } from '../quota/held';
import { quotasOf, type Quotas } from '../quota/quotas';
import { sharesOf, type Seat } from '../quota/seats';
import { metricWeights } from '../plan/metrics';
import { hashJson } from './run-hashes';
import { potentialAt, type QuotaBasis } from './quota-sources';
import { fitsOf } from './skill-match';
import type { Understanding } from './understanding/understand';

/** Quotas of a plan as the sheets compute them, and who they are of. */
export interface QuotaFigures {
  readonly quotas: Quotas;
  readonly seats: readonly Seat[];
  /** Deployed share of each seat, 0 … 1. */
  readonly shares: readonly number[];
  /** Of seats, then of second reps: part of each seat's potential that fits its rep's skills; undefined where nobody knows. */
  readonly fits: readonly (number | undefined)[];
}

/**
 * What the sheets of quota say, computed here: for the pane, for `--json`, and for what is issued.
 * @param assignment N values: index of the territory, −1 none
 */
export function quotaFigures(
  { list }: Pick<Understanding, 'list'>,
  basis: QuotaBasis,
  assignment: Int32Array,
): QuotaFigures {
  const { metrics, seats, quota, year, lines, parts, moves, held, skills, seconds } = basis;
  const m = potentialAt(metrics);
  const spec = metrics[m];
  const weights = spec && metricWeights(list.accounts, spec);
  const bookings = basis.history === undefined ? undefined : list.accounts.number.bookingsYtd;
  const said = basis.targets === undefined ? undefined : list.accounts.number.accountTarget;
  const potential = new Float64Array(seats.length);
  const history = new Float64Array(seats.length);
  const targets = new Float64Array(seats.length);
  assignment.forEach((j, i) => {
    if (j < 0) return;
    potential[j] = (potential[j] ?? 0) + (weights?.[i] ?? 0);
    history[j] = (history[j] ?? 0) + Math.max(0, bookings?.[i] || 0);
    targets[j] = (targets[j] ?? 0) + Math.max(0, said?.[i] || 0);
  });
  for (const [sums, amounts] of [
    [potential, weights],
    [history, bookings],
    [targets, said],
  ] as const)
    heldAmounts(held, amounts, assignment, seats.length, quota, year).forEach((more, j) => {
      sums[j] = (sums[j] ?? 0) + more;
    });
  const given = seats.map((seat, j): Seat => ({
    id: seat.id,
    role: seat.role,
    segment: seat.segment,
    isOpen: seat.status === 'tbh',
    capacity: seat.capacity,
    potential: potential[j] ?? 0,
    history: history[j] ?? 0,
    targets: targets[j] ?? 0,
    hired: seat.hired,
    start: seat.start,
    end: seat.end,
    leaveFrom: seat.leaveFrom,
    leaveTo: seat.leaveTo,
    lastYear: seat.lastYear,
  }));
  return {
    quotas: quotasOf(quota, year, lines, given, parts, moves),
    seats: given,
    shares: sharesOf(quota, year, given),
    fits: fitsOf(
      { list },
      { pairs: skills },
      [...seats.keys(), ...seconds.map(({ seat }) => seat)],
      assignment,
      weights,
    ),
  };
}

/** The quota in force of each seat, over all lines of the plan. */
export function inForceBySeat({ quotas, seats }: Pick<QuotaFigures, 'quotas' | 'seats'>): number[] {
  const sums = seats.map(() => 0);
  for (const { seat, inForce } of quotas.rows) sums[seat] = (sums[seat] ?? 0) + inForce;
  return sums;
}

/** All that quotas come from, as one hash: what was put in, and what the seats hold. */
export function quotaInputHash(
  { quota, year, lines }: Pick<QuotaBasis, 'quota' | 'year' | 'lines'>,
  { seats }: Pick<QuotaFigures, 'seats'>,
): string {
  const { issued: _, ...settings } = quota;
  // Sums to the cent: rows that were sorted add up otherwise in the last digits.
  const held = seats.map(({ potential, history, targets, ...seat }) => [
    seat,
    [potential, history, targets].map((amount) => Math.round(amount * 100)),
  ]);
  return hashJson({ settings, year, lines, seats: held });
}
