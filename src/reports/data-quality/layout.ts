import type { TableColumns } from '../sheet';

export const KIND_COLUMNS = {
  severity: 'quality.severity',
  kind: 'quality.kind',
  found: 'quality.found',
  listed: 'quality.listed',
} as const satisfies TableColumns;

export const FINDING_COLUMNS = {
  severity: 'quality.severity',
  kind: 'quality.kind',
  cell: 'quality.cell',
  row: 'quality.row',
  column: 'quality.column',
  read: 'quality.read',
  understood: 'quality.understood',
  meaning: 'quality.meaning',
  account: 'quality.account',
  address: 'quality.address',
  rowRead: 'quality.rowRead',
} as const satisfies TableColumns;
