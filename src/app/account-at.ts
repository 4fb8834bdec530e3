import type { Cell } from '../plan/cells';
import type { SheetRow } from './ports';
import type { PaneState } from './state';
import type { AccountList } from './understanding/account-list';
import type { Understanding } from './understanding/understand';

/** The account in a row of a sheet, −1 where none stands there. */
function accountAt(
  { list: { accounts, ref } }: Pick<Understanding, 'list'>,
  { sheet, row }: SheetRow,
): number {
  return sheet === ref.sheet ? accounts.sheetRow.indexOf(row) : -1;
}

/** Row of the list's body, from 0, in which an account was read. */
export const bodyRowOf = ({ accounts, source }: AccountList, account: number): number =>
  (accounts.sheetRow[account] ?? 0) - source.firstRow;

/** Cells in the rows of the list's body; blank where none holds an account. */
export function inRows({ accounts, source }: AccountList, of: (account: number) => Cell): Cell[] {
  const cells = new Array<Cell>(source.rowCount).fill('');
  accounts.sheetRow.forEach((row, i) => {
    cells[row - source.firstRow] = of(i);
  });
  return cells;
}

/** What an account is known by. */
export const keyOf = (list: AccountList, account: number): string =>
  list.rows.keys[bodyRowOf(list, account)] ?? '';

/** The account in the selected row, beside a plan that stands; undefined for none. */
export function accountSelected(state: PaneState): number | undefined {
  const { selected, understanding, standing } = state;
  if (selected === undefined || understanding === undefined || standing === undefined) return undefined;
  if (!isEditable(state)) return undefined;
  const account = accountAt(understanding, selected);
  return account < 0 ? undefined : account;
}

/** The plan that stands is shown, and this pane may write into its list. */
export const isEditable = ({ designed, pending }: PaneState): boolean =>
  designed === undefined && pending.state !== 'otherPane';
