import type { Accounts } from '../../plan/accounts';
import { sumOf, type NumberColumn } from '../../plan/columns';
import type { BalanceField } from '../../plan/metrics';
import type { Roster } from '../../plan/roster';
import { ownerCounts, isQueueOwner } from './owners';

/** What is balanced when nobody has said: the fields summed, none for the number of accounts. */
export interface BalanceChoice {
  readonly code: 'potential' | 'arrAndPipeline' | 'arr' | 'openPipeline' | 'employees' | 'count';
  readonly fields: readonly BalanceField[];
  /** Accounts that have a value. */
  readonly filled: number;
  readonly of: number;
  /** The table has annual revenue, which is the customers' own turnover and is not taken unasked. */
  readonly annualRevenueLeftOut: boolean;
}

/** How many territories. */
export interface TerritoryChoice {
  readonly code: 'roster' | 'owners' | 'ask';
  /** 0 if it must be asked. */
  readonly count: number;
  readonly active: number;
  readonly tbh: number;
  /** Owners left out because they are queues or integration users. */
  readonly queues: readonly string[];
}

/** Where the current plan is read from: the old territory, else the owner, else there is none. */
export interface IncumbentChoice {
  readonly code: 'territory' | 'owner' | 'none';
  readonly filled: number;
  readonly of: number;
}

export interface CurrencyChoice {
  /** `mixed`: not summed until the user gives rates. */
  readonly code: 'none' | 'one' | 'mixed';
  /** Most frequent first. */
  readonly currencies: readonly string[];
  /** Accounts that have money but no currency. */
  readonly unknown: number;
}

export interface Defaults {
  readonly balance: BalanceChoice;
  readonly territories: TerritoryChoice;
  readonly incumbents: IncumbentChoice;
  readonly currencies: CurrencyChoice;
}

/** A number is balanced only if at least this share of the accounts has one above zero. */
const ENOUGH = 0.3;

/** The choices that are made when the user has made none. Each is said in one sentence by the caller. */
export function chooseDefaults(accounts: Accounts, roster: Roster): Defaults {
  return {
    balance: chooseBalance(accounts),
    territories: chooseTerritories(accounts, roster),
    incumbents: chooseIncumbents(accounts),
    currencies: chooseCurrencies(accounts),
  };
}

function chooseBalance(accounts: Accounts): BalanceChoice {
  const { number, count } = accounts;
  const annualRevenueLeftOut = positive(number.annualRevenue) > 0;
  const rest = { of: count, annualRevenueLeftOut };
  const potential = positive(number.potential);
  if (potential >= ENOUGH * count && potential > 0) {
    return { code: 'potential', fields: ['potential'], filled: potential, ...rest };
  }
  const arr = positive(number.arr);
  const pipeline = positive(number.openPipeline);
  const either = positiveInAny(count, [number.arr, number.openPipeline]);
  if (either >= ENOUGH * count && either > 0) {
    if (arr > 0 && pipeline > 0)
      return { code: 'arrAndPipeline', fields: ['arr', 'openPipeline'], filled: either, ...rest };
    if (arr > 0) return { code: 'arr', fields: ['arr'], filled: arr, ...rest };
    return { code: 'openPipeline', fields: ['openPipeline'], filled: pipeline, ...rest };
  }
  const employees = positive(number.employees);
  if (employees >= ENOUGH * count && employees > 0) {
    return { code: 'employees', fields: ['employees'], filled: employees, ...rest };
  }
  return { code: 'count', fields: [], filled: count, ...rest };
}

function positive(column: NumberColumn | undefined): number {
  return column === undefined ? 0 : positiveInAny(column.length, [column]);
}

function positiveInAny(count: number, columns: readonly (NumberColumn | undefined)[]): number {
  let filled = 0;
  for (let i = 0; i < count; i++) if (columns.some((column) => (column?.[i] ?? 0) > 0)) filled++;
  return filled;
}

function chooseTerritories(accounts: Accounts, roster: Roster): TerritoryChoice {
  const owners = ownerCounts(accounts).map(({ owner }) => owner);
  const queues = owners.filter(isQueueOwner);
  const active = roster.reps.filter((rep) => !rep.tbh && rep.active).length;
  const tbh = roster.reps.filter((rep) => rep.tbh).length;
  if (roster.source === 'table' && active + tbh > 0) {
    return { code: 'roster', count: active + tbh, active, tbh, queues };
  }
  const people = owners.length - queues.length;
  if (people > 0) return { code: 'owners', count: people, active: people, tbh: 0, queues };
  return { code: 'ask', count: 0, active: 0, tbh: 0, queues };
}

function chooseIncumbents(accounts: Accounts): IncumbentChoice {
  const { text, count } = accounts;
  const filled = (codes: Int32Array | undefined) =>
    codes?.reduce((sum, code) => sum + (code >= 0 ? 1 : 0), 0) ?? 0;
  const byTerritory = filled(text.currentTerritory?.codes);
  if (byTerritory > 0) return { code: 'territory', filled: byTerritory, of: count };
  const byOwner = filled((text.owner ?? text.ownerId)?.codes);
  if (byOwner > 0) return { code: 'owner', filled: byOwner, of: count };
  return { code: 'none', filled: 0, of: count };
}

const MONEY = ['potential', 'arr', 'openPipeline', 'availableToRenew', 'bookingsYtd'] as const;

function chooseCurrencies(accounts: Accounts): CurrencyChoice {
  const { currency } = accounts.text;
  if (currency === undefined) return { code: 'none', currencies: [], unknown: 0 };
  const money = MONEY.map((field) => accounts.number[field]).filter((column) => column !== undefined);
  const counts = new Map<string, number>();
  let unknown = 0;
  for (let i = 0; i < accounts.count; i++) {
    const hasMoney =
      money.length === 0 || money.some((column) => (column[i] ?? 0) !== 0 && !Number.isNaN(column[i]));
    if (!hasMoney) continue;
    const name = currency.pool[currency.codes[i] ?? -1];
    if (name === undefined) unknown++;
    else counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const currencies = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  return {
    code: currencies.length === 0 ? 'none' : currencies.length === 1 ? 'one' : 'mixed',
    currencies,
    unknown,
  };
}

/** Accounts larger than a fair share of one territory: no balance is possible with them inside. */
export function largeAccounts(values: NumberColumn, territories: number, tolerance: number): number[] {
  const { sum } = sumOf(values);
  const cap = (sum / Math.max(1, territories)) * (1 + tolerance);
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) if ((values[i] ?? 0) > cap) found.push(i);
  return found;
}
