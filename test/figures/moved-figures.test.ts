import { acceptChanges } from '../../src/app/actions/accept-changes';
import { issueQuotas } from '../../src/app/actions/issue-quotas';
import { lookAgain } from '../../src/app/actions/look-again';
import { moveAccount } from '../../src/app/actions/move-account';
import { scheduleMoves } from '../../src/app/actions/schedule-moves';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import type { Store } from '../../src/app/store';
import { valuesOf } from '../support/job';
import type { Cell, OpenWorkbook } from '../support/office';
import { check, day, keptPlan, openPage, QUOTA, quotaCells, quotaCode, type } from '../support/quotas';
import { yearView } from '../support/year';
import { beside, tableIn } from './audit';

/** Accounts that move after quotas are issued, in cells and in code: their quota goes with them from their day on. */

let book: OpenWorkbook;
let store: Store;
beforeAll(async () => {
  ({ book, store } = await keptPlan());
  await store.run(writeQuotas, QUOTA, ['pay']);
  await store.run(issueQuotas, 'Dana');
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

const cents = (amount: number): number => Math.round(amount * 100) / 100;
const rowOf = <Row extends Readonly<Record<string, Cell>>>(rows: readonly Row[], territory: string) =>
  rows.find((row) => row['Territory'] === territory);

/** Cells and code say the same of every quota, and nothing is lost on the way. */
async function agreed() {
  await store.run(lookAgain);
  const cells = await quotaCells(book);
  const { quotas } = quotaCode(store);
  expect(cells.rows.map((row) => row['Issued'])).toEqual(
    quotas.rows.map(({ inForce }) => expect.closeTo(inForce, 2)),
  );
  expect(beside(cells.cells, 'Difference')).toBe(0);
  expect(quotas.bridge.difference).toBe(0);
  expect(beside(cells.cells, '+ Moved accounts')).toBeCloseTo(quotas.bridge.moves, 2);
  for (const row of cells.months) {
    const months = Array.from({ length: 12 }, (_, m) => Number(row[`M${m + 1}`]));
    expect(cents(months.reduce((sum, amount) => sum + amount, 0))).toBeCloseTo(Number(row['Year']), 2);
    expect(row['Year']).toBeCloseTo(Number(rowOf(cells.rows, String(row['Territory']))?.['Issued']), 2);
  }
  return cells;
}

test('the rest of the year’s quota goes with accounts, from their day on, where it is enough', async () => {
  const before = await agreed();
  const territory = (n: number) => String(before.rows[n]?.['Territory']);
  const [from, to] = [territory(0), territory(1)];
  const { understanding, standing } = store.state;
  const potential = understanding?.list.accounts.number.potential;
  const mine = [...(standing?.assignment ?? [])].flatMap((at, i) => (at === 0 ? [i] : []));
  const [one = 0, two = 0, three = 0] = mine;
  const held = mine.reduce((sum, i) => sum + (potential?.[i] ?? 0), 0);
  const full = Number(before.rows[0]?.['Full-year quota']);
  const quotaOf = (i: number) => cents((full * (potential?.[i] ?? 0)) / held);

  // One account is more than a twentieth of the seat on New Year's Day; by December it is not.
  await store.run(scheduleMoves, { accounts: [`Account ${one}`], to, from: '2027-12-01' });
  expect(yearView(store).proposed.quotas).toEqual([]);
  await store.run(acceptChanges, { by: '', reason: '', effective: '2026-11-22' });
  expect(store.state.trouble).toBeUndefined();
  const late = await agreed();
  expect(late.rows.map((row) => row['Issued'])).toEqual(before.rows.map((row) => row['Issued']));
  expect(rowOf(late.rows, from)?.['Changed since issue']).toContain('its accounts');

  await store.run(scheduleMoves, {
    accounts: [`Account ${two}`, `Account ${three}`],
    to,
    from: '2027-04-01',
  });
  const { quotas: told } = yearView(store).proposed;
  expect(told).toHaveLength(2);
  await store.run(acceptChanges, { by: '', reason: '', effective: '2026-11-22' });
  expect(store.state.trouble).toBeUndefined();
  const after = await agreed();
  // By days: 275 of 365 from April on, 31 from December on; both seats are there all year.
  const rest = [...[two, three].map((i) => [i, 275] as const), [one, 31] as const];
  const moved = cents(rest.reduce((sum, [i, days]) => sum + cents((quotaOf(i) * days) / 365), 0));
  expect(rowOf(after.rows, from)?.['Issued']).toBeCloseTo(Number(before.rows[0]?.['Issued']) - moved, 1);
  expect(rowOf(after.rows, to)?.['Issued']).toBeCloseTo(Number(before.rows[1]?.['Issued']) + moved, 1);
  expect(rowOf(after.rows, from)?.['Changed since issue']).toContain('accounts have moved');
  expect(after.rows[2]?.['Issued']).toBe(before.rows[2]?.['Issued']);
  // What is due before the day stays due; a rate of pay is of the full-year quota that was issued.
  for (const m of [1, 2, 3])
    for (const name of [from, to])
      expect(rowOf(after.months, name)?.[`M${m}`]).toBeCloseTo(
        Number(rowOf(before.months, name)?.[`M${m}`]),
        1,
      );
  expect(rowOf(after.months, from)?.['M4']).toBeLessThan(Number(rowOf(before.months, from)?.['M4']));
  expect(after.pay.map((row) => row['Rate'])).toEqual(before.pay.map((row) => row['Rate']));
  const log = tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
  expect(log.map((row) => row['Its quota, full year'])).toEqual(
    [one, two, three].map((i) => expect.closeTo(quotaOf(i), 2)),
  );
  // Pay: that quota times the seat's rate as Pay has it.
  const rate = (name: string) => Number(rowOf(before.pay, name)?.['Rate']);
  for (const [header, name] of [
    ['Variable pay on it, from', from],
    ['Variable pay on it, to', to],
  ] as const)
    expect(log.map((row) => row[header])).toEqual(
      [one, two, three].map((i) => expect.closeTo(quotaOf(i) * rate(name), 1)),
    );
  expect(told[0]).toMatch(new RegExp(`^${from}, quota: [\\d,]+ → [\\d,]+$`));
});

test('back where they came from everything is as it was issued; what is set decides whether quota follows', async () => {
  const now = await agreed();
  const [from = '', to = ''] = now.rows.map((row) => String(row['Territory']));
  const set = (value: Cell) =>
    type(book, 'EfQuotaSettings', ['Setting', 'Quota follows accounts that move'], 'Value', value);
  await set('Never');
  const never = await agreed();
  expect(never.rows.map((row) => row['Moved accounts'])).toEqual([0, 0, 0]);
  await set('Always');
  const always = await agreed();
  expect(always.rows[0]?.['Issued']).toBeCloseTo(Number(now.rows[0]?.['Issued']), 2);
  await type(book, 'EfQuotaSettings', ['Setting', 'Moves count above'], 'Value', 0.9);
  await set('Above a part');
  expect((await agreed()).rows.map((row) => row['Moved accounts'])).toEqual([0, 0, 0]);
  await type(book, 'EfQuotaSettings', ['Setting', 'Moves count above'], 'Value', 0.05);
  const rows = tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
  for (const row of rows.filter((one) => one['To'] === to)) {
    await store.run(moveAccount, String(row['Known by']), from);
    const effective = row['Effective from'] === day('2027-12-01') ? '2027-12-01' : '2027-04-01';
    await store.run(acceptChanges, { by: '', reason: '', effective });
    expect(store.state.trouble).toBeUndefined();
  }
  const back = await agreed();
  expect(back.rows.map((row) => row['Moved accounts'])).toEqual([0, 0, 0]);
  expect(back.rows.map((row) => row['Issued'])).toEqual(never.rows.map((row) => row['Issued']));
});

test('a seat whose people are gone by then loses nothing twice', async () => {
  const before = await agreed();
  const from = String(before.rows[0]?.['Territory']);
  const to = String(before.rows[1]?.['Territory']);
  await type(book, 'EfQuotaSeats', ['Territory', from], 'End', day('2027-06-30'));
  const ended = await agreed();
  const { understanding, standing } = store.state;
  const names = [...(standing?.assignment ?? [])].flatMap((at, i) => (at === 0 ? [`Account ${i}`] : []));
  expect(understanding?.list.accounts.count).toBe(30);
  await store.run(scheduleMoves, { accounts: names, to, from: '2027-07-01' });
  const [sum = ''] = yearView(store).proposed.quotas;
  await store.run(acceptChanges, { by: '', reason: '', effective: '2026-11-22' });
  expect(store.state.trouble).toBeUndefined();
  const after = await agreed();
  expect(rowOf(after.rows, from)?.['Issued']).toBeCloseTo(Number(rowOf(ended.rows, from)?.['Issued']), 2);
  const slip = Number(before.rows[0]?.['Issued']) - Number(rowOf(ended.rows, from)?.['Issued']);
  expect(beside(after.cells, '− Hiring slip, leave and ends')).toBeCloseTo(slip, 2);
  // Said before it was accepted, to the cent.
  const said = /^All issued quotas together: (\S+) → (\S+) \(\+(\S+): .*\(start, end, leave, ramp\)\)$/.exec(
    sum,
  );
  expect(said?.slice(1).map((amount) => Number(amount.replaceAll(',', '')))).toEqual(
    [
      beside(ended.cells, 'Issued quotas'),
      beside(after.cells, 'Issued quotas'),
      beside(after.cells, '+ Moved accounts'),
    ].map((amount) => expect.closeTo(Number(amount), 2)),
  );
  // But for what rounding added to the seat.
  expect(beside(after.cells, '+ Moved accounts')).toBeCloseTo(slip, -2);
  expect(openPage(store).bridge.map(({ label }) => label)).toContain('+ Moved accounts');
  expect(check(after.cells, 'Bridge: plan less everything to the final quotas')).toBe(0);
});
