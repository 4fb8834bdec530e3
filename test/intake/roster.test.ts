import {
  chooseDefaults,
  largeAccounts,
  mapAccountColumns,
  mapRepColumns,
  matchOwners,
  readAccounts,
  readRoster,
  rosterFromOwners,
  worksheetColumns,
} from '../../src/intake';
import { isDepartedOwner, isQueueOwner } from '../../src/intake/team/owners';
import { textTable } from './table';

function rosterOf(text: string) {
  const source = textTable(text, { sheet: 'Reps' });
  return readRoster(source, mapRepColumns(source).mapping);
}

function accountsOf(text: string) {
  const source = textTable(text);
  const { mapping } = mapAccountColumns(source);
  return { ...readAccounts(source, mapping), columns: worksheetColumns(source, mapping) };
}

describe('reading a roster', () => {
  it('reads people, pay, dates, home and capacity', () => {
    const { roster, findings } = rosterOf(`
Rep ID|Rep Name|Role|Segment|Manager|Hire Date|Base|Target Variable|Max Accounts|Home Zip|FTE|Skills|Attainment|Active|CRM User ID
R1|Ana Silva|AE|SMB|Zed Ott|2024-01-01|$80,000|80000|150|80202|50%|Energy; Food|105%|Yes|0055f000001abcDAAQ`);
    expect(roster.source).toBe('table');
    expect(roster.reps).toEqual([
      {
        sheetRow: 2,
        id: 'R1',
        name: 'Ana Silva',
        tbh: false,
        active: true,
        role: 'AE',
        segment: 'SMB',
        manager: 'Zed Ott',
        hireDate: 45292,
        base: 80000,
        variable: 80000,
        ote: 160000,
        currency: 'USD',
        maxAccounts: 150,
        homePostalCode: '80202',
        capacityShare: 0.5,
        skills: ['Energy', 'Food'],
        attainment: 1.05,
        crmUserId: '0055f000001abcDAAQ',
      },
    ]);
    expect(findings.map(({ code, read }) => [code, read])).toEqual([
      ['textNumber', '$80,000'],
      ['textNumber', '50%'],
      ['textNumber', '105%'],
    ]);
  });

  it('knows seats to be hired by a blank id or by their name, and names the nameless', () => {
    const { roster } = rosterOf(`
Rep ID|Rep Name|Role|Start Date
R1|Ana Silva|AE|
|TBH 1|AE|2026-04-01
|Open headcount|AE|
||AE|2026-07-01
TBH|Vacant|AE|`);
    expect(roster.reps.map(({ tbh, name }) => [tbh, name])).toEqual([
      [false, 'Ana Silva'],
      [true, 'TBH 1'],
      [true, 'Open headcount'],
      [true, 'TBH 3'],
      [true, 'TBH 4'],
    ]);
  });

  it('keeps reps without an id column as people', () => {
    const { roster } = rosterOf(`
Name|Quota|Team
Ana Silva|1200000|SMB
TBH|800000|SMB`);
    expect(roster.reps.map(({ tbh }) => tbh)).toEqual([false, true]);
  });

  it('joins first and last names', () => {
    const { roster } = rosterOf(`
EmployeeID|LastName|FirstName|Title|HireDate
1|Dover|Nina|Sales Representative|05/01/1992`);
    expect(roster.reps[0]).toMatchObject({
      id: '1',
      name: 'Nina Dover',
      role: 'Sales Representative',
      tbh: false,
    });
  });

  it('keeps the departed, marked inactive', () => {
    const { roster } = rosterOf(`
Rep ID|Rep Name|Active
R1|Ana Silva|No
R2|Ben Cole|TRUE
R3|Cho Min|`);
    expect(roster.reps.map(({ active }) => active)).toEqual([false, true, true]);
  });

  it('lists duplicate reps and reps with an id but no name', () => {
    const { findings, roster } = rosterOf(`
Rep ID|Rep Name|Role
R1|Ana Silva|AE
R1|Ana Silva|AE
R3||AE`);
    expect(findings.map(({ code, row }) => [code, row])).toEqual([
      ['repWithoutName', 4],
      ['duplicateRep', 3],
    ]);
    expect(roster.reps).toHaveLength(2);
    expect(roster.reps[1]).toMatchObject({ name: 'R3', tbh: false });
  });
  it('keeps two people of one id and two of one name, and takes one id with other spellings for one person', () => {
    const { roster, findings } = rosterOf(`
Rep ID|Rep Name|Active
R1|Bob Smith|
R1|Smith, Robert|
R1|Ben Cole|
R2|bob smith|
R2|Cho Min|no`);
    expect(roster.reps.map(({ name }) => name)).toEqual(['Bob Smith', 'Ben Cole', 'bob smith', 'Cho Min']);
    expect(findings.map(({ code, row, params }) => [code, row, params?.['otherRow']])).toEqual([
      ['duplicateRep', 3, 2],
      ['repIdTwice', 4, 2],
      ['repNameTwice', 5, 2],
    ]);
  });
  it('takes whoever stands in two rows under two territories for the owner of both, and a dash for nobody', () => {
    const { roster, findings } = rosterOf(`
Rep ID|Rep Name|Territory
R1|Ana Silva|North
R1|Ana Silva|South`);
    expect(roster.reps).toHaveLength(2);
    expect(findings).toEqual([]);
    const sums = rosterOf(`
Rep Name|Total
-|900
Ana Silva|200
Ben Cole|100`);
    expect(sums.roster.reps.map(({ name }) => name)).toEqual(['Ana Silva', 'Ben Cole']);
  });

  it('knows who is active in other languages', () => {
    const { roster } = rosterOf(`
Rep ID|Rep Name|Status
R1|Ana Silva|Ativo
R2|Ben Cole|inativo
R3|Cho Min|`);
    expect(roster.reps.map(({ active }) => active)).toEqual([true, false, true]);
  });
});

describe('owners who are no sales people', () => {
  it.each([
    'Integration User',
    'API User',
    'Unassigned',
    'West Queue',
    'SMB Lead Queue',
    'Queue',
    'Admin',
    'System Administrator',
    'House',
    'House Account',
    'Salesforce Admin',
    'Automated Process',
    'HubSpot',
    'TBD',
    'Open',
    'nicht zugeordnet',
    'Sin asignar',
    'integration@acme.example',
    'crm.sync@acme.example',
    'Data Loader',
    'Marketo Sync',
    'Round Robin SMB',
    'must call again in two days.',
    '1/20/26 first touch',
    '"for 16 people',
  ])('%s', (owner) => {
    expect(isQueueOwner(owner)).toBe(true);
  });

  it.each([
    'Ana Silva',
    'Gregory House',
    'Adam Min',
    'Ada Minelli',
    'Api Singh',
    'Mark Eting',
    'Ted Openshaw',
    'Systema Ruiz',
    'Bot Nguyen',
    'ana.silva@acme.example',
    'Rob Holder',
    'Paige Houseman',
    'maria de la cruz perez',
    'J. R. "Bob" Ewing Jr.',
  ])('but %s is a person', (owner) => {
    expect(isQueueOwner(owner)).toBe(false);
  });

  it('tells owners marked as gone', () => {
    expect(isDepartedOwner('Jane Doe (inactive)')).toBe(true);
    expect(isDepartedOwner('ZZ_Jane Doe')).toBe(true);
    expect(isDepartedOwner('Zz Top')).toBe(true);
    expect(isDepartedOwner('Exley Jones')).toBe(false);
  });
});

describe('a team from the owners of the accounts', () => {
  const { accounts } = accountsOf(`
Account Name|Account Owner|OwnerId
A|Ana Silva|5
B|Ben Cole|6
C|Ben Cole|6
D|Integration User|9
E||
F|Unassigned|8`);

  it('has every person once, most accounts first, without queues', () => {
    expect(rosterFromOwners(accounts)).toEqual({
      source: 'owners',
      reps: [
        { sheetRow: 0, name: 'Ben Cole', id: '6', tbh: false, active: true, capacityShare: 1 },
        { sheetRow: 0, name: 'Ana Silva', id: '5', tbh: false, active: true, capacityShare: 1 },
      ],
    });
  });

  it('counts one person in several spellings once, and an id as what it is', () => {
    const names = accountsOf(
      'Account Name|Account Owner\nA|Ana Silva\nB|Silva, Ana\nC|ANA SILVA\nD|Ben Cole',
    );
    const team = rosterFromOwners(names.accounts);
    expect(team.reps.map(({ name }) => name)).toEqual(['Ana Silva', 'Ben Cole']);
    expect([...matchOwners(names.accounts, team).seat]).toEqual([0, 0, 0, 1]);
    const ids = accountsOf(
      'Account Name|OwnerId\nA|005X00000000001\nB|005X00000000002\nC|005X00000000001\nD|005X00000000003',
    );
    const byId = rosterFromOwners(ids.accounts);
    const { seat, findings } = matchOwners(ids.accounts, byId, ids.columns);
    expect([...seat]).toEqual([0, 1, 0, 2]);
    expect(findings).toEqual([]);
  });

  it('tells apart people by a mark behind the name, where both are written', () => {
    const { accounts } = accountsOf(`
Account Name|Owner
A|Ada
B|Ada *
C|Ada *
D|<Cy>
E|ada
F|Bo?`);
    const turned = accountsOf(`
Account Name|Owner
A|Silva, Ana *`);
    const { roster: one } = rosterOf('Rep Name|Quota\nAna Silva|1');
    expect([...matchOwners(turned.accounts, one).seat]).toEqual([0]);
    const team = rosterFromOwners(accounts);
    expect(team.reps.map(({ name }) => name)).toEqual(['Ada', 'Ada *', '<Cy>', 'Bo?']);
    expect([...matchOwners(accounts, team).seat]).toEqual([0, 1, 1, 2, 0, 3]);
    // Of a team that has no such name the mark says nothing, whichever side has it.
    const { roster } = rosterOf(`
Rep Name|Quota
Ada|1
Cy|1
Bo|1`);
    expect([...matchOwners(accounts, roster).seat]).toEqual([0, 0, 0, 1, 0, 2]);
    const plain = accountsOf(`
Account Name|Owner
A|Ada
B|Cy`);
    expect([...matchOwners(plain.accounts, team).seat]).toEqual([0, 2]);
  });

  it('leaves one owner of everything out, and says who', () => {
    const { accounts: list } = accountsOf('Account Name|OwnerId\nA|9\nB|9\nC|9\nD|9\nE|9');
    expect(rosterFromOwners(list)).toEqual({
      reps: [],
      source: 'owners',
      single: { name: '9', accounts: 5 },
    });
    const { accounts: few } = accountsOf('Account Name|Owner\nA|Ana\nB|\nC|\nD|\nE|');
    expect(rosterFromOwners(few).reps.map(({ name }) => name)).toEqual(['Ana']);
  });

  it('makes no team where each of a dozen accounts has another owner', () => {
    const listOf = (count: number) =>
      accountsOf(
        `Account Name|Account Owner\n${Array.from({ length: count }, (_, i) => `A${i}|Person ${String.fromCharCode(65 + i)}a`).join('\n')}`,
      ).accounts;
    expect(rosterFromOwners(listOf(12)).strewn).toEqual({ owners: 12, accounts: 12 });
    expect(rosterFromOwners(listOf(11)).reps).toHaveLength(11);
  });

  it('makes no team of owners who are nearly as many as the accounts, and says how many', () => {
    const listOf = (owners: number) =>
      accountsOf(
        `Account Name|Account Owner\n${Array.from({ length: 40 }, (_, i) => `A${i}|Person ${String.fromCharCode(65 + (i % owners))}a`).join('\n')}`,
      ).accounts;
    expect(rosterFromOwners(listOf(26))).toEqual({
      reps: [],
      source: 'owners',
      strewn: { owners: 26, accounts: 40 },
    });
    expect(rosterFromOwners(listOf(20)).reps).toHaveLength(20);
  });

  it('gives whoever has left nothing, though he stands on the team list', () => {
    const { accounts: list } = accountsOf('Account Name|Owner\nA|Ana\nB|Ben\nC|Ana');
    const reps = rosterFromOwners(list).reps.map((rep) => ({ ...rep, active: rep.name !== 'Ana' }));
    const { seat, findings } = matchOwners(list, { reps, source: 'table' });
    expect(Array.from(seat, (j) => reps[j]?.name)).toEqual([undefined, 'Ben', undefined]);
    expect(findings).toMatchObject([{ code: 'departedOwner', read: 'Ana', params: { count: 2 } }]);
  });

  it('says of nobody that he is missing from a team list that does not exist; and names who has no seat', () => {
    const { accounts: list } = accountsOf('Account Name|Owner\nA|Ana\nB|Ben\nC|Ben\nD|Cy\nE|Queue');
    const team = rosterFromOwners(list);
    const [first] = team.reps;
    const { seat, findings } = matchOwners(list, team, {}, first === undefined ? [] : [first]);
    expect([...seat]).toEqual([-1, 0, 0, -1, -1]);
    expect(findings.map(({ code, read, params }) => [code, read, params])).toEqual([
      ['ownerWithoutSeat', 'Ana', { count: 1 }],
      ['ownerWithoutSeat', 'Cy', { count: 1 }],
      ['queueOwner', 'Queue', { count: 1 }],
    ]);
  });

  it('finds owners in a roster by id, e-mail, name, or name turned round', () => {
    const { roster } = rosterOf(`
Rep ID|Rep Name|Email|Active|CRM User ID
R1|Silva, Ana|ana@x.example|Yes|
R2|Benjamin Cole|ben@x.example|Yes|0055f000001abcDAAQ
R3|Cho Min|cho@x.example|No|`);
    const owned = accountsOf(`
Account Name|Account Owner|OwnerId
A|Ana Silva|
B|Ben C.|0055f000001abcD
C|BEN@X.EXAMPLE|
D|Cho Min|
E|Stranger|
F|West Queue|
G|Stranger|`);
    const { seat, findings } = matchOwners(owned.accounts, roster, owned.columns);
    expect([...seat]).toEqual([0, 1, 1, -1, -1, -1, -1]);
    expect(findings.map(({ code, row, read }) => [code, row, read])).toEqual([
      ['departedOwner', 5, 'Cho Min'],
      ['unknownOwner', 6, 'Stranger'],
      ['queueOwner', 7, 'West Queue'],
    ]);
  });
});

describe('what is chosen when nobody has said', () => {
  it('balances potential before ARR and pipeline before employees before the count', () => {
    const code = (text: string) => chooseDefaults(accountsOf(text).accounts).balance;
    expect(code('Company|Potential|ARR|Employees\nA|5|6|7\nB|8||9')).toMatchObject({
      code: 'potential',
    });
    expect(code('Company|ARR|Open Pipeline|Employees\nA|5|6|7\nB||8|9')).toMatchObject({
      code: 'arrAndPipeline',
      fields: ['arr', 'openPipeline'],
    });
    expect(code('Company|ARR|Employees\nA|5|6\nB|6|7')).toMatchObject({ code: 'arr' });
    expect(code('Company|Employees|Annual Revenue\nA|5|6\nB|6|7')).toMatchObject({
      code: 'employees',
    });
    expect(code('Company|Annual Revenue\nA|5\nB|6')).toMatchObject({ code: 'count', fields: [] });
  });

  it('does not balance a number that hardly any account has', () => {
    const rows = Array.from({ length: 20 }, (_, i) => `Firm ${i}|${i === 0 ? 5 : ''}|${i + 1}`).join('\n');
    const { accounts } = accountsOf(`Company|Potential|Employees\n${rows}`);
    expect(chooseDefaults(accounts).balance).toMatchObject({ code: 'employees', fields: ['employees'] });
  });

  it('lists the currencies of the money, the most frequent first', () => {
    const money = (text: string) => chooseDefaults(accountsOf(text).accounts).currencies;
    expect(money('Company|ARR|Currency\nA|5|USD\nB|6|EUR\nC|7|usd\nD|8|')).toEqual({
      currencies: ['USD', 'EUR'],
    });
    expect(money('Company|ARR|Currency\nA|5|USD\nB||EUR')).toEqual({ currencies: ['USD'] });
    expect(money('Company|ARR\nA|5')).toEqual({ currencies: [] });
  });

  it('finds accounts that are larger than a fair share', () => {
    expect(largeAccounts(Float64Array.of(100, 10, 10, NaN, 20), 2, 0.1)).toEqual([0]);
    expect(largeAccounts(Float64Array.of(10, 10), 2, 0.1)).toEqual([]);
  });
});
