import type { LoadFile } from './file';
import { tornIn, type Helper, type LoadAccount, type LoadInput, type Tell } from './input';
import { idKey, nameKey, type Person } from './people';
import { membershipFiles, recordsNow, type CrmRecord } from './records';
import type { LoaderResult } from './results';
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
export function accountTeams(input: LoadInput, tell: Tell, results: readonly LoaderResult[]): LoadFile[] {
  if (input.helpers === undefined) return [];
  const now = input.exports.teamMembers;
  const people = peopleOf(input, tell);
  const roleOf = rolesIn(input, people);
  const wanted = new Map<string, readonly [account: string, user: string, role: string]>();
  const handled = new Set<string>();
  const torn = tornIn(input, 'teamIn', tell);
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
  const header = ['AccountId', 'UserId', 'TeamMemberRole'];
  const isOurs = (member: CrmRecord) =>
    ours.has(idKey(member.text('UserId'))) && handled.has(idKey(member.text('AccountId')));
  return membershipFiles(
    {
      object: 'AccountTeamMember',
      keys: ['teamOut', 'teamOutBack', 'teamIn', 'teamInBack'],
      header,
      known: [0, 1],
      // Whoever comes back has the access that he had.
      back: [...header, ...ACCESS.filter((column) => now?.has(column) === true)],
      records: recordsNow(now, header, results),
      isOurs: () => true,
      leaves: isOurs,
      comesBack: (member, column) => member.text(column),
      wanted: [...wanted.values()],
    },
    results,
  );
}

/** What a member of a team may do, where the export tells. */
const ACCESS = ['AccountAccessLevel', 'OpportunityAccessLevel', 'CaseAccessLevel', 'ContactAccessLevel'];

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
