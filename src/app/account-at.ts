import type { SheetRow } from './ports';
import type { Understanding } from './understanding/understand';

/** The account in a row of a sheet, −1 where none stands there. */
export function accountAt({ list: { accounts, ref } }: Understanding, { sheet, row }: SheetRow): number {
  return sheet === ref.sheet ? accounts.sheetRow.indexOf(row) : -1;
}
