import type { LoadFile } from './file';
import { tellAccount, type Helper, type LoadAccount, type LoadInput, type Tell } from './input';
import { idKey, nameKey, type Person } from './people';
import { isSalesforceAccount } from './salesforce-ids';

/** Roles of an account team as Salesforce brings them; an organisation may have others. */
const USUAL_ROLES: Readonly<Record<Helper['kind'], string>> = {
  se: 'Pre-Sales Consultant',
  csm: 'Customer Success Manager',
  sdr: 'Lead Qualifier',
  expert: 'Product Specialist',
  ops: 'Sales Operations',
};

/** Somebody who is to help with an account. */
interface Helped {
  readonly account: LoadAccount;
  readonly helper: Helper;
}

/** Who helps with an account of its territory: an expert with the industries of the vertical, others with what no expert of their kind has. */
function helpedIn({ accounts, helpers = [] }: LoadInput): Helped[] {
  return accounts.flatMap((account) =>
    (helpers[account.to] ?? []).flatMap((helper) => {
      const industry = (account.industry ?? '').toLowerCase();
      const isHis = helper.industries === undefined || helper.industries.has(industry);
      return helper.person !== '' && isHis && !helper.but.has(industry) ? [{ account, helper }] : [];
    }),
  );
}

/** Every account with whoever helps with it, for whatever reads a list. */
export function teamList(input: LoadInput): LoadFile[] {
  if (input.helpers === undefined) return [];
  return [
    {
      key: 'teamList',
      object: 'Account team',
      operation: 'table',
      header: ['Account ID', 'Account', 'Territory', 'Role', 'Person', 'Effective Date'],
      known: [0, 3],
      rows: helpedIn(input).map(({ account, helper }) => [
        account.id,
        account.label,
        input.territories[account.to]?.name ?? '',
        helper.role,
        helper.person,
        input.effective,
      ]),
    },
  ];
}

/**
 * Members of account teams in Salesforce: who is to help joins, and of those who help somewhere in the plan, or could by
 * their role, whoever is not to help with an account any more leaves its team, where an export of `AccountTeamMember`
 * tells who is in it. All others stay. A role is that which the person has in the export, else that of Salesforce for
 * what he does. An account whose id stands twice in two territories is in no file.
 */
export function accountTeams(input: LoadInput, tell: Tell): LoadFile[] {
  if (input.helpers === undefined) return [];
  const now = input.exports.teamMembers;
  const people = peopleOf(input, tell);
  const roleOf = rolesIn(input, people);
  const wanted = new Map<string, readonly [account: string, user: string, role: string]>();
  const handled = new Set<string>();
  const torn = tornIn(input, tell);
  for (const account of input.accounts)
    if (account.to >= 0 && !torn.has(idKey(account.id))) handled.add(idKey(account.id));
  for (const { account, helper } of helpedIn(input)) {
    if (torn.has(idKey(account.id))) continue;
    const id = people.get(nameKey(helper.person))?.id;
    if (id === undefined || !isSalesforceAccount(account.id) || account.isDamaged === true) continue;
    const key = keyOf(account.id, id);
    if (!wanted.has(key)) wanted.set(key, [account.id, id, roleOf(id, helper)]);
  }
  const could = (input.helpTeam ?? []).map((name) => input.people.find(name));
  const ours = new Set(
    [...people.values(), ...could.flatMap((one) => ('person' in one ? [one.person] : []))].flatMap(
      ({ id }) => (id === undefined ? [] : [idKey(id)]),
    ),
  );
  const rows = Array.from({ length: now?.rowCount ?? 0 }, (_, row) => row);
  const text = (column: string, row: number) => now?.text(column, row) ?? '';
  const there = new Set(rows.map((row) => keyOf(text('AccountId', row), text('UserId', row))));
  const leaving = rows.filter(
    (row) =>
      ours.has(idKey(text('UserId', row))) &&
      handled.has(idKey(text('AccountId', row))) &&
      !wanted.has(keyOf(text('AccountId', row), text('UserId', row))) &&
      text('Id', row) !== '',
  );
  const object = 'AccountTeamMember';
  const header = ['AccountId', 'UserId', 'TeamMemberRole'];
  // Whoever comes back has the access that he had.
  const back = [...header, ...ACCESS.filter((column) => now?.has(column) === true)];
  return [
    {
      key: 'teamOut',
      object,
      operation: 'delete',
      header: ['Id'],
      rows: leaving.map((row) => [text('Id', row)]),
    },
    {
      key: 'teamOutBack',
      object,
      operation: 'insert',
      header: back,
      rows: leaving.map((row) => back.map((column) => text(column, row))),
    },
    {
      key: 'teamIn',
      object,
      operation: 'insert',
      header,
      known: [0, 1],
      rows: [...wanted].flatMap(([key, row]) => (there.has(key) ? [] : [row])),
    },
    // Its ids are known when the loader has answered.
    { key: 'teamInBack', object, operation: 'delete', header: ['Id'], rows: [] },
  ];
}

/** What a member of a team may do, where the export tells. */
const ACCESS = ['AccountAccessLevel', 'OpportunityAccessLevel', 'CaseAccessLevel', 'ContactAccessLevel'];

/** Ids of accounts that stand twice, in territories of which not all are the same; each is told. */
function tornIn({ accounts }: LoadInput, tell: Tell): Set<string> {
  const first = new Map<string, LoadAccount>();
  const torn = new Set<string>();
  for (const account of accounts) {
    const key = idKey(account.id);
    const before = first.get(key);
    if (before === undefined) first.set(key, account);
    else if (key !== '' && before.to !== account.to && !torn.has(key)) {
      torn.add(key);
      tellAccount(tell, 'teamIn', before, 'idTwice', { id: account.id });
    }
  }
  return torn;
}

const keyOf = (account: string, user: string): string => `${idKey(account)}\0${idKey(user)}`;

/** Who helps somewhere, with the id of the CRM; of whom there is none, or who may not be loaded, it is told once. */
function peopleOf({ helpers = [], people, exports }: LoadInput, tell: Tell): Map<string, Person> {
  const found = new Map<string, Person>();
  const told = new Set<string>();
  for (const { person: name } of helpers.flat()) {
    const key = nameKey(name);
    if (name === '' || found.has(key) || told.has(key)) continue;
    const one = people.find(name);
    const code = !('person' in one)
      ? one.code
      : exports.users !== undefined && one.person.isUser !== true
        ? 'noUser'
        : one.person.active === false
          ? 'inactiveUser'
          : (one.person.id ?? '') === ''
            ? 'noUserId'
            : undefined;
    if (code === undefined && 'person' in one) found.set(key, one.person);
    else {
      told.add(key);
      tell({
        file: 'teamIn',
        code: code ?? 'noUser',
        blocks: true,
        parameters: { owner: name, territory: '' },
      });
    }
  }
  return found;
}

/** The role that somebody has most often in the export. */
function rolesIn(
  { exports: { teamMembers: now } }: LoadInput,
  people: ReadonlyMap<string, Person>,
): (id: string, helper: Helper) => string {
  const counts = new Map<string, Map<string, number>>();
  const ids = new Set([...people.values()].map(({ id = '' }) => idKey(id)));
  for (let row = 0; row < (now?.rowCount ?? 0); row++) {
    const user = idKey(now?.text('UserId', row) ?? '');
    const role = now?.text('TeamMemberRole', row) ?? '';
    if (role === '' || !ids.has(user)) continue;
    const of = counts.get(user) ?? new Map<string, number>();
    counts.set(user, of.set(role, (of.get(role) ?? 0) + 1));
  }
  return (id, { kind }) =>
    [...(counts.get(idKey(id)) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? USUAL_ROLES[kind];
}
