import type { TableColumns } from '../sheet';
import type { TableKey } from '../names';

/** At most so many saved plans stand beside today and the workbook. */
export const MOST_BESIDE = 4;

/** A row a territory. The amount is what the plan in the workbook balances first; that plan has ids, by which its list is read. */
export const TERRITORY = {
  territory: 'plan.territory',
  owner: 'plan.owner',
  accounts: 'balance.accounts',
  kept: 'scenariosSheet.kept',
  amount: 'scenariosSheet.amount',
  keptAmount: 'scenariosSheet.keptAmount',
  share: 'plan.share',
  index: 'balance.index',
  id: 'plan.id',
} as const satisfies TableColumns;

/** A row an account; plans have columns of their own besides, named after them. */
export const ACCOUNTS = {
  key: 'compare.key',
  account: 'page.account',
  row: 'page.row',
  amount: 'scenariosSheet.amount',
} as const satisfies TableColumns;

/** The table of each plan. */
export const TABLES: readonly TableKey[] = [
  'scenarioToday',
  'scenarioStanding',
  'scenario1',
  'scenario2',
  'scenario3',
  'scenario4',
];
