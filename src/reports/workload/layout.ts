import { WORKLOAD_SETTINGS } from '../../plan/workload';
import type { TableColumns } from '../sheet';

/** Settings and tiers side by side on top, then what is told below each other: checks, segments, territories. */
export const SETTINGS = { row: 5, column: 0 } as const;
export const TIERS = { row: 5, column: 5 } as const;
export const PRINTED = 13;
/** Beyond what is printed, folded: what settings count as. */
export const COUNTED = { row: 5, column: 14 } as const;
export const COUNTED_COLUMNS = 2;
export const WIDTHS = [46, 22, 20, 40, 14, 22, 14, 16, 20, 14, 14, 16, 14, 3];

export const checksRow = (tiers: number): number =>
  SETTINGS.row + 1 + Math.max(WORKLOAD_SETTINGS.length, tiers) + 1;

export const COLUMNS = {
  workloadSettings: {
    setting: 'plan.setting',
    value: 'plan.value',
    unit: 'plan.unit',
    meaning: 'plan.meaning',
  },
  workloadTiers: {
    tier: 'score.tier',
    calls: 'workload.calls',
    minutes: 'workload.minutes',
    each: 'workload.each',
    accounts: 'balance.accounts',
    hours: 'workload.hours',
  },
  workloadSegments: {
    segment: 'plan.segment',
    accounts: 'balance.accounts',
    hours: 'workload.hours',
    here: 'workload.here',
    needed: 'workload.needed',
    whole: 'workload.whole',
    difference: 'workload.difference',
  },
  workload: {
    territory: 'plan.territory',
    owner: 'balance.owner',
    accounts: 'balance.accounts',
    hours: 'workload.hours',
    onTheWay: 'workload.onTheWay',
    capacity: 'workload.capacity',
    load: 'workload.load',
    verdict: 'workload.verdict',
    needed: 'workload.needed',
    km: 'workload.km',
    cost: 'workload.cost',
  },
} as const satisfies Record<string, TableColumns>;
