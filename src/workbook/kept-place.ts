import type { Cell } from '../plan/cells';
import type { AccountsNow } from './accounts';
import type { KeptAccounts } from './journal';

/** Where a list stands, for the journal of a job that changes some of its cells and no column. */
export const placeOf = ({
  sheetName,
  table = '',
  headerRow,
  firstColumn,
  headers,
}: AccountsNow): Omit<KeptAccounts, 'rows' | 'kept'> => ({
  sheet: sheetName,
  table,
  wasRange: false,
  headerRow,
  firstColumn,
  columns: headers.length,
  headers,
  references: [],
  added: [],
});

/** A kept cell as it is given to be written anew: without the mark that keeps text text. */
export function asGiven(cell: Cell): Cell | { readonly formula: string } {
  if (typeof cell !== 'string') return cell;
  if (cell.startsWith('=')) return { formula: cell };
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
