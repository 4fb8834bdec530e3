import type { TableColumns } from '../sheet';

export const TERRITORIES = {
  territory: 'column.territory',
  owner: 'plan.owner',
  team: 'copy.team',
  accounts: 'balance.accounts',
  quota: 'copy.quota',
  elsewhere: 'copy.elsewhere',
} as const satisfies TableColumns;

/** The columns by which a copy is known again when it comes back are `key` and `from`. */
export const ACCOUNTS = {
  key: 'copy.key',
  account: 'page.account',
  place: 'copy.place',
  owner: 'copy.owner',
  border: 'copy.border',
  territory: 'column.territory',
  why: 'copy.why',
  from: 'copy.from',
} as const satisfies TableColumns;
