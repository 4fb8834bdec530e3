import { foldText } from '../exact/fold-text';
import { flagOf, type CrmExport } from './exports';
import type { LoadFile } from './file';
import { tellAccount, type Change, type LoadInput, type Tell } from './input';
import { newOwners, oldOwner, ownerChanges } from './owners';
import { idKey } from './people';
import { salesforceQuotas } from './quotas';
import { isSalesforceAccount } from './salesforce-ids';
import { accountTeams } from './team';

const MOST_NAME = 80;
const MANUAL = 'Territory2Manual';

/**
 * Files for Salesforce's Data Loader: owners of accounts, and of what does not follow them by itself where its export
 * is given (open deals, contacts); with an export of Territory2 the territories, their accounts and their users.
 * An association cannot be updated: a move is a row that leaves and a row that joins.
 */
export function salesforceFiles(input: LoadInput, tell: Tell): LoadFile[] {
  const changes = ownerChanges(input, 'owners', 'id', tell, isSalesforceAccount);
  const owned = changes.flatMap((change) => {
    const old = oldOwner(input, change.account);
    if (old?.id !== undefined) return [{ ...change, old: old.id }];
    const { owner } = change.account;
    tellAccount(tell, 'owners', change.account, owner === '' ? 'noOwner' : 'noOldOwner', { owner });
    return [];
  });
  return [
    ...pair(
      'owners',
      'Account',
      owned.map(({ account, owner, old }) => [account.id, owner.id ?? '', old]),
    ),
    ...followers('deals', 'Opportunity', input.exports.deals, owned, (row, deals) => isOpen(deals, row)),
    ...followers('contacts', 'Contact', input.exports.contacts, owned),
    ...accountTeams(input, tell),
    ...territoryFiles(input, tell),
    ...salesforceQuotas(input, territoriesIn(input)?.idOf ?? (() => undefined), tell),
  ];
}

type Owned = Change & { readonly old: string };

/** @param rows id, new owner, old owner */
function pair(
  key: 'owners' | 'deals' | 'contacts',
  object: string,
  rows: readonly (readonly [string, string, string])[],
): LoadFile[] {
  const file = { object, operation: 'update', header: ['Id', 'OwnerId'] } as const;
  return [
    { ...file, key, rows: rows.map(([id, owner]) => [id, owner]) },
    { ...file, key: `${key}Back`, rows: rows.map(([id, , old]) => [id, old]) },
  ];
}

/** What stands under accounts that change owner and belongs to their owner of today: it does not follow by itself. */
function followers(
  key: 'deals' | 'contacts',
  object: string,
  given: CrmExport | undefined,
  owned: readonly Owned[],
  isWanted: (row: number, given: CrmExport) => boolean = () => true,
): LoadFile[] {
  if (given === undefined) return [];
  const byId = new Map(owned.map((change) => [idKey(change.account.id), change]));
  const rows = Array.from({ length: given.rowCount }, (_, row) => row).flatMap((row) => {
    const change = byId.get(idKey(given.text('AccountId', row)));
    const isOfOwner = change !== undefined && idKey(given.text('OwnerId', row)) === idKey(change.old);
    if (!isOfOwner || given.text('Id', row) === '' || !isWanted(row, given)) return [];
    return [[given.text('Id', row), change.owner.id ?? '', given.text('OwnerId', row)] as const];
  });
  return pair(key, object, rows);
}

function isOpen(deals: CrmExport, row: number): boolean {
  const closed = flagOf(deals.text('IsClosed', row));
  return closed === undefined ? !/^closed\b/i.test(deals.text('StageName', row)) : !closed;
}

/** The plan's territories as Salesforce knows them, by name or developer name; undefined without its export. */
function territoriesIn({ territories, exports }: LoadInput) {
  const known = exports.territories;
  if (known === undefined) return undefined;
  const names = territories.map(({ name }) => cut(name));
  const developer = names.map(developerName);
  const rows = rowsOfModel(known, names, developer);
  const ids = new Map<string, string>();
  for (const column of ['DeveloperName', 'Name'])
    for (const row of rows) {
      const word = known.text(column, row).toLowerCase();
      if (word !== '' && !ids.has(word)) ids.set(word, known.text('Id', row));
    }
  const idOf = (j: number): string | undefined =>
    ids.get((names[j] ?? '').toLowerCase()) ??
    // Of a name without Latin letters there is nothing left, and two names may be alike in what is left.
    (developer[j] === NAMELESS ||
    developer.indexOf(developer[j] ?? '') !== developer.lastIndexOf(developer[j] ?? '')
      ? undefined
      : ids.get((developer[j] ?? '').toLowerCase()));
  return { known, names, developer, rows, idOf };
}

/** Territories that are to be made, who is in each, and whose each is. */
function territoryFiles(input: LoadInput, tell: Tell): LoadFile[] {
  const there = territoriesIn(input);
  if (there === undefined) return [];
  const { known, names, developer, rows, idOf } = there;
  const all = Array.from({ length: known.rowCount }, (_, row) => row);
  const taken = new Set(all.map((row) => known.text('DeveloperName', row).toLowerCase()));
  const model = mostOften(rows.map((row) => known.text('Territory2ModelId', row)));
  const type = mostOften(rows.map((row) => known.text('Territory2TypeId', row)));
  const created: LoadFile = {
    key: 'territories',
    object: 'Territory2',
    operation: 'insert',
    header: ['Name', 'DeveloperName', 'Territory2ModelId', 'Territory2TypeId'],
    rows: names.flatMap((name, j) =>
      idOf(j) === undefined ? [[name, unique(developer[j] ?? NAMELESS, taken), model, type]] : [],
    ),
  };
  return [created, ...associationFiles(input, rows, idOf, tell), ...userFiles(input, idOf, tell)];
}

/**
 * Territories of one model: an export may hold archived ones, and overlays, whose accounts are nobody's business here.
 * @returns rows of the model that has most of the plan's territories, by name; of equals the one with most territories
 */
function rowsOfModel(known: CrmExport, names: readonly string[], developer: readonly string[]): number[] {
  const wanted = new Set(
    [...names, ...developer.filter((name) => name !== NAMELESS)].map((name) => name.toLowerCase()),
  );
  const models = new Map<string, number[]>();
  for (let row = 0; row < known.rowCount; row++) {
    const model = known.text('Territory2ModelId', row);
    models.set(model, [...(models.get(model) ?? []), row]);
  }
  const fits = (rows: readonly number[]): number =>
    rows.filter((row) =>
      ['Name', 'DeveloperName'].some((column) => wanted.has(known.text(column, row).toLowerCase())),
    ).length;
  const [best] = [...models.values()].sort((a, b) => fits(b) - fits(a) || b.length - a.length);
  return best ?? [];
}

/** Accounts leave the territories of the plan's model that they are in by hand, and join the one that was accepted. */
function associationFiles(
  { accounts, territories, exports }: LoadInput,
  rows: readonly number[],
  idOf: (territory: number) => string | undefined,
  tell: Tell,
): LoadFile[] {
  const now = exports.associations;
  const known = exports.territories;
  if (known === undefined) return [];
  const ours = new Set(rows.map((row) => idKey(known.text('Id', row))));
  const standing = new Map<string, { readonly id: string; readonly at: string; readonly cause: string }[]>();
  for (let row = 0; row < (now?.rowCount ?? 0); row++) {
    const at = now?.text('Territory2Id', row) ?? '';
    if (!ours.has(idKey(at))) continue;
    const key = idKey(now?.text('ObjectId', row) ?? '');
    const cause = now?.text('AssociationCause', row) ?? '';
    standing.set(key, [...(standing.get(key) ?? []), { id: now?.text('Id', row) ?? '', at, cause }]);
  }
  const leave: string[][] = [];
  const leaveBack: string[][] = [];
  const join: string[][] = [];
  const done = new Set<string>();
  accounts.forEach((account) => {
    const territory = territories[account.to];
    if (territory === undefined || !isSalesforceAccount(account.id) || done.has(idKey(account.id))) return;
    done.add(idKey(account.id));
    const id = idOf(account.to);
    if (id === undefined) {
      tellAccount(tell, 'join', account, 'noTerritoryId', { territory: territory.name });
      return;
    }
    if (now === undefined) {
      // Nobody knows what it would have to leave.
      tellAccount(tell, 'leave', account, 'noAssociation', { territory: territory.name });
      return;
    }
    const there = standing.get(idKey(account.id)) ?? [];
    // What rules put there goes by rules, not by a file.
    for (const one of there.filter(
      ({ at, cause }) => idKey(at) !== idKey(id) && (cause === '' || cause === MANUAL),
    )) {
      leave.push([one.id]);
      leaveBack.push([account.id, one.at, MANUAL]);
    }
    if (!there.some(({ at }) => idKey(at) === idKey(id))) join.push([account.id, id, MANUAL]);
  });
  const object = 'ObjectTerritory2Association';
  const header = ['ObjectId', 'Territory2Id', 'AssociationCause'];
  return [
    { key: 'leave', object, operation: 'delete', header: ['Id'], rows: leave },
    { key: 'leaveBack', object, operation: 'insert', header, rows: leaveBack },
    { key: 'join', object, operation: 'insert', header, rows: join },
    // Its ids are known when the loader has answered.
    { key: 'joinBack', object, operation: 'delete', header: ['Id'], rows: [] },
  ];
}

/** Owners join their territory, and leave those of others; who is there in another role stays. */
function userFiles(
  input: LoadInput,
  idOf: (territory: number) => string | undefined,
  tell: Tell,
): LoadFile[] {
  const { territories, exports, accounts } = input;
  const now = exports.userAssociations;
  if (now === undefined) return [];
  const owners = newOwners(input, 'id');
  const carriers = new Set(
    [
      ...owners.flatMap((owner) => (typeof owner === 'string' ? [] : [owner.id ?? ''])),
      ...accounts.map(({ ownerId }) => ownerId),
    ]
      .filter((id) => id !== '')
      .map(idKey),
  );
  const rows = Array.from({ length: now.rowCount }, (_, row) => row);
  const role = mostOften(
    rows
      .filter((row) => carriers.has(idKey(now.text('UserId', row))))
      .map((row) => now.text('RoleInTerritory2', row)),
  );
  const header = ['UserId', 'Territory2Id', 'RoleInTerritory2'];
  const out: string[][] = [];
  const outBack: string[][] = [];
  const join: string[][] = [];
  territories.forEach((territory, j) => {
    const id = idOf(j);
    const owner = owners[j];
    if (id === undefined) return;
    if (owner === undefined || typeof owner === 'string') {
      tell({
        file: 'usersIn',
        code: owner ?? 'openTerritory',
        blocks: true,
        parameters: { territory: territory.name, owner: territory.owner },
      });
      return;
    }
    const there = rows.filter((row) => idKey(now.text('Territory2Id', row)) === idKey(id));
    const isOwners = (row: number) => idKey(now.text('UserId', row)) === idKey(owner.id ?? '');
    for (const row of there.filter((one) => !isOwners(one))) {
      const isCarrier =
        carriers.has(idKey(now.text('UserId', row))) && now.text('RoleInTerritory2', row) === role;
      if (!isCarrier) continue;
      out.push([now.text('Id', row)]);
      outBack.push([now.text('UserId', row), id, now.text('RoleInTerritory2', row)]);
    }
    if (!there.some(isOwners)) join.push([owner.id ?? '', id, role]);
  });
  const object = 'UserTerritory2Association';
  return [
    { key: 'usersOut', object, operation: 'delete', header: ['Id'], rows: out },
    { key: 'usersOutBack', object, operation: 'insert', header, rows: outBack },
    { key: 'usersIn', object, operation: 'insert', header, rows: join },
    { key: 'usersInBack', object, operation: 'delete', header: ['Id'], rows: [] },
  ];
}

const cut = (name: string): string => name.trim().slice(0, MOST_NAME).trim();

/** What is left of a name without a Latin letter or digit. */
const NAMELESS = 'T';

/** Begins with a letter; letters, digits and single underscores, none at the end; at most 80. */
export function developerName(name: string): string {
  const words = foldText(name)
    .replace(/[^a-z0-9 ]+/g, '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('_');
  const lettered = /^[A-Za-z]/.test(words) ? words : `T_${words}`;
  return lettered.slice(0, MOST_NAME).replace(/_+$/, '');
}

function unique(name: string, taken: Set<string>): string {
  let one = name;
  for (let n = 2; taken.has(one.toLowerCase()); n++)
    one = `${name.slice(0, MOST_NAME - 1 - String(n).length).replace(/_+$/, '')}_${n}`;
  taken.add(one.toLowerCase());
  return one;
}

/** The word that stands most often; of equals the first. */
function mostOften(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  let best = '';
  for (const [word, count] of counts) if (count > (counts.get(best) ?? 0)) best = word;
  return best;
}
