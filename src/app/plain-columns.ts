import type { AccountNumberField } from '../plan/fields';
import type { AccountList } from './understanding/account-list';

/** What SUM makes of a column is what was read: numbers as they stand, and texts that say nothing (`N/A`). */
export function isSummed({ mapping, source, accounts }: AccountList, field: AccountNumberField): boolean {
  const cells = source.columns[mapping[field] ?? -1];
  if (cells === undefined) return false;
  return accounts.sheetRow.every((row, i) => {
    const cell = cells[row - source.firstRow] ?? '';
    const value = accounts.number[field]?.[i] ?? NaN;
    return typeof cell === 'number' ? cell === value || cell <= 0 : Number.isNaN(value);
  });
}

/** Every cell of the column holds a number that was read as it stands, or nothing. */
export function isPlain(list: AccountList, field: AccountNumberField): boolean {
  const { mapping, source, accounts } = list;
  const cells = source.columns[mapping[field] ?? -1];
  const hasText = accounts.sheetRow.some((row) => {
    const cell = cells?.[row - source.firstRow] ?? '';
    return typeof cell !== 'number' && cell !== '';
  });
  return !hasText && isSummed(list, field);
}
