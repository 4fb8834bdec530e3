import type { FileKey, ProblemCode } from './file';
import {
  tellAccount,
  type Change,
  type LoadAccount,
  type LoadInput,
  type LoadTerritory,
  type Tell,
} from './input';
import { idKey, nameKey, type Person } from './people';

/** What must be known of a person to own accounts in a CRM. */
export type Needs = 'name' | 'id' | 'email';

/**
 * The new owner of each territory, once: everything that would make a loader refuse it is told with each of its rows.
 * @returns by territory; undefined where its rows are blocked
 */
export function newOwners(
  { territories, people, exports }: Pick<LoadInput, 'territories' | 'people' | 'exports'>,
  needs: Needs,
): (Person | ProblemCode)[] {
  return territories.map((territory): Person | ProblemCode => {
    if (territory.owner === '') return 'openTerritory';
    const found = personOf(territory, people);
    if (!('person' in found))
      return needs === 'name' && found.code === 'noUser' ? { name: territory.owner } : found.code;
    const { person } = found;
    if (exports.users !== undefined && person.isUser !== true) return 'noUser';
    if (person.active === false) return 'inactiveUser';
    if (needs !== 'name' && (person[needs] ?? '') === '') return 'noUserId';
    return person;
  });
}

/** By what the team list says of the person first: two people may share a name. */
function personOf({ owner, userId, email }: LoadTerritory, people: LoadInput['people']) {
  for (const word of [userId, email]) {
    const found = word === undefined ? undefined : people.find(word);
    if (found !== undefined && 'person' in found) return found;
  }
  return people.find(owner);
}

/** Today's owner as the list says, with all that is known of him. */
export function oldOwner({ people }: LoadInput, { owner, ownerId }: LoadAccount): Person | undefined {
  for (const word of [ownerId, owner]) {
    const found = word === '' ? undefined : people.find(word);
    if (found !== undefined && 'person' in found)
      return { ...found.person, ...(ownerId === '' ? {} : { id: ownerId }) };
  }
  if (owner === '' && ownerId === '') return undefined;
  return { name: owner, ...(ownerId === '' ? {} : { id: ownerId }) };
}

/** Whether somebody owns an account already. */
export function isOwner(person: Person, { owner, ownerId }: Pick<LoadAccount, 'owner' | 'ownerId'>): boolean {
  if (ownerId !== '' && person.id !== undefined) return idKey(person.id) === idKey(ownerId);
  const word = owner.trim();
  return (
    word !== '' &&
    (nameKey(word) === nameKey(person.name) ||
      word.toLowerCase() === person.email?.toLowerCase() ||
      (person.id !== undefined && idKey(word) === idKey(person.id)))
  );
}

/** Whether somebody owns an account in the CRM as well, as far as loaders have answered since the list was exported. */
export const hasIt = (
  person: Person,
  account: Pick<LoadAccount, 'owner' | 'ownerId' | 'loadedTo'>,
): boolean =>
  isOwner(person, account) && (account.loadedTo === undefined || isCalled(person, account.loadedTo));

/** @param word an id or an e-mail */
const isCalled = ({ id, email }: Person, word: string): boolean =>
  word.includes('@')
    ? word.trim().toLowerCase() === email?.trim().toLowerCase()
    : idKey(word) === idKey(id ?? '');

/** Whether an account stays with whom it is. Who is not to be told among the users may be the one who has it. */
const stays = (
  owner: Person | ProblemCode,
  to: Pick<LoadTerritory, 'owner'>,
  account: LoadAccount,
): boolean =>
  typeof owner === 'string'
    ? to.owner !== '' && nameKey(to.owner) === nameKey(account.owner)
    : isOwner(owner, account);

/** Whether owner or territory is another one; a list that tells no territories changes owners alone. */
export const isMoved = (
  owner: Person | ProblemCode,
  to: Pick<LoadTerritory, 'owner' | 'name'>,
  account: LoadAccount,
): boolean => !stays(owner, to, account) || (account.territory !== '' && !same(account.territory, to.name));

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Accounts whose owner changes, each once, less those that a loader would refuse.
 * @param isId whether an id is one of the target's accounts
 */
export function ownerChanges(
  input: LoadInput,
  file: FileKey,
  needs: Needs,
  tell: Tell,
  isId: (id: string) => boolean = () => true,
): Change[] {
  const owners = newOwners(input, needs);
  const byId = new Map<string, { readonly change: Change; readonly to: string }>();
  const torn = new Set<string>();
  input.accounts.forEach((account, index) => {
    const territory = input.territories[account.to];
    const owner = owners[account.to];
    if (territory === undefined || owner === undefined) return;
    const refuse = (code: ProblemCode, parameters?: Record<string, string>) => {
      tellAccount(tell, file, account, code, parameters);
    };
    if (typeof owner === 'string') {
      if (!stays(owner, territory, account))
        refuse(owner, { territory: territory.name, owner: territory.owner });
      return;
    }
    const key = idKey(account.id);
    const known = byId.get(key);
    const to = owner.id ?? owner.email ?? owner.name;
    if (known !== undefined && known.to !== to) torn.add(key);
    if (known === undefined && account.id !== '')
      byId.set(key, { change: { account, index, territory, owner }, to });
    if (hasIt(owner, account)) return;
    if (account.isDamaged === true) refuse('damagedId', { id: account.id });
    else if (account.id === '') refuse('noId');
    else if (!isId(account.id)) refuse('strangeId', { id: account.id });
  });
  return [...byId].flatMap(([key, { change }]) => {
    const { account, owner } = change;
    if (hasIt(owner, account) || !isId(account.id) || account.isDamaged === true) return [];
    if (torn.has(key)) {
      tellAccount(tell, file, account, 'idTwice', { id: account.id });
      return [];
    }
    if (isOwner(owner, account))
      tellAccount(tell, file, account, 'loadedSince', { owner: owner.name }, false);
    return [change];
  });
}

/**
 * Accounts that a loader has given to somebody else than the list says, and that no row of today's speaks of: the way back
 * to the list has them, too.
 */
export function loadedElsewhere(
  input: LoadInput,
  changes: readonly Pick<Change, 'account'>[],
): LoadAccount[] {
  const told = new Set(changes.map(({ account }) => idKey(account.id)));
  return input.accounts.filter((account) => {
    const key = idKey(account.id);
    const old = oldOwner(input, account);
    const isElsewhere =
      account.loadedTo !== undefined && old !== undefined && !isCalled(old, account.loadedTo);
    return isElsewhere && !told.has(key) && told.add(key) !== undefined;
  });
}
