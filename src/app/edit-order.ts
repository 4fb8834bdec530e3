import { MAIN_LAYER } from '../plan/layer';
import type { EditOrder } from './ports';
import type { Understanding } from './understanding/understand';

/** @param cellOf what an account's cell of a column of ours is to say; undefined where it stays as it is */
export function editOrder(
  { list: { accounts, rows, source } }: Understanding,
  column: 'territory' | 'lock',
  cellOf: (account: number) => string | undefined,
): EditOrder {
  const said = new Map<number, string>();
  for (let i = 0; i < accounts.count; i++) {
    const cell = cellOf(i);
    if (cell !== undefined) said.set((accounts.sheetRow[i] ?? 0) - source.firstRow, cell);
  }
  return { layer: MAIN_LAYER, rows, cells: [{ column, said }] };
}
