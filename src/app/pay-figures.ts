import { payOf, type PayFigures } from '../quota/pay';
import { asIssued } from '../quota/issue';
import { activeSharesOf, presentSharesOf, sharesOf } from '../quota/seats';
import type { QuotaFigures } from './quota-figures';
import type { QuotaBasis } from './quota-sources';

/** What the sheet Pay says, computed here: for the pane, and for `--json`. */
export function payFigures(
  { seats, quota, year, managerCost }: QuotaBasis,
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
  const inPlan = (j: number, of: 'base' | 'variable' | 'travel'): number | undefined => {
    const { rate, [of]: amount } = seats[j] ?? {};
    return amount === undefined || rate === undefined ? undefined : amount * rate;
  };
  return payOf(
    quota,
    quotas.bridge.plan,
    given.map(({ isOpen, capacity }, j) => ({
      isOpen,
      capacity,
      base: inPlan(j, 'base'),
      variable: inPlan(j, 'variable'),
      travel: inPlan(j, 'travel'),
      fullYear: sum(j, ({ fullInForce }) => fullInForce),
      final: sum(j, ({ inForce }) => inForce),
      share: shares?.[j] ?? 0,
      active: active?.[j] ?? 0,
      present: present?.[j] ?? 0,
      fit: fits[j],
    })),
    managerCost,
  );
}
