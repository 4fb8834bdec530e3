import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import type { Store } from '../../src/app/store';
import type { Cell, OpenWorkbook } from '../support/office';
import { valuesOf } from '../support/job';
import { check, day, keptPlan, QUOTA, quotaCells, quotaCode, type } from '../support/quotas';

/** A blue cell is read alike by the cells and by the pane; what cannot be read is red. */

let book: OpenWorkbook;
let store: Store;

beforeAll(async () => {
  ({ book, store } = await keptPlan());
  await store.run(writeQuotas, QUOTA, ['pay']);
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

type Typed = readonly [
  name: string,
  table: string,
  row: readonly [string, Cell],
  header: string,
  typed: Cell,
  before: Cell,
];
const SETTING = 'EfQuotaSettings';
const ALIKE: readonly Typed[] = [
  [
    'a method in the other language',
    'EfQuotaLines',
    ['Line', 1],
    'Shared out by',
    ' potenzial ',
    'Equal by capacity',
  ],
  ['a blank method', 'EfQuotaLines', ['Line', 1], 'Shared out by', '', 'Equal by capacity'],
  [
    'a component in the other language',
    'EfQuotaLines',
    ['Line', 1],
    'Component',
    'Verlängerung',
    'New business',
  ],
  ['a blank fiscal year', SETTING, ['Setting', 'Fiscal year starts'], 'Value', '', day('2027-01-01')],
  ['a calendar in the other language', SETTING, ['Setting', 'Calendar'], 'Value', 'Nach Monaten', 'By days'],
  ['a blank rounding unit', SETTING, ['Setting', 'Rounding unit'], 'Value', '', 1000],
  ['a blank part of managers', SETTING, ['Setting', 'Over-assignment of managers'], 'Value', '', 0.1],
  [
    'a cleared start of an open seat',
    'EfQuotaSeats',
    ['Status', 'To be hired'],
    'Start',
    '',
    day('2027-04-01'),
  ],
  ['a cleared role', 'EfQuotaSeats', ['Id', 'T01'], 'Role', '', 'Account Executive'],
  ['a blank month of the ramp', 'EfQuotaRamps', ['Role', 'All other roles'], 'M2', '', 1],
  [
    'the other ramp in the other language',
    'EfQuotaRamps',
    ['Role', 'All other roles'],
    'Role',
    'Alle anderen Rollen',
    'All other roles',
  ],
  ['an override with parts of a cent', 'EfQuota', ['Key', 'T01.1'], 'Override', 100.005, ''],
];

test.each(ALIKE)('%s', async (_, table, row, header, typed, before) => {
  await type(book, table, row, header, typed);
  const cells = await quotaCells(book);
  await store.run(lookAgain);
  expect(store.state.refused).toEqual([]);
  const { quotas } = quotaCode(store);
  expect(cells.rows.map((one) => one['Final'])).toEqual(quotas.rows.map(({ final }) => final));
  expect(cells.lines[0]).toMatchObject({
    Pool: quotas.bridge.pool,
    'Override gap': quotas.bridge.overrideGap,
    Difference: 0,
  });
  expect(check(cells.cells, 'Blue cells that cannot be read')).toBe(0);
  const back = header === 'Role' && table === 'EfQuotaRamps' ? (['Role', typed] as const) : row;
  await type(book, table, back, header, before);
  await store.run(lookAgain);
});

const UNREAD: readonly Typed[] = [
  ['a plan that is a text', 'EfQuotaLines', ['Line', 1], 'Plan', '3 Mio', 3_000_000],
  ['a plan below nothing', 'EfQuotaLines', ['Line', 1], 'Plan', -5, 3_000_000],
  ['an unknown method', 'EfQuotaLines', ['Line', 1], 'Shared out by', 'Luck', 'Equal by capacity'],
  ['an unknown calendar', SETTING, ['Setting', 'Calendar'], 'Value', 'By moons', 'By days'],
  ['ten times the quota for managers', SETTING, ['Setting', 'Over-assignment of managers'], 'Value', 10, 0.1],
  ['a ramp of 50', 'EfQuotaRamps', ['Role', 'All other roles'], 'M2', 50, 1],
  ['a start that is a text', 'EfQuotaSeats', ['Id', 'T01'], 'Start', 'soon', ''],
  ['a season that is a text', 'EfQuotaMonths', ['Month', 3], 'Season', 'nine', 1],
  ['a cap that is a text', 'EfQuota', ['Key', 'T01.1'], 'Cap', '500k', ''],
  ['a start that was in the team list', 'EfQuotaSeats', ['Id', 'T03'], 'Start', 'April', day('2027-04-01')],
  ['an over-assignment of 15 for 15 %', 'EfQuotaLines', ['Line', 1], 'Over-assignment %', 15, 0.15],
];

test.each(UNREAD)(
  '%s is refused by the pane, red, and counts as blank in both',
  async (_, table, row, header, typed, before) => {
    await type(book, table, row, header, typed);
    const cells = await quotaCells(book);
    expect(check(cells.cells, 'Blue cells that cannot be read')).toBe(1);
    for (const _look of ['when it is typed', 'as long as it stands there']) {
      await store.run(lookAgain);
      expect(store.state.refused).toHaveLength(1);
      const { quotas } = quotaCode(store);
      expect(cells.rows.map((one) => one['Final'])).toEqual(quotas.rows.map(({ final }) => final));
      expect(cells.lines[0]).toMatchObject({ Pool: quotas.bridge.pool, Difference: 0 });
    }
    await type(book, table, row, header, before);
    await store.run(lookAgain);
  },
);

test('what pay is expected to be is as usual where its cell is blank', async () => {
  await type(book, 'EfPaySettings', ['Setting', 'Expected attainment'], 'Value', '');
  const { costs } = await quotaCells(book);
  await store.run(lookAgain);
  const { atExpected } = quotaCode(store).pay;
  expect(costs.at(-1)).toMatchObject({ Attainment: 0.85, Cash: atExpected.cash });
  await type(book, 'EfPaySettings', ['Setting', 'Expected attainment'], 'Value', 7);
  expect(check(await valuesOf(book, 'Pay'), 'Blue cells that cannot be read')).toBe(1);
});

test('a season that adds up to 99 is red where the year is counted by season, and only there', async () => {
  const off = async () => check((await quotaCells(book)).cells, 'Season, less the whole (1, 12 or 100)');
  await type(book, 'EfQuotaMonths', ['Month', 12], 'Season', 88);
  expect(await off()).toBe(0);
  await type(book, SETTING, ['Setting', 'Calendar'], 'Value', 'By season');
  expect(await off()).toBe(1);
  await type(book, 'EfQuotaMonths', ['Month', 12], 'Season', 89);
  expect(await off()).toBe(0);
});

test('what is typed below a table where a program does not make it longer is in no figure, and red', async () => {
  const below = async (sheet: string) =>
    check(await valuesOf(book, sheet), 'Cells typed below a table: make it longer');
  const put = (sheet: string, address: string, value: Cell) =>
    book.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
      await context.sync();
    });
  expect([await below('Quota'), await below('Pay')]).toEqual([0, 0]);
  await put('Quota Plan', 'B6', 'Renewal');
  await put('Quota Plan', 'E6', 2_000_000);
  expect(await below('Quota')).toBe(2);
  await put('Quota Plan', 'A21', 'Account Manager');
  expect(await below('Quota')).toBe(3);
  await put('Pay', 'J8', 2);
  expect(await below('Pay')).toBe(1);
});

test('a manager’s quota that was typed over is told to the cent', async () => {
  const { managers, cells } = await quotaCells(book);
  const label = 'Final quotas, less those by manager';
  expect(check(cells, label)).toBe(0);
  const lee = managers.find((row) => row['Manager'] === 'Lee');
  const quota = Number(lee?.['Manager’s quota']);
  await type(book, 'EfQuotaManagers', ['Manager', 'Lee'], 'Manager’s quota', quota + 0.05);
  expect(check((await quotaCells(book)).cells, label)).toBeCloseTo(0.05, 6);
});
