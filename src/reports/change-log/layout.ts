import type { TableColumns } from '../sheet';

export const LINES = {
  id: 'log.id',
  at: 'log.at',
  by: 'log.by',
  account: 'page.account',
  key: 'compare.key',
  from: 'compare.from',
  to: 'compare.to',
  reason: 'log.reason',
  against: 'log.against',
  note: 'log.note',
  effective: 'log.effective',
  until: 'log.until',
  fromBefore: 'log.fromBefore',
  fromAfter: 'log.fromAfter',
  toBefore: 'log.toBefore',
  toAfter: 'log.toAfter',
  quota: 'log.quota',
  booked: 'log.booked',
  status: 'log.status',
} as const satisfies TableColumns;
