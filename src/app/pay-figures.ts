import { payOf, type PayFigures } from '../quota/pay';
import { asIssued } from '../quota/issue';
import { activeSharesOf, presentSharesOf, sharesOf } from '../quota/seats';
import type { QuotaSeat } from '../reports/quota/context';
import type { QuotaFigures } from './quota-figures';
import type { QuotaBasis } from './quota-sources';
import { splitsOf } from './seat-shares';

/** Which of the reps of a seat somebody is, from 0, by his key. */
const nthOf = (key: string): number => Number(key.split('+')[1] ?? 1) - 1;

/** What the sheet Pay says, computed here: for the pane, and for `--json`. */
export function payFigures(
  { seats, seconds, shared, quota, year, managerCost }: QuotaBasis,
  { quotas, seats: given, fits }: QuotaFigures,
): PayFigures {
  // Pay follows what was issued, and the conventions of that day.
  const then = asIssued(quota, year, given);
  const [shares, active, present] = [sharesOf, activeSharesOf, presentSharesOf].map((of) =>
    of(then.settings, then.year, then.seats),
  );
  const sum = (j: number, of: (row: QuotaFigures['quotas']['rows'][number]) => number) =>
    quotas.rows.reduce((total, row) => total + (row.seat === j ? of(row) : 0), 0);
  /** Currencies are never summed: without a rate nothing is known. */
  const inPlan = (person: Partial<QuotaSeat>, of: 'base' | 'variable' | 'travel'): number | undefined => {
    const { rate, [of]: amount } = person;
    return amount === undefined || rate === undefined ? undefined : amount * rate;
  };
  const people = [
    ...seats.map((seat, j) => ({ seat: j, nth: 0, person: seat as Partial<QuotaSeat> })),
    ...seconds.map((person) => ({
      seat: person.seat,
      nth: nthOf(person.id),
      person: person as Partial<QuotaSeat>,
    })),
  ];
  /** Who shares a seat has his part of it; nothing while the splits are no whole. */
  const splitOf = (seat: number, nth: number): number =>
    shared.some((one) => one.seat === seat) ? (splitsOf(shared, seat)?.[nth] ?? 0) : 1;
  return payOf(
    quota,
    quotas.bridge.plan,
    people.map(({ seat: j, nth, person }, k) => ({
      isOpen: given[j]?.isOpen ?? false,
      capacity: (given[j]?.capacity ?? 0) * splitOf(j, nth),
      base: inPlan(person, 'base'),
      variable: inPlan(person, 'variable'),
      travel: inPlan(person, 'travel'),
      fullYear: sum(j, ({ fullInForce }) => fullInForce) * splitOf(j, nth),
      final: sum(j, ({ inForce }) => inForce) * splitOf(j, nth),
      share: shares?.[j] ?? 0,
      active: active?.[j] ?? 0,
      present: present?.[j] ?? 0,
      fit: fits[k],
    })),
    managerCost,
  );
}
