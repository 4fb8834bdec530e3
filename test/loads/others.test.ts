import { csvOf } from '../../src/loads/csv';
import type { LoadInput } from '../../src/loads/input';
import { planLoads, targetOf } from '../../src/loads/loads';
import { compareSystem } from '../../src/loads/mismatches';
import { People } from '../../src/loads/people';

const people = [
  { name: 'Ann Lee', email: 'ann@example.com' },
  { name: 'Bo Kay', email: 'bo@example.com' },
];
const account = (id: string, owner: string, to: number, more: object = {}) => ({
  row: 2,
  id,
  label: `Account ${id}`,
  owner,
  ownerId: '',
  territory: '',
  to,
  country: 'US',
  state: 'TX',
  postalCode: '',
  ...more,
});
const input = (accounts: LoadInput['accounts'], more: Partial<LoadInput> = {}): LoadInput => ({
  target: 'plain',
  effective: '2027-01-01',
  accounts,
  territories: people.map(({ name }, j) => ({ name: `T${j}`, owner: name })),
  people: new People([people]),
  exports: {},
  cell: () => '',
  formatOf: () => undefined,
  ...more,
});
const rowsOf = (given: LoadInput, key: string) =>
  planLoads(given).files.find((file) => file.key === key)?.rows;

test('a plain list of moves, and the same the other way round', () => {
  const given = input([
    account('7', 'Lee, Ann', 0),
    account('8', 'Ann Lee', 1, { territory: 'West' }),
    account('9', 'ANN LEE', 0, { territory: 'West' }),
  ]);
  expect(rowsOf(given, 'moves')).toEqual([
    ['8', 'Account 8', 'West', 'T1', 'Ann Lee', 'Bo Kay', '2027-01-01'],
    ['9', 'Account 9', 'West', 'T0', 'ANN LEE', 'Ann Lee', '2027-01-01'],
  ]);
  expect(rowsOf(given, 'movesBack')).toEqual([
    ['8', 'Account 8', 'T1', 'West', 'Bo Kay', 'Ann Lee', '2027-01-01'],
    ['9', 'Account 9', 'T0', 'West', 'Ann Lee', 'ANN LEE', '2027-01-01'],
  ]);
});

test('ids of 18 characters that are none of Salesforce are two where their last three differ', () => {
  const given = input(
    [account('ACCOUNT00000000101', 'Ann Lee', 1), account('ACCOUNT00000000102', 'Bo Kay', 0)],
    {
      target: 'hubspot',
    },
  );
  expect(rowsOf(given, 'owners')).toEqual([
    ['ACCOUNT00000000101', 'bo@example.com'],
    ['ACCOUNT00000000102', 'ann@example.com'],
  ]);
  expect(planLoads(given).problems).toEqual([]);
});

test('HubSpot takes owners by e-mail; who had none cannot be given back, and that is said', () => {
  const given = input(
    [
      account('1', 'Ann Lee', 1),
      account('2', '', 1),
      account('3', 'Gone Person', 1),
      account('4', 'bo@example.com', 1),
    ],
    {
      target: 'hubspot',
    },
  );
  expect(rowsOf(given, 'owners')).toEqual([
    ['1', 'bo@example.com'],
    ['2', 'bo@example.com'],
  ]);
  expect(rowsOf(given, 'ownersBack')).toEqual([['1', 'ann@example.com']]);
  expect(planLoads(given).problems.map(({ code, blocks, account: which }) => [code, blocks, which])).toEqual([
    ['noClear', false, 'Account 2'],
    ['noOldOwner', true, 'Account 3'],
  ]);
});

test('Dynamics gets its three stamps back unchanged; a row without them is not loaded', () => {
  const stamps: Record<string, (string | number)[]> = {
    '(Do Not Modify) Account': ['guid-1', 'guid-2'],
    '(Do Not Modify) Row Checksum': ['abc==', ''],
    '(Do Not Modify) Modified On': [46_000.5, 46_001.5],
  };
  const given = input([account('guid-1', 'Ann Lee', 1), account('guid-2', 'Ann Lee', 1)], {
    target: 'dynamics',
    cell: (header, n) => stamps[header]?.[n] ?? '',
    formatOf: (header) => (header.endsWith('On') ? 'm/d/yyyy h:mm' : undefined),
  });
  const pack = planLoads(given);
  const file = pack.files.find(({ key }) => key === 'owners');
  expect(file?.rows).toEqual([['guid-1', 'abc==', 46_000.5, 'Bo Kay']]);
  expect(file && csvOf(file)).toBe(
    '(Do Not Modify) Account,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Owner\r\nguid-1,abc==,2025-12-09T12:00:00,Bo Kay\r\n',
  );
  expect(pack.problems.map(({ code }) => code)).toEqual(['noStamp']);
});

test('a routing table sends each place where most of its accounts are, and says how often that is right', () => {
  const zip = (postalCode: string, to: number) => account(postalCode, 'Ann Lee', to, { postalCode });
  const given = input([
    zip('75001', 0),
    zip('75001-1234', 0),
    zip('75001', 1),
    zip('2134', 1),
    account('x', 'Ann Lee', 1),
    account('y', 'Ann Lee', 0, { country: '', state: '' }),
  ]);
  expect(rowsOf(given, 'routing')).toEqual([
    ['US', '', '02134', 'T1', 'Bo Kay', 1, 1],
    ['US', '', '75001', 'T0', 'Ann Lee', 3, 2],
    ['US', 'TX', '', 'T1', 'Bo Kay', 5, 3],
    ['US', '', '', 'T1', 'Bo Kay', 5, 3],
  ]);
  expect(planLoads(given).accuracy).toEqual({ agree: 4, of: 5, unseen: 2 });
  expect(rowsOf(given, 'zipLists')).toEqual([
    ['T0', 'Ann Lee', '75001'],
    ['T1', 'Bo Kay', '02134'],
  ]);
});

test('who is alone with a postcode would be sent with those of the state', () => {
  const far = ['75001', '75002', '75003'].map((postalCode) =>
    account(postalCode, 'Ann Lee', 1, { postalCode }),
  );
  expect(planLoads(input(far)).accuracy).toEqual({ agree: 3, of: 3, unseen: 3 });
});

test('an id that stands twice changes owner once, unless its rows go to different people', () => {
  const hubspot = (accounts: LoadInput['accounts']) => {
    const given = input(accounts, { target: 'hubspot' });
    return [rowsOf(given, 'owners'), planLoads(given).problems.map(({ code }) => code)];
  };
  const one = account('1', 'Ann Lee', 1);
  expect(hubspot([one, one])).toEqual([[['1', 'bo@example.com']], []]);
  expect(hubspot([one, account('1', 'Ann Lee', 0)])).toEqual([[], ['idTwice']]);
});

test('where territories share places a table tells accounts apart by industry and size, if that sends unknown ones better', () => {
  // Banks go to one, the rest by size: the same ZIPs for all.
  const all = Array.from({ length: 36 }, (_, n) => {
    const industry = n % 3 === 0 ? 'Banking' : 'Retail';
    const size = 20 + ((n * 13) % 40) * 10;
    const to = industry === 'Banking' ? 0 : size < 200 ? 1 : 2;
    return account(String(n), 'Ann Lee', to, { postalCode: `7500${n % 4}`, industry, size });
  });
  const given = input(all, {
    territories: ['Banks', 'Small', 'Large'].map((name) => ({ name, owner: name })),
    sizeHeader: 'Employees',
  });
  const pack = planLoads(given);
  const file = pack.files.find(({ key }) => key === 'routing');
  expect(file?.header).toEqual([
    ...['Country', 'State', 'Postal Code', 'Industry', 'Employees From', 'Employees Below'],
    ...['Territory', 'Owner', 'Accounts', 'In This Territory'],
  ]);
  // One bank alone is small: without it nobody knows where small banks go.
  expect(pack.accuracy).toEqual({ agree: 36, of: 36, unseen: 35 });
  // The first line that fits is followed, by whoever reads the file: it sends every account where the plan has it.
  const rows = file?.rows ?? [];
  const sent = all.map(({ country, state, postalCode, ...one }) => {
    const { industry, size } = one as unknown as { industry: string; size: number };
    const fits = (cell: unknown, value: string) => cell === '' || cell === value;
    return rows.find(
      ([c, s, z, i, from = '', below = '']) =>
        fits(c, country) &&
        fits(s, state) &&
        fits(z, postalCode) &&
        fits(i, industry) &&
        (from === '' || size >= Number(from)) &&
        (below === '' || size < Number(below)),
    )?.[6];
  });
  expect(sent).toEqual(all.map(({ to }) => ['Banks', 'Small', 'Large'][to]));
  // A trait that says no more than the places do is no column.
  const plain = input(
    all.map((one, n) => ({ ...one, to: n % 4 })),
    { sizeHeader: 'Employees' },
  );
  expect(planLoads(plain).files.find(({ key }) => key === 'routing')?.header).toEqual([
    ...['Country', 'State', 'Postal Code', 'Territory', 'Owner', 'Accounts', 'In This Territory'],
  ]);
});

test('postcodes that do not fit into one cell go on in a row of the same name', () => {
  const many = Array.from({ length: 6000 }, (_, n) =>
    account(String(n), 'Ann Lee', 0, { postalCode: String(10_000 + n) }),
  );
  const rows = rowsOf(input(many), 'zipLists') ?? [];
  expect(rows.map(([name]) => name)).toEqual(['T0', 'T0']);
  const lists = rows.map(([, , list]) => String(list));
  expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(32_767);
  expect(lists.flatMap((list) => list.split(', '))).toEqual(many.map(({ postalCode }) => postalCode));
});

test('texts that a spreadsheet would take for formulas are told, not altered', () => {
  const pack = planLoads(input([account('=1+1', 'Ann Lee', 1)]));
  expect(pack.files.find(({ key }) => key === 'moves')?.rows[0]?.[0]).toBe('=1+1');
  expect(pack.problems).toContainEqual({
    file: 'moves',
    code: 'formulaText',
    blocks: false,
    parameters: { count: 1, text: '=1+1' },
  });
});

test('files are as RFC 4180 has them', () => {
  expect(
    csvOf({
      header: ['Id', 'A, "b"'],
      rows: [
        ['00123', 'line\nbreak'],
        ['é', ''],
      ],
    }),
  ).toBe('Id,"A, ""b"""\r\n00123,"line\nbreak"\r\né,\r\n');
});

test('the CRM is told by its own marks', () => {
  const ids = (id: string) => Array.from({ length: 3 }, () => ({ id }));
  expect([
    targetOf(
      ['(Do Not Modify) Account', '(Do Not Modify) Row Checksum', '(Do Not Modify) Modified On'],
      'x',
      ids('g'),
    ),
    targetOf(['Account ID'], 'Account ID', ids('001000000000001')),
    targetOf(['Record ID'], 'Record ID', ids('12345')),
    targetOf(['Account ID'], 'Account ID', ids('12345')),
    targetOf(['Name'], undefined, []),
  ]).toEqual(['dynamics', 'salesforce', 'hubspot', 'plain', 'plain']);
});

test('who is not in the CRM’s own export of users owns nothing, and an id that lost its digits goes nowhere', () => {
  const users = {
    rowCount: 1,
    text: () => '',
    has: () => true,
  };
  const given = (isUser: boolean, more: object = {}) =>
    input([account('1', 'Ann Lee', 1, more)], {
      target: 'hubspot',
      exports: { users },
      people: new People([people.map((one) => ({ ...one, ...(isUser ? { isUser } : {}) }))]),
    });
  expect(rowsOf(given(true), 'owners')).toEqual([['1', 'bo@example.com']]);
  expect(rowsOf(given(false), 'owners')).toEqual([]);
  expect(planLoads(given(false)).problems.map(({ file, code }) => [file, code])).toContainEqual([
    'owners',
    'noUser',
  ]);
  const damaged = planLoads(given(true, { isDamaged: true }));
  expect(damaged.files.filter(({ rows, key }) => rows.length > 0 && key !== 'routing')).toEqual([]);
  expect(damaged.problems.map(({ file, code }) => [file, code])).toEqual([
    ['moves', 'damagedId'],
    ['owners', 'damagedId'],
  ]);
});

test('an inactive owner gets nothing and keeps what he has; who had no owner is in no rollback of Dynamics', () => {
  const inactive = new People([people.map((one) => ({ ...one, active: one.name !== 'Bo Kay' }))]);
  const given = input([account('1', 'Ann Lee', 1), account('2', 'Bo Kay', 1)], { people: inactive });
  expect(rowsOf(given, 'moves')).toEqual([]);
  expect(planLoads(given).problems.map(({ code, account: which }) => [code, which])).toEqual([
    ['inactiveUser', 'Account 1'],
  ]);
  expect(planLoads(given).changed).toBe(1);
  const dynamics = input([account('1', '', 1)], { target: 'dynamics', cell: () => 'stamp' });
  expect(rowsOf(dynamics, 'owners')).toHaveLength(1);
  expect(rowsOf(dynamics, 'ownersBack')).toEqual([]);
  expect(planLoads(dynamics).problems.map(({ code }) => code)).toEqual(['noClear']);
});

test('what is promised for a day to come goes in two steps in the list of moves, and waits in every other file', () => {
  const held = { to: 1, until: '2027-03-31' };
  const given = (target: LoadInput['target']) =>
    input(
      [
        // Somebody else’s today, Bo’s until then, Ann’s afterwards; and one that Bo has already.
        account('1', 'Ann Lee', 0, { held, since: '2027-04-01', territory: 'West' }),
        account('2', 'Bo Kay', 0, { held, since: '2027-04-01' }),
        account('3', 'Bo Kay', 0),
      ],
      { target },
    );
  expect(rowsOf(given('plain'), 'moves')).toEqual([
    ['1', 'Account 1', 'West', 'T1', 'Ann Lee', 'Bo Kay', '2027-01-01'],
    ['1', 'Account 1', 'T1', 'T0', 'Bo Kay', 'Ann Lee', '2027-04-01'],
    ['2', 'Account 2', '', 'T0', 'Bo Kay', 'Ann Lee', '2027-04-01'],
    ['3', 'Account 3', '', 'T0', 'Bo Kay', 'Ann Lee', '2027-01-01'],
  ]);
  expect(planLoads(given('plain')).problems).toEqual([]);
  const hubspot = planLoads(given('hubspot'));
  expect(hubspot.files.find(({ key }) => key === 'owners')?.rows).toEqual([
    ['1', 'bo@example.com'],
    ['3', 'ann@example.com'],
  ]);
  expect(hubspot.problems).toEqual(
    ['Account 1', 'Account 2'].map((which) =>
      expect.objectContaining({
        code: 'held',
        account: which,
        parameters: { owner: 'Bo Kay', day: '2027-03-31' },
      }),
    ),
  );
});

test('what waits where nobody is to own it goes from whoever has it today, and back to him', () => {
  const held = { to: 1, until: '2027-03-31' };
  const moved = { held, since: '2027-04-01', territory: 'West' };
  const open = { name: 'T1', owner: '' };
  const away = [people[0] ?? { name: '' }, { name: 'Bo Kay', active: false, isUser: true }];
  for (const [territory, team, code] of [
    [open, people, 'openTerritory'],
    [{ name: 'T1', owner: 'Bo Kay' }, away, 'inactiveUser'],
  ] as const) {
    const given = input([account('1', 'Cy Fox', 0, moved)], {
      territories: [{ name: 'T0', owner: 'Ann Lee' }, territory],
      people: new People([team]),
    });
    expect(rowsOf(given, 'moves')).toEqual([
      ['1', 'Account 1', 'West', 'T0', 'Cy Fox', 'Ann Lee', '2027-04-01'],
    ]);
    expect(rowsOf(given, 'movesBack')).toEqual([
      ['1', 'Account 1', 'T0', 'West', 'Ann Lee', 'Cy Fox', '2027-04-01'],
    ]);
    expect(planLoads(given).problems).toMatchObject([{ file: 'moves', code, account: 'Account 1' }]);
  }
});

test('a place that two share alike goes by the account that comes first', () => {
  const told = (accounts: LoadInput['accounts']) =>
    compareSystem(
      [{ row: 2, tie: '78701', cells: ['78701'], territory: 'T1' }],
      'place',
      () => [{ tie: '78701', cells: ['78701'] }],
      input(accounts),
    ).mismatches.map(({ code, to, differ }) => [code, to, differ]);
  expect(told([account('1', '', 1), account('2', '', 0)])).toEqual([['shared', 1, 1]]);
  expect(told([account('1', '', 0), account('2', '', 1)])).toEqual([['territory', 0, 1]]);
  expect(told([account('1', '', 0), account('2', '', 1), account('3', '', 1)])).toEqual([['shared', 1, 1]]);
});
