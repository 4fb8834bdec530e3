import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { issueQuotas } from '../../../src/app/actions/issue-quotas';
import { lookAgain } from '../../../src/app/actions/look-again';
import { scheduleMoves } from '../../../src/app/actions/schedule-moves';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import type { Store } from '../../../src/app/store';
import { numbers } from '../../../src/text/numbers';
import { beside, tableIn } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import type { Cell, OpenWorkbook } from '../../support/office';
import { ACCOUNTS, keptPlan, QUOTA, quotaCells, quotaCode, TEAM, type } from '../../support/quotas';
import { yearView } from '../../support/year';

/** Before quotas are issued: an account that is promised for a day within the year counts up to it for whoever keeps it. */

let book: OpenWorkbook;
let store: Store;
beforeAll(async () => {
  ({ book, store } = await keptPlan(ACCOUNTS, TEAM));
  await store.run(writeQuotas, {
    ...QUOTA,
    lines: [{ ...QUOTA.lines?.[0], method: 'potential' }],
  } as typeof QUOTA);
});
afterAll(() => {
  book.dispose();
});

const done = async (run: Promise<void>) => {
  await run;
  expect(store.state.trouble).toBeUndefined();
};
const potentials = async () => (await quotaCells(book, false)).rows.map((row) => Number(row['Potential']));
const territories = async () =>
  tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id').map((row) => String(row['Territory']));
const agree = async () => {
  await store.run(lookAgain);
  const cells = await quotaCells(book, false);
  const code = quotaCode(store).quotas.rows;
  expect(cells.rows.map((row) => row['Final'])).toEqual(code.map(({ final }) => final));
  expect(beside(cells.cells, 'Difference')).toBe(0);
};

test('its potential is shared by days between the seat that keeps it and the one that it comes to; Balance has it whole', async () => {
  const [from = '', to = ''] = await territories();
  const list = tableIn(await valuesOf(book, 'Accounts'), 'Account Name', 'Potential');
  const one = list.find((row) => row['Territory'] === from);
  const name = String(one?.['Account Name']);
  const amount = Number(one?.['Potential']);
  const before = await potentials();
  await agree();
  await done(store.run(scheduleMoves, { accounts: [name], to, from: '2027-07-01' }));
  const told = yearView(store).proposed.quotas;
  await done(store.run(acceptChanges, { by: 'Kim', reason: '', effective: '2027-01-01' }));
  const after = await potentials();
  // What was said before is what came of it.
  const [lost = '', got = ''] = (await quotaCells(book, false)).rows.map((row) =>
    numbers('en').whole(Number(row['Final'])),
  );
  expect(told.map((line) => line.split(' → ')[1])).toEqual([lost, got]);
  // 181 of 365 days are over on 1 July.
  const kept = (amount * 181) / 365;
  expect(after[0]).toBeCloseTo((before[0] ?? 0) - amount + kept, 6);
  expect(after[1]).toBeCloseTo((before[1] ?? 0) + amount - kept, 6);
  expect(after[2]).toBe(before[2]);
  await agree();
  const balance = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  expect(Number(balance.find((row) => row['Territory'] === to)?.['Potential'])).toBe(
    (before[1] ?? 0) + amount,
  );
  const held = tableIn(await valuesOf(book, 'Quota'), 'Account', 'Known by');
  expect(held).toHaveLength(1);
  expect(held[0]).toMatchObject({ Account: name, 'From Id': 'T01', 'To Id': 'T02' });

  // Proposed elsewhere by hand, it is not held any more: neither in the cells nor in the code.
  await type(book, 'Accounts', ['Account Name', name], 'Territory', from);
  expect((await potentials())[0]).toBe(before[0]);
  await agree();
  await type(book, 'Accounts', ['Account Name', name], 'Territory', to);

  // Another calendar cuts the year otherwise.
  await type(book, 'EfQuotaSettings', ['Setting', 'Calendar'], 'Value', 'By months' satisfies Cell);
  await agree();
  expect((await potentials())[0]).toBeCloseTo((before[0] ?? 0) - amount / 2, 6);

  // What comes after the year counts all of it where it is: said before it is accepted.
  const then = await potentials();
  const later = String(list.filter((row) => row['Territory'] === from)[2]?.['Account Name']);
  await done(store.run(scheduleMoves, { accounts: [later], to, from: '2028-02-01' }));
  expect(yearView(store).proposed.quotas).toEqual([
    '2028-02-01 is after the fiscal year of the quotas, which ends on 2027-12-31.',
  ]);
  await done(store.run(acceptChanges, { by: 'Kim', reason: '', effective: '2027-01-01' }));
  (await potentials()).forEach((held, j) => {
    expect(held).toBeCloseTo(then[j] ?? 0, 6);
  });
  await agree();
});

test('what is covered for a while stays its owner’s; what is issued is what was shared out so', async () => {
  const [from = '', , other = ''] = await territories();
  const list = tableIn(await valuesOf(book, 'Accounts'), 'Account Name', 'Potential');
  const mine = list.filter((row) => row['Territory'] === from)[1];
  const before = await potentials();
  await done(
    store.run(scheduleMoves, {
      accounts: [String(mine?.['Account Name'])],
      to: other,
      from: '2027-03-01',
      until: '2027-05-31',
    }),
  );
  await done(store.run(acceptChanges, { by: 'Kim', reason: '', effective: '2027-01-01' }));
  await agree();
  const finals = (await quotaCells(book, false)).rows.map((row) => row['Final']);
  await done(store.run(issueQuotas, 'Kim'));
  await store.run(lookAgain);
  const issued = (await quotaCells(book, false)).rows;
  expect(issued.map((row) => row['In force'])).toEqual(finals);
  expect(before).toHaveLength(3);
});
