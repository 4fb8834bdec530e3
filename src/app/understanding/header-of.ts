import type { AccountField } from '../../plan/fields';
import type { BalanceField } from '../../plan/metrics';
import type { AccountList } from './account-list';

/** The header of the column that a field is in. */
export function headerOf(
  { source, mapping }: Pick<AccountList, 'source' | 'mapping'>,
  field: AccountField,
): string | undefined {
  const column = mapping[field];
  return column === undefined ? undefined : source.headers[column];
}

/** What the column of a field is called, in the list or in another table; blank for none. */
export const calledOf = (
  list: Pick<AccountList, 'source' | 'mapping' | 'beside'>,
  field: AccountField,
): string => headerOf(list, field) ?? list.beside?.get(field as BalanceField)?.label ?? '';

/** What somebody can choose among: the headers of the list, and what another table has. */
export const headersToChoose = ({ source, beside }: Pick<AccountList, 'source' | 'beside'>): string[] => [
  ...source.headers,
  ...[...(beside?.values() ?? [])].map(({ label }) => label),
];
