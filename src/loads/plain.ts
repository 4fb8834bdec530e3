import type { LoadFile } from './file';
import type { LoadInput, Tell } from './input';
import { isOwner, newOwners } from './owners';

const HEADER = [
  'Account ID',
  'Account',
  'From Territory',
  'To Territory',
  'From Owner',
  'To Owner',
  'Effective Date',
];

/** Every account whose owner or territory changes, for whatever reads a list of moves; and the same the other way round. */
export function plainFiles(input: LoadInput, tell: Tell): LoadFile[] {
  const { accounts, territories, effective } = input;
  const owners = newOwners(input, 'name');
  const moved = accounts.flatMap((account) => {
    const to = territories[account.to];
    const owner = owners[account.to];
    if (to === undefined || owner === undefined) return [];
    const isThere = account.territory === '' || same(account.territory, to.name);
    if (typeof owner !== 'string' && isOwner(owner, account) && isThere) return [];
    const refuse = (code: 'openTerritory' | 'noId') => {
      tell({
        file: 'moves',
        code,
        blocks: true,
        parameters: { territory: to.name },
        row: account.row,
        account: account.label,
      });
      return [];
    };
    // A blank owner would leave the one who is there.
    if (to.owner === '') return refuse('openTerritory');
    if (account.id === '') return refuse('noId');
    return [{ account, to }];
  });
  const file = { object: 'Account', operation: 'import', header: HEADER } as const;
  return [
    {
      ...file,
      key: 'moves',
      rows: moved.map(({ account: { id, label, territory, owner, since = effective }, to }) => [
        id,
        label,
        territory,
        to.name,
        owner,
        to.owner,
        since,
      ]),
    },
    {
      ...file,
      key: 'movesBack',
      rows: moved.map(({ account: { id, label, territory, owner, since = effective }, to }) => [
        id,
        label,
        to.name,
        territory,
        to.owner,
        owner,
        since,
      ]),
    },
  ];
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
