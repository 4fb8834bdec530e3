import type { TableColumns } from '../sheet';

export const CHANGED = {
  key: 'compare.key',
  account: 'page.account',
  column: 'refresh.column',
  before: 'refresh.before',
  after: 'refresh.after',
} as const satisfies TableColumns;

export const ADDED = { key: 'compare.key', account: 'page.account' } as const satisfies TableColumns;

export const GONE = ADDED;
