import type { DesignedPlan } from '../../src/app/design';
import { settingOf, SHEET_SETTINGS } from '../../src/reports/territory-plan/settings';
import { carryOut, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { beside, distanceKm, mean, METRICS, tableIn, type Metric, type Placed } from './audit';
import { auditBalance, readList, type Cells } from './audit-balance';
import {
  cleanBook,
  dirtyBook,
  oversizedBook,
  ownerlessBook,
  regionedBook,
  segmentedBook,
  type TrueBook,
} from './books';

const KM_PER_MILE = 1.609344;

const ONE = [{ metric: 'potential', tolerance: 0.15 }];
const TWO = [...ONE, { metric: 'count', tolerance: 0.3 }];
const THREE = [{ metric: 'count', tolerance: 0.25 }, ...ONE, { metric: 'arr+openPipeline', tolerance: 0.2 }];

const books: readonly (readonly [string, TrueBook, readonly { metric: string; tolerance: number }[]])[] = [
  ['a clean list, a roster, one metric', cleanBook({ balance: ONE }), ONE],
  ['a clean list, a roster, three metrics', cleanBook({ balance: THREE }), THREE],
  ['a dirty range without a roster, two metrics', dirtyBook({ balance: TWO }), TWO],
  ['two segments, two metrics', segmentedBook({ balance: TWO }), TWO],
  ['two regions that bind, one of them with a single seat', regionedBook({ balance: TWO }), TWO],
  [
    'two accounts too large for any share, one of them locked; two metrics',
    oversizedBook({ balance: TWO }),
    TWO,
  ],
  ['nobody holds anything, three metrics', ownerlessBook({ balance: THREE }), THREE],
];

describe.each(books)('%s', (_name, truth, balance) => {
  let book: OpenWorkbook;
  let designed: DesignedPlan;
  const metrics = balance.map(({ metric, tolerance }): Metric => {
    const known = METRICS[metric];
    if (known === undefined) throw new Error(metric);
    return { ...known, tolerance };
  });

  beforeAll(async () => {
    book = await openWorkbook({ sheets: truth.sheets });
    ({ designed } = await carryOut(truth.settings));
  }, 60_000);
  afterAll(() => {
    book.dispose();
  });

  /** The sheets as they stand now. */
  const cells = async (): Promise<Cells> => ({
    list: await valuesOf(book, 'Export'),
    balance: await valuesOf(book, 'Balance'),
    plan: await valuesOf(book, 'Territory Plan'),
  });
  async function read() {
    const { list, balance: balanceCells, plan: planCells } = await cells();
    return { ...readList(truth, list), balanceCells, planCells };
  }

  /** Every figure of Balance against the account rows as they stand now. */
  const audit = async (): Promise<void> => {
    auditBalance(truth, metrics, await cells());
  };

  test('every figure of Balance follows from the account rows', async () => {
    await audit();
  }, 60_000);

  test('no figure of Balance and no column of ours could be another without the audit noticing', async () => {
    const now = await cells();
    const bites = (sheet: 'balance' | 'list', r: number, c: number): boolean => {
      const other = (cell: Cell): Cell => (typeof cell === 'number' ? cell + 1.5 : `${String(cell)} x`);
      const changed = now[sheet].map((line, at) =>
        at === r ? line.map((cell, there) => (there === c ? other(cell) : cell)) : line,
      );
      try {
        auditBalance(truth, metrics, { ...now, [sheet]: changed });
      } catch {
        return true;
      }
      return false;
    };
    const figures = now.balance.flatMap((line, r) =>
      // Distances and the certificate are held against the plan, in the next test but one.
      line[0] !== undefined && / mi$|cost|best plan here/i.test(String(line[0]))
        ? []
        : line.flatMap((cell, c) => (typeof cell === 'number' ? [[r, c] as const] : [])),
    );
    // Every seventh: the others of a column are asked of other books.
    const some = figures.filter((_, n) => n % 7 === books.findIndex(([, one]) => one === truth) % 7);
    expect(some.length).toBeGreaterThan(10);
    for (const [r, c] of some) expect([r, c, bites('balance', r, c)]).toEqual([r, c, true]);
    const [headers = []] = now.list;
    const ours = headers.slice(headers.indexOf('Territory')).map(String);
    // An account that is locked may have any lock; the words of reasons are read in the next test but one.
    for (const header of ours.filter((one) => one !== 'Lock'))
      expect([header, bites('list', 2, headers.indexOf(header))]).toEqual([header, true]);
  }, 60_000);

  test('the plan on the sheets is the plan that was designed, and no more than its tolerances allow where it says so', async () => {
    const { placed, balanceCells, planCells } = await read();
    const { plan } = designed;
    const list = tableIn(planCells, 'Territory', 'Id');
    for (const { row, territory } of placed) expect(row['Designed Territory']).toBe(territory);
    expect(list.map((row) => row['Id'])).toEqual(plan.territories.map(({ id }) => id));
    expect(list.map((row) => row['Owner'])).toEqual(truth.seats.map(({ name }) => name));
    expect(list.map((row) => row['Capacity share'])).toEqual(truth.seats.map(({ share }) => share));
    expect(list.map((row) => row['Capacity h'])).toEqual(truth.seats.map(({ capacity }) => capacity));
    expect(list.map((row) => row['Segment'])).toEqual(truth.seats.map(({ segment }) => segment));
    const table = tableIn(balanceCells, 'Territory', 'Owner');
    const isMet = table.every((row) => row['In band?'] === 'Yes');
    expect(plan.withinTolerance).toBe(isMet);
    const settings = tableIn(planCells, 'Setting', 'Value');
    const asked = truth.settings as Record<string, Cell>;
    const shown = new Map(settings.map((row) => [settingOf(String(row['Setting'])), row['Value']]));
    for (const key of SHEET_SETTINGS)
      if (asked[key] !== undefined) expect([key, shown.get(key)]).toEqual([key, asked[key]]);
    expect(tableIn(planCells, 'Balanced metric', 'Columns summed').map((row) => row['Tolerance ±'])).toEqual(
      metrics.map(({ tolerance }) => tolerance),
    );
  });

  test('distances and reasons are arithmetic that can be checked', async () => {
    const { placed, balanceCells } = await read();
    const { plan } = designed;
    const ids = plan.territories.map(({ id }) => id as string);
    const byName = new Map(plan.territories.map(({ name }, j) => [name, j]));
    const to = (placing: Placed, j: number) =>
      distanceKm(placing.account, plan.centres[j] ?? { latitude: NaN, longitude: NaN });
    // The books lie in the United States: distances are told in miles.
    const kms = placed.map((placing) => to(placing, byName.get(placing.territory) ?? -1));
    expect(beside(balanceCells, 'Mean distance to the territory centre, mi')).toBeCloseTo(
      mean(kms) / KM_PER_MILE,
      1,
    );
    const sorted = [...kms].sort((a, b) => a - b);
    expect(beside(balanceCells, 'Nine of ten accounts lie within, mi')).toBeCloseTo(
      (sorted[Math.floor(0.9 * sorted.length)] ?? NaN) / KM_PER_MILE,
      1,
    );
    // Everybody to the nearest centre that may be his, and centres that follow: no farther than balance makes it.
    const free = Number(beside(balanceCells, 'Mean distance if balance did not matter, mi'));
    expect(free).toBeCloseTo(plan.meanKmUnbalanced / KM_PER_MILE, 9);
    expect(free).toBeLessThanOrEqual(mean(kms) / KM_PER_MILE + 0.05);
    const [cost, bound] = ['Cost (weighted squared distance)', 'Lower bound on that cost'].map((label) =>
      Number(beside(balanceCells, label)),
    );
    expect([cost, bound]).toEqual([plan.cost, plan.bound]);
    expect(bound).toBeLessThanOrEqual(cost ?? NaN);
    expect(beside(balanceCells, 'Above the best plan here, at most')).toBeCloseTo(
      (cost ?? NaN) / (bound ?? NaN) - 1,
      9,
    );
    let checked = 0;
    placed.forEach((placing, n) => {
      const reason = String(placing.row['Reason']);
      const nearest = /^Nearest centre, ([\d.,]+) mi(?:; next (T\d+) \+([\d.,]+) mi)?$/.exec(reason);
      const forBalance = /^For balance, ([\d.,]+) mi; (T\d+) is ([\d.,]+) mi nearer$/.exec(reason);
      const number = (text: string | undefined) => KM_PER_MILE * Number((text ?? '').replace(/,/g, ''));
      const stated = nearest ?? forBalance;
      if (stated === null) return;
      checked++;
      const km = kms[n] ?? NaN;
      // Distances are shown with one decimal; straight lines through the earth are a little shorter.
      expect(Math.abs(number(stated[1]) - km)).toBeLessThan(0.17 + km * 0.002);
      if (stated[2] === undefined) return;
      const other = to(placing, ids.indexOf(stated[2]));
      const difference = nearest === null ? km - other : other - km;
      expect(Math.abs(number(stated[3]) - difference)).toBeLessThan(0.33 + (km + other) * 0.002);
    });
    expect(checked).toBeGreaterThan(placed.length / 3);
  });

  test('after edits in the Territory cells every figure follows: moved, cleared, unassigned, misspelt', async () => {
    const { planCells } = await read();
    const names = tableIn(planCells, 'Territory', 'Id').map((row) => String(row['Territory']));
    await book.run(async (context) => {
      const table = context.workbook.tables.getItem('Accounts');
      const column = table.columns.getItem('Territory').getDataBodyRange();
      column.load('values');
      await context.sync();
      const now = column.values.map(([value]) => String(value));
      const other = (r: number) => names.find((name) => name !== now[r]) ?? '';
      column.getCell(0, 0).values = [[other(0)]];
      column.getCell(1, 0).values = [[other(1)]];
      column.getCell(2, 0).values = [['']];
      column.getCell(3, 0).values = [['Unassigned']];
      column.getCell(4, 0).values = [['T99 Nowhere']];
      // What goes to another territory takes its target along.
      const [whale = ''] = truth.oversized ?? [];
      const at = truth.accounts.findIndex(({ name }) => name === whale);
      if (at >= 0) column.getCell(at, 0).values = [[other(at)]];
      await context.sync();
    });
    await audit();
  }, 60_000);
});

test('an account that was too large, and is less than a share by now, is shared like any other', async () => {
  const truth = oversizedBook({ balance: ONE });
  const book = await openWorkbook({ sheets: truth.sheets });
  try {
    await carryOut(truth.settings);
    const line = (cells: readonly (readonly Cell[])[]) =>
      cells.map(([first]) => String(first)).find((text) => text.startsWith('Territories set apart'));
    expect(line(await valuesOf(book, 'Balance'))).toContain('oversized accounts: 2.');
    const at = truth.accounts.findIndex(({ name }) => name === truth.oversized?.[0]);
    await book.run(async (context) => {
      const potential = context.workbook.tables.getItem('Accounts').columns.getItem('Potential');
      potential.getDataBodyRange().getCell(at, 0).values = [[15_000]];
      await context.sync();
    });
    const cells = await valuesOf(book, 'Balance');
    expect(line(cells)).toContain('oversized accounts: 1.');
    const rows = tableIn(cells, 'Territory', 'Owner');
    const own = rows.filter((row) => row['Oversized accounts'] === 1);
    expect(own.map((row) => row['Set apart?']).sort()).toEqual(['No', 'Yes']);
    // All but the other one, which is its part-timer's target, for the four that work full time.
    const whale = truth.accounts.find(({ name }) => name === truth.oversized?.[1])?.potential ?? NaN;
    const all = rows.reduce((sum, row) => sum + Number(row['Potential']), 0);
    for (const row of rows)
      expect(row['Target']).toBeCloseTo(row['Set apart?'] === 'Yes' ? whale : (all - whale) / 4, 6);
  } finally {
    book.dispose();
  }
}, 30_000);
