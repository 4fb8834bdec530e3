import { issueQuotas } from '../../src/app/actions/issue-quotas';
import { lookAgain } from '../../src/app/actions/look-again';
import { writeQuotas, type QuotaChange } from '../../src/app/actions/write-quotas';
import type { Store } from '../../src/app/store';
import type { Cell, OpenWorkbook } from '../support/office';
import { check, day, keptPlan, quotaCells, quotaCode, type } from '../support/quotas';
import type { Row } from './audit';

/**
 * Worked cases in cells, each with the sheet and the columns in which it holds. In code they hold in
 * `test/quota/worked-cases.test.ts`; in cells those of pay in `pay-figures.test.ts`, of moves in `moved-figures.test.ts`.
 * One workbook: the tests follow each other.
 */

const CITIES = ['Denver', 'Boise', 'Austin', 'Miami'];
/** Seats by role with their capacity. Those of capacity 1 behind the weights are twenty. */
const ROLES: readonly (readonly [role: string, shares: readonly number[]])[] = [
  ['Bounds', [1, 0.6, 0.2]],
  ['Weights', [0.42, 0.28, 0.24, 0.36]],
  ['Three', [1, 1, 1]],
  ['Seven', [1, 1, 1, 1, 1, 1, 1]],
  ['Dates', [1, 1, 1, 1, 1, 1, 1, 1]],
  ['Quarters', [1]],
  ['Months', [1]],
];
const SEATS = ROLES.flatMap(([role, shares]) => shares.map((share) => [role, share] as const));
const idOf = (role: string, n = 0): string =>
  `T${String(SEATS.findIndex(([one]) => one === role) + n + 1).padStart(2, '0')}`;
const called = (role: string) => `Sales Rep ${role}`;
let book: OpenWorkbook;
let store: Store;

const line = (role: string, amount: number, over = 0, segment = '') =>
  ({
    component: 'new',
    role: role && called(role),
    segment,
    amount,
    method: 'equal',
    overAssignment: over,
  }) as const;
const full = Array<number>(12).fill(1);
const ramp = (role: string, ...months: number[]) => ({
  role: role && called(role),
  months: [...months, ...full.slice(months.length)],
});

beforeAll(async () => {
  const names = SEATS.map((_, j) => `Rep ${String.fromCharCode(65 + j)}x Sole`);
  const accounts: Cell[][] = [
    ['Account Name', 'Potential', 'City', 'Account Owner'],
    ...Array.from({ length: 40 }, (_, i) => [
      `Account ${i}`,
      1000,
      CITIES[i % 4] ?? '',
      names[i % names.length] ?? '',
    ]),
  ];
  const team: Cell[][] = [
    ['Rep Name', 'Role', 'Segment', 'FTE'],
    ...SEATS.map(([role, share], j): Cell[] => [
      names[j] ?? '',
      called(role),
      j < 7 ? 'Parts' : 'Twenty',
      share,
    ]),
  ];
  ({ book, store } = await keptPlan(accounts, team));
  await store.run(writeQuotas, {
    fiscalYear: day('2025-01-01'),
    ramps: [ramp('')],
    lines: [
      line('Bounds', 180),
      line('Weights', 3_300_000),
      line('Three', 10_000_000),
      line('Seven', 1_000_000),
      line('', 15_000_000, 0.15, 'Twenty'),
    ],
    rows: { [`${idOf('Bounds')}.1`]: { cap: 85 }, [`${idOf('Bounds', 2)}.1`]: { floor: 45 } },
  });
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

/** The cells, which say what code says; nothing is left over. */
async function read() {
  await store.run(lookAgain);
  const found = await quotaCells(book, false);
  const { quotas } = quotaCode(store);
  for (const row of quotas.rows)
    expect([row.key, found.rows.find(({ Key }) => Key === row.key)?.['In force']]).toEqual([
      row.key,
      expect.closeTo(row.inForce, 6),
    ]);
  expect([check(found.cells, 'Difference'), quotas.bridge.difference]).toEqual([0, 0]);
  return found;
}
const setting = (name: string, value: Cell) =>
  type(book, 'EfQuotaSettings', ['Setting', name], 'Value', value);
const of = (rows: readonly Row[], n: number, header: string) =>
  rows.filter((row) => row['Line'] === n).map((row) => row[header]);
const near = (amounts: readonly number[]) => amounts.map((amount) => expect.closeTo(amount, 6));

test('Quota, Full-year quota: 100/60/20 between a cap of 85 and a floor of 45 share 180 as 84.375 / 50.625 / 45', async () => {
  const { rows } = await read();
  expect(of(rows, 1, 'Full-year quota')).toEqual(near([84.375, 50.625, 45]));
});

test('Quota, Final, Rounding, Units to give: thousands by largest remainder', async () => {
  const { rows, lines } = await read();
  const thousands = (n: number) => of(rows, n, 'Final').map((final) => Number(final) / 1000);
  expect(thousands(2)).toEqual([1066, 711, 609, 914]);
  expect(thousands(3)).toEqual([3334, 3333, 3333]);
  expect(thousands(4)).toEqual([143, 143, 143, 143, 143, 143, 142]);
  // 15 M × 115 % ÷ 20 are 862,500 each.
  expect(of(rows, 5, 'Full-year quota')).toEqual(near(Array<number>(20).fill(862_500)));
  expect(thousands(5)).toEqual([...Array<number>(10).fill(863), ...Array<number>(10).fill(862)]);
  expect(lines.slice(1).map((row) => row['Rounding'])).toEqual([0, 0, 0, 0]);
  // 48 M × 1.15 in thousands are 55,200 of them: a bare INT gives one less.
  await type(book, 'EfQuotaLines', ['Line', 5], 'Plan', 48_000_000);
  const more = (await read()).lines[4];
  expect([more?.['Units to give'], more?.['Final quotas'], more?.['Rounding']]).toEqual([
    55_200, 55_200_000, 0,
  ]);
  await type(book, 'EfQuotaLines', ['Line', 5], 'Plan', 15_000_000);
});

test('Quota, Issued, Hiring slip: who starts half a year later leaves the other 19 at 862,500', async () => {
  await setting('Rounding unit', 0);
  await store.run(lookAgain);
  await store.run(issueQuotas, 'Dana');
  await type(book, 'EfQuotaSeats', ['Id', idOf('Months')], 'Start', day('2025-07-01'));
  const { rows, cells } = await read();
  const left = Math.round((100 * 862_500 * 184) / 365) / 100;
  expect(of(rows, 5, 'Issued')).toEqual(near([...Array<number>(19).fill(862_500), left]));
  expect(check(cells, '− Hiring slip, leave and ends')).toBeCloseTo(862_500 - left, 2);
});

describe('Quota, Final, and Quota Calendar, M1 to M12', () => {
  /** Seats with their full-year quota, their dates, and what they carry by days of 2025 and by months. */
  const DATES: readonly (readonly [
    role: string,
    n: number,
    fullYear: number,
    seat: object,
    days: number,
    months: number,
  ])[] = [
    ['Dates', 0, 800_000, { start: day('2025-06-01') }, 469_041.1, 466_666.67],
    ['Dates', 1, 1_200_000, { start: day('2025-05-15') }, 759_452.05, 754_838.71],
    ['Dates', 2, 100_000, { start: day('2025-03-01') }, 83_835.62, 83_333.33],
    // Leave of 45 of the 91 days of a quarter of 300,000.
    [
      'Dates',
      3,
      (300_000 * 365) / 91,
      {
        start: day('2025-04-01'),
        end: day('2025-06-30'),
        leaveFrom: day('2025-04-01'),
        leaveTo: day('2025-05-15'),
      },
      151_648.35,
      ((300_000 * 365) / 91 / 12) * (16 / 31 + 1),
    ],
    ['Dates', 4, 365_000, { start: day('2025-12-31') }, 1000, 365_000 / 12 / 31],
    [
      'Dates',
      5,
      120_000,
      { start: day('2025-01-25'), end: day('2025-02-02') },
      (120_000 * 9) / 365,
      10_000 * (7 / 31 + 2 / 28),
    ],
    ['Dates', 6, 800_000, { start: day('2025-06-01'), end: day('2025-05-01') }, 0, 0],
    ['Dates', 7, 800_000, { start: day('2026-01-01') }, 0, 0],
    ['Quarters', 0, 1_200_000, { hired: day('2025-01-01') }, 528_493.15, 525_000],
    [
      'Months',
      0,
      1_200_000,
      { hired: day('2025-01-01'), start: day('2025-01-01'), end: day('2025-03-31') },
      (1_200_000 * (28 * 0.25 + 31 * 0.5)) / 365,
      75_000,
    ],
  ];

  beforeAll(async () => {
    await store.run(writeQuotas, {
      unit: 0,
      issued: null,
      ramps: [
        ramp(''),
        ramp('Quarters', 0, 0, 0, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5),
        ramp('Months', 0, 0.25, 0.5),
      ],
      rows: Object.fromEntries(
        DATES.map(([role, n, amount]) => [`${idOf(role, n)}.5`, { floor: amount, cap: amount }]),
      ),
      seats: Object.fromEntries(DATES.map(([role, n, , seat]) => [idOf(role, n), seat])),
    } as unknown as QuotaChange);
    expect(store.state.trouble).toBeUndefined();
  });

  /** What each of these carries, to the cent below: bounds leave nothing to be rounded up. Months add up to it. */
  async function carried(): Promise<number[]> {
    const { rows, months } = await read();
    return DATES.map(([role, n]) => {
      const id = idOf(role, n);
      const final = Number(rows.find(({ Key }) => Key === `${id}.5`)?.['Final']);
      const all = rows.filter(({ Id }) => Id === id).reduce((sum, row) => sum + Number(row['Final']), 0);
      const row = months.find(({ Id }) => Id === id);
      const due = Array.from({ length: 12 }, (_, m) => Math.round(100 * Number(row?.[`M${m + 1}`])));
      expect(due.reduce((sum, cents) => sum + cents, 0)).toBe(Math.round(100 * all));
      return final;
    });
  }
  const about = (amounts: readonly number[]) =>
    amounts.map((amount) => expect.closeTo(amount - 0.0025, 1) as number);
  const carries = (n: number, amount: number, found: readonly number[]) => {
    expect(Math.abs((found[n] ?? 0) - amount)).toBeLessThan(0.0101);
  };

  test('by days, by months, and a start within a month by day, next month, this month, half a month', async () => {
    expect(await carried()).toEqual(about(DATES.map(([, , , , days]) => days)));
    await setting('Calendar', 'By months');
    expect(await carried()).toEqual(about(DATES.map(([, , , , , months]) => months)));
    for (const [word, amount] of [
      ['Next month', 700_000],
      ['This month', 800_000],
      ['Half a month', 750_000],
    ] as const) {
      await setting('Start within a month', word);
      carries(1, amount, await carried());
    }
    await setting('Start within a month', 'By day');
  });

  test('by season: 20/20/20/40 by quarter; without relief for leave; of a leap year', async () => {
    await setting('Calendar', 'By season');
    await book.run(async (context) => {
      const column = context.workbook.tables.getItem('EfQuotaMonths').columns.getItem('Season');
      column.getDataBodyRange().values = full.map((_, m) => [m < 9 ? 20 / 3 : 40 / 3]);
      await context.sync();
    });
    carries(2, 86_666.67, await carried());
    await setting('Calendar', 'By days');
    await setting('Leave of absence', 'No relief');
    carries(3, 300_000, await carried());
    await setting('Fiscal year starts', day('2024-01-01'));
    await type(book, 'EfQuotaSeats', ['Id', idOf('Dates')], 'Start', day('2024-06-01'));
    carries(0, 467_759.56, await carried());
  });
});
