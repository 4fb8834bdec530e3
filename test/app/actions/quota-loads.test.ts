import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { issueQuotas } from '../../../src/app/actions/issue-quotas';
import { lookAgain } from '../../../src/app/actions/look-again';
import { writeLoads } from '../../../src/app/actions/write-loads';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import type { Store } from '../../../src/app/store';
import { tableIn } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import { addSheet } from '../../support/new-export';
import type { Cell, OpenWorkbook } from '../../support/office';
import { act } from '../../support/pane';
import { ACCOUNTS, day, keptPlan, QUOTA, quotaCells, TEAM, type } from '../../support/quotas';

/** Quotas on their way to Salesforce: as the calendar has them, only what changes, and what a loader took can be taken back. */

const user = (n: number) => `005000000000${String(n).padStart(3, '0')}AAA`;
const TYPE = '0Db000000000001AAA';
const list: Cell[][] = ACCOUNTS.map((row, n) => [
  n === 0 ? 'Account ID' : `001000000000${String(n).padStart(3, '0')}AAA`,
  ...row,
]);
const team: Cell[][] = TEAM.map((row, n) => [
  ...row.map((cell, c) => (n === 3 && c === 0 ? 'Cid Moe' : cell)),
  ...(n === 0 ? ['CRM User ID', 'Currency'] : [user(n), 'USD']),
]);

let book: OpenWorkbook;
let store: Store;
beforeAll(async () => {
  ({ book, store } = await keptPlan(list, team));
  await store.run(writeQuotas, QUOTA);
});
afterAll(() => {
  book.dispose();
});

const written = async () => {
  await store.run(writeLoads);
  expect(store.state.trouble).toBeUndefined();
};
const file = async (name: string): Promise<Cell[][]> =>
  (await valuesOf(book, name)).map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell : String(cell))),
  );
const causes = async () =>
  tableIn(await valuesOf(book, 'Load Files'), 'File', 'In the file?').map((row) => [row['File'], row['Why']]);
/** By seat: what the calendar says of each month, in cells. */
const calendar = async () =>
  (await quotaCells(book, false)).months.map((row) => ({
    rep: String(row['Rep']),
    months: Array.from({ length: 12 }, (_, m) => Math.round(Number(row[`M${m + 1}`]) * 100) / 100),
  }));

test('what is not issued is in no file; without an export of forecasts nobody knows what quotas are of', async () => {
  await written();
  expect(await causes()).toContainEqual([
    'Load Quotas',
    'Quotas are not issued: nobody is to be measured by them yet',
  ]);
  await store.run(issueQuotas, 'Kim');
  await written();
  expect((await causes()).filter(([name]) => name === 'Load Quotas')).toEqual([
    [
      'Load Quotas',
      'Nothing tells which forecast quotas are of: an export of ForecastingType, or of ForecastingQuota, is needed on a sheet',
    ],
  ]);
  const [header, ...rows] = await file('Load Quota List');
  expect(header).toEqual([
    ...['Territory', 'Owner', 'Email', 'Period Start', 'Period End', 'Quota', 'Currency', 'Issued'],
  ]);
  const months = await calendar();
  expect(rows.map((row) => [row[1], row[3], row[5]])).toEqual(
    months.flatMap(({ rep, months: amounts }) =>
      amounts.flatMap((amount, m) =>
        amount === 0 ? [] : [[rep, `2027-${String(m + 1).padStart(2, '0')}-01`, amount]],
      ),
    ),
  );
});

test('a row a month and person; with an export only what changes, and the way back says what was there', async () => {
  await addSheet(book, 'Forecast types', [
    ['Id', 'DeveloperName', 'IsActive', 'IsAmount', 'RoleType'],
    [TYPE, 'OpportunityRevenue', 'true', 'true', 'R'],
    ['0Db000000000002AAA', 'Units', 'true', 'false', 'R'],
  ]);
  await written();
  const months = await calendar();
  const all = months.flatMap(({ months: amounts }, j) =>
    amounts.flatMap((amount, m): Cell[][] =>
      amount === 0 ? [] : [[user(j + 1), `2027-${String(m + 1).padStart(2, '0')}-01`, amount, TYPE, 'USD']],
    ),
  );
  const header = ['QuotaOwnerId', 'StartDate', 'QuotaAmount', 'ForecastingTypeId', 'CurrencyIsoCode'];
  expect(await file('Load Quotas')).toEqual([header, ...all]);
  expect((await causes()).map(([, why]) => why)).toContainEqual(
    expect.stringMatching(/^No export of ForecastingQuota is on a sheet/),
  );

  const [first = [], second = [], ...more] = all;
  await addSheet(book, 'Quotas there', [
    ['Id', ...header],
    // As it is wanted; another amount; one that is to become nothing; somebody else's.
    ['0J9000000000001', ...first],
    ['0J9000000000002', second[0] ?? '', second[1] ?? '', 7000, TYPE, 'USD'],
    ['0J9000000000003', user(3), '2027-01-01', 500, TYPE, 'USD'],
    ['0J9000000000004', user(9), '2027-01-01', 900, TYPE, 'USD'],
  ]);
  await written();
  expect(await file('Load Quotas')).toEqual([
    header,
    second,
    ...more.slice(0, 22),
    [user(3), '2027-01-01', 0, TYPE, 'USD'],
    ...more.slice(22),
  ]);
  expect(await file('Load Quotas Rollback')).toEqual([
    header,
    [second[0], second[1], 7000, TYPE, 'USD'],
    [user(3), '2027-01-01', 500, TYPE, 'USD'],
  ]);
  expect(await causes()).toContainEqual([
    'Load Quotas',
    '1 quota of the year of users who carry nothing in this plan, or not there: left as they are',
  ]);

  // The loader took all but one row: what is left is that row, and what takes it back covers what it took.
  const loaded = (await file('Load Quotas')).slice(1);
  await addSheet(book, 'Success', [
    ['ID', ...header.map((name) => name.toUpperCase()), 'STATUS'],
    ...loaded
      .slice(0, -1)
      .map((row, n): Cell[] => [
        `0J90000000001${String(n).padStart(2, '0')}`,
        ...row.map((cell, c) => (c === 1 ? day(String(cell)) : cell)),
        row[0] === user(3) && row[1] === '2027-01-01'
          ? 'Item Updated'
          : n === 0
            ? 'Item Updated'
            : 'Item Created',
      ]),
  ]);
  await addSheet(book, 'Error', [
    [...header.map((name) => name.toUpperCase()), 'ERROR'],
    [...(loaded.at(-1) ?? []), 'FIELD_INTEGRITY_EXCEPTION'],
  ]);
  await written();
  expect(await file('Load Quotas')).toEqual([header, loaded.at(-1)]);
  expect((await file('Load Quotas Rollback')).slice(1).map((row) => row[2])).toEqual([7000, 500]);
  const created = loaded.length - 3;
  expect(await file('Load Quotas Rollback New')).toHaveLength(1 + created);
  for (const name of ['Success', 'Error', 'Quotas there'])
    await act(book, ({ worksheets }) => {
      worksheets.getItem(name).delete();
    });
});

test('an account that moves in the year takes its months along, in cells and in files alike', async () => {
  const rows = tableIn(await valuesOf(book, 'Accounts'), 'Account ID', 'Account Name');
  const names = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id').map((row) =>
    String(row['Territory']),
  );
  const [from = '', to = ''] = names;
  const mine = rows.filter((row) => row['Territory'] === from).slice(0, 4);
  for (const row of mine)
    await type(book, 'Accounts', ['Account ID', row['Account ID'] ?? ''], 'Territory', to);
  await store.run(lookAgain);
  await store.run(acceptChanges, { by: 'Kim', reason: '', effective: '2027-05-11' });
  expect(store.state.trouble).toBeUndefined();
  await store.run(writeQuotas, {});
  expect(store.state.trouble).toBeUndefined();
  await written();
  const months = await calendar();
  expect(new Set(months.map(({ months: amounts }) => amounts[11])).size).toBeGreaterThan(1);
  const loaded = (await file('Load Quotas')).slice(1);
  for (const [j, { months: amounts }] of months.entries())
    expect(loaded.filter((row) => row[0] === user(j + 1)).map((row) => row[2])).toEqual(
      amounts.filter((amount) => amount !== 0),
    );
});

test('who is not active, or unknown, gets no quota row, and it is said with the territory', async () => {
  await addSheet(book, 'Users', [
    ['Id', 'Name', 'IsActive'],
    [user(1), 'Ana Ruiz', 'true'],
    [user(2), 'Ben Ito', 'false'],
  ]);
  await written();
  const loaded = (await file('Load Quotas')).slice(1);
  expect([...new Set(loaded.map((row) => row[0]))]).toEqual([user(1)]);
  const why = (await causes()).filter(([name]) => name === 'Load Quotas').map(([, text]) => text);
  expect(why).toContain('Ben Ito is not active, and may own nothing');
  expect(why).toContain('Cid Moe is not among the users that the workbook knows');
});
