import type { Problem } from '../../src/engine';
import { problemOf } from '../support/problem';
import { madeAccounts, onSphere } from './accounts';

/**
 * Made-up accounts with one metric (potential) or three (potential, hours, and revenue, of which a third have none) at
 * the same tolerance. `even` takes their number for revenue, whose few giants fit into no territory of 50 accounts.
 */
export function made(
  n: number,
  territories: number,
  seed: number,
  metrics: 1 | 3,
  tolerance: number,
  even = false,
): Problem {
  const accounts = madeAccounts(n, seed);
  const weights = [accounts.potential, accounts.hours, even ? accounts.count : accounts.revenue].slice(
    0,
    metrics,
  );
  return problemOf(
    onSphere(accounts.lat, accounts.lon),
    weights.map((weight) => ({ weight, tolerance })),
    territories,
    { seed },
  );
}

export const seedsTo = (count: number): number[] => Array.from({ length: count }, (_, q) => q + 1);
export const count = (n: number): string => n.toLocaleString('en-US');
