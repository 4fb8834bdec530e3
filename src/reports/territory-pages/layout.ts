import type { TableColumns } from '../sheet';

/** The amount by which accounts are ranked is called after its metric; its key is `value`. */
export const COLUMNS = {
  rank: 'page.rank',
  account: 'page.account',
  ownerToday: 'page.ownerToday',
  moved: 'column.moved',
  reason: 'column.reason',
  row: 'page.row',
} as const satisfies TableColumns;

/** The cell in which a territory is picked, counted from 0. */
export const PICK = { row: 3, column: 1 } as const;
