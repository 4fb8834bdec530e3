import { carryOutDue } from '../../../src/app/actions/carry-out-due';
import { holdDeals } from '../../../src/app/actions/hold-deals';
import { writeLoads } from '../../../src/app/actions/write-loads';
import { daySerial, daysLater } from '../../../src/plan/schedule';
import type { Store } from '../../../src/app/store';
import { tableIn, type Row } from '../../figures/audit';
import { cities } from '../../support/cities';
import { valuesOf } from '../../support/job';
import { listRows, sortList } from '../../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { keptAsShown, pane } from '../../support/pane';
import { yearView } from '../../support/year';

/** An account moves, its deal stays until it closes: held by the day that its cell says. */

const TODAY = '2026-11-22';
const HEADERS = [
  'Account ID',
  'Account Name',
  'Account Owner',
  'City',
  'State',
  'Potential',
  'Renewal Date',
  'Open Pipeline',
  'Close Date',
];
const CITIES = cities(3);
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox', 'Gone Ty'];
/** Renewals from thirty days ago on, every ten days; deals of every third account, half of them without money. */
const ROWS = Array.from({ length: 36 }, (_, i): Cell[] => [
  `A${String(100 + i)}`,
  `Account ${String(i)}`,
  OWNERS[(i * 7) % 4] ?? '',
  ...(CITIES[i % 3] ?? []),
  1000 + ((i * 613) % 900),
  i % 2 === 0 ? daySerial(daysLater(TODAY, 10 * i - 30)) : '',
  i % 6 === 0 ? 50 : 0,
  i % 3 === 0 ? daySerial(daysLater(TODAY, 5 * i)) : '',
]);
const TEAM: Cell[][] = [
  ['Rep ID', 'Rep Name'],
  ...OWNERS.slice(0, 3).map((name, n) => [`R${String(n)}`, name]),
];

let book: OpenWorkbook;
let store: Store;
beforeEach(async () => {
  book = await openWorkbook({ sheets: { Export: [HEADERS, ...ROWS], Team: TEAM } });
  store = await keptAsShown('en', { aim: 'compact', continuity: 0 });
});
afterEach(() => {
  book.dispose();
});

/** Those that are to be held, by the cells of the list: moved between two who stay, with a day within ninety. */
const wanted = (rows: readonly Row[], date: (row: Row) => Cell) =>
  rows.filter((row) => {
    const [was, is] = [String(row['Account Owner']), String(row['Territory Owner'])];
    const ahead = Number(date(row)) - daySerial(TODAY);
    return was !== is && was !== 'Gone Ty' && date(row) !== '' && ahead >= 0 && ahead <= 90;
  });
const renews = (row: Row): Cell => row['Renewal Date'] ?? '';
const closes = (row: Row): Cell => (Number(row['Open Pipeline']) > 0 ? (row['Close Date'] ?? '') : '');
const held = (rows: readonly Row[]) =>
  rows.flatMap((row) =>
    row['Hold Until'] === '' || row['Hold Until'] === undefined
      ? []
      : [
          [
            row['Account ID'],
            row['Hold Owner'],
            row['Hold Until'],
            row['Territory'] === row['Accepted Territory'],
          ],
        ],
  );
const expected = (rows: readonly Row[], date: (row: Row) => Cell) =>
  wanted(rows, date).map((row) => [row['Account ID'], row['Account Owner'], date(row), true]);
const log = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');

test('what renews soon stays with its old owner until that day, in the list, on the log, in the files', async () => {
  const before = await listRows(book);
  const renewals = wanted(before, renews);
  expect(renewals.length).toBeGreaterThan(2);
  expect(yearView(store).holdable.map(({ kind, text }) => [kind, text])).toEqual([
    [
      'renewal',
      expect.stringContaining(`${String(renewals.length)} accounts that changed owner renew within`),
    ],
    ['openDeal', expect.stringMatching(/a deal that closes within/)],
  ]);
  await sortList(book);
  await store.run(holdDeals, 'renewal');
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toMatch(
    new RegExp(`^${String(renewals.length)} accounts stay with the old owner until it renews`),
  );
  const rows = await listRows(book);
  const order = (some: unknown[][]) => [...some].map(String).sort();
  expect(order(held(rows))).toEqual(order(expected(rows, renews)));
  const logged = await log();
  expect(logged.length).toBe(renewals.length);
  expect(logged.every((row) => row['Why'] === 'Held until it renews' && row['Status'] === 'Scheduled')).toBe(
    true,
  );
  expect(yearView(store).holdable.map(({ kind }) => kind)).not.toContain('renewal');

  // The other kind adds its own; whoever is held already keeps his day.
  await store.run(holdDeals, 'openDeal');
  expect(store.state.trouble).toBeUndefined();
  const both = await listRows(book);
  const already = new Set(renewals.map((row) => row['Account ID']));
  const more = expected(both, closes).filter(([id]) => !already.has(id as Cell));
  expect(more.length).toBeGreaterThan(0);
  expect(order(held(both))).toEqual(order([...expected(both, renews), ...more]));
  await store.run(holdDeals, 'openDeal');
  expect(store.state.trouble).toMatch(/^There is nothing to hold/);

  // Files for the day are in two steps: with the old owner, and from the day on with the new one.
  await store.run(writeLoads);
  const moves = tableIn(await valuesOf(book, 'Load Moves'), 'Account ID', 'Account');
  const [one] = expected(both, renews);
  const of = moves.filter((row) => row['Account ID'] === one?.[0]);
  expect(of.at(-1)?.['Effective Date']).toBe(daysLater(TODAY, Number(one?.[2]) - daySerial(TODAY) + 1));

  // On its day the hold is over.
  const last = daysLater(TODAY, 91);
  const later = await pane({ now: () => new Date(`${last}T12:00:00Z`) });
  await later.run(carryOutDue, '');
  expect(later.state.trouble).toBeUndefined();
  expect(held(await listRows(book))).toEqual([]);
});

test('where nothing moved, or the list has no such days, nothing is offered', async () => {
  book.dispose();
  const bare = ROWS.map((row) => row.slice(0, 6));
  book = await openWorkbook({ sheets: { Export: [HEADERS.slice(0, 6), ...bare], Team: TEAM } });
  store = await keptAsShown('en', { aim: 'compact', continuity: 0 });
  expect(yearView(store).holdable).toEqual([]);
  await store.run(holdDeals, 'renewal');
  expect(store.state.trouble).toMatch(/^There is nothing to hold/);
  // Where the column of what is accepted is gone nobody knows what moved.
  await book.run(async (context) => {
    context.workbook.tables.getItem('Accounts').columns.getItem('Accepted Territory').delete();
    await context.sync();
  });
  await store.run(holdDeals, 'renewal');
  expect(store.state.trouble).toContain('Accepted Territory');
});
