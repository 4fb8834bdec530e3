import type { TableColumns } from '../sheet';

/** Besides these each metric has its own: `value:potential`, `target:potential`, `index:potential`. */
export const COLUMNS = {
  territory: 'plan.territory',
  owner: 'balance.owner',
  accounts: 'balance.accounts',
  accepted: 'balance.accepted',
  inBand: 'balance.inBand',
  segment: 'plan.segment',
  manager: 'balance.manager',
  status: 'balance.status.column',
  share: 'plan.share',
  workload: 'balance.workload',
  capacity: 'balance.capacity',
  load: 'balance.load',
  in: 'balance.in',
  out: 'balance.out',
  low: 'balance.low',
  high: 'balance.high',
} as const satisfies TableColumns;
