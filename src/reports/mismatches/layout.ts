import type { FixKey } from '../../loads/fixes';
import type { MessageId } from '../../text/say';
import type { TableKey } from '../names';
import type { TableColumns } from '../sheet';

export const KINDS = {
  kind: 'mismatch.kind',
  found: 'mismatch.found',
  open: 'mismatch.open',
} as const satisfies TableColumns;

export const LINES = {
  kind: 'mismatch.kind',
  cell: 'mismatch.row',
  key: 'mismatch.key',
  account: 'page.account',
  they: 'mismatch.they',
  territory: 'mismatch.territory',
  plan: 'mismatch.plan',
  state: 'mismatch.state',
  fix: 'mismatch.fix',
  listKey: 'mismatch.listKey',
} as const satisfies TableColumns;

export const WORDS = {
  territory: 'column.territory',
  owner: 'loads.owner',
  word: 'mismatch.word',
} as const satisfies TableColumns;

export const FIX_NAMES: Readonly<Record<FixKey, MessageId>> = {
  fixes: 'sheet.fixes',
  fixesBack: 'sheet.fixesBack',
  adds: 'sheet.fixAdds',
  addsBack: 'sheet.fixAddsBack',
};

/** The sheet in which such a file stands, and its table. */
export const FIX_SHEETS: Readonly<Record<FixKey, { readonly sheet: string; readonly table: TableKey }>> = {
  fixes: { sheet: 'fix-rows', table: 'fixRows' },
  fixesBack: { sheet: 'fix-rows-back', table: 'fixRowsBack' },
  adds: { sheet: 'fix-adds', table: 'fixAdds' },
  addsBack: { sheet: 'fix-adds-back', table: 'fixAddsBack' },
};
