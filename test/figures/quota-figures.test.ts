import { sheetsAlone } from '../../src/app/write-order';
import { quotaBridges } from '../../src/app/quota-bridges';
import { quotaFigures } from '../../src/app/quota-figures';
import { standingAssignment } from '../../src/app/standing-assignment';
import { quotaContext } from '../../src/app/quota-sources';
import { standingContext } from '../../src/app/sheet-sources';
import { quotaSheet } from '../../src/reports/quota';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { carryOut, clock, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { total } from '../../src/quota/bridge';
import { tableIn } from './audit';

/** What the cells of the quota sheets say is what `quota/` computes, whatever is set. */

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const CITIES = ['Denver', 'Boise', 'Austin', 'Miami', 'Seattle'];
const STATES = ['CO', 'ID', 'TX', 'FL', 'WA'];
let book: OpenWorkbook;

beforeAll(async () => {
  book = await openWorkbook({
    sheets: {
      Accounts: [
        ['Account Name', 'Potential', 'Bookings', 'Account Target', 'City', 'State', 'Account Owner'],
        ...Array.from({ length: 60 }, (_, i) => [
          `Account ${i}`,
          1000 + 370 * ((7 * i) % 11),
          500 + 90 * ((5 * i) % 13),
          60_000 + 4_000 * ((3 * i) % 17),
          CITIES[i % 5] ?? '',
          STATES[i % 5] ?? '',
          ['Ana Ruiz', 'Ben Ito', 'Cy Fox', 'Di Roe'][i % 4] ?? '',
        ]),
      ],
      Reps: [
        ['Rep Name', 'Role', 'Manager', 'Hire Date', 'Start Date', 'End Date', 'Quota', 'FTE'],
        ['Ana Ruiz', 'Account Executive', 'Lee', day('2019-03-01'), '', '', 900_000, 1],
        ['Ben Ito', 'Account Executive', 'Lee', day('2026-11-16'), '', '', 400_000, 1],
        ['Cy Fox', 'Account Manager', 'Kim', day('2021-05-05'), '', day('2027-09-20'), 700_000, 0.6],
        ['Di Roe', 'Account Manager', 'Kim', day('2020-01-01'), day('2027-02-15'), '', '', 1],
        ['', 'Account Executive', 'Kim', '', day('2027-04-10'), '', '', 1],
      ],
    },
  });
  const { workbook } = await carryOut({});
  await workbook.keep();
});
afterAll(() => {
  book.dispose();
});

/** Writes quotas with some settings and reads both: the cells, and what is computed here. */
async function both(quota: object) {
  const workbook = new OfficeWorkbook(clock);
  const understanding = await understood({ quota }, workbook);
  const order = await sheetsAlone([quotaSheet], understanding, workbook, clock);
  await workbook.apply(order);
  const standing = await standingContext(understanding, workbook, ['balance', 'territories']);
  const context = quotaContext(understanding, standing);
  const figures = quotaFigures(understanding, context, standingAssignment(understanding, standing.record));
  const cells = await valuesOf(book, 'Quota');
  return {
    quotas: figures.quotas,
    bridges: quotaBridges(context, figures, standing.say),
    cells,
    rows: tableIn(cells, 'Territory', 'Rep'),
    lines: tableIn(cells, 'Line', 'Line of the plan'),
  };
}

const check = (cells: readonly (readonly Cell[])[], label: string): Cell => {
  const row = cells.find((line) => line.includes(label));
  return row?.[row.indexOf(label) + 3] ?? '';
};

const ONE = [{ amount: 4_800_000 }];
const CASES: readonly (readonly [name: string, quota: object])[] = [
  ['one number', { lines: ONE }],
  ['to the cent, by months', { lines: ONE, unit: 0, calendar: 'months', midMonth: 'half' }],
  [
    'by season, the next month',
    { lines: ONE, calendar: 'season', season: [5, 5, 5, 8, 8, 8, 9, 9, 9, 11, 11, 12], midMonth: 'next' },
  ],
  ['by potential', { lines: [{ amount: 4_800_000, method: 'potential' }], unit: 500 }],
  ['by targets of the accounts', { lines: [{ amount: 4_800_000, method: 'bottomUp' }] }],
  ['by bookings', { lines: [{ amount: 4_800_000, method: 'history' }] }],
  [
    'blended',
    {
      lines: [{ amount: 4_800_000, method: 'blended' }],
      blendEqual: 0.2,
      blendPotential: 0.5,
      blendHistory: 0.3,
    },
  ],
  [
    'three lines',
    {
      lines: [
        { amount: 3_000_000, role: 'Account Executive' },
        { component: 'expansion', amount: 1_500_000, role: 'account manager', method: 'potential' },
        { component: 'renewal', amount: 900_000 },
      ],
    },
  ],
  [
    'bounds and growth',
    {
      lines: ONE,
      growth: 0.2,
      rows: { 'T02.1': { floor: 700_000, cap: 800_000 }, 'T05.1': { floor: 2_000_000 } },
    },
  ],
  [
    'floors above what there is',
    { lines: [{ amount: 100_000 }], rows: { 'T01.1': { floor: 300_000 }, 'T02.1': { floor: 300_000 } } },
  ],
  [
    'caps below what there is',
    { lines: ONE, rows: Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`T0${n}.1`, { cap: 100_000 }])) },
  ],
  [
    'an override that leaves the others',
    { lines: ONE, rows: { 'T01.1': { override: 333_333.33, reason: 'agreed' } } },
  ],
  [
    'an override that is spread',
    {
      lines: ONE,
      overrides: 'spread',
      rows: {
        'T01.1': { override: 333_333.33, reason: 'agreed' },
        'T03.1': { override: 0, reason: 'leaves' },
      },
    },
  ],
  [
    'overrides over the pool, spread',
    { lines: [{ amount: 100_000 }], overrides: 'spread', rows: { 'T01.1': { override: 200_000 } } },
  ],
  [
    'weeks 4-4-5, no relief',
    {
      lines: ONE,
      periods: '445',
      leave: 'none',
      fiscalYear: day('2027-02-01'),
      seats: { T01: { leaveFrom: day('2027-03-03'), leaveTo: day('2027-04-14') } },
    },
  ],
  [
    'leave, a ramp of its own, this month',
    {
      lines: ONE,
      calendar: 'months',
      midMonth: 'this',
      seats: {
        T01: { leaveFrom: day('2027-03-03'), leaveTo: day('2027-04-14') },
        T02: { end: day('2027-01-01') },
      },
      ramps: [
        { role: '', months: [0, 0, 0.5, ...Array(9).fill(1)] },
        { role: 'Account Executive', months: [0.1, 0.2, 0.3, 0.4, ...Array(8).fill(0.9)] },
      ],
    },
  ],
  ['a plan of nothing', { lines: [{ amount: 0 }] }],
  ['a line for nobody', { lines: [{ amount: 1_000_000, role: 'Pilot' }, { amount: 2_000_000 }] }],
  [
    'a segment without seats, nobody there for another line',
    {
      lines: [
        { amount: 1_000_000.01, segment: 'SMB' },
        { amount: 700_000, role: 'Account Manager', method: 'potential' },
      ],
      seats: Object.fromEntries(['T03', 'T04'].map((id) => [id, { start: day('2028-02-01') }])),
    },
  ],
];

const near = (amount: number): unknown => expect.closeTo(amount, 6);

test.each(CASES)('%s: the cells say what is computed', async (_, quota) => {
  const { quotas, bridges, cells, rows, lines } = await both(quota);
  for (const row of quotas.rows) {
    const cell = rows.find(({ Key }) => Key === row.key);
    expect(cell).toBeDefined();
    expect([row.key, cell?.['Deployed share']]).toEqual([row.key, expect.closeTo(row.share, 10)]);
    expect([row.key, cell?.['Full-year quota']]).toEqual([row.key, expect.closeTo(row.fullYear, 4)]);
    expect([row.key, cell?.['Calculated']]).toEqual([row.key, expect.closeTo(row.calculated, 4)]);
    expect([row.key, cell?.['Final']]).toEqual([row.key, expect.closeTo(row.final, 6)]);
  }
  quotas.lines.forEach((bridge, n) => {
    const line = lines[n];
    expect(Number(line?.['Pool'])).toBeCloseTo(bridge.pool, 6);
    expect(Number(line?.['Not placeable'])).toBeCloseTo(bridge.notPlaceable, 6);
    expect(Number(line?.['Bottom-up gap'])).toBeCloseTo(bridge.bottomUpGap, 6);
    expect(Number(line?.['Override gap'])).toBeCloseTo(bridge.overrideGap, 6);
    expect(Number(line?.['Rounding'])).toBeCloseTo(bridge.rounding, 6);
    expect(Number(line?.['Final quotas'])).toBeCloseTo(bridge.final, 6);
    expect(line?.['Difference']).toBe(0);
    expect(bridge.difference).toBe(0);
  });
  expect(check(cells, 'Bridge: plan less everything to the final quotas')).toBe(0);
  for (const [head, parts] of [
    ['Manager', bridges.byManager],
    ['Segment', bridges.bySegment],
  ] as const) {
    expect(tableIn(cells, head, 'Plan').map(Object.values)).toEqual(
      parts.map((part) => [
        part.name,
        ...[part.plan, part.overAssignment, part.pool, part.notPlaceable, part.bottomUpGap].map(near),
        ...[part.overrideGap, part.rounding, part.betweenSeats, part.final, 0].map(near),
      ]),
    );
    expect(parts.map(({ difference }) => difference)).toEqual(parts.map(() => 0));
    for (const key of ['plan', 'pool', 'notPlaceable', 'overrideGap', 'rounding', 'final'] as const)
      expect([head, key, total(parts.map((part) => part[key]))]).toEqual([head, key, quotas.bridge[key]]);
    expect(total(parts.map(({ betweenSeats }) => betweenSeats))).toBe(0);
  }
  expect(check(cells, 'Bridges by manager and segment, less the bridge')).toBe(0);
  expect(check(cells, 'Not on this sheet yet: write quotas again')).toBe(0);
  expect(check(cells, 'Months, less the final quotas')).toBe(0);
  expect(check(cells, 'Final quotas, less those by manager')).toBe(0);
});

test('shared out by targets of the accounts everybody carries what these add up to', async () => {
  const { quotas, rows } = await both({
    lines: [{ amount: 4_800_000, method: 'bottomUp' }],
    ramps: [{ role: '', months: Array<number>(12).fill(1) }],
    unit: 0,
  });
  const list = tableIn(await valuesOf(book, 'Accounts'), 'Account Name', 'Potential');
  for (const row of rows.filter(({ Key }) => Key !== '')) {
    const mine = list.filter(({ Territory }) => Territory === row['Territory']);
    const targets = mine.reduce((sum, account) => sum + Number(account['Account Target']), 0);
    expect(targets).toBeGreaterThan(0);
    expect(row['Full-year quota']).toBeCloseTo(targets, 6);
  }
  expect(quotas.bridge.bottomUpGap).not.toBe(0);
});

test('an open seat that begins in the year and that nobody covers is told, until somebody does', async () => {
  const { rows } = await both({ lines: ONE });
  const open = (all: typeof rows) => all.find(({ Rep, Key }) => Rep === '' && Key !== '');
  expect(open(rows)?.['To look at'] ?? open(rows)?.['Flag']).toBe(
    'open, and nobody covers it until it starts',
  );
  const id = String(open(rows)?.['Id']);
  const { rows: covered } = await both({ lines: ONE, seats: { [id]: { coveredBy: 'Ana Ruiz' } } });
  expect(String(open(covered)?.['Flag'])).not.toMatch('covers');
});

test('managers and segments written in two ways are one, and none is counted twice', async () => {
  await book.run(async (context) => {
    const list = context.workbook.tables.getItem('EfTerritories').getRange();
    list.load('values');
    await context.sync();
    const [headers = [], ...lines] = list.values as Cell[][];
    const at = headers.indexOf('Manager');
    const row = lines.findIndex((cells) => cells[at] === 'Lee');
    list.getCell(1 + row, at).values = [['lee']];
    await context.sync();
  });
  const { cells } = await both({ lines: ONE });
  expect(check(cells, 'Final quotas, less those by manager')).toBe(0);
  const managers = tableIn(cells, 'Manager', 'Seats').map((row) => String(row['Manager']).toLowerCase());
  expect(managers.filter((name) => name === 'lee')).toHaveLength(1);
});

test('bookings and targets below 0 count as nothing, a bound or an override below 0 as blank, and it is told', async () => {
  const column = async (header: string) => {
    const [headers = []] = await valuesOf(book, 'Accounts');
    return headers.indexOf(header);
  };
  const [bookings, target] = [await column('Bookings'), await column('Account Target')];
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Accounts');
    sheet.getCell(1, bookings).values = [[-90_000]];
    sheet.getCell(2, target).values = [[-500_000]];
    await context.sync();
  });
  for (const method of ['history', 'bottomUp']) {
    const { quotas, rows } = await both({ lines: [{ amount: 4_800_000, method }] });
    for (const row of quotas.rows)
      expect(rows.find(({ Key }) => Key === row.key)?.['Weight']).toBeCloseTo(row.weight, 6);
  }
  const before = await both({ lines: ONE });
  const [headers = []] = before.cells.filter((line) => line.includes('Override'));
  const at = before.cells.findIndex((line) => line.includes('Override'));
  await book.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Quota').getCell(at + 1, headers.indexOf('Override'));
    cell.values = [[-100]];
    await context.sync();
  });
  const after = tableIn(await valuesOf(book, 'Quota'), 'Territory', 'Rep');
  expect(after.map((row) => row['Final'])).toEqual(before.rows.map((row) => row['Final']));
  expect(after[0]?.['Flag']).toBe('a number is a text or below 0, and counts as blank');
});

test('what is told of quotas begins where the setting says', async () => {
  const flags = async (notable: number) =>
    (await both({ lines: [{ amount: 4_800_000 }], notable })).rows
      .map((row) => String(row['Flag']))
      .filter((text) => /share of potential$/.test(text));
  const [few, many] = [await flags(0.9), await flags(0.01)];
  expect(few.length).toBeLessThan(many.length);
});
