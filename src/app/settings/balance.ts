import { metricKey, type MetricSpec } from '../../plan/metrics';
import { Failure } from '../../plan/failures';
import type { Settings } from '../../plan/settings';

export type Balance = Settings['balance'];

/**
 * What is balanced, as a setting: as it was set, else as it was chosen. A tolerance stands there only where
 * somebody set one, so that another metric brings its own usual one.
 */
export function balanceInForce(settings: Settings, metrics: readonly MetricSpec[]): Balance {
  if (settings.balance.length > 0) return settings.balance;
  return metrics.map(({ id }) => ({ metric: id }));
}

/** Another metric in place of the one at `at`. The tolerance that the user set stays. */
export function withMetric(balance: Balance, at: number, metric: string): Balance {
  refuseTwice(balance, metric, at);
  return balance.map((entry, m) => (m === at ? { ...entry, metric } : entry));
}

export function withTolerance(balance: Balance, at: number, tolerance: number): Balance {
  return balance.map((entry, m) => (m === at ? { ...entry, tolerance } : entry));
}

/** One more metric, the least important. */
export function withAnother(balance: Balance, metric: string): Balance {
  refuseTwice(balance, metric, -1);
  return [...balance, { metric }];
}

/** One metric changes places with the one before it, which was more important. */
export function withEarlier(balance: Balance, at: number): Balance {
  const [before, one] = [balance[at - 1], balance[at]];
  if (before === undefined || one === undefined) return balance;
  return balance.map((entry, m) => (m === at - 1 ? one : m === at ? before : entry));
}

/** One metric less. The last one stays: something has to be balanced. */
export function withoutMetric(balance: Balance, at: number): Balance {
  return balance.length <= 1 ? balance : balance.filter((_, m) => m !== at);
}

function refuseTwice(balance: Balance, metric: string, at: number): void {
  if (balance.some((entry, m) => m !== at && metricKey(entry.metric) === metricKey(metric)))
    throw new Failure('metricTwice', { metric });
}
