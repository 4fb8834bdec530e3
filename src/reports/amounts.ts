import { ACCOUNT_FIELDS } from '../plan/fields';
import type { MetricSpec } from '../plan/metrics';
import { hasNoCents } from '../plan/minor-units';
import type { ReportContext } from './context';

const SIGNS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  CNY: '¥',
  INR: '₹',
  KRW: '₩',
  BRL: 'R$',
  CAD: 'C$',
  AUD: 'A$',
};

/** Below this, a territory's amount is shown with cents. */
const SMALL = 1000;

/** Whether what a metric sums is all money. */
export const isOfMoney = (fields: MetricSpec['fields']): boolean =>
  fields.length > 0 && fields.every((field) => ACCOUNT_FIELDS[field] === 'money');

/** The number format of a metric's sums: money with its sign where one is known, and with cents where it is small. */
export function amountFormat({ currency, plan }: ReportContext, { id, fields }: MetricSpec): string {
  const figures = plan.metrics.find(({ spec }) => spec.id === id);
  const isSmall = fields.length > 0 && Math.max(0, ...(figures?.target ?? [])) < SMALL;
  const isMoney = isOfMoney(fields);
  const cents = hasNoCents(currency) ? '#,##0' : '#,##0.00';
  const digits = isSmall ? (isMoney ? cents : '#,##0.0') : '#,##0';
  return isMoney ? moneyFormat(currency, digits) : digits;
}

/** Number format of a difference that is to be nothing, to as many digits as amounts have. */
export const differenceFormat = ({ digits }: { readonly digits: number }): string =>
  digits === 0 ? '#,##0' : '#,##0.00';

/** Digits with the sign of a currency, where one is known. */
export const moneyFormat = (currency: string | undefined, digits: string): string =>
  currency === undefined ? digits : `"${currencySign(currency)}"${digits}`;

/** The same with cents: for what has to add up as it is seen. */
export const withCents = (format: string): string => format.replace(/#,##0$/, '#,##0.00');

/** What stands before amounts of such a format: the sign of their currency; empty for none. */
export const signOf = (format: string): string => /^"([^"]*)"/.exec(format)?.[1] ?? '';

/** What stands before an amount; empty where no currency is known. */
export const currencySign = (currency: string | undefined): string =>
  currency === undefined ? '' : (SIGNS[currency] ?? `${currency} `);
