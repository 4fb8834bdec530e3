import type { AccountField } from '../../plan/fields';
import type { AccountList } from './account-list';

/** The header of the column that a field is in. */
export function headerOf(
  { source, mapping }: Pick<AccountList, 'source' | 'mapping'>,
  field: AccountField,
): string | undefined {
  const column = mapping[field];
  return column === undefined ? undefined : source.headers[column];
}
