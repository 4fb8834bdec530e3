import type { TableColumns } from '../sheet';

/** Besides these each metric has its own: `value:potential`, `target:potential`, `index:potential`, `oversized:potential`. */
export const COLUMNS = {
  territory: 'plan.territory',
  owner: 'balance.owner',
  accounts: 'balance.accounts',
  accepted: 'balance.accepted',
  inBand: 'balance.inBand',
  segment: 'plan.segment',
  region: 'plan.region',
  manager: 'balance.manager',
  status: 'balance.status.column',
  share: 'plan.share',
  workload: 'balance.workload',
  capacity: 'balance.capacity',
  load: 'balance.load',
  in: 'balance.in',
  out: 'balance.out',
  oversized: 'balance.oversized',
  setApart: 'balance.setApart',
  low: 'balance.low',
  high: 'balance.high',
} as const satisfies TableColumns;

/** How good the accounts of a territory are: worth, growth, loyalty (who buys again, who stays, what is safe), deals won. */
export const QUALITY_FACTORS = ['potential', 'growth', 'repeat', 'kept', 'safe', 'conversion'] as const;
export type QualityFactor = (typeof QUALITY_FACTORS)[number];

/** Each beside its part of the mean. */
export const QUALITY_COLUMNS = {
  territory: 'plan.territory',
  potential: 'worth.potential',
  potentialOf: 'worth.potentialOf',
  growth: 'worth.growth',
  growthOf: 'worth.growthOf',
  repeat: 'worth.repeat',
  repeatOf: 'worth.repeatOf',
  kept: 'worth.kept',
  keptOf: 'worth.keptOf',
  safe: 'worth.safe',
  safeOf: 'worth.safeOf',
  conversion: 'worth.conversion',
  conversionOf: 'worth.conversionOf',
} as const satisfies TableColumns;
