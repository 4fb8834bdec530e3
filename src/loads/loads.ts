import { dynamicsFiles, STAMPS } from './dynamics';
import { columnKey } from './exports';
import { FILES, type LoadFile, type LoadPack, type LoadProblem, type Target } from './file';
import { hubspotFiles } from './hubspot';
import { tellAccount, type LoadAccount, type LoadInput, type Tell } from './input';
import { hasIt, isMoved, newOwners } from './owners';
import { plainFiles } from './plain';
import { quotaList } from './quotas';
import { idKey } from './people';
import { outcomesOf, ownersLoaded, reconciled, type LoaderResult } from './results';
import { routingTable } from './routing';
import { salesforceFiles } from './salesforce';
import { isSalesforceAccount } from './salesforce-ids';
import { teamList } from './team';

/**
 * The files that carry the accepted plan to the CRM, what takes each of them back, and every row that is not in them,
 * with its reason. Only accounts whose owner or territory changes are in a load. Formats as the vendors document them.
 * @param results what loaders have answered so far
 */
export function planLoads(list: LoadInput, results: readonly LoaderResult[] = []): LoadPack {
  const input = { ...list, accounts: withLoaded(list.accounts, results) };
  const problems: LoadProblem[] = [];
  const tell: Tell = (problem) => problems.push(problem);
  const now = { ...input, accounts: input.accounts.map(untilThen) };
  const { file: routing, lists, accuracy } = routingTable(now);
  const dated = { ...input, accounts: inSteps(input) };
  const files = [
    ...plainFiles(dated, tell),
    ...targetFiles(now, tell, results),
    ...quotaList(now, tell),
    ...teamList(now),
    routing,
    lists,
  ];
  if (input.target !== 'plain') tellHeld(input, tell);
  for (const account of input.accounts) if (account.to < 0) tellAccount(tell, 'moves', account, 'notPlaced');
  tellFormulas(files, tell);
  const changed = countChanged(input);
  return {
    target: input.target,
    effective: input.effective,
    accounts: input.accounts.length,
    changed,
    unchanged: input.accounts.length - changed,
    files: reconciled(files, results).sort((a, b) => FILES.indexOf(a.key) - FILES.indexOf(b.key)),
    problems,
    outcomes: outcomesOf(files, results),
    ...(accuracy.of === 0 ? {} : { accuracy }),
  };
}

/** A list is as old as its export: what loaders have answered since says who has an account now. */
function withLoaded(
  accounts: readonly LoadAccount[],
  results: readonly LoaderResult[],
): readonly LoadAccount[] {
  const loaded = ownersLoaded(results);
  if (loaded.size === 0) return accounts;
  return accounts.map((account) => {
    const loadedTo = account.id === '' ? undefined : loaded.get(idKey(account.id));
    return loadedTo === undefined ? account : { ...account, loadedTo };
  });
}

/** An account where it is until the day for which it is promised elsewhere. */
export const untilThen = (account: LoadAccount): LoadAccount =>
  account.held === undefined ? account : { ...account, to: account.held.to };

/**
 * What goes to where it is until a day, and from there elsewhere, goes in two steps. Where nobody can be given the first,
 * whoever has it today is the one who it goes from.
 */
function inSteps(input: Pick<LoadInput, 'accounts' | 'territories' | 'people' | 'exports'>): LoadAccount[] {
  const { accounts, territories } = input;
  const owners = newOwners(input, 'name');
  return accounts.flatMap((account) => {
    const { held, territory } = account;
    if (held === undefined) return [account];
    const until = territories[held.to];
    if (until === undefined) return [account];
    const { since: _, ...first } = untilThen(account);
    if (until.owner === '' || owners[held.to] === 'inactiveUser') return [first, account];
    // A list that tells no territories goes on telling none.
    const at = territory === '' ? '' : until.name;
    const { ownerId: __, ...others } = account;
    return [first, { ...others, ownerId: until.userId ?? '', owner: until.owner, territory: at }];
  });
}

/** A CRM takes a row when it is loaded: what is promised for a day to come is in no such file before. */
function tellHeld({ accounts, territories }: LoadInput, tell: Tell): void {
  for (const account of accounts) {
    if (account.held === undefined) continue;
    const owner = territories[account.held.to]?.owner ?? '';
    const parameters = { owner: owner === '' ? 'none' : owner, day: account.held.until };
    tellAccount(tell, 'owners', account, 'held', parameters);
  }
}

function targetFiles(input: LoadInput, tell: Tell, results: readonly LoaderResult[]): LoadFile[] {
  switch (input.target) {
    case 'salesforce':
      return salesforceFiles(input, tell, results);
    case 'hubspot':
      return hubspotFiles(input, tell);
    case 'dynamics':
      return dynamicsFiles(input, tell);
    case 'plain':
      return [];
  }
}

/** Which CRM a list came from: by the stamps of Dynamics, by HubSpot's name of its id, by Salesforce's ids. */
export function targetOf(
  headers: readonly string[],
  idHeader: string | undefined,
  accounts: readonly Pick<LoadAccount, 'id'>[],
): Target {
  const there = new Set(headers.map(columnKey));
  if (STAMPS.every((stamp) => there.has(columnKey(stamp)))) return 'dynamics';
  const ids = accounts.filter(({ id }) => id !== '');
  if (2 * ids.filter(({ id }) => isSalesforceAccount(id)).length > ids.length) return 'salesforce';
  return idHeader !== undefined && columnKey(idHeader) === 'recordid' ? 'hubspot' : 'plain';
}

function countChanged(input: LoadInput): number {
  const owners = newOwners(input, 'name');
  return input.accounts.filter((account) => {
    const to = input.territories[account.to];
    const owner = owners[account.to];
    if (to === undefined || owner === undefined) return false;
    return isMoved(owner, to, account) || (typeof owner !== 'string' && !hasIt(owner, account));
  }).length;
}

/** A loader takes it as text; a spreadsheet that opens the file would not. It is told, not altered. */
function tellFormulas(files: readonly LoadFile[], tell: Tell): void {
  for (const { key, rows } of files) {
    if (key.endsWith('Back')) continue;
    const texts = new Set(rows.flat().filter((cell) => typeof cell === 'string' && /^[=+\-@]/.test(cell)));
    const [text] = texts;
    if (text === undefined) continue;
    const parameters = { count: texts.size, text: String(text) };
    tell({ file: key, code: 'formulaText', blocks: false, parameters });
  }
}
