import { serialDay } from '../plan/schedule';
import { periodsOf } from '../quota/calendar';
import type { QuotaSeat } from '../reports/quota/context';
import { payFigures } from './pay-figures';
import { quotaFigures } from './quota-figures';
import { hasPlanNumber, quotaBasis, type QuotaBasis } from './quota-sources';
import { standingSheets } from './standing-sheets';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** What something is by seat as it is, and as it would be. */
export interface BySeat<Value> {
  readonly before: readonly Value[];
  readonly after: readonly Value[];
}

/** Quotas of the year, and base and target variable of it: undefined of a seat whose pay nobody knows. */
export interface MoneyWith {
  readonly quotas: BySeat<number>;
  /** Undefined where pay is not written. */
  readonly pays: BySeat<number | undefined> | undefined;
  /** The last day, ISO, of the year. */
  readonly last: string;
}

/**
 * Quotas and pay of the year if something about one seat were otherwise; undefined where there are no quotas.
 * @param change what is otherwise
 */
export function moneyWith(
  { record, assignment }: StandingPlan,
  understanding: Understanding,
  at: number,
  change: Partial<QuotaSeat>,
): MoneyWith | undefined {
  if (!hasPlanNumber(understanding)) return undefined;
  const basis = quotaBasis(understanding, record);
  const isPaid = standingSheets(understanding)({ key: 'pay' });
  const of = (seats: readonly QuotaSeat[]) => {
    const then = { ...basis, seats };
    const figures = quotaFigures(understanding, then, assignment);
    const quotas = seats.map((_, j) =>
      figures.quotas.rows.reduce((sum, { seat, inForce }) => (seat === j ? sum + inForce : sum), 0),
    );
    return { quotas, pays: isPaid ? cashOf(then, figures) : [] };
  };
  const before = of(basis.seats);
  const after = of(basis.seats.map((seat, j) => (j === at ? { ...seat, ...change } : seat)));
  return {
    quotas: { before: before.quotas, after: after.quotas },
    pays: isPaid ? { before: before.pays, after: after.pays } : undefined,
    last: lastOfYear(basis),
  };
}

/** Base and target variable of the year by seat, of all who share it. */
function cashOf(basis: QuotaBasis, figures: Parameters<typeof payFigures>[1]): (number | undefined)[] {
  const people = payFigures(basis, figures).seats;
  return basis.seats.map((_, j) =>
    basis.seconds.reduce<number | undefined>(
      (sum, { seat }, n) => (seat === j ? plus(sum, people[basis.seats.length + n]?.cash) : sum),
      people[j]?.cash,
    ),
  );
}

const plus = (sum: number | undefined, more: number | undefined): number | undefined =>
  sum === undefined || more === undefined ? undefined : sum + more;

/** The last day, ISO, of the fiscal year that quotas are for. */
export const lastOfYear = ({ quota, year }: Pick<QuotaBasis, 'quota' | 'year'>): string =>
  serialDay(periodsOf(year, quota).at(-1)?.end ?? year);
