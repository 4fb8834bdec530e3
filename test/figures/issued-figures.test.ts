import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { issueQuotas } from '../../src/app/actions/issue-quotas';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { withdrawQuotas } from '../../src/app/actions/withdraw-quotas';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import type { Store } from '../../src/app/store';
import type { Cell, OpenWorkbook } from '../support/office';
import {
  check,
  day,
  keptPlan,
  openPage,
  QUOTA,
  quotaCells,
  quotaCode,
  type,
  type QuotaCells,
} from '../support/quotas';
import { quotaBridges } from '../../src/app/quota-bridges';
import { speak } from '../../src/text/say';
import { beside, tableIn } from './audit';

/** What issuing promised, in cells and in code: after it nothing drifts. */

let book: OpenWorkbook;
let store: Store;

beforeEach(async () => {
  ({ book, store } = await keptPlan());
  // The usual ramp: Ben was hired six weeks before the year, the open seat ramps from its start.
  const { ramps: _, ...quota } = QUOTA;
  await store.run(writeQuotas, quota, ['pay']);
  await store.run(issueQuotas, 'Dana');
  expect(store.state.trouble).toBeUndefined();
});
afterEach(async () => {
  await agree();
  book.dispose();
});

/** Whatever has happened, the bridges by manager and segment lead to what is in force, in cells and in code. */
async function agree(): Promise<void> {
  await store.run(lookAgain);
  const { cells } = await quotaCells(book);
  expect(check(cells, 'Bridges by manager and segment, less the bridge')).toBe(0);
  const code = quotaCode(store);
  const { byManager, bySegment } = quotaBridges(code.basis, code, speak('en'));
  for (const [head, parts] of [
    ['Manager', byManager],
    ['Segment', bySegment],
  ] as const)
    expect(tableIn(cells, head, 'Plan').map(Object.values)).toEqual(
      parts.map((part) => [
        part.name,
        ...[part.plan, part.overAssignment, part.pool, part.unallocated, part.notPlaceable].map(near),
        ...[part.bottomUpGap, part.overrideGap, part.rounding, part.betweenSeats, part.hiringSlip].map(near),
        ...[part.seatsGone, part.moves, part.final, 0].map(near),
      ]),
    );
}
const near = (amount: number): unknown => expect.closeTo(amount, 6);

/** What was promised to people: quotas, months, managers' quotas, rates, what is paid this year. */
const promised = ({ rows, months, managers, pay }: QuotaCells) => ({
  issued: rows.map((row) => row['Issued']),
  months: months.map((row) => Array.from({ length: 12 }, (_, m) => row[`M${m + 1}`])),
  managers: managers.map((row) => row['Manager’s quota']),
  rates: pay.map((row) => row['Rate']),
  cash: pay.map((row) => row['Target cash this year']),
});
const changed = (cells: QuotaCells): number => Number(check(cells.cells, 'Changed since issue'));

const INPUTS: readonly (readonly [
  name: string,
  table: string,
  row: readonly [string, Cell],
  header: string,
  value: Cell,
])[] = [
  ['the plan number', 'EfQuotaLines', ['Line', 1], 'Plan', 3_300_000],
  ['over-assignment', 'EfQuotaLines', ['Line', 1], 'Over-assignment %', 0.2],
  ['the calendar', 'EfQuotaSettings', ['Setting', 'Calendar'], 'Value', 'By months'],
  ['the fiscal year', 'EfQuotaSettings', ['Setting', 'Fiscal year starts'], 'Value', day('2027-02-01')],
  ['the periods', 'EfQuotaSettings', ['Setting', 'Periods'], 'Value', 'Weeks 4-4-5'],
  ['a month of the ramp', 'EfQuotaRamps', ['Role', 'All other roles'], 'M3', 0],
  ['the rounding unit', 'EfQuotaSettings', ['Setting', 'Rounding unit'], 'Value', 500],
  ['what managers carry', 'EfQuotaSettings', ['Setting', 'Over-assignment of managers'], 'Value', 0.3],
  ['the growth limit', 'EfQuotaSettings', ['Setting', 'Growth limit'], 'Value', 0.1],
  ['a role', 'EfQuotaSeats', ['Id', 'T01'], 'Role', 'Pilot'],
  ['an override', 'EfQuota', ['Key', 'T01.1'], 'Override', 500_000],
  ['a floor', 'EfQuota', ['Key', 'T01.1'], 'Floor', 2_000_000],
];

test('no convention, plan number, bound or override changes what was issued; it is told in red', async () => {
  const before = await quotaCells(book);
  expect(changed(before)).toBe(0);
  expect(before.rows.map((row) => row['Changed since issue'])).toEqual(['', '', '']);
  for (const [name, table, row, header, value] of INPUTS) {
    const old = await valueIn(table, row, header);
    await type(book, table, row, header, value);
    const after = await quotaCells(book);
    expect([name, promised(after)]).toEqual([name, promised(before)]);
    expect([name, changed(after)]).toEqual([name, expect.any(Number)]);
    expect([name, changed(after) > 0]).toEqual([name, true]);
    await store.run(lookAgain);
    const { quotas } = quotaCode(store);
    expect([name, quotas.rows.map(({ inForce }) => inForce)]).toEqual([name, promised(before).issued]);
    expect(quotas.bridge.difference).toBe(0);
    expect(check(after.cells, 'Bridge: plan less everything to the final quotas')).toBe(0);
    await type(book, table, row, header, old);
  }
});

test('an override or a bound that was typed since is told as that, of its own seat alone', async () => {
  const others = 'plan, conventions or other seats have changed';
  const own = 'its override or its bounds have changed';
  const since = async () => (await quotaCells(book)).rows.map((row) => row['Changed since issue']);
  await type(book, 'EfQuota', ['Key', 'T01.1'], 'Override', 500_000);
  // A unit that is left over goes to the next.
  expect(await since()).toEqual([own, '', others]);
  // What was issued with an override has not changed, and without it has.
  await store.run(issueQuotas, 'Dana');
  expect(await since()).toEqual(['', '', '']);
  await type(book, 'EfQuota', ['Key', 'T01.1'], 'Override', '');
  expect(await since()).toEqual([own, '', others]);
  await type(book, 'EfQuota', ['Key', 'T01.1'], 'Override', 500_000);
  await type(book, 'EfQuota', ['Key', 'T02.1'], 'Cap', 700_000);
  expect(await since()).toEqual(['', own, others]);
  // A bound within which the quota lies anyway is an input that changed, too.
  await type(book, 'EfQuota', ['Key', 'T02.1'], 'Cap', '');
  await type(book, 'EfQuota', ['Key', 'T02.1'], 'Floor', 5);
  expect(await since()).toEqual(['', own, '']);
});

async function valueIn(table: string, [keyHeader, key]: readonly [string, Cell], header: string) {
  return book.run(async (context) => {
    const range = context.workbook.tables.getItem(table).getRange();
    range.load('values');
    await context.sync();
    const [headers = [], ...rows] = range.values as Cell[][];
    const row = rows.find((cells) => cells[headers.indexOf(keyHeader)] === key);
    return row?.[headers.indexOf(header)] ?? '';
  });
}

test('a hiring slip changes the quota of its own seat, by the conventions of the issue, and stands in the bridge', async () => {
  const before = await quotaCells(book);
  const open = before.rows.findIndex((row) => row['Rep'] === '');
  // By days, and ramping 25/50/75 %: 1 April leaves 30 + 31 + 30 days of the ramp and 184 whole ones of 365.
  const share = (from: number, whole: number) => (from + whole) / 365;
  const whole = Number(before.rows[open]?.['Full-year quota']);
  const april = 30 * 0.25 + 31 * 0.5 + 30 * 0.75;
  expect(before.rows[open]?.['Deployed share']).toBeCloseTo(share(april, 184), 10);
  const seat = ['Status', 'To be hired'] as const;
  await type(book, 'EfQuotaSeats', seat, 'Start', day('2027-07-01'));
  // A convention that is another now is no part of what the seat was promised.
  await type(book, 'EfQuotaSettings', ['Setting', 'Calendar'], 'Value', 'By months');
  const after = await quotaCells(book);
  const july = 31 * 0.25 + 31 * 0.5 + 30 * 0.75;
  const slipped = Math.round(whole * share(july, 92) * 100) / 100;
  const at = Number(before.rows[open]?.['Issued']);
  expect(after.rows.map((row) => row['Issued'])).toEqual(
    before.rows.map((row, k) => (k === open ? expect.closeTo(slipped, 2) : row['Issued'])),
  );
  expect(after.rows[open]?.['Changed since issue']).toBe('its dates have changed');
  expect(beside(after.cells, '− Hiring slip, leave and ends')).toBeCloseTo(at - slipped, 2);
  expect(beside(after.cells, 'Difference')).toBe(0);
  // Months and manager go with it.
  const months = after.months[open];
  expect([1, 2, 3, 4, 5, 6].map((m) => months?.[`M${m}`])).toEqual([0, 0, 0, 0, 0, 0]);
  expect(months?.['Year']).toBeCloseTo(slipped, 2);
  const kim = after.managers.find((row) => row['Manager'] === 'Kim');
  expect(kim?.['Manager’s quota']).toBeCloseTo((slipped / 1.15) * 1.1, 1);
  await store.run(lookAgain);
  const { quotas } = quotaCode(store);
  expect(quotas.rows[open]?.inForce).toBeCloseTo(slipped, 2);
  expect(quotas.bridge).toMatchObject({ hiringSlip: expect.closeTo(at - slipped, 2), difference: 0 });
  expect(openPage(store).bridge.map(({ label }) => label)).toContain('− Hiring slip, leave and ends');
});

test('what is planned beyond the issue is nobody’s until quotas are issued again', async () => {
  const before = await quotaCells(book);
  await type(book, 'EfQuotaLines', ['Line', 1], 'Plan', 3_300_000);
  const { cells, rows } = await quotaCells(book);
  expect(beside(cells, '− Unallocated')).toBeCloseTo(345_000, 6);
  expect(beside(cells, 'Difference')).toBe(0);
  expect(rows.map((row) => row['Changed since issue'])).toEqual(
    rows.map(() => 'plan, conventions or other seats have changed'),
  );
  await store.run(lookAgain);
  expect(quotaCode(store).quotas.bridge).toMatchObject({ unallocated: 345_000, difference: 0 });
  await store.run(issueQuotas, 'Dana');
  const again = await quotaCells(book);
  expect(beside(again.cells, '− Unallocated')).toBe(0);
  expect(again.rows[0]?.['Issued']).toBeGreaterThan(Number(before.rows[0]?.['Issued']));
});

test('money of a seat that goes is a line of the bridge, with whose it was; a new seat has none until it is issued', async () => {
  const before = await quotaCells(book);
  const sum = before.rows.reduce((all, row) => all + Number(row['Issued']), 0);
  await store.run(changeSettings, { territories: 2 });
  for (const action of [design, apply, keep]) await store.run(action);
  expect(store.state.trouble).toBeUndefined();
  const fewer = await quotaCells(book);
  expect(fewer.rows).toHaveLength(2);
  const left = fewer.rows.reduce((all, row) => all + Number(row['Issued']), 0);
  expect(beside(fewer.cells, '− Seats that are gone')).toBeCloseTo(sum - left, 2);
  expect(beside(fewer.cells, 'Difference')).toBe(0);
  expect(beside(fewer.cells, 'Issued quotas')).toBeCloseTo(left, 2);
  const { quotas } = quotaCode(store);
  expect(quotas.bridge).toMatchObject({ seatsGone: expect.closeTo(sum - left, 2), difference: 0 });
  const gone = before.rows.find(({ Key }) => !fewer.rows.some((row) => row['Key'] === Key));
  const under = fewer.cells.findIndex(([label]) => label === 'Issued to seats that are gone');
  expect(fewer.cells[under + 2]?.slice(0, 4)).toEqual([
    gone?.['Territory'],
    gone?.['Rep'],
    1,
    gone?.['Issued'],
  ]);

  await store.run(changeSettings, { territories: 4 });
  for (const action of [design, apply, keep]) await store.run(action);
  const more = await quotaCells(book);
  expect(more.rows[3]).toMatchObject({ Issued: '', 'Changed since issue': 'not issued yet' });
  expect(beside(more.cells, 'Difference')).toBe(0);
});

test('a role that another line is for leaves the issued quota where it is; a line that goes is told', async () => {
  await store.run(withdrawQuotas);
  await store.run(writeQuotas, {
    lines: [
      { component: 'new', role: 'Account Executive', segment: '', amount: 2_000_000, method: 'equal' },
      { component: 'renewal', role: '', segment: '', amount: 500_000, method: 'equal' },
    ],
  });
  await store.run(issueQuotas, 'Dana');
  expect(store.state.trouble).toBeUndefined();
  const before = await quotaCells(book);
  await type(book, 'EfQuotaSeats', ['Id', 'T01'], 'Role', 'Account Manager');
  await store.run(lookAgain);
  await store.run(writeQuotas, {});
  const after = await quotaCells(book);
  expect(promised(after)).toEqual(promised(before));
  const { quotas } = quotaCode(store);
  const byKey = new Map(after.rows.map((row) => [row['Key'], row]));
  for (const row of quotas.rows)
    expect([row.key, byKey.get(row.key)?.['Final'], byKey.get(row.key)?.['Issued']]).toEqual([
      row.key,
      row.final,
      row.inForce,
    ]);
  await store.run(writeQuotas, {
    lines: [{ component: 'new', role: '', segment: '', amount: 2_000_000, method: 'equal' }],
  });
  const shorter = await quotaCells(book);
  expect(beside(shorter.cells, '− Seats that are gone')).toBeCloseTo(
    before.rows.filter((row) => row['Line'] === 2).reduce((all, row) => all + Number(row['Issued']), 0),
    2,
  );
  expect(beside(shorter.cells, 'Difference')).toBe(0);
  expect(quotaCode(store).quotas.bridge.difference).toBe(0);
});
