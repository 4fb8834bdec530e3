import type { MetricSpec } from '../../../plan/metrics';
import { currencySign, isOfMoney } from '../../../reports/amounts';
import type { Numbers } from '../../../text/numbers';
import type { Understanding } from '../../understanding/understand';

/** An amount as the cells have it, with the sign of its currency where that is known. */
export function amountText(
  amount: number,
  { fields }: Pick<MetricSpec, 'fields'>,
  { base, currencies }: Understanding['choices']['exchange'],
  numbers: Numbers,
): string {
  const sign = isOfMoney(fields) ? currencySign(base ?? currencies[0]) : '';
  return `${sign}${numbers.decimal(amount, 0)}`;
}
