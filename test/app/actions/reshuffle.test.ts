import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { lookAgain } from '../../../src/app/actions/look-again';
import { placeStrays } from '../../../src/app/actions/place-strays';
import { rebalance } from '../../../src/app/actions/rebalance';
import { spreadTerritory } from '../../../src/app/actions/spread-territory';
import { tableIn } from '../../figures/audit';
import { openSample, valuesOf } from '../../support/job';
import { byAccount, openList, sortList } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { openDeals, typeInList, yearView } from '../../support/year';
import { keptPane } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const of = (territories: Readonly<Record<string, Cell>>, name: Cell): string[] =>
  Object.keys(territories).filter((id) => territories[id] === name);

/** Two segments with two seats each; every fourth account has the one before as its parent. */
const openSegments = (): Promise<OpenWorkbook> =>
  openDeals(
    [
      ['Account ID', 'Account Name', 'Parent Account ID', 'City', 'State', 'Segment', 'Potential'],
      ...Array.from({ length: 40 }, (_, i): Cell[] => [
        `A${String(i).padStart(3, '0')}`,
        `Firm ${i}`,
        i % 4 === 3 ? `A${String(i - 1).padStart(3, '0')}` : '',
        ['Denver', 'Boise', 'Austin', 'Austin'][i % 4] ?? '',
        ['CO', 'ID', 'TX', 'TX'][i % 4] ?? '',
        i < 20 ? 'Enterprise' : 'SMB',
        100 + ((i * 37) % 50),
      ]),
    ],
    {
      Reps: [
        ['Rep ID', 'Name', 'Segment'],
        ['R1', 'Ana Ruiz', 'Enterprise'],
        ['R2', 'Ben Ito', 'Enterprise'],
        ['R3', 'Cleo Park', 'SMB'],
        ['R4', 'Dan Roe', 'SMB'],
      ],
    },
  );

test('what goes against a lock, a family or a segment is marked, stays, and is on the log', async () => {
  book = await openSegments();
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const enterprise = [was['A000'], was['A001'], was['A002']];
  const smb = was['A020'] ?? '';
  const other = (id: string): string =>
    String(
      [...new Set(Object.values(was))].find(
        (name) => name !== was[id] && Number(id.slice(1)) < 20 === of(was, name).some((one) => one < 'A020'),
      ),
    );
  expect(enterprise).not.toContain(smb);
  // A000 is locked; A002 leaves its child A003; A005 goes to the other segment; A008 is a plain change.
  await typeInList(book, {
    A000: { Lock: 'Keep here', Territory: other('A000') },
    A002: { Territory: other('A002') },
    A005: { Territory: String(smb) },
    A008: { Territory: other('A008') },
  });
  await store.run(lookAgain);
  const { proposed } = yearView(store);
  expect(proposed.count).toBe(4);
  expect(proposed.listed).toEqual([
    `Firm 0: ${was['A000']} → ${other('A000')} (locked: Keep here)`,
    `Firm 2: ${was['A002']} → ${other('A002')} (apart from 1 account of its family)`,
    `Firm 5: ${was['A005']} → ${smb} (not a territory for segment Enterprise)`,
    `Firm 8: ${was['A008']} → ${other('A008')}`,
  ]);
  expect(proposed.against).toMatch(/^3 changes go against a rule of the plan/);
  await store.run(acceptChanges, { by: 'Eva', reason: '', effective: '2027-01-01' });
  expect(store.state.trouble).toBeUndefined();
  const log = tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
  expect(log.map(({ Against }) => Against)).toEqual([
    'locked: Keep here',
    'apart from 1 account of its family',
    'not a territory for segment Enterprise',
    '',
  ]);
});

test('a family that moves together leaves nobody behind', async () => {
  book = await openSegments();
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const to = String(
    [...new Set(['A000', 'A001', 'A002'].map((id) => was[id]))].find((name) => name !== was['A002']),
  );
  await typeInList(book, { A002: { Territory: to }, A003: { Territory: to } });
  await store.run(lookAgain);
  expect(yearView(store).proposed).toMatchObject({ count: 2, against: undefined });
});

test('with more changes than are listed those against a rule come first', async () => {
  book = await openSegments();
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const [one, two] = [...new Set(Object.values(was).slice(0, 20))].map(String);
  const moved = Object.keys(was).filter((id) => id < 'A020' && Number(id.slice(1)) % 4 < 2);
  await typeInList(book, {
    ...Object.fromEntries(moved.map((id) => [id, { Territory: String(was[id] === one ? two : one) }])),
    A016: { Territory: String(was['A016'] === one ? two : one), Lock: 'Keep here' },
  });
  await store.run(lookAgain);
  const { listed, more } = yearView(store).proposed;
  expect(listed[0]).toContain('(locked: Keep here)');
  expect(more).toBe('and 2 more');
});

test('of who leaves, everything goes to others within the rules, and nothing else moves', async () => {
  book = await openSegments();
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const gone = String(was['A000']);
  await typeInList(book, { A004: { Lock: 'Keep here' } });
  await sortList(book);
  await store.run(spreadTerritory, gone.toLowerCase());
  expect(store.state.trouble).toBeUndefined();
  const now = await byAccount(book, 'Territory');
  const left = of(was, gone);
  expect(store.state.news).toBe(
    `${left.length} accounts of ${gone.toLowerCase()} are proposed for other territories, not accepted yet.`,
  );
  expect(of(now, gone)).toEqual([]);
  const enterprise = new Set(
    Object.keys(was)
      .filter((id) => id < 'A020')
      .map((id) => was[id]),
  );
  for (const id of Object.keys(was)) {
    if (left.includes(id)) expect(enterprise).toContain(now[id]);
    else expect(now[id]).toBe(was[id]);
  }
  expect(yearView(store).proposed.count).toBe(left.length);
});

test('a territory of that name must be there', async () => {
  book = await openList('table');
  const store = await keptPane();
  await store.run(spreadTerritory, 'T99 Nowhere');
  expect(store.state.trouble).toBe('There is no territory T99 Nowhere in the plan that stands.');
});

test('the fewest moves bring a plan back, within what may move, and Unassigned stays', async () => {
  book = await openList('table', 60);
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const [one = '', two = ''] = [...new Set(Object.values(was))].map(String);
  const [nobody = '', ...rest] = of(was, two);
  const shifted = rest.slice(0, 8);
  await typeInList(book, {
    ...Object.fromEntries(shifted.map((id) => [id, { Territory: one }])),
    [nobody]: { Territory: 'Unassigned' },
  });
  await store.run(lookAgain);
  await store.run(acceptChanges, { by: '', reason: '', effective: '2027-01-01' });
  const before = await byAccount(book, 'Territory');
  const { out } = yearView(store);
  expect(out?.count).toBeGreaterThan(0);

  await store.run(rebalance, 0.02);
  expect(store.state.trouble).toBeUndefined();
  const few = await byAccount(book, 'Territory');
  const movedBy = (now: typeof few) => Object.keys(before).filter((id) => now[id] !== before[id]);
  // 2 % of 59 placed accounts is one.
  expect(movedBy(few).length).toBeLessThanOrEqual(1);
  expect(store.state.news).toContain(`${movedBy(few).length} move`);

  await store.run(rebalance, 1);
  expect(store.state.trouble).toBeUndefined();
  const whole = await byAccount(book, 'Territory');
  expect(movedBy(whole).length).toBeGreaterThan(1);
  expect(movedBy(whole).length).toBeLessThanOrEqual(9);
  expect(whole[nobody]).toBe('Unassigned');
  expect(yearView(store).out).toMatchObject({ count: 0 });
  expect(store.state.news).toContain('every territory is within its tolerances then.');
});

test('a part that is none is refused', async () => {
  book = await openList('table');
  const store = await keptPane();
  const before = await byAccount(book, 'Territory');
  for (const most of [NaN, -0.1, 1.5]) {
    await store.run(rebalance, most);
    expect(store.state.trouble).toBe('How many accounts may move is a part of them: between 0 and 100 %.');
  }
  expect(await byAccount(book, 'Territory')).toEqual(before);
});

test('who crossed a segment line, or came under another parent, is out of place and goes where the rules have it', async () => {
  book = await openSegments();
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  expect(yearView(store).strays).toBeUndefined();
  const parent = Object.keys(was).find(
    (id) => id > 'A007' && id < 'A020' && Number(id.slice(1)) % 4 < 2 && was[id] !== was['A002'],
  );
  await typeInList(book, {
    A001: { Segment: 'SMB' },
    A005: { Segment: 'SMB', Lock: 'Keep here' },
    // With A002 and A003 its family is three.
    [String(parent)]: { 'Parent Account ID': 'A002' },
  });
  await store.run(lookAgain);
  const { strays } = yearView(store);
  expect(strays?.text).toMatch(/^2 accounts stand where the rules of the plan do not have them/);
  expect([...(strays?.listed ?? [])].sort()).toEqual(
    [
      `Firm 1, in ${was['A001']}: not a territory for segment SMB`,
      `Firm ${Number(parent?.slice(1))}, in ${was[String(parent)]}: 2 accounts of its family are together elsewhere`,
    ].sort(),
  );
  await store.run(placeStrays);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toBe('2 accounts are proposed for the places that the rules have for them.');
  const now = await byAccount(book, 'Territory');
  const smb = new Set(
    Object.keys(was)
      .filter((id) => id >= 'A020')
      .map((id) => was[id]),
  );
  expect(smb).toContain(now['A001']);
  expect(now[String(parent)]).toBe(was['A002']);
  const moved = Object.keys(was).filter((id) => now[id] !== was[id]);
  expect(moved.sort()).toEqual(['A001', String(parent)].sort());
  expect(yearView(store).strays).toBeUndefined();
});

test('of a plan that was just kept nobody is out of place, families, locks and managers and all', async () => {
  book = await openSample({ accounts: 800 });
  const store = await keptPane();
  expect(store.state.understanding?.list.accounts.family.some((id) => id >= 0)).toBe(true);
  expect(yearView(store).strays).toBeUndefined();
});

test('of who leaves, the nearest take most, and none goes far above its share', async () => {
  book = await openSample({ accounts: 800 });
  const store = await keptPane();
  const { standing } = store.state;
  const gone = standing?.record.territories[0]?.name ?? '';
  await store.run(spreadTerritory, gone);
  expect(store.state.trouble).toBeUndefined();
  const after = store.state.standing;
  const [now] = after?.metrics ?? [];
  const shares = after?.record.territories.map(({ share = 1 }) => share) ?? [];
  const total = now?.load.reduce((sum, load) => sum + load, 0) ?? 0;
  const open = shares.slice(1).reduce((sum, share) => sum + share, 0);
  const index = shares.map((share, j) => (now?.load[j] ?? 0) / ((total * share) / open));
  expect(index[0]).toBe(0);
  // A single account may be larger than what is left below the limit.
  expect(Math.max(...index)).toBeLessThan(1.2);
  const takers = new Set(
    [...(standing?.assignment ?? [])].flatMap((at, i) => (at === 0 ? [after?.assignment[i] ?? -1] : [])),
  );
  expect(takers.size).toBeLessThan(shares.length / 2);
});
