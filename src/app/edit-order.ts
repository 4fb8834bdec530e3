import type { Cell } from '../plan/cells';
import { narrowed, withoutUnknown } from '../plan/account-keys';
import { MAIN_LAYER } from '../plan/layer';
import { bodyRowOf } from './account-at';
import { accountsThen } from './carry-over';
import type { LastEdit } from './last-edit';
import type { EditOrder } from './ports';
import type { Understanding } from './understanding/understand';

/** @param cellOf what an account's cell of a column of ours is to say; undefined where it stays as it is */
export function editOrder(
  { list }: Pick<Understanding, 'list'>,
  column: EditOrder['cells'][number]['column'],
  cellOf: (account: number) => Cell | undefined,
): EditOrder {
  const said = new Map<number, Cell>();
  for (let i = 0; i < list.accounts.count; i++) {
    const cell = cellOf(i);
    if (cell !== undefined) said.set(bodyRowOf(list, i), cell);
  }
  return { layer: MAIN_LAYER, rows: list.rows, cells: [{ column, said }] };
}

/**
 * The rows of a list where some columns of the user's are going to change: what stands in these bears no witness of whose a
 * row is, all else does. A row without a key is known by nothing else.
 */
export const withoutColumns = (rows: EditOrder['rows'], changed: readonly string[]): EditOrder['rows'] =>
  withoutUnknown(narrowed(rows, (header) => rows.by.headers.includes(header) || !changed.includes(header)));

/**
 * The same for the accounts of the last move, wherever they stand by now.
 * @param cellOf what the cell of one that was moved is to say
 * @returns the order, and how many of them are there still
 */
export function orderOfEdit(
  edit: LastEdit,
  now: Pick<Understanding, 'list'>,
  column: 'territory' | 'lock',
  cellOf: (move: LastEdit['moved'][number]) => string | undefined,
): { readonly order: EditOrder; readonly count: number } {
  const then = accountsThen(edit.of, now);
  const moves = new Map(edit.moved.map((move) => [move.account, move]));
  const order = editOrder(now, column, (account) => {
    const move = moves.get(then[account] ?? -1);
    return move && cellOf(move);
  });
  return { order, count: order.cells[0]?.said.size ?? 0 };
}
