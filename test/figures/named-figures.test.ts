import { alternativesOf } from '../../src/app/alternatives';
import { changeSettings } from '../../src/app/actions/change-settings';
import { lookAgain } from '../../src/app/actions/look-again';
import { writeSheet } from '../../src/app/actions/write-sheet';
import { rebalance } from '../../src/app/actions/rebalance';
import { previewOf } from '../../src/app/pages/design/preview';
import { standingView } from '../../src/app/pages/design/standing';
import { numbers } from '../../src/text/numbers';
import type { Store } from '../../src/app/store';
import { cities } from '../support/cities';
import { valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { closedPane, keptAsShown } from '../support/pane';
import { isOf, typingInto } from '../support/typing';
import { design } from '../../src/app/actions/design';
import { open as openPane } from '../../src/app/actions/open';
import { sum, tableIn, type Row } from './audit';

/** Seats for named accounts: what they hold is outside the balance, and everything else is fair as if they were not there. */

const HEADERS = [
  'Account ID',
  'Account Name',
  'Account Owner',
  'City',
  'State',
  'Potential',
  'ARR',
  'Named Account',
];
const CITIES = cities(4);
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
/** Eight accounts are Nora's, two of them not marked; one that is marked is Ana's. None of Nora's has ARR. */
const ROWS = Array.from({ length: 44 }, (_, i): Cell[] => {
  const isHers = i < 8;
  return [
    `A${String(100 + i)}`,
    `Account ${String(i)}`,
    isHers ? 'Nora Key' : (OWNERS[(i * 5) % 3] ?? ''),
    ...(CITIES[i % 4] ?? []),
    isHers ? 40_000 : 1000 + ((i * 613) % 900),
    isHers ? 0 : 200 + ((i * 331) % 300),
    (isHers && i > 1) || i === 8 ? 'Yes' : 'No',
  ];
});
const TEAM: Cell[][] = [
  ['Rep ID', 'Rep Name', 'Role', 'Manager', 'FTE'],
  ['R1', 'Ana Ruiz', 'Account Executive', 'Lee Mo', 1],
  ['R2', 'Ben Ito', 'Account Executive', 'Lee Mo', 0.5],
  ['R3', 'Nora Key', 'Strategic Account Manager', 'Lee Mo', 1],
  ['R4', 'Cy Fox', 'Account Executive', 'Kim Oz', 1],
  ['R5', 'Gil New', 'Named Account Executive', 'Kim Oz', 1],
];

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});
const type = typingInto(() => book);
const openBook = async (team = TEAM, list: readonly Cell[][] = [HEADERS, ...ROWS]): Promise<void> => {
  book = await openWorkbook({ sheets: { Export: list, Team: team } });
};
/** Opens and designs, and nothing else. @returns the plan with all that is said of it, and who has each account */
async function designed(settings: { territories?: number; namedSeats?: boolean } = {}) {
  store = closedPane();
  await store.run(openPane);
  if (Object.keys(settings).length > 0) await store.run(changeSettings, settings);
  await store.run(design);
  const { designed: made, understanding } = store.state;
  if (made === undefined || understanding === undefined) throw new Error('Nothing is designed.');
  const { assignment, territories, notices } = made.plan;
  const said = [...understanding.choices.notices, ...notices];
  return {
    plan: made.plan,
    holds: understanding.bound.find(({ key }) => key === 'namedSeats')?.holds,
    said: (code: string) => said.find((notice) => notice.code === code)?.params,
    named: territories.flatMap(({ named, owner }) => (named === true ? [owner] : [])),
    owners: Array.from(assignment, (j) => (j < 0 ? undefined : territories[j]?.owner)),
  };
}
const roles = (...of: readonly string[]): Cell[][] =>
  TEAM.slice(0, 5).map((line, n) =>
    n === 0 ? line : [...line.slice(0, 2), of[n - 1] ?? '', ...line.slice(3)],
  );
/** The list with a column more. */
const withColumn = (header: string, of: (i: number) => Cell): Cell[][] => [
  [...HEADERS, header],
  ...ROWS.map((row, i) => [...row, of(i)]),
];

/** Balance from the rows: the named seat without a share, all others by what is left. */
async function audit(metrics: readonly string[]): Promise<{ named: Row; rows: readonly Row[] }> {
  const [headers = [], ...body] = await valuesOf(book, 'Export');
  const rows = body.map((line) =>
    Object.fromEntries(headers.map((header, c) => [String(header), line[c] ?? ''])),
  );
  const cells = await valuesOf(book, 'Balance');
  const balance = tableIn(cells, 'Territory', 'Owner');
  const named = balance.find(isOf('Owner', 'Nora Key'));
  if (named === undefined) throw new Error('She has no territory.');
  const others = balance.filter((row) => row !== named);
  const held = (row: Row) => rows.filter(isOf('Territory', row['Territory'] ?? ''));
  const of = (some: readonly Row[], header: string) => sum(some.map((row) => Number(row[header])));
  const shareOf = (row: Row) => (row['Owner'] === 'Ben Ito' ? 0.5 : 1);
  const shares = sum(others.map(shareOf));
  metrics.forEach((metric, m) => {
    const [target, index] =
      m === 0 ? ['Target', '% of fair share'] : [`${metric} target`, `${metric} % of fair share`];
    const rest = sum(others.map((row) => of(held(row), metric)));
    for (const row of others) {
      const fair = (rest * shareOf(row)) / shares;
      expect(row[metric]).toBeCloseTo(of(held(row), metric), 6);
      expect(row[target]).toBeCloseTo(fair, 6);
      expect(row[index]).toBeCloseTo(of(held(row), metric) / fair, 9);
    }
    expect(named).toMatchObject({ [metric]: of(held(named), metric), [target]: 0, [index]: '' });
  });
  expect(named).toMatchObject({ Status: 'Named', 'Capacity share': 0, 'In band?': 'Yes' });
  const inBand = others.filter(isOf('In band?', 'Yes')).length;
  const said =
    metrics.length === 1
      ? `${String(inBand)} of 3 territories within`
      : `${String(inBand)} of 3 territories are within`;
  expect(cells.flat().some((cell) => String(cell).startsWith(said))).toBe(true);
  // Beside the mean of a full seat of those that share, and of nothing of hers.
  const worth = tableIn(cells, 'Territory', 'Potential here');
  const mean = sum(others.map((row) => of(held(row), 'Potential'))) / shares;
  for (const row of others)
    expect(worth.find(isOf('Territory', row['Territory'] ?? ''))?.['Potential, of mean']).toBeCloseTo(
      of(held(row), 'Potential') / shareOf(row) / mean,
      9,
    );
  expect(worth.find(isOf('Territory', named['Territory'] ?? ''))?.['Potential, of mean']).toBe('');
  // A manager's share is of what has one.
  for (const manager of ['Lee Mo', 'Kim Oz']) {
    const line = cells.find(
      (row) => row.includes(manager) && row[row.indexOf(manager) + 1] === '' && !row.includes('Filled'),
    );
    const mine = others.filter(isOf('Manager', manager));
    const [metric = ''] = metrics;
    const fair = sum(mine.map((row) => Number(row['Target'])));
    expect(line).toContainEqual(expect.closeTo(sum(mine.map((row) => of(held(row), metric))) / fair, 9));
  }
  return { named, rows };
}

test('what a seat for named accounts holds stays there, and the others are fair among themselves', async () => {
  await openBook();
  store = await keptAsShown('en');
  const { named, rows } = await audit(['Potential']);
  const hers = rows.filter(isOf('Territory', named['Territory'] ?? ''));
  expect(hers.map((row) => row['Account ID'])).toEqual(ROWS.slice(0, 8).map(([id]) => id));
  expect(hers.every((row) => String(row['Reason']).includes('Named account'))).toBe(true);
  const { understanding, standing } = store.state;
  const words = understanding?.choices.notices.map(({ code, params }) => [code, params]) ?? [];
  expect(words).toContainEqual(['namedSeats', { count: 1, names: 'Nora Key', accounts: 8 }]);
  expect(words).toContainEqual(['namedWaiting', { count: 1, names: 'Gil New' }]);
  expect(words).toContainEqual(['namedElsewhere', { count: 1 }]);
  expect(understanding?.bound).toContainEqual({ key: 'namedSeats', holds: true });
  expect(standing?.record.territories.map(({ owner }) => owner)).not.toContain('Gil New');

  // A manager's share on Sign-off is that on Balance.
  await store.run(writeSheet, 'sign-off');
  const balance = await valuesOf(book, 'Balance');
  for (const team of tableIn(await valuesOf(book, 'Sign-off'), 'Manager', 'Territories')) {
    const line = balance.find(
      (row) => row.includes(team['Manager'] ?? '') && row[row.indexOf(team['Manager'] ?? '') + 1] === '',
    );
    expect(line).toContainEqual(team['% of fair share']);
    expect(team['% of fair share']).toBeLessThan(1.5);
  }

  // Nothing is proposed for her, or taken from her, and the pane shows no share of hers.
  if (understanding === undefined || standing === undefined) throw new Error('No plan stands.');
  const bars = standingView(standing, understanding, store.state.pending, store.say, numbers('en')).metrics[0]
    ?.bars;
  expect(bars?.map(({ name }) => name)).toEqual(
    standing.record.territories.filter(({ owner }) => owner !== 'Nora Key').map(({ name }) => name),
  );
  for (let i = 8; i < 16; i++)
    await type(
      'Accounts',
      'Territory',
      isOf('Account ID', `A${String(100 + i)}`),
      standing.record.territories[0]?.name ?? '',
    );
  await store.run(lookAgain);
  await store.run(rebalance, 1);
  const after = await audit(['Potential']);
  expect(after.rows.filter(isOf('Territory', named['Territory'] ?? '')).length).toBe(8);

  // What is given to her by hand is hers in the next design, and what is taken from her is not.
  await type('Accounts', 'Territory', isOf('Account ID', 'A120'), named['Territory'] ?? '');
  const other = standing.record.territories.findIndex(({ owner }) => owner === 'Ana Ruiz');
  const hands = standing.record.territories[other]?.name ?? '';
  await type('Accounts', 'Territory', isOf('Account ID', 'A103'), hands);
  await store.run(design);
  const { designed } = store.state;
  const seat = designed?.plan.territories.findIndex(({ owner }) => owner === 'Nora Key');
  expect(designed?.plan.assignment[20]).toBe(seat);
  expect(designed?.plan.assignment[3]).toBe(other);
  expect(designed?.plan.assignment.filter((j) => j === seat).length).toBe(8);
});

test('of a metric of which she holds nothing too; on several metrics each is fair without her', async () => {
  await openBook();
  store = await keptAsShown('en', {
    balance: [
      { metric: 'potential', tolerance: 0.2 },
      { metric: 'arr', tolerance: 0.2 },
    ],
  });
  await audit(['Potential', 'ARR']);
});

test('the user may have it otherwise, and where the list marks none, or roles say nothing, nothing is set apart', async () => {
  await openBook();
  store = closedPane();
  for (const action of [openPane, design]) await store.run(action);
  const shown = () => {
    const { designed } = store.state;
    return designed === undefined ? undefined : previewOf(designed, store.say, numbers('en'));
  };
  expect(shown()?.metrics[0]?.bars.length).toBe(3);
  await store.run(changeSettings, { namedSeats: false });
  await store.run(design);
  expect(shown()?.metrics[0]?.bars.length).toBe(5);
  expect(store.state.understanding?.bound).toContainEqual({ key: 'namedSeats', holds: false });
  expect(alternativesOf(store.state).plans.length).toBeGreaterThan(0);
  book.dispose();

  await openBook(
    TEAM.map((line, n) => (n === 0 ? line : [...line.slice(0, 2), 'Account Executive', ...line.slice(3)])),
  );
  store = closedPane();
  await store.run(openPane);
  expect(store.state.understanding?.bound).toEqual([]);
  expect(store.state.understanding?.choices.seats.length).toBe(5);
});

test('a title alone sets nobody apart: it takes accounts that are mostly marked, where others hardly are', async () => {
  const kam = 'Key Account Manager';
  const rare = (i: number) => (i % 13 === 9 ? 'Yes' : 'No');
  const marks = (of: (i: number) => Cell, header = 'Named Account'): Cell[][] => [
    [...HEADERS.slice(0, 7), header],
    ...ROWS.map((row, i) => [...row.slice(0, 7), of(i)]),
  ];
  // All but one are key account managers, and a few accounts are targets of marketing.
  await openBook(roles(kam, kam, kam, 'Account Executive'), marks(rare, 'Target Account'));
  const titles = await designed();
  expect(titles).toMatchObject({ holds: false, named: [] });
  expect(titles.said('namedShare')).toMatchObject({ why: 'few', count: 3, accounts: 32, marked: 2 });
  expect(titles.plan.metrics[0]?.target.every((target) => target > 0)).toBe(true);
  // The user says so: then they stand apart all the same.
  expect(await designed({ namedSeats: true })).toMatchObject({
    holds: true,
    named: ['Ana Ruiz', 'Ben Ito', 'Nora Key'],
  });
  book.dispose();

  // Three of her eight are marked, and none elsewhere: that is not mostly.
  await openBook(
    TEAM,
    marks((i) => (i < 3 ? 'Yes' : 'No')),
  );
  const some = await designed();
  expect(some).toMatchObject({ holds: false, named: [] });
  // Whoever comes new to such a role shares, too.
  expect(some.plan.territories.map(({ owner }) => owner)).toContain('Gil New');
  book.dispose();

  // What is marked everywhere tells nobody apart.
  await openBook(
    TEAM,
    // Six of her eight, and two in five of the others': twice as much would be more than all of hers.
    marks((i) => ((i < 8 ? i < 6 : i % 20 < 9) ? 'Yes' : 'No')),
  );
  expect(await designed()).toMatchObject({ holds: false, named: [] });
  book.dispose();

  // All have the title: the one who holds the named accounts has them apart.
  await openBook([...roles(kam, kam, kam, kam), ['R5', 'Gil New', kam, 'Kim Oz', 1]]);
  const one = await designed();
  expect(one).toMatchObject({ holds: true, named: ['Nora Key'] });
  expect(one.owners.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => 'Nora Key'));
  expect(one.plan.territories.map(({ owner }) => owner)).toContain('Gil New');
  expect(one.said('namedShare')).toMatchObject({ why: 'few', count: 3, accounts: 36, marked: 1 });
  book.dispose();

  // Nobody would be left to share what is left.
  await openBook(
    roles(kam, kam, kam, kam),
    marks(() => 'Yes'),
  );
  const none = await designed({ namedSeats: true });
  expect(none).toMatchObject({ holds: false, named: [] });
  expect(none.said('namedShare')).toMatchObject({ why: 'nothing', count: 4 });
});

test('fewer or more territories than seats: those of named accounts keep theirs, and an open one waits', async () => {
  await openBook([...TEAM.slice(0, 5), ['R5', 'TBH', 'Named Account Executive', 'Kim Oz', 1]]);
  const asTeam = await designed();
  expect(asTeam.plan.territories.map(({ owner }) => owner)).toEqual([
    'Ana Ruiz',
    'Ben Ito',
    'Nora Key',
    'Cy Fox',
  ]);
  expect(asTeam.said('namedWaiting')).toMatchObject({ count: 1 });
  const few = await designed({ territories: 2 });
  expect(few.plan.territories.map(({ owner }) => owner).sort()).toEqual(['Ana Ruiz', 'Nora Key']);
  expect(few.owners.filter((owner) => owner === 'Nora Key').length).toBe(8);
  expect(few.said('seatsWithout')).toMatchObject({ names: 'Ben Ito, Cy Fox', seats: 4 });
  const more = await designed({ territories: 5 });
  expect(more.plan.territories.length).toBe(5);
  expect(more.named).toEqual(['Nora Key']);
});

test('of what she holds, what partners look after is not carved; of a segment that only she has, and of families, it is said', async () => {
  await openBook(
    TEAM,
    withColumn('Coverage', (i) => (i === 0 || i === 9 ? 'partner' : i === 1 ? 'do not assign' : 'direct')),
  );
  const covered = await designed();
  expect([0, 1, 9].map((i) => covered.owners[i])).toEqual([undefined, undefined, undefined]);
  expect(covered.said('namedSeats')).toEqual({ count: 1, names: 'Nora Key', accounts: 6 });
  book.dispose();

  // Three accounts that others hold are of the segment that is hers alone.
  const segments = ['Small', 'Mid', 'Strategic', 'Small'];
  await openBook(
    TEAM.slice(0, 5).map((line, n) => [...line, n === 0 ? 'Segment' : (segments[n - 1] ?? '')]),
    withColumn('Segment', (i) => (i < 11 ? 'Strategic' : i % 3 === 0 ? 'Mid' : 'Small')),
  );
  const bound = await designed();
  expect([8, 9, 10].map((i) => bound.owners[i])).toEqual([undefined, undefined, undefined]);
  expect(bound.said('nowhere.segment')).toMatchObject({ segment: 'Strategic', accounts: 3 });
  expect(bound.plan.reason(8)).toMatchObject({ code: 'ineligible', by: { rule: 'segment' } });
  book.dispose();

  // Of a family she holds the parent: its other members stay together, and nobody says that they are locked.
  await openBook(
    TEAM,
    withColumn('Parent Account ID', (i) => (i >= 20 && i < 23 ? 'A100' : '')),
  );
  const family = await designed();
  expect(family.said('obstacle.conflict')).toBeUndefined();
  expect(family.said('namedFamilies')).toEqual({ accounts: 3, families: 1 });
  expect(new Set([20, 21, 22].map((i) => family.owners[i])).size).toBe(1);
  expect(family.owners[20]).not.toBe('Nora Key');
  expect(family.owners[0]).toBe('Nora Key');
  book.dispose();

  // Where no more than states is known, those of a state go together, but for hers.
  await openBook(
    TEAM,
    [HEADERS, ...ROWS].map((row) => row.filter((_, c) => c !== 3)),
  );
  const states = await designed();
  expect(states.said('obstacle.conflict')).toBeUndefined();
  expect(states.owners.map((owner) => owner === 'Nora Key')).toEqual(ROWS.map((_, i) => i < 8));
});
