import type { LoadFile } from './file';
import { tellAccount, type LoadInput, type Tell } from './input';
import { loadedElsewhere, oldOwner, ownerChanges } from './owners';

const HEADER = ['Record ID', 'Company owner'];

/** HubSpot's import of companies: owners by e-mail. An unknown one would leave the cell blank while the row goes in. */
export function hubspotFiles(input: LoadInput, tell: Tell): LoadFile[] {
  const changes = ownerChanges(input, 'owners', 'email', tell);
  const back = changes.flatMap(({ account }) => {
    const old = oldOwner(input, account);
    const email = old?.email ?? (account.owner.includes('@') ? account.owner : undefined);
    if (email !== undefined) return [[account.id, email]];
    const isNobody = account.owner === '' && account.ownerId === '';
    // An import cannot take an owner away: whoever had none keeps the new one.
    const code = isNobody ? 'noClear' : 'noOldOwner';
    tellAccount(tell, 'ownersBack', account, code, { owner: account.owner }, !isNobody);
    return [];
  });
  const isBack = new Set(back.map(([id]) => id));
  const file = { object: 'Company', operation: 'import', header: HEADER } as const;
  return [
    {
      ...file,
      key: 'owners',
      rows: changes
        .filter(({ account }) => isBack.has(account.id) || (account.owner === '' && account.ownerId === ''))
        .map(({ account, owner }) => [account.id, owner.email ?? '']),
    },
    {
      ...file,
      key: 'ownersBack',
      rows: [
        ...back,
        ...loadedElsewhere(input, changes).flatMap((account) => {
          const { email } = oldOwner(input, account) ?? {};
          return email === undefined ? [] : [[account.id, email]];
        }),
      ],
    },
  ];
}
