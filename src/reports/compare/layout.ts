import type { TableColumns } from '../sheet';

/** Who keeps, gains and loses. Amounts have columns of their own besides, named after them. */
export const PEOPLE = {
  person: 'compare.person',
  today: 'compare.today',
  kept: 'compare.kept',
  gained: 'compare.gained',
  lost: 'compare.lost',
  plan: 'compare.plan',
} as const satisfies TableColumns;

/** The accounts that move. Amounts stand between the comment and the key; the reason is last, for it is long. */
export const MOVES = {
  account: 'page.account',
  from: 'compare.from',
  to: 'compare.to',
  moved: 'column.moved',
  decision: 'compare.decision',
  comment: 'compare.comment',
  key: 'compare.key',
  row: 'page.row',
  reason: 'column.reason',
} as const satisfies TableColumns;
