import { issueQuotas } from '../../src/app/actions/issue-quotas';
import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import type { Store } from '../../src/app/store';
import { dueByPeriod } from '../../src/quota/months';
import type { Cell, OpenWorkbook } from '../support/office';
import {
  ACCOUNTS,
  check,
  day,
  keptPlan,
  openPage,
  QUOTA,
  quotaCells,
  quotaCode,
  type,
} from '../support/quotas';

/** A currency without parts: whatever is shared out, moved, issued and paid is whole, and nothing is left over. */

const AE = 'Account Executive';
const TEAM: Cell[][] = [
  'Rep Name|Role|Manager|Hire Date|Start Date|End Date|Base|Target Variable|Current Quota|Currency'.split(
    '|',
  ),
  ['Ana Ruiz', AE, 'Lee', day('2019-03-01'), '', '', 7_000_001, 3_000_000, 90_000_000, 'JPY'],
  ['Ben Ito', AE, 'Lee', day('2027-03-16'), '', '', 6_000_000, 2_999_999, 80_000_000, 'JPY'],
  ['', AE, 'Kim', '', day('2027-04-01'), '', 5_000_000, 2_500_000, '', 'JPY'],
];
let book: OpenWorkbook;
let store: Store;

beforeAll(async () => {
  ({ book, store } = await keptPlan(ACCOUNTS, TEAM));
  await store.run(
    writeQuotas,
    { ...QUOTA, unit: 0, lines: [{ ...QUOTA.lines![0]!, amount: 100_000_007, method: 'potential' }] },
    ['pay'],
  );
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

const isWhole = (cell: Cell | undefined) => cell === '' || Number.isInteger(Number(cell));

/** What a reader sees. */
const textsOf = (sheet: string): Promise<string[][]> =>
  book.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange();
    range.load('text');
    await context.sync();
    return range.text;
  });

/** All amounts of cells and code. */
async function wholes() {
  await store.run(lookAgain);
  const { cells, rows, lines, managers, months, costs } = await quotaCells(book);
  const { quotas, basis, seats, pay } = quotaCode(store);
  for (const row of quotas.rows) {
    const cell = rows.find(({ Key }) => Key === row.key);
    expect([row.key, cell?.['Final'], cell?.['In force']]).toEqual([row.key, row.final, row.inForce]);
    expect([row.key, isWhole(row.final), isWhole(row.inForce)]).toEqual([row.key, true, true]);
  }
  const steps = 'Pool|Over-assignment|Not placeable|Override gap|Rounding|Final quotas|Difference'.split('|');
  for (const line of lines) expect(steps.filter((step) => !isWhole(line[step]))).toEqual([]);
  expect([quotas.bridge.difference, check(cells, 'Difference')]).toEqual([0, 0]);
  for (const row of managers) expect(isWhole(row['Manager’s quota'])).toBe(true);
  const due = dueByPeriod(quotas, basis.quota, basis.year, seats);
  due.amounts.forEach((amounts, j) => {
    const row = months.find(({ Id }) => Id === seats[j]?.id);
    expect(amounts.map((_, m) => row?.[`M${m + 1}`])).toEqual(
      amounts.map((amount) => expect.closeTo(amount, 6)),
    );
    expect(amounts.every(isWhole)).toBe(true);
  });
  costs.forEach((row, n) => {
    expect(['Variable pay', 'Cash', 'Quota sold'].filter((key) => !isWhole(row[key]))).toEqual([]);
    if (n < 5) expect(row['Cash']).toBe(pay.costs[n]?.cash);
  });
  return { rows, cells };
}

test('quotas, months, managers and pay are whole, as they are and overridden', async () => {
  await wholes();
  await type(book, 'EfQuota', ['Id', 'T01'], 'Override', 12_345_678.6);
  await type(book, 'EfQuota', ['Id', 'T02'], 'Cap', 20_000_000.4);
  const { rows } = await wholes();
  expect(rows.find(({ Id }) => Id === 'T01')?.['Final']).toBe(12_345_679);
});

test('no cent is shown: neither on the sheets nor in the pane', async () => {
  const shown = (await Promise.all(['Quota', 'Quota Calendar', 'Pay', 'Quota Plan'].map(textsOf)))
    .flat(2)
    .map(String);
  expect(shown.filter((text) => text.includes('¥')).length).toBeGreaterThan(40);
  expect(shown.filter((text) => /¥[\d,]*\.\d/.test(text))).toEqual([]);
  const { bridge } = openPage(store);
  expect(bridge.map(({ amount }) => amount).filter((amount) => !/^−?¥[\d,]+$/.test(amount))).toEqual([]);
});

test('issued, and its seat starting later, a quota is whole', async () => {
  await store.run(issueQuotas, 'Dana');
  await type(book, 'EfQuotaSeats', ['Id', 'T03'], 'Start', day('2027-06-18'));
  const { rows } = await wholes();
  expect(rows.find(({ Id }) => Id === 'T03')?.['Slip']).not.toBe(0);
});
