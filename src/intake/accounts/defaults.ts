import type { Accounts } from '../../plan/accounts';
import { sumOf, type NumberColumn } from '../../plan/columns';
import type { BalanceField } from '../../plan/metrics';

/** What is balanced when nobody has said: the fields summed, none for the number of accounts. */
export interface BalanceChoice {
  readonly code: 'potential' | 'arrAndPipeline' | 'arr' | 'openPipeline' | 'employees' | 'count';
  readonly fields: readonly BalanceField[];
}

export interface CurrencyChoice {
  /** Of the accounts that have money, most frequent first. Several are not summed until the user gives rates. */
  readonly currencies: readonly string[];
}

export interface Defaults {
  readonly balance: BalanceChoice;
  readonly currencies: CurrencyChoice;
}

/** A number is balanced only if at least this share of the accounts has one above zero. */
const ENOUGH = 0.3;

/** The choices that are made when the user has made none. Each is said in one sentence by the caller. */
export function chooseDefaults(accounts: Accounts): Defaults {
  return {
    balance: chooseBalance(accounts),
    currencies: chooseCurrencies(accounts),
  };
}

function chooseBalance({ number, count }: Accounts): BalanceChoice {
  const enough = (filled: number) => filled > 0 && filled >= ENOUGH * count;
  if (enough(positive(number.potential))) return { code: 'potential', fields: ['potential'] };
  if (enough(positiveInAny(count, [number.arr, number.openPipeline]))) {
    if (positive(number.arr) === 0) return { code: 'openPipeline', fields: ['openPipeline'] };
    if (positive(number.openPipeline) === 0) return { code: 'arr', fields: ['arr'] };
    return { code: 'arrAndPipeline', fields: ['arr', 'openPipeline'] };
  }
  if (enough(positive(number.employees))) return { code: 'employees', fields: ['employees'] };
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

const MONEY = ['potential', 'arr', 'openPipeline', 'availableToRenew', 'bookingsYtd'] as const;

function chooseCurrencies(accounts: Accounts): CurrencyChoice {
  const { currency } = accounts.text;
  if (currency === undefined) return { currencies: [] };
  const money = MONEY.map((field) => accounts.number[field]).filter((column) => column !== undefined);
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
