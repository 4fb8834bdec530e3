import { issueQuotas } from '../../src/app/actions/issue-quotas';
import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas } from '../../src/app/actions/write-quotas';
import type { Store } from '../../src/app/store';
import type { Cell, OpenWorkbook } from '../support/office';
import { ACCOUNTS, check, day, keptPlan, QUOTA, quotaCells, quotaCode, type } from '../support/quotas';

/** Ramps by role and segment, words with blanks about them, subtotals: cells and code say the same, whatever is typed. */

const AE = 'Account Executive';
const AM = 'Account Manager';
const HEAD = 'Rep Name|Role|Segment|Manager|Hire Date|Start Date|Base|Target Variable';
const TEAM: Cell[][] = [
  HEAD.split('|'),
  ['Ana Ruiz', AE, 'ENT', 'Lee', day('2026-12-01'), '', 100_000, 100_000],
  ['Ben Ito', AM, 'SMB', 'Lee', day('2027-05-10'), '', 90_000, 90_000],
  ['', AE, 'SMB', 'Kim', '', day('2027-04-01'), 80_000, 80_000],
];
const rest = (...months: number[]) => [...months, ...Array<number>(12 - months.length).fill(1)];
let book: OpenWorkbook;
let store: Store;

beforeAll(async () => {
  ({ book, store } = await keptPlan(ACCOUNTS, TEAM));
  const lines = [
    { component: 'new', role: AM, segment: '', amount: 1_000_000, method: 'equal' },
    { component: 'new', role: AE, segment: 'SMB', amount: 1_000_000.555, method: 'equal' },
    { component: 'renewal', role: '', segment: 'ent', amount: 500_000, method: 'potential' },
  ] as const;
  const ramps = [
    { role: '', months: rest(0.25, 0.5, 0.75) },
    { role: '', segment: 'SMB', months: rest(0.1, 0.1) },
    { role: AE, segment: 'smb', months: rest(0, 0, 0) },
    { role: AM, months: rest(0.4) },
  ];
  await store.run(writeQuotas, { ...QUOTA, lines: [...lines], ramps }, ['pay']);
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

/** All quotas in cells and in code, after a look. */
async function both() {
  await store.run(lookAgain);
  const cells = await quotaCells(book);
  const { quotas } = quotaCode(store);
  for (const row of quotas.rows) {
    const cell = cells.rows.find(({ Key }) => Key === row.key);
    expect([row.key, cell?.['Deployed share'], cell?.['Final'], cell?.['In force']]).toEqual([
      row.key,
      expect.closeTo(row.share, 10),
      expect.closeTo(row.final, 6),
      expect.closeTo(row.inForce, 6),
    ]);
  }
  expect(quotas.bridge.difference).toBe(0);
  expect(check(cells.cells, 'Difference')).toBe(0);
  return { ...cells, quotas, shares: quotas.rows.map(({ key, share }) => [key, Math.round(365 * share)]) };
}

test('the ramp of role and segment comes before that of the role, this before the segment’s, this before all others', async () => {
  const { shares } = await both();
  // Hired in December: half in January, three quarters in February. Hired on 10 May: 22 days at 40 %, then all.
  // Open, from April: nothing for three months.
  expect(shares).toEqual([
    ['T02.1', Math.round(22 * 0.4 + 214)],
    ['T03.2', 184],
    ['T01.3', Math.round(31 * 0.5 + 28 * 0.75 + 306)],
  ]);
});

test('beyond the twelfth month nobody ramps', async () => {
  await type(book, 'EfQuotaRamps', ['M2', 0.5], 'M12', 0);
  // Hired in December of the year before: the twelfth month is November, the thirteenth December.
  expect((await both()).shares.at(-1)).toEqual(['T01.3', Math.round(31 * 0.5 + 28 * 0.75 + 276)]);
  await type(book, 'EfQuotaRamps', ['M2', 0.5], 'M12', 1);
});

test('words with blanks about them are these words, in roles of seats, of lines and of ramps', async () => {
  const before = (await both()).shares;
  await type(book, 'EfQuotaSeats', ['Id', 'T02'], 'Role', ` ${AM} `);
  expect((await both()).shares).toEqual(before);
  await type(book, 'EfQuotaRamps', ['Role', AM], 'Role', ' account manager ');
  await type(book, 'EfQuotaRamps', ['Segment', 'SMB'], 'Segment', ' smb');
  expect((await both()).shares).toEqual(before);
  expect((await both()).lines.map((line) => line['Final quotas'])).not.toContain(0);
});

test('a ramp of neither a role nor a segment is of nobody, and red', async () => {
  const before = (await both()).cells;
  expect(check(before, 'Blue cells that cannot be read')).toBe(0);
  await type(book, 'EfQuotaRamps', ['Role', 'All other roles'], 'Role', '');
  const { cells, shares } = await both();
  expect(shares.at(-1)).toEqual(['T01.3', 365]);
  expect(check(cells, 'Blue cells that cannot be read')).toBe(12);
  await type(book, 'EfQuotaRamps', ['M2', 0.5], 'Role', 'alle anderen Rollen');
  expect((await both()).shares.at(-1)?.[1]).toBeLessThan(365);
});

test('components add up to the bridge, segments to the quotas; a segment that nobody knew is red', async () => {
  const { cells, lines, segments, quotas } = await both();
  const head = cells.findIndex((row) => row[0] === 'Component');
  const components = cells.slice(head + 1, head + 4);
  expect(components.map((row) => [row[0], row[cells[head]!.indexOf('Plan')]])).toEqual([
    ['New business', 2_000_000.56],
    ['Expansion', 0],
    ['Renewal', 500_000],
  ]);
  for (const name of ['Plan', 'Pool', 'Not placeable', 'Rounding', 'Final quotas', 'Difference'] as const) {
    const sum = components.reduce((all, row) => all + Number(row[cells[head]!.indexOf(name)]), 0);
    expect([name, sum]).toEqual([
      name,
      expect.closeTo(
        lines.reduce((all, row) => all + Number(row[name]), 0),
        6,
      ),
    ]);
  }
  expect(segments.map((row) => row['Final quotas'])).toEqual([
    500_000,
    expect.closeTo(quotas.bridge.final - 500_000, 6),
  ]);
  expect(check(cells, 'Final quotas, less those by segment')).toBe(0);
  await type(book, 'EfTerritories', ['Id', 'T02'], 'Segment', 'Mid');
  expect(check((await quotaCells(book)).cells, 'Final quotas, less those by segment')).toBe(-1_150_000);
  await type(book, 'EfTerritories', ['Id', 'T02'], 'Segment', 'SMB');
});

test('issued quotas keep the ramp of the segment in which they were issued', async () => {
  await store.run(issueQuotas, 'Dana');
  const before = (await both()).rows.map((row) => row['Issued']);
  await type(book, 'EfQuotaRamps', ['Role', AE], 'M4', 0);
  await type(book, 'EfQuotaRamps', ['Segment', 'smb'], 'Segment', 'ENT');
  const { rows, cells } = await both();
  expect(rows.map((row) => row['Issued'])).toEqual(before);
  expect(check(cells, 'Changed since issue')).toBeGreaterThan(0);
});
