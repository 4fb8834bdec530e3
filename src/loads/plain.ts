import type { LoadFile, ProblemCode } from './file';
import type { LoadAccount, LoadInput, Tell } from './input';
import { isOwner, newOwners } from './owners';
import { nameKey, type Person } from './people';

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
    if (stays(owner, to.owner, account) && isThere) return [];
    const refuse = (code: ProblemCode, parameters: Record<string, string>) => {
      tell({
        file: 'moves',
        code,
        blocks: true,
        parameters,
        row: account.row,
        account: account.label,
      });
      return [];
    };
    // A blank owner would leave the one who is there.
    if (to.owner === '') return refuse('openTerritory', { territory: to.name });
    if (owner === 'inactiveUser') return refuse(owner, { owner: to.owner });
    if (account.isDamaged === true) return refuse('damagedId', { id: account.id });
    if (account.id === '') return refuse('noId', {});
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

/** Who is not to be told among the users may be the one who has it. */
export const stays = (owner: Person | ProblemCode, name: string, account: LoadAccount): boolean =>
  typeof owner === 'string'
    ? name !== '' && nameKey(name) === nameKey(account.owner)
    : isOwner(owner, account);

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
