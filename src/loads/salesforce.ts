import { foldText } from '../exact/fold-text';
import { flagOf, type CrmExport } from './exports';
import type { LoadFile } from './file';
import { tellAccount, tornIn, type Change, type LoadInput, type Tell } from './input';
import { loadedElsewhere, newOwners, oldOwner, ownerChanges } from './owners';
import { idKey } from './people';
import { salesforceQuotas } from './quotas';
import { membershipFiles, recordsNow, type CrmRecord } from './records';
import type { LoaderResult } from './results';
import { isSalesforceAccount } from './salesforce-ids';
import { accountTeams } from './team';

const MOST_NAME = 80;
const MANUAL = 'Territory2Manual';

/**
 * Files for Salesforce's Data Loader: owners of accounts, and of what does not follow them by itself where its export
 * is given (open deals, contacts); with an export of Territory2 the territories, their accounts and their users.
 * An association cannot be updated: a move is a row that leaves and a row that joins.
 */
export function salesforceFiles(input: LoadInput, tell: Tell, results: readonly LoaderResult[]): LoadFile[] {
  const there = territoriesIn(input, results);
  const changes = ownerChanges(input, 'owners', 'id', tell, isSalesforceAccount);
  const owned = changes.flatMap((change) => {
    const old = oldOwner(input, change.account);
    if (old?.id !== undefined) return [{ ...change, old: old.id }];
    const { owner } = change.account;
    tellAccount(tell, 'owners', change.account, owner === '' ? 'noOwner' : 'noOldOwner', { owner });
    return [];
  });
  const others = loadedElsewhere(input, owned).flatMap((account): Owned[] => {
    const old = oldOwner(input, account)?.id;
    return old === undefined ? [] : [{ account, old }];
  });
  const all = [...owned, ...others];
  return [
    ...pair(
      'owners',
      'Account',
      all.map(({ account, owner, old }) => [account.id, owner?.id, old]),
    ),
    ...followers('deals', 'Opportunity', input.exports.deals, all, (row, deals) => isOpen(deals, row)),
    ...followers('contacts', 'Contact', input.exports.contacts, all),
    ...accountTeams(input, tell, results),
    ...(there === undefined ? [] : territoryFiles(input, there, tell, results)),
    ...salesforceQuotas(input, there?.idOf ?? (() => undefined), tell),
  ];
}

/** An account with its owner in the export; without a new one where it is only to be taken back. */
type Owned = Pick<Change, 'account'> & Partial<Pick<Change, 'owner'>> & { readonly old: string };

/** @param rows id, new owner, old owner */
function pair(
  key: 'owners' | 'deals' | 'contacts',
  object: string,
  rows: readonly (readonly [string, string | undefined, string])[],
): LoadFile[] {
  const file = { object, operation: 'update', header: ['Id', 'OwnerId'] } as const;
  return [
    { ...file, key, rows: rows.flatMap(([id, owner]) => (owner === undefined ? [] : [[id, owner]])) },
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
    return [[given.text('Id', row), change.owner?.id, given.text('OwnerId', row)] as const];
  });
  return pair(key, object, rows);
}

function isOpen(deals: CrmExport, row: number): boolean {
  const closed = flagOf(deals.text('IsClosed', row));
  return closed === undefined ? !/^closed\b/i.test(deals.text('StageName', row)) : !closed;
}

const TERRITORY = ['Name', 'DeveloperName', 'Territory2ModelId', 'Territory2TypeId'];

/** The plan's territories as Salesforce knows them. */
interface Known {
  /** Names as Salesforce takes them, and developer names, by territory. */
  readonly names: readonly string[];
  readonly developer: readonly string[];
  /** Developer names of all models. */
  readonly taken: ReadonlySet<string>;
  /** Territories of the plan's model. */
  readonly rows: readonly CrmRecord[];
  readonly idOf: (territory: number) => string | undefined;
}

/** By name or developer name, those included that a loader has made since; undefined without the export. */
function territoriesIn(
  { territories, exports }: LoadInput,
  results: readonly LoaderResult[],
): Known | undefined {
  if (exports.territories === undefined) return undefined;
  const known = recordsNow(exports.territories, TERRITORY, results).filter(({ isGone }) => !isGone);
  const names = territories.map(({ name }) => cut(name));
  const developer = names.map(developerName);
  const rows = rowsOfModel(known, names, developer);
  const ids = new Map<string, string>();
  for (const column of ['DeveloperName', 'Name'])
    for (const row of rows) {
      const word = row.text(column).toLowerCase();
      if (word !== '' && !ids.has(word)) ids.set(word, row.id);
    }
  const idOf = (j: number): string | undefined =>
    ids.get((names[j] ?? '').toLowerCase()) ??
    // Of a name without Latin letters there is nothing left, and two names may be alike in what is left.
    (developer[j] === NAMELESS ||
    developer.indexOf(developer[j] ?? '') !== developer.lastIndexOf(developer[j] ?? '')
      ? undefined
      : ids.get((developer[j] ?? '').toLowerCase()));
  const taken = new Set(known.map((row) => row.text('DeveloperName').toLowerCase()));
  return { names, developer, taken, rows, idOf };
}

/** Territories that are to be made, who is in each, and whose each is. */
function territoryFiles(
  input: LoadInput,
  { names, developer, taken, rows, idOf }: Known,
  tell: Tell,
  results: readonly LoaderResult[],
): LoadFile[] {
  const model = mostOften(rows.map((row) => row.text('Territory2ModelId')));
  const type = mostOften(rows.map((row) => row.text('Territory2TypeId')));
  const all = new Set(taken);
  const created: LoadFile = {
    key: 'territories',
    object: 'Territory2',
    operation: 'insert',
    header: TERRITORY,
    rows: names.flatMap((name, j) =>
      idOf(j) === undefined ? [[name, unique(developer[j] ?? NAMELESS, all), model, type]] : [],
    ),
  };
  return [
    created,
    ...associationFiles(input, rows, idOf, tell, results),
    ...userFiles(input, idOf, tell, results),
  ];
}

/**
 * Territories of one model: an export may hold archived ones, and overlays, whose accounts are nobody's business here.
 * @returns rows of the model that has most of the plan's territories, by name; of equals the one with most territories
 */
function rowsOfModel(
  known: readonly CrmRecord[],
  names: readonly string[],
  developer: readonly string[],
): CrmRecord[] {
  const wanted = new Set(
    [...names, ...developer.filter((name) => name !== NAMELESS)].map((name) => name.toLowerCase()),
  );
  const models = new Map<string, CrmRecord[]>();
  for (const row of known) {
    const model = row.text('Territory2ModelId');
    models.set(model, [...(models.get(model) ?? []), row]);
  }
  const fits = (rows: readonly CrmRecord[]): number =>
    rows.filter((row) =>
      ['Name', 'DeveloperName'].some((column) => wanted.has(row.text(column).toLowerCase())),
    ).length;
  const [best] = [...models.values()].sort((a, b) => fits(b) - fits(a) || b.length - a.length);
  return best ?? [];
}

/** Accounts leave the territories of the plan's model that they are in by hand, and join the one that was accepted. */
function associationFiles(
  { accounts, territories, exports }: LoadInput,
  rows: readonly CrmRecord[],
  idOf: (territory: number) => string | undefined,
  tell: Tell,
  results: readonly LoaderResult[],
): LoadFile[] {
  const header = ['ObjectId', 'Territory2Id', 'AssociationCause'];
  const ours = new Set(rows.map(({ id }) => idKey(id)));
  const wanted = new Map<string, string[]>();
  // Whose id stands twice in two territories is in neither file.
  const done = tornIn({ accounts }, 'join', tell);
  accounts.forEach((account) => {
    const territory = territories[account.to];
    if (territory === undefined || !isSalesforceAccount(account.id) || done.has(idKey(account.id))) return;
    done.add(idKey(account.id));
    const id = idOf(account.to);
    if (id === undefined) {
      tellAccount(tell, 'join', account, 'noTerritoryId', { territory: territory.name });
    } else if (exports.associations === undefined) {
      // Nobody knows what it would have to leave.
      tellAccount(tell, 'leave', account, 'noAssociation', { territory: territory.name });
    } else {
      wanted.set(idKey(account.id), [account.id, id, MANUAL]);
    }
  });
  // What rules put there goes by rules, not by a file.
  const isOurs = (one: CrmRecord): boolean =>
    ours.has(idKey(one.text('Territory2Id'))) && ['', MANUAL].includes(one.text('AssociationCause'));
  return membershipFiles(
    {
      object: 'ObjectTerritory2Association',
      keys: ['leave', 'leaveBack', 'join', 'joinBack'],
      header,
      known: [0, 1],
      records: recordsNow(exports.associations, header, results),
      isOurs,
      leaves: (one) => isOurs(one) && wanted.has(idKey(one.text('ObjectId'))),
      comesBack: (one, column) => (column === 'AssociationCause' ? MANUAL : one.text(column)),
      wanted: [...wanted.values()],
    },
    results,
  );
}

/** Owners join their territory, and leave those of others; who is there in another role stays. */
function userFiles(
  input: LoadInput,
  idOf: (territory: number) => string | undefined,
  tell: Tell,
  results: readonly LoaderResult[],
): LoadFile[] {
  const { territories, exports, accounts } = input;
  if (exports.userAssociations === undefined) return [];
  const header = ['UserId', 'Territory2Id', 'RoleInTerritory2'];
  const records = recordsNow(exports.userAssociations, header, results);
  const owners = newOwners(input, 'id');
  const carriers = new Set(
    [
      ...owners.flatMap((owner) => (typeof owner === 'string' ? [] : [owner.id ?? ''])),
      ...accounts.map(({ ownerId }) => ownerId),
      // Whom a loader has put there was an owner in a plan before.
      ...records.filter(({ isMade }) => isMade).map((one) => one.text('UserId')),
    ]
      .filter((id) => id !== '')
      .map(idKey),
  );
  const isCarrier = (one: CrmRecord) => carriers.has(idKey(one.text('UserId')));
  const role = mostOften(
    records.filter((one) => !one.isMade && isCarrier(one)).map((one) => one.text('RoleInTerritory2')),
  );
  /** By the territory's id: who is to be there. */
  const wanted = new Map<string, string[]>();
  territories.forEach((territory, j) => {
    const id = idOf(j);
    const owner = owners[j];
    if (id === undefined) return;
    if (owner === undefined || typeof owner === 'string')
      tell({
        file: 'usersIn',
        code: owner ?? 'openTerritory',
        blocks: true,
        parameters: { territory: territory.name, owner: territory.owner },
      });
    else wanted.set(idKey(id), [owner.id ?? '', id, role]);
  });
  return membershipFiles(
    {
      object: 'UserTerritory2Association',
      keys: ['usersOut', 'usersOutBack', 'usersIn', 'usersInBack'],
      header,
      known: [0, 1],
      records,
      isOurs: () => true,
      leaves: (one) =>
        wanted.has(idKey(one.text('Territory2Id'))) &&
        isCarrier(one) &&
        one.text('RoleInTerritory2') === role,
      comesBack: (one, column) => one.text(column),
      wanted: [...wanted.values()],
    },
    results,
  );
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
