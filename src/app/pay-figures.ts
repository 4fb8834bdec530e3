import { payOf, type PayFigures } from '../quota/pay';
import { activeSharesOf, presentSharesOf } from '../quota/quotas';
import type { QuotaFigures } from './quota-figures';
import type { QuotaBasis } from './quota-sources';

/** What the sheet Pay says, computed here: for the pane, and for `--json`. */
export function payFigures(
  { seats, quota, year, managerCost }: QuotaBasis,
  { quotas, seats: given, shares }: QuotaFigures,
): PayFigures {
  const active = activeSharesOf(quota, year, given);
  const present = presentSharesOf(quota, year, given);
  const sum = (j: number, of: (row: QuotaFigures['quotas']['rows'][number]) => number) =>
    quotas.rows.reduce((total, row) => total + (row.seat === j ? of(row) : 0), 0);
  return payOf(
    quota,
    quotas.bridge.plan,
    given.map(({ isOpen, capacity }, j) => ({
      isOpen,
      capacity,
      base: seats[j]?.base,
      variable: seats[j]?.variable,
      travel: seats[j]?.travel,
      fullYear: sum(j, ({ fullYear }) => fullYear),
      final: sum(j, ({ final }) => final),
      share: shares[j] ?? 0,
      active: active[j] ?? 0,
      present: present[j] ?? 0,
    })),
    managerCost,
  );
}
