import type { SourceTable } from '../../plan/cells';
import type { AccountField } from '../../plan/fields';
import type { AccountList } from './account-list';

/**
 * The list as a plan depends on it: a column of ours is part of that where it is balanced or binds, and nothing otherwise.
 * @param fields that are balanced, or bind
 */
export function planned(
  { source, ours, mapping }: Pick<AccountList, 'source' | 'ours' | 'mapping'>,
  fields: readonly AccountField[],
): SourceTable {
  const idle = new Set([...ours].filter((field) => !fields.includes(field)).map((field) => mapping[field]));
  if (idle.size === 0) return source;
  const blank = new Array<''>(source.rowCount).fill('');
  return {
    ...source,
    headers: source.headers.map((header, c) => (idle.has(c) ? '' : header)),
    columns: source.columns.map((column, c) => (idle.has(c) ? blank : column)),
  };
}
