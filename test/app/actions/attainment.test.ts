import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import { open } from '../../../src/app/actions/open';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import { writeSheet } from '../../../src/app/actions/write-sheet';
import type { Store } from '../../../src/app/store';
import { attainmentSheet } from '../../../src/reports/attainment';
import { SETTING_WORDS, type AttainmentSetting } from '../../../src/reports/attainment/layout';
import { speak } from '../../../src/text/say';
import { tableIn, type Row } from '../../figures/audit';
import { carryOut, valuesOf } from '../../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { closedPane } from '../../support/pane';
import { check, day, QUOTA, quotaCells, TEAM, type } from '../../support/quotas';

/** What was booked, whom it is credited to, and what of the quota of the days that have gone it is. */

let book: OpenWorkbook;
let store: Store;
afterEach(() => {
  book.dispose();
});

const PLACES = [
  ['Denver', 'CO'],
  ['Boise', 'ID'],
  ['Austin', 'TX'],
];
const LIST = (more: readonly string[] = []): Cell[][] => [
  ['Account ID', 'Account Name', 'Potential', 'City', 'State', 'Account Owner', ...more],
  ...Array.from({ length: 18 }, (_, i): Cell[] => [
    `A${100 + i}`,
    `Account ${i}`,
    1000 + 100 * (i % 5),
    ...(PLACES[i % 3] ?? []),
    ['Ana Ruiz', 'Ben Ito', ''][i % 3] ?? '',
    ...more.map(() => 1000 * (i + 1)),
  ]),
];

async function openPlan(sheets: Readonly<Record<string, Cell[][]>>): Promise<void> {
  book = await openWorkbook({ sheets: { ...sheets, Reps: TEAM } });
  store = closedPane();
  for (const action of [open, design, apply, keep]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
}
const done = async (run: Promise<void>) => {
  await run;
  expect(store.state.trouble).toBeUndefined();
};
const list = async (): Promise<Row[]> =>
  tableIn(await valuesOf(book, 'Accounts'), 'Account ID', 'Account Name');
const table = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Attainment'), 'Territory', 'Owner');
const credits = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Attainment'), 'Deal', 'Account');
const set = (setting: AttainmentSetting, value: Cell) =>
  type(book, 'EfAttainmentSettings', ['Setting', speak('en')(SETTING_WORDS[setting])], 'Value', value);

/** Moves an account to the territory of somebody else, from a day on. Tells whose it was and whose it is. */
async function move(id: string, effective: string): Promise<readonly [was: Row, is: Row]> {
  const rows = await list();
  const was = rows.find((row) => row['Account ID'] === id) ?? {};
  const is = rows.find(
    (row) => row['Territory'] !== was['Territory'] && /Ana|Ben/.test(String(row['Territory Owner'])),
  );
  await type(book, tableOf(), ['Account ID', id], 'Territory', is?.['Territory'] ?? '');
  await store.run(lookAgain);
  await done(store.run(acceptChanges, { by: 'Eva', reason: '', effective }));
  return [was, is ?? {}];
}
/** Name of the table of accounts. */
const tableOf = (): string => store.state.understanding?.list.ref.table ?? '';

test('each booking goes to whoever is named, else to the owner on its day; against the quota of the days that have gone', async () => {
  const rows = (of: readonly (readonly Cell[])[]): Cell[][] => [
    ['Deal', 'Account', 'Close Date', 'Amount', 'Component', 'Credited Rep', 'Split %'],
    ...of.map((row) => [...row]),
  ];
  await openPlan({
    Accounts: LIST(),
    Bookings: rows([
      ['D1', 'A100', day('2027-01-10'), 90_000, 'new', '', ''],
      ['D2', 'a101', day('2027-02-01'), 50_000, 'new', 'Ben Ito', 0.6],
      ['D2', 'Account 1', '2027-02-01', 50_000, 'new', 'Ana Ruiz', 40],
      ['D3', 'A103', day('2027-02-10'), 7000, 'new', '', ''],
      ['D4', 'A103', day('2027-02-20'), 11_000, 'new', '', ''],
      ['D5', 'A104', 'spring', 13_000, 'new', '', ''],
      ['D6', 'Nobody', day('2027-01-20'), 17_000, 'new', '', ''],
      ['D7', 'A100', day('2026-12-20'), 19_000, 'new', '', ''],
      ['D8', 'A100', day('2027-03-20'), 23_000, 'new', '', ''],
      // The day before the plan, and its first day.
      ['D10', 'A106', day('2026-11-21'), 1, 'new', '', ''],
      ['D11', 'A106', day('2026-11-22'), 1, 'new', '', ''],
      ['D9', 'A105', day('2027-01-05'), 29_000, 'new', 'Gone Ty', ''],
    ]),
  });
  await done(store.run(writeQuotas, QUOTA, []));
  const [was, is] = await move('A103', '2027-02-15');
  const first = (await list()).find((row) => row['Account ID'] === 'A100') ?? {};
  await type(book, tableOf(), ['Account ID', 'A106'], 'Holder Before', 'Old Owner');
  await store.run(lookAgain);
  await done(store.run(writeSheet, 'attainment'));
  await set('asOf', day('2027-03-10'));

  const credited: Record<string, number> = {};
  const give = (rep: Cell | undefined, amount: number) =>
    (credited[String(rep)] = (credited[String(rep)] ?? 0) + amount);
  give(first['Territory Owner'], 90_000);
  give('Ben Ito', 30_000);
  give('Ana Ruiz', 20_000);
  give(was['Territory Owner'], 7000);
  give(is['Territory Owner'], 11_000);
  const { months } = await quotaCells(book, false);
  for (const row of await table()) {
    const owner = String(row['Owner']);
    const seat = months.find((one) => one['Territory'] === row['Territory']) ?? {};
    const quota = Number(seat['M1']) + Number(seat['M2']) + (Number(seat['M3']) * 10) / 31;
    expect(row['Quota to date']).toBeCloseTo(quota, 1);
    // Nobody is blamed for what is credited to the open seat.
    if (/Ana|Ben/.test(owner)) {
      expect([owner, row['Credited']]).toEqual([owner, credited[owner] ?? 0]);
      expect(row['Attainment']).toBeCloseTo((credited[owner] ?? 0) / quota, 6);
    }
  }
  const cells = await valuesOf(book, 'Attainment');
  const inRows = (await table()).reduce((sum, row) => sum + Number(row['Credited']), 0);
  expect(check(cells, 'Booked, and in no row below')).toBeCloseTo(
    90_000 + 50_000 + 18_000 + 17_000 + 29_000 - inRows,
    2,
  );
  expect(check(cells, 'Rows without a readable day, amount or split: not credited')).toBe(1);
  expect(check(cells, 'Changed since: write the sheet again')).toBe(0);
  expect((await credits()).map((row) => [row['Deal'], row['Credited to'], row['Why']])).toContainEqual([
    'D6',
    '',
    'Nobody had it on that day',
  ]);
  const given = new Map((await credits()).map((row) => [row['Deal'], row['Credited to']]));
  const owner = (await list()).find((row) => row['Account ID'] === 'A106')?.['Territory Owner'];
  expect([given.get('D10'), given.get('D11')]).toEqual(['Old Owner', owner]);
  // Somebody corrects an amount: it is told, and taken up when the sheet is written anew.
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Bookings').getRange('D2').values = [[95_000]];
    await context.sync();
  });
  expect(check(await valuesOf(book, 'Attainment'), 'Changed since: write the sheet again')).toBe(5000);
  await store.run(lookAgain);
  await done(store.run(writeSheet, 'attainment'));
  expect(check(await valuesOf(book, 'Attainment'), 'Changed since: write the sheet again')).toBe(0);
  // What was typed stands there again.
  const days = tableIn(await valuesOf(book, 'Attainment'), 'Setting', 'Value').map((row) => row['Value']);
  expect(days).toEqual([day('2027-03-10'), '']);
});

test('without such a table what an account had brought stays where it was; what is closed is accepted no more', async () => {
  await openPlan({ Accounts: LIST(['Bookings YTD']) });
  const sums = (rows: readonly Row[], of: Cell | undefined) =>
    rows.reduce((sum, row) => sum + (row['Accepted Territory'] === of ? Number(row['Bookings YTD']) : 0), 0);
  const before = await list();
  const [was, is] = await move('A103', '2026-11-22');
  await done(store.run(writeSheet, 'attainment'));
  const credited = async (territory: Cell | undefined) =>
    (await table()).find((row) => row['Territory'] === territory)?.['Credited'];
  expect(await credited(was['Territory'])).toBe(sums(before, was['Territory']));
  expect(await credited(is['Territory'])).toBe(sums(before, is['Territory']));
  // Nothing is an attainment where there is no quota.
  expect(Object.keys((await table())[0] ?? {})).not.toContain('Attainment');
  await type(book, tableOf(), ['Account ID', 'A103'], 'Bookings YTD', 4000 + 600);
  expect(await credited(was['Territory'])).toBe(sums(before, was['Territory']));
  expect(await credited(is['Territory'])).toBe(sums(before, is['Territory']) + 600);

  await set('closed', day('2026-11-30'));
  await type(book, tableOf(), ['Account ID', 'A104'], 'Territory', 'Unassigned');
  await store.run(lookAgain);
  await store.run(acceptChanges, { by: '', reason: '', effective: '2026-11-30' });
  expect(store.state.trouble).toMatch(
    /^Everything up to 2026-11-30 is closed \(Attainment\): a change from 2026-11-30/,
  );
  await done(store.run(acceptChanges, { by: '', reason: '', effective: '2026-12-01' }));
});

test('with neither nothing is written, and it is said what is needed; so are columns that bookings lack', async () => {
  await openPlan({
    Accounts: LIST(),
    Bookings: [
      ['Deal', 'Value'],
      ['D1', 5],
      ['D2', 6],
    ],
  });
  await store.run(writeSheet, 'attainment');
  expect(store.state.trouble).toBe(
    'In Bookings something is missing that bookings need. Columns not found: account id, close date, amount.',
  );
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Bookings').delete();
    await context.sync();
  });
  await store.run(lookAgain);
  await store.run(writeSheet, 'attainment');
  expect(store.state.trouble).toMatch(
    /^Nothing says what was booked: put a table on a sheet called Bookings/,
  );
});

test('written along with a plan that nobody has accepted, each booking is the owner’s of the list', async () => {
  book = await openWorkbook({
    sheets: {
      Accounts: LIST(),
      Bookings: [
        ['Booking ID', 'Account ID', 'Close Date', 'Amount'],
        ['B1', 'A100', day('2026-10-10'), 10],
        ['B2', 'A101', day('2027-01-10'), 20],
        ['B3', 'A102', day('2027-01-10'), 30],
      ],
      Reps: TEAM,
    },
  });
  await carryOut({}, [attainmentSheet]);
  expect((await credits()).map((row) => [row['Deal'], row['Credited to'], row['Why']])).toEqual([
    ['B1', 'Ana Ruiz', 'Owner on that day'],
    ['B2', 'Ben Ito', 'Owner on that day'],
    ['B3', '', 'Nobody had it on that day'],
  ]);
});

test('a new plan does not wait for bookings that are gone: the sheet stays as it is', async () => {
  await openPlan({
    Accounts: LIST(),
    Bookings: [
      ['Booking ID', 'Account ID', 'Close Date', 'Amount'],
      ['B1', 'A100', day('2027-01-10'), 10],
    ],
  });
  await done(store.run(writeSheet, 'attainment'));
  const before = (await credits()).map((row) => row['Deal']);
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Bookings').delete();
    await context.sync();
  });
  await store.run(lookAgain);
  for (const action of [design, apply]) await done(store.run(action));
  expect(store.state.news).not.toContain('Attainment');
  expect((await credits()).map((row) => row['Deal'])).toEqual(before);
});
