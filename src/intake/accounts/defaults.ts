import type { Accounts } from '../../plan/accounts';
import { sumOf, type NumberColumn } from '../../plan/columns';
import { MONEY_FIELDS, type BalanceField } from '../../plan/metrics';

/** What is balanced when nobody has said: the fields summed, none for the number of accounts. */
export interface BalanceChoice {
  readonly code: 'potential' | 'arrAndPipeline' | 'arr' | 'bookings' | 'openPipeline' | 'employees' | 'count';
  readonly fields: readonly BalanceField[];
}

export interface CurrencyChoice {
  /** Of the accounts that have money, most frequent first. Several are not summed until the user gives rates. */
  readonly currencies: readonly string[];
}

export interface Defaults {
  readonly balance: BalanceChoice;
  /** The customers' own turnover is known and filled, and is not balanced unasked. */
  readonly revenueLeftOut: boolean;
  readonly currencies: CurrencyChoice;
}

/** A number is balanced only if at least this share of the accounts has one above zero. */
export const ENOUGH = 0.3;
/** So many must have a potential for it to speak for all; and an amount of one's own to stand alone. */
const MOST = 0.6;

/** The choices that are made when the user has made none. Each is said in one sentence by the caller. */
export function chooseDefaults(accounts: Accounts): Defaults {
  const balance = chooseBalance(accounts);
  const { number, count } = accounts;
  return {
    balance,
    revenueLeftOut: positive(number.annualRevenue) > 0 && positive(number.annualRevenue) >= ENOUGH * count,
    currencies: chooseCurrencies(accounts),
  };
}

/**
 * Potential, else what the seller earns or has sold (ARR, bookings), else what it may sell (open pipeline), else
 * employees, else the number of accounts. The customers' own turnover never unasked.
 */
function chooseBalance({ number, count }: Accounts): BalanceChoice {
  const has = (share: number, filled: number) => filled > 0 && filled >= share * count;
  const single = (code: 'potential' | 'arr' | 'openPipeline' | 'employees'): BalanceChoice => ({
    code,
    fields: [code],
  });
  const arr = positive(number.arr);
  const pipeline = positive(number.openPipeline);
  const bookings = positive(number.bookingsYtd);
  if (has(MOST, positive(number.potential))) return single('potential');
  if (has(MOST, arr)) return single('arr');
  if (has(MOST, bookings)) return { code: 'bookings', fields: ['bookingsYtd'] };
  if (arr > 0 && pipeline > 0 && has(ENOUGH, positiveInAny(count, [number.arr, number.openPipeline])))
    return { code: 'arrAndPipeline', fields: ['arr', 'openPipeline'] };
  if (has(ENOUGH, arr)) return single('arr');
  if (has(ENOUGH, bookings)) return { code: 'bookings', fields: ['bookingsYtd'] };
  if (has(ENOUGH, pipeline)) return single('openPipeline');
  if (has(ENOUGH, positive(number.employees))) return single('employees');
  return { code: 'count', fields: [] };
}

function positive(column: NumberColumn | undefined): number {
  return column === undefined ? 0 : positiveInAny(column.length, [column]);
}

function positiveInAny(count: number, columns: readonly (NumberColumn | undefined)[]): number {
  let filled = 0;
  for (let i = 0; i < count; i++) if (columns.some((column) => (column?.[i] ?? 0) > 0)) filled++;
  return filled;
}

function chooseCurrencies(accounts: Accounts): CurrencyChoice {
  const { currency } = accounts.text;
  if (currency === undefined) return { currencies: [] };
  const money = MONEY_FIELDS.map((field) => accounts.number[field]).filter((column) => column !== undefined);
  const counts = new Map<string, number>();
  for (let i = 0; i < accounts.count; i++) {
    const hasMoney =
      money.length === 0 || money.some((column) => (column[i] ?? 0) !== 0 && !Number.isNaN(column[i]));
    if (!hasMoney) continue;
    const name = currency.pool[currency.codes[i] ?? -1];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const currencies = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return { currencies };
}

/** Accounts larger than a fair share of one territory: no balance is possible with them inside. */
export function largeAccounts(values: NumberColumn, territories: number, tolerance: number): number[] {
  const { sum } = sumOf(values);
  const cap = (sum / Math.max(1, territories)) * (1 + tolerance);
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) if ((values[i] ?? 0) > cap) found.push(i);
  return found;
}
