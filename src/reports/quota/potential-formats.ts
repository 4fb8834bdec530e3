import { isOfMoney } from '../amounts';
import type { QuotaContext } from './context';

/** How the potential of territories is shown, and money for a unit of it: where potential is no money, no per cent. */
export function potentialFormats({
  metrics,
  potentialAt,
  money,
}: Pick<QuotaContext, 'metrics' | 'potentialAt' | 'money'>): {
  readonly amount: string;
  readonly ratio: string;
} {
  const isMoney = isOfMoney(metrics[potentialAt]?.fields ?? []);
  return isMoney ? { amount: money, ratio: '0.0%' } : { amount: '#,##0', ratio: money };
}
