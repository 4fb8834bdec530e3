import * as fc from 'fast-check';
import { crmExport, exportKind } from '../../src/loads/exports';
import type { LoadFile, LoadPack } from '../../src/loads/file';
import type { Helper, LoadInput } from '../../src/loads/input';
import { planLoads } from '../../src/loads/loads';
import { People } from '../../src/loads/people';
import type { LoaderResult } from '../../src/loads/results';

/** Account teams: whoever is to help joins, whoever is not any more leaves, and nobody else is touched. */

const account = (n: number) => `001000000000${String(n).padStart(3, '0')}AAA`;
const user = (n: number) => `005000000000${String(n).padStart(3, '0')}AAA`;
/** Two for presales, an expert for retail, and somebody who has nothing to do with the plan. */
const PEOPLE = ['Sol Day', 'Sue Ng', 'Eve Roe', 'Out Sider'];
const OUTSIDER = user(3);
const HEADERS = ['Id', 'AccountId', 'UserId', 'TeamMemberRole'];
const nothing = new Set<string>();
const se = (person: string): Helper => ({ kind: 'se', role: 'SE', person, but: nothing });
const eve: Helper = {
  kind: 'expert',
  role: 'Expert Retail',
  person: 'Eve Roe',
  industries: new Set(['retail']),
  but: nothing,
};
/** Of accounts of two territories every second is in retail. */
const HELPERS = [[se('Sol Day'), eve], [se('Sue Ng')]];

interface Member {
  readonly account: string;
  readonly user: string;
  readonly role: string;
}
type Crm = Map<string, Member>;

const tableOf = (headers: readonly string[], rows: readonly (readonly string[])[]) =>
  crmExport({
    headers,
    columns: headers.map((_, c) => rows.map((row) => row[c] ?? '')),
    rowCount: rows.length,
  });

function planned(to: readonly number[], crm?: Crm, change: Partial<LoadInput> = {}): LoadInput {
  const people = PEOPLE.map((name, n) => ({ name, id: user(n), active: true }));
  return {
    target: 'salesforce',
    effective: '2027-01-01',
    accounts: to.map((territory, n) => ({
      row: n + 2,
      id: account(n),
      label: `Account ${String(n)}`,
      owner: '',
      ownerId: '',
      territory: '',
      to: territory,
      country: '',
      state: '',
      postalCode: '',
      industry: n % 2 === 0 ? 'Retail' : 'Steel',
    })),
    territories: ['T01', 'T02', 'T03'].map((name) => ({ name, owner: 'Out Sider' })),
    people: new People([people]),
    exports:
      crm === undefined
        ? {}
        : {
            teamMembers: tableOf(
              HEADERS,
              [...crm].map(([id, one]) => [id, one.account, one.user, one.role]),
            ),
          },
    helpers: HELPERS,
    cell: () => '',
    formatOf: () => undefined,
    ...change,
  };
}

const fileOf = (pack: LoadPack, key: LoadFile['key']): readonly (readonly string[])[] =>
  (pack.files.find((file) => file.key === key)?.rows ?? []).map((row) => row.map(String));

/** Who is to help with an account, by hand. */
const helping = (n: number, to: number): string[] => {
  if (to === 0) return n % 2 === 0 ? [user(0), user(2)] : [user(0)];
  return to === 1 ? [user(1)] : [];
};

let made = 0;
/** Loads both files; rows of accounts that it refuses stay as they are. @returns what the loader answers */
function load(crm: Crm, pack: LoadPack, fails: (account: string) => boolean): LoaderResult[] {
  const outs = fileOf(pack, 'teamOut').map(([id = '']) => {
    const isBad = fails(crm.get(id)?.account ?? '');
    if (!isBad) crm.delete(id);
    return [id, isBad ? 'ENTITY_IS_LOCKED' : ''];
  });
  const ins = fileOf(pack, 'teamIn').map(([to = '', who = '', role = '']) => {
    const isBad = fails(to);
    const id = `01M${String(made++).padStart(12, '0')}AAA`;
    if (!isBad) crm.set(id, { account: to, user: who, role });
    return [isBad ? '' : id, isBad ? 'ENTITY_IS_LOCKED' : '', to, who, role];
  });
  const result = (headers: string[], rows: string[][]) => ({ headers, rows: tableOf(headers, rows) });
  return [
    result(['Id', 'sf__Error'], outs),
    result(['sf__Id', 'sf__Error', 'AccountId', 'UserId', 'TeamMemberRole'], ins),
  ];
}

const state = fc.record({
  to: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 1, maxLength: 12 }),
  members: fc.uniqueArray(
    fc.record({
      account: fc.nat(14),
      user: fc.nat(3),
      role: fc.constantFrom('Pre-Sales Consultant', 'Guru'),
    }),
    { maxLength: 20, selector: (one) => `${String(one.account)} ${String(one.user)}` },
  ),
});

const crmOf = (members: readonly { account: number; user: number; role: string }[]): Crm =>
  new Map(
    members.map((one, n) => [
      `01MAAAAAAAAA${String(n).padStart(3, '0')}AAA`,
      { account: account(one.account), user: user(one.user), role: one.role },
    ]),
  );
const told = (crm: Crm) => [...crm.values()].map((one) => `${one.account} ${one.user} ${one.role}`).sort();

test('loaded, everybody who is to help does, and nobody else of those who help; rolled back it is as before', () => {
  fc.assert(
    fc.property(state, fc.array(fc.nat(11), { maxLength: 3 }), ({ to, members }, bad) => {
      const crm = crmOf(members);
      const before = told(crm);
      const isBad = (id: string) => bad.some((n) => account(n) === id);
      const pack = planLoads(planned(to, crm));
      const answers = load(crm, pack, isBad);
      to.forEach((territory, n) => {
        if (territory < 0 || isBad(account(n))) return;
        const there = [...crm.values()].filter((one) => one.account === account(n) && one.user !== OUTSIDER);
        expect(there.map((one) => one.user).sort()).toEqual(helping(n, territory).sort());
      });
      // Who has nothing to do with it, and accounts of nobody, stay.
      const others = (all: readonly string[]) => all.filter((one) => one.includes(OUTSIDER));
      expect(others(told(crm))).toEqual(others(before));

      const first = planned(to, crmOf(members));
      const back = planLoads(first, answers);
      for (const [id = ''] of fileOf(back, 'teamInBack')) expect(crm.delete(id)).toBe(true);
      for (const [at = '', who = '', role = ''] of fileOf(back, 'teamOutBack'))
        crm.set(`back ${at} ${who}`, { account: at, user: who, role });
      expect(told(crm)).toEqual(before);
      // What is left of both files is what was refused.
      expect(fileOf(back, 'teamIn').every(([at = '']) => isBad(at))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('without an export of members all join, in the usual roles; in one, a person keeps his role', () => {
  const pack = planLoads(planned([0, 1]));
  expect(fileOf(pack, 'teamOut')).toEqual([]);
  expect(fileOf(pack, 'teamIn')).toEqual([
    [account(0), user(0), 'Pre-Sales Consultant'],
    [account(0), user(2), 'Product Specialist'],
    [account(1), user(1), 'Pre-Sales Consultant'],
  ]);
  const crm: Crm = new Map([['01M000000000001AAA', { account: account(9), user: user(2), role: 'Guru' }]]);
  expect(fileOf(planLoads(planned([0], crm)), 'teamIn')).toContainEqual([account(0), user(2), 'Guru']);
  expect(fileOf(pack, 'teamList')).toEqual([
    [account(0), 'Account 0', 'T01', 'SE', 'Sol Day', '2027-01-01'],
    [account(0), 'Account 0', 'T01', 'Expert Retail', 'Eve Roe', '2027-01-01'],
    [account(1), 'Account 1', 'T02', 'SE', 'Sue Ng', '2027-01-01'],
  ]);
});

test('who is no user, or not active, is in no file, and that is told once; where nobody was put anywhere there are no files', () => {
  const people = new People([
    [{ name: 'Sol Day', id: user(0), active: false }, { name: 'Eve Roe' }].map((one) => ({
      ...one,
      isUser: true,
    })),
  ]);
  const pack = planLoads(planned([0, 0, 1], undefined, { people }));
  expect(fileOf(pack, 'teamIn')).toEqual([]);
  const problems = pack.problems.filter(({ file }) => file === 'teamIn');
  expect(problems.map(({ code, parameters }) => [code, parameters['owner']])).toEqual([
    ['inactiveUser', 'Sol Day'],
    ['noUserId', 'Eve Roe'],
    ['noUser', 'Sue Ng'],
  ]);
  const { helpers: _, ...bare } = planned([0]);
  expect(planLoads(bare).files.filter(({ key }) => key.startsWith('team'))).toEqual([]);
});

test('an expert of a vertical takes its accounts from others of the kind', () => {
  const general: Helper = { ...se('Sol Day'), kind: 'csm', but: new Set(['retail']) };
  const special: Helper = { ...eve, kind: 'csm' };
  const pack = planLoads(planned([0, 0], undefined, { helpers: [[general, special]] }));
  expect(fileOf(pack, 'teamIn').map(([at, who]) => [at, who])).toEqual([
    [account(0), user(2)],
    [account(1), user(0)],
  ]);
});

test('an export of members, and what a loader answers about them, are known by their headers', () => {
  expect(exportKind(HEADERS)).toBe('teamMembers');
  expect(exportKind(['sf__Id', 'sf__Error', 'AccountId', 'UserId', 'TeamMemberRole'])).toBe('result');
  expect(exportKind(['Id', 'AccountId', 'OwnerId', 'StageName'])).toBe('deals');
});

test('who was taken off his last territory leaves, as somebody is there in his role now; others of the team list do not', () => {
  const crm: Crm = new Map([
    ['01M000000000001AAA', { account: account(0), user: user(0), role: 'Guru' }],
    ['01M000000000002AAA', { account: account(0), user: OUTSIDER, role: 'Sponsor' }],
  ]);
  const helpers = [[se('Sue Ng')]];
  const pack = planLoads(planned([0], crm, { helpers, helpTeam: ['Sol Day', 'Sue Ng', 'Nobody Known'] }));
  expect(fileOf(pack, 'teamOut')).toEqual([['01M000000000001AAA']]);
  expect(fileOf(pack, 'teamIn')).toEqual([[account(0), user(1), 'Pre-Sales Consultant']]);
  // Nobody says of these that they could help.
  expect(fileOf(planLoads(planned([0], crm, { helpers })), 'teamOut')).toEqual([]);
});

test('an id that stands twice in two territories is in no file, and is told; twice in one it is one', () => {
  const crm: Crm = new Map([['01M000000000001AAA', { account: account(0), user: user(1), role: 'Guru' }]]);
  const input = planned([0, 1, 0], crm);
  const accounts = input.accounts.map((one, n) => ({
    ...one,
    id: n === 1 ? account(0).slice(0, 15) : account(0),
  }));
  const pack = planLoads({ ...input, accounts });
  for (const key of ['teamOut', 'teamIn'] as const) expect(fileOf(pack, key)).toEqual([]);
  const told = pack.problems.filter(({ file, code }) => file === 'teamIn' && code === 'idTwice');
  expect(told).toMatchObject([{ row: 2, blocks: true }]);
  const same = planLoads({ ...input, accounts: accounts.map((one) => ({ ...one, to: 0 })) });
  expect(fileOf(same, 'teamIn').map(([, who]) => who)).toEqual([user(0), user(2)]);
  expect(fileOf(same, 'teamOut').length).toBe(1);
});

test('whoever comes back has the access of before, as far as the export tells', () => {
  const headers = [...HEADERS, 'OpportunityAccessLevel', 'CaseAccessLevel'];
  const row = ['01M000000000001AAA', account(0), user(1), 'Guru', 'Edit', 'Read'];
  const pack = planLoads(planned([0], undefined, { exports: { teamMembers: tableOf(headers, [row]) } }));
  const back = pack.files.find(({ key }) => key === 'teamOutBack');
  expect(back?.header).toEqual(headers.slice(1));
  expect(back?.rows).toEqual([row.slice(1)]);
});

test('a person keeps the role that he has most often, and a member without an id of its own is not taken out', () => {
  const rows = [
    ['01M000000000001AAA', account(9), user(0), 'Guru'],
    ['01M000000000002AAA', account(8), user(0), 'Guru'],
    ['01M000000000003AAA', account(7), user(0), 'Coach'],
    ['', account(0), user(1), 'Guru'],
  ];
  const pack = planLoads(planned([0], undefined, { exports: { teamMembers: tableOf(HEADERS, rows) } }));
  expect(fileOf(pack, 'teamIn')).toContainEqual([account(0), user(0), 'Guru']);
  expect(fileOf(pack, 'teamOut')).toEqual([]);
});
