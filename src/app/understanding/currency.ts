import type { Accounts } from '../../plan/accounts';
import { textAt } from '../../plan/columns';
import { ACCOUNT_FIELDS, type AccountNumberField } from '../../plan/fields';
import type { Settings } from '../../plan/settings';

export const isMoney = (field: AccountNumberField): boolean => ACCOUNT_FIELDS[field] === 'money';

/** How amounts in several currencies become comparable. */
export interface Exchange {
  /** Currencies of the amounts, the most frequent first. */
  readonly currencies: readonly string[];
  /** What amounts are converted to: the most frequent currency without a rate; undefined if all have one. */
  readonly base: string | undefined;
  /** Units of the base for one unit of each currency. */
  readonly rates: Readonly<Record<string, number>>;
  /** Currencies that still need a rate. Until they have one, no amounts are summed. */
  readonly missing: readonly string[];
}

/** Settles the rates of the currencies found. The plan's own currency needs none. */
export function exchangeOf(currencies: readonly string[], fx: Settings['fx'] = {}): Exchange {
  const [base, ...missing] = currencies.filter((code) => fx[code] === undefined);
  const rates = base === undefined ? fx : { ...fx, [base]: 1 };
  return { currencies, base, rates, missing };
}

/** Amounts in the plan's currency. An amount without a currency is taken to be in it. */
export function convertMoney(accounts: Accounts, { rates, missing, currencies }: Exchange): Accounts {
  const { currency } = accounts.text;
  const same = currencies.every((code) => rates[code] === 1);
  if (currency === undefined || missing.length > 0 || same) return accounts;
  const number = { ...accounts.number };
  for (const name of Object.keys(number) as AccountNumberField[]) {
    const column = number[name];
    if (column === undefined || !isMoney(name)) continue;
    number[name] = column.map((value, i) => value * (rates[textAt(currency, i) ?? ''] ?? 1));
  }
  return { ...accounts, number };
}
