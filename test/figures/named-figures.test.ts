import { alternativesOf } from '../../src/app/alternatives';
import { changeSettings } from '../../src/app/actions/change-settings';
import { lookAgain } from '../../src/app/actions/look-again';
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
const openBook = async (team = TEAM): Promise<void> => {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: team } });
};

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

  // What is given to her by hand is hers in the next design.
  await type('Accounts', 'Territory', isOf('Account ID', 'A120'), named['Territory'] ?? '');
  await store.run(design);
  const { designed } = store.state;
  const seat = designed?.plan.territories.findIndex(({ owner }) => owner === 'Nora Key');
  expect(designed?.plan.assignment[20]).toBe(seat);
  expect(designed?.plan.assignment.filter((j) => j === seat).length).toBe(9);
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
