import type { TableColumns } from '../sheet';
import type { CompareContext } from './context';

/** First row of what changes. */
export const FIGURES_ROW = 4;

/** Lines of what changes: its head, accounts, standings, amounts. Renewals and their days come after. */
const linesBefore = ({ standings, amounts }: CompareContext): number =>
  2 + (standings?.told.length ?? 0) + amounts.length;

/** The cells that say from which day to which renewals are counted. */
export function renewalCells(context: CompareContext): { readonly from: string; readonly to: string } {
  const row = FIGURES_ROW + linesBefore(context) + 2;
  return { from: `$B$${row}`, to: `$C$${row}` };
}

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
