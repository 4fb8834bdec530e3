import type { Cell } from '../plan/cells';
import type { LoadFile } from './file';
import { tellAccount, type Change, type LoadInput, type Tell } from './input';
import { ownerChanges } from './owners';

/** The columns by which Dynamics knows a row of its own export again: they must come back unchanged. */
export const STAMPS = [
  '(Do Not Modify) Account',
  '(Do Not Modify) Row Checksum',
  '(Do Not Modify) Modified On',
] as const;
const HEADER = [...STAMPS, 'Owner'];

/**
 * Dynamics' own export with new owners. A row that was changed in Dynamics since the export fails there, and after the
 * import every stamp is another one: what takes it back has the stamps of the export, to be replaced by those of a new
 * export.
 */
export function dynamicsFiles(input: LoadInput, tell: Tell): LoadFile[] {
  const { cell, formatOf } = input;
  const stamped = ownerChanges(input, 'owners', 'name', tell).flatMap((change) => {
    const { account, index } = change;
    const stamps = STAMPS.map((header) => cell(header, index));
    if (stamps.every((stamp) => stamp !== '')) return [{ ...change, stamps }];
    tellAccount(tell, 'owners', account, 'noStamp');
    return [];
  });
  const formats = [...STAMPS.map(formatOf), undefined];
  const file = { object: 'Account', operation: 'import', header: HEADER, formats } as const;
  const rows = (ownerOf: (change: (typeof stamped)[number]) => string): Cell[][] =>
    stamped.map((change) => [...change.stamps, ownerOf(change)]);
  return [
    { ...file, key: 'owners', rows: rows(({ owner }) => owner.name) },
    { ...file, key: 'ownersBack', rows: stamped.flatMap((change) => backRow(change, tell)) },
  ];
}

/** An import cannot take an owner away: whoever had none keeps the new one. */
function backRow(
  { account, stamps }: Pick<Change, 'account'> & { readonly stamps: readonly Cell[] },
  tell: Tell,
): Cell[][] {
  if (account.owner !== '') return [[...stamps, account.owner]];
  tellAccount(tell, 'ownersBack', account, 'noClear', {}, false);
  return [];
}
