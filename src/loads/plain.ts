import type { LoadFile, ProblemCode } from './file';
import { tellAccount, type LoadInput, type Tell } from './input';
import { isMoved, newOwners } from './owners';

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
    if (!isMoved(owner, to, account)) return [];
    const refuse = (code: ProblemCode, parameters?: Record<string, string>) => {
      tellAccount(tell, 'moves', account, code, parameters);
      return [];
    };
    // A blank owner would leave the one who is there.
    if (to.owner === '') return refuse('openTerritory', { territory: to.name });
    if (owner === 'inactiveUser') return refuse(owner, { owner: to.owner });
    if (account.isDamaged === true) return refuse('damagedId', { id: account.id });
    if (account.id === '') return refuse('noId');
    return [{ account, to }];
  });
  const file = { object: 'Account', operation: 'import', header: HEADER } as const;
  const rows = (isBack: boolean) => {
    const way = (now: string, then: string) => (isBack ? [then, now] : [now, then]);
    return moved.map(({ account: { id, label, territory, owner, since = effective }, to }) => [
      id,
      label,
      ...way(territory, to.name),
      ...way(owner, to.owner),
      since,
    ]);
  };
  return [
    { ...file, key: 'moves', rows: rows(false) },
    { ...file, key: 'movesBack', rows: rows(true) },
  ];
}
