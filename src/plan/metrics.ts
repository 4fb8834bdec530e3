import type { Accounts } from './accounts';
import { ACCOUNT_FIELDS, type AccountNumberField } from './fields';

/** Numbers of an account that can be balanced. */
export const BALANCE_FIELDS = [
  'potential',
  'arr',
  'openPipeline',
  'availableToRenew',
  'bookingsYtd',
  'annualRevenue',
  'employees',
  'workloadHours',
  'icpScore',
  'activities',
] as const satisfies readonly AccountNumberField[];
export type BalanceField = (typeof BALANCE_FIELDS)[number];

/** Those that are amounts of money. */
export const MONEY_FIELDS: readonly BalanceField[] = BALANCE_FIELDS.filter(
  (field) => ACCOUNT_FIELDS[field] === 'money',
);

/**
 * What is balanced: the number of accounts (`count`), or the sum of one or more fields
 * (`arr+openPipeline`). The id is also the metric's name in settings and in the run record.
 */
export interface MetricSpec {
  readonly id: string;
  readonly fields: readonly BalanceField[];
  /** Allowed deviation as a fraction of target. */
  readonly tolerance: number;
}

const USUAL = 0.05;
const DEFAULT_TOLERANCE: Partial<Record<BalanceField, number>> = {
  openPipeline: 0.15,
  availableToRenew: 0.15,
};

/** The customary tolerance of a metric (RULES §5: potential, ARR and bookings ±5 %, renewals and pipeline ±15 %, count ±20 %). */
export function defaultTolerance(fields: readonly BalanceField[]): number {
  const first = fields[0];
  if (first === undefined) return 0.2;
  return fields.length === 1 ? (DEFAULT_TOLERANCE[first] ?? USUAL) : USUAL;
}

/** `count`, `potential`, `arr+openPipeline` → its fields; undefined if a name is not a number we balance. */
export function metricFields(id: string): readonly BalanceField[] | undefined {
  if (id === 'count') return [];
  const fields = id.split('+').map((name) => BALANCE_FIELDS.find((f) => f === name.trim()));
  if (new Set(fields).size < fields.length) return undefined;
  return fields.every((f) => f !== undefined) ? fields : undefined;
}

/** One text for all ids of one metric: `arr+openPipeline` and `openPipeline+arr` are the same sum. */
export const metricKey = (id: string): string =>
  (metricFields(id)?.length ?? 0) > 1
    ? id
        .split('+')
        .map((name) => name.trim())
        .sort()
        .join('+')
    : id.trim();

/** N values ≥ 0 of a metric; accounts without data weigh 0, as do negative values (each has its finding). */
export function metricWeights(accounts: Accounts, metric: MetricSpec): Float64Array {
  const weight = new Float64Array(accounts.count);
  if (metric.fields.length === 0) return weight.fill(1);
  for (const field of metric.fields) {
    const column = accounts.number[field];
    if (column === undefined) continue;
    for (let i = 0; i < weight.length; i++) {
      const value = column[i] ?? NaN;
      if (value > 0) weight[i] = (weight[i] ?? 0) + value;
    }
  }
  return weight;
}
