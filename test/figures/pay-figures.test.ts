import { sheetsAlone } from '../../src/app/write-order';
import { payFigures } from '../../src/app/pay-figures';
import { quotaFigures } from '../../src/app/quota-figures';
import { standingAssignment } from '../../src/app/standing-assignment';
import { quotaContext } from '../../src/app/quota-sources';
import { standingContext } from '../../src/app/sheet-sources';
import { look } from '../../src/app/look-at-workbook';
import { SettingsDesk } from '../../src/app/settings/desk';
import { USUAL_SETTINGS, ABOVE } from '../../src/plan/quota';
import { paySheet } from '../../src/reports/quota';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { carryOut, clock, places, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { tableIn, type Row } from './audit';

/** What the cells of Pay say is what `payOf` computes; and worked cases, typed into the cells. */

const day = (iso: string): number => Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
const CITIES = ['Denver', 'Boise', 'Austin', 'Miami', 'Seattle'];
const STATES = ['CO', 'ID', 'TX', 'FL', 'WA'];
const HEAD = ['Rep Name', 'Role', 'Manager', 'Hire Date', 'Start Date', 'End Date'];
let book: OpenWorkbook;

beforeAll(async () => {
  book = await openWorkbook({
    sheets: {
      Accounts: [
        ['Account Name', 'Potential', 'City', 'State', 'Account Owner', 'Industry'],
        ...Array.from({ length: 60 }, (_, i) => [
          `Account ${i}`,
          1000 + 370 * ((7 * i) % 11),
          CITIES[i % 5] ?? '',
          STATES[i % 5] ?? '',
          ['Ana Ruiz', 'Ben Ito', 'Cy Fox', 'Di Roe'][i % 4] ?? '',
          ['Retail', 'Health Care', 'Mining', ''][(i + Math.floor(i / 7)) % 4] ?? '',
        ]),
      ],
      Reps: [
        [...HEAD, 'Base Salary', 'Target Variable', 'Quota', 'Attainment', 'FTE', 'Skills'],
        [
          'Ana Ruiz',
          'Account Executive',
          'Lee',
          day('2019-03-01'),
          '',
          '',
          1e5,
          1e5,
          9e5,
          1.1,
          1,
          'retail; health',
        ],
        ['Ben Ito', 'Account Executive', 'Lee', day('2026-11-16'), '', '', 9e4, 7e4, 4e5, '', 1, 'Mining'],
        [
          'Cy Fox',
          'Account Manager',
          'Kim',
          day('2022-05-05'),
          '',
          day('2027-09-20'),
          8e4,
          4e4,
          '',
          '',
          0.6,
          '',
        ],
        [
          'Di Roe',
          'Account Manager',
          'Kim',
          day('2025-01-01'),
          day('2027-02-15'),
          '',
          '',
          '',
          '',
          '',
          1,
          'Spanish',
        ],
        ['', 'Account Executive', 'Kim', '', day('2027-04-10'), '', 9e4, 9e4, '', '', 1, ''],
        ['Lee', 'Sales Director', '', '', '', '', 15e4, 5e4, '', '', 1, ''],
      ],
    },
  });
  const { workbook } = await carryOut({ balance: [{ metric: 'potential', tolerance: 0.1 }] }); // wide enough for poor ones
  await workbook.keep();
});
afterAll(() => {
  book.dispose();
});

interface Pay {
  readonly cells: Cell[][];
  readonly seats: readonly Row[];
  readonly costs: readonly Row[];
}

async function read(): Promise<Pay> {
  const cells = await valuesOf(book, 'Pay');
  return {
    cells,
    seats: tableIn(cells, 'Territory', 'Rep').filter(({ Id }) => Id !== ''),
    costs: tableIn(cells, 'At', 'Attainment'),
  };
}

/** Writes Pay with some settings. */
async function written(quota: object) {
  const workbook = new OfficeWorkbook(clock);
  const understanding = await understood({ quota }, workbook);
  await workbook.apply(await sheetsAlone([paySheet], understanding, workbook, clock));
  return { workbook, understanding };
}

/** The cells, and what is computed here. */
async function both(quota: object) {
  const { workbook, understanding } = await written(quota);
  const standing = await standingContext(understanding, workbook, ['balance', 'territories']);
  const context = quotaContext(understanding, standing);
  const figures = quotaFigures(understanding, context, standingAssignment(understanding, standing.record));
  return { ...(await read()), figures, pay: payFigures(context, figures) };
}

const beside = (cells: readonly (readonly Cell[])[], label: string, nth = 0): Cell => {
  const row = cells.find((line) => line.includes(label)) ?? [];
  return row.slice(row.indexOf(label) + 1).filter((cell) => cell !== '' && cell !== null)[nth] ?? '';
};

const ONE = [{ amount: 4_800_000 }];
const CLIFF = {
  tierKind: 'cliff',
  tiers: [
    { from: 0, to: 0.5, multiplier: 0.5 },
    { from: 0.5, to: 1, multiplier: 1 },
    { from: 1, to: ABOVE, multiplier: 1.4 },
  ],
};
const CASES: readonly (readonly [name: string, quota: object])[] = [
  ['as usual', { lines: ONE }],
  ['rate raised under ramp, a budget', { lines: ONE, rampRate: 'raised', budget: 700_000, attrition: 0.1 }],
  ['a guarantee under ramp, by months', { lines: ONE, rampRate: 'guarantee', calendar: 'months' }],
  [
    'cliff, overlays, managers typed',
    { lines: ONE, ...CLIFF, overlayCost: 90_000, managerCost: 310_000, attainment: 1.05 },
  ],
  [
    'two lines, travel, leave, to the cent',
    {
      lines: [
        { amount: 3_000_000, role: 'Account Executive' },
        { component: 'renewal', amount: 1_000_000, method: 'potential' },
      ],
      unit: 0,
      seats: {
        T01: { travel: 12_000, leaveFrom: day('2027-03-03'), leaveTo: day('2027-04-14') },
        T02: { base: 0, variable: 50_000 },
      },
    },
  ],
  ['a plan of nothing', { lines: [{ amount: 0 }] }],
];

const close = (expected: number | undefined): unknown =>
  expected === undefined ? '' : expect.closeTo(expected, 6);

test.each(CASES)('%s: the cells say what is computed', async (_, quota) => {
  const { pay, figures, seats, costs, cells } = await both(quota);
  expect(seats.map((row) => [row['Skill match'], row['Capability']])).toEqual(
    seats.map((_row, j) => [close(figures.fits[j]), close(pay.capability[j])]),
  );
  pay.seats.forEach((seat, j) => {
    const row = seats[j];
    expect([
      row?.['OTE'],
      row?.['Rate'],
      row?.['Quota : OTE'],
      row?.['Variable this year'],
      row?.['Target cash this year'],
      row?.['Total cost'],
      ...[60, 80, 100, 120, 140].map((at) => row?.[`Pays at ${at}%`]),
    ]).toEqual(
      seat === undefined
        ? Array<Cell>(11).fill('')
        : [
            ...[seat.ote, seat.rate, seat.ratio, seat.variable, seat.cash, seat.total].map(close),
            ...seat.payouts.map(close),
          ],
    );
  });
  [...pay.costs, pay.atPlan, pay.atExpected].forEach((at, n) => {
    const row = costs[n];
    expect([
      row?.['Attainment'],
      row?.['× target variable'],
      row?.['Variable pay'],
      row?.['Cash'],
      row?.['With managers and overlays'],
      row?.['Quota sold'],
      row?.['Cost ÷ quota sold'],
      row?.['Budget less cash'],
    ]).toEqual(
      [at?.attainment, at?.multiple, at?.payout, at?.cash, at?.cost, at?.sold, at?.ofSold, at?.left].map(
        close,
      ),
    );
  });
  expect(beside(cells, 'Expected of them')).toBeCloseTo(pay.capacity.filled, 6);
  expect(beside(cells, 'Expected of them', 1)).toBeCloseTo(pay.capacity.all, 6);
  expect(beside(cells, 'Heads needed')).toBe(pay.heads ?? '–');
  for (const label of ['Pay at 100% of the quota, less the target variable', 'Tiers to look at'])
    expect([label, beside(cells, label)]).toEqual([label, 0]);
  expect(beside(cells, 'Full-year quotas, less those on Quota')).toBe(0);
  expect(beside(cells, 'Seats without base or target variable')).toBe(pay.seats.filter((s) => !s).length);
});

/** Types into the cells of one of our tables. */
async function type(table: string, header: string, row: number, cell: Cell): Promise<void> {
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem(table).columns.getItem(header).getDataBodyRange();
    body.getCell(row, 0).values = [[cell]];
    await context.sync();
  });
}

/** The settings as the blue cells have them, and what of them cannot be. */
async function looked() {
  const workbook = new OfficeWorkbook(clock);
  const { understanding, refused } = await look(
    { workbook, places },
    new SettingsDesk(workbook, { language: 'en', file: {} }),
  );
  return { quota: understanding.settings.quota, refused: refused.map(({ code, params }) => [code, params]) };
}

const whole = { lines: ONE, seats: { T01: { base: 100_000, variable: 100_000 } } };
const low = [
  { from: 0, to: 0.5, multiplier: 0.5 },
  { from: 0.5, to: ABOVE, multiplier: 1 },
];

describe('worked cases in cells', () => {
  test('variable 100,000: 1× to 100%, 1.5× to 130%, 2× above', async () => {
    await written(whole);
    const { seats } = await read();
    expect([60, 80, 100, 120, 140].map((at) => seats[0]?.[`Pays at ${at}%`])).toEqual(
      [60_000, 80_000, 100_000, 130_000, 165_000].map(close),
    );
  });

  test.each([
    [1.3, 145_000],
    [1.6, 205_000],
  ])('at %d of the quota', async (attainment, pay) => {
    await written({ ...whole, attainment });
    const { costs } = await read();
    expect(100_000 * Number(costs[6]?.['× target variable'])).toBeCloseTo(pay, 6);
  });

  test.each([
    ['marginal', 0.51, 26_000, 75_000],
    ['marginal', 0.75, 50_000, 75_000],
    ['cliff', 0.51, 51_000, 100_000],
    ['cliff', 0.75, 75_000, 100_000],
    ['cliff', 0.5, 25_000, 100_000],
  ])('half below 50%%, %s, at %d', async (tierKind, attainment, pay, at100) => {
    await written({ ...whole, tiers: low, tierKind, attainment });
    const { costs, seats, cells } = await read();
    expect(100_000 * Number(costs[6]?.['× target variable'])).toBeCloseTo(pay, 6);
    expect(seats[0]?.['Pays at 100%']).toBeCloseTo(at100, 6);
    const target = seats.reduce((sum, row) => sum + Number(row['Variable this year']), 0);
    expect(beside(cells, 'Pay at 100% of the quota, less the target variable')).toBeCloseTo(
      target * (at100 / 100_000 - 1),
      2,
    );
  });

  test('OTE 200,000, half of it variable, for a quota of 900,000', async () => {
    await written({ ...whole, rows: { 'T01.1': { floor: 900_000, cap: 900_000 } } });
    const { seats } = await read();
    expect(seats[0]).toMatchObject({ OTE: 200_000, 'Mix (base)': 0.5, 'Quota : OTE': 4.5 });
    expect(seats[0]?.['Rate']).toBeCloseTo(1 / 9, 9);
  });

  test('a variable of 75,000 from 1 June 2025 on is 43,972.60 in the year', async () => {
    const seat = { base: 75_000, variable: 75_000, start: day('2025-06-01') };
    await written({ lines: ONE, fiscalYear: day('2025-01-01'), seats: { T01: seat } });
    const { seats } = await read();
    expect(seats[0]?.['Variable this year']).toBeCloseTo(43_972.6, 2);
    expect(seats[0]?.['Target cash this year']).toBeCloseTo((150_000 * 214) / 365, 6);
  });

  test('15 M at 85% of the quota, 1.4 M a head: 13 heads', async () => {
    const full = Object.fromEntries([1, 2, 4, 5].map((n) => [`T0${n}.1`, { floor: 1.4e6, cap: 1.4e6 }]));
    await written({
      lines: [{ amount: 15_000_000 }],
      rows: { ...full, 'T03.1': { floor: 0.84e6, cap: 0.84e6 } },
    });
    const { cells } = await read();
    expect(beside(cells, 'Quota of a full head')).toBeCloseTo(1_400_000, 6);
    expect(beside(cells, 'Heads needed')).toBe(13);
  });
});

describe('what is typed', () => {
  beforeEach(async () => {
    await written(whole);
  });

  test('a text counts as blank: it is told, and nothing else breaks', async () => {
    await type('EfPay', 'Base', 0, 'ask HR');
    await type('EfPay', 'Travel', 1, 'some');
    await type('EfPaySettings', 'Value', 7, 'none');
    const { seats, cells, costs } = await read();
    expect(seats[0]).toMatchObject({ OTE: '', Rate: '', 'Pays at 100%': '', 'Total cost': '' });
    expect(String(seats[0]?.['Flag'])).toMatch(/^a number is a text.*; base or target variable is missing/);
    expect(seats[1]?.['Total cost']).toBe(160_000);
    expect(costs[2]?.['Cash']).toEqual(expect.any(Number));
    expect(beside(cells, 'Blue cells that cannot be read')).toBe(3);
    expect(cells.flat().filter((cell) => /^#/.test(String(cell)))).toEqual([]);
  });

  test.each<[string, string, number, Cell, string, string]>([
    ['a gap', 'From %', 1, 1.1, 'leaves a gap after the tier above', 'tiersOrder'],
    ['an overlap', 'From %', 2, 1.2, 'overlaps the tier above', 'tiersOrder'],
    ['a beginning above 0', 'From %', 0, 0.2, 'the first tier begins at 0%', 'tiersStart'],
    ['an end', 'To %', 2, 3, 'the last tier has no end: type “and above”', 'tiersEnd'],
    ['a blank end', 'To %', 2, '', 'a number is missing or is a text', 'number'],
    ['a text', 'Multiplier', 1, 'double', 'a number is missing or is a text', 'number'],
  ])('tiers with %s are told, and refused', async (_, header, row, cell, words, expected) => {
    await type('EfPayTiers', header, row, cell);
    const { cells } = await read();
    expect(cells.flat()).toContain(words);
    expect(beside(cells, 'Tiers to look at')).toBe(1);
    expect(cells.flat().filter((one) => /^#/.test(String(one)))).toEqual([]);
    const { quota, refused } = await looked();
    expect(refused).toEqual([['badSettings', expect.objectContaining({ expected })]]);
    expect(quota?.tiers ?? USUAL_SETTINGS.tiers).toEqual(USUAL_SETTINGS.tiers);
  });

  test('a settings file says over a cell that was cleared, or could not be read', async () => {
    await type('EfPay', 'Base', 0, 'ask HR');
    expect((await looked()).quota?.seats['T01']?.blank).toEqual({ base: true });
    await written(whole);
    expect((await read()).seats[0]).toMatchObject({ Base: 100_000, OTE: 200_000 });
  });

  test('“and above” may be typed as words', async () => {
    await type('EfPayTiers', 'To %', 2, 'and above');
    const { seats, cells } = await read();
    expect(seats[0]?.['Pays at 140%']).toBeCloseTo(165_000, 6);
    expect(beside(cells, 'Tiers to look at')).toBe(0);
    await type('EfPayTiers', 'Multiplier', 1, 1.25);
    expect((await looked()).quota?.tiers.map(({ to }) => to)).toEqual([1, 1.3, ABOVE]);
  });

  test('blue cells are followed, and kept as settings', async () => {
    await type('EfPay', 'Base', 0, 120_000);
    await type('EfPay', 'Travel', 1, 9000);
    await type('EfPay', 'Last year’s attainment', 1, 0.9);
    await type('EfPaySettings', 'Value', 0, 'Cliff');
    await type('EfPayTiers', 'Multiplier', 1, 1.25);
    const { seats } = await read();
    expect(seats[0]).toMatchObject({ OTE: 220_000, 'Pays at 120%': expect.closeTo(150_000, 6) });
    expect(seats[1]?.['Total cost']).toBeCloseTo(169_000, 6);
    const { quota, refused } = await looked();
    expect(refused).toEqual([]);
    expect(quota).toMatchObject({
      tierKind: 'cliff',
      seats: { T01: { base: 120_000 }, T02: { travel: 9000, attained: 0.9 } },
      tiers: [{ multiplier: 1 }, { multiplier: 1.25 }, { to: ABOVE }],
    });
  });
});

describe('flags and fairness', () => {
  test('capability is what fits the skills, by the accounts; who has none that is an industry is named', async () => {
    await written({ lines: ONE });
    const { seats, cells } = await read();
    const accounts = tableIn(await valuesOf(book, 'Accounts'), 'Account Name', 'Potential');
    const share = (row: Row | undefined, industries: readonly string[]) => {
      const mine = accounts.filter((account) => account['Territory'] === row?.['Territory']);
      const sum = (some: readonly Row[]) => some.reduce((all, { Potential }) => all + Number(Potential), 0);
      return sum(mine.filter(({ Industry }) => industries.includes(String(Industry)))) / sum(mine);
    };
    expect(seats[0]?.['Skill match']).toBeCloseTo(share(seats[0], ['Retail', 'Health Care']), 9);
    expect(seats[0]?.['Capability']).toBe(seats[0]?.['Skill match']);
    expect(seats[1]?.['Skill match']).toBeCloseTo(share(seats[1], ['Mining']), 9);
    expect(seats.slice(2).map((row) => row['Skill match'])).toEqual(['', '', '']);
    expect(seats[2]?.['Capability']).toBeCloseTo(0.6, 9);
    expect(cells[2]?.[0]).toContain(
      'left out for 2 reps whose skills name no industry of the accounts: Cy Fox, Di Roe.',
    );
    const index = accounts.findIndex(
      (one) => one['Territory'] === seats[1]?.['Territory'] && one['Industry'] !== 'Mining',
    );
    const retype = (word: Cell) =>
      book.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Accounts');
        sheet.getCell(index + 1, 5).values = [[word]];
        await context.sync();
      });
    await retype('Mining');
    expect((await read()).seats[1]?.['Skill match']).toBeGreaterThan(Number(seats[1]?.['Skill match']));
    await retype(accounts[index]?.['Industry'] ?? '');
  });

  test('say what is not in proportion, who has no pay, and what a quota of 0 means', async () => {
    const rows = { 'T01.1': { cap: 600_000 }, 'T02.1': { floor: 1_800_000 } };
    await written({ lines: [{ amount: 4_800_000, role: 'Account Executive' }], rows });
    const { seats, cells } = await read();
    const [first, second, third, fourth] = seats.map(({ Flag }) => String(Flag));
    expect(first).toMatch(/quota \d+% below its share of potential/);
    expect(second).toMatch(/quota \d+% above its share of potential; quota : OTE \d+(\.\d+)?, outside 4–6/);
    expect(third).toBe('quota 0: no rate');
    expect(fourth).toBe('no pay known; quota 0: no rate');
    expect(seats[2]).toMatchObject({ Rate: '', 'Quota : OTE': '' });
    const top = cells.findIndex(([head]) => head === 'To look at first');
    expect(cells[top + 1]?.slice(0, 3)).toEqual([seats[0]?.['Territory'], 'Ana Ruiz', first]);
  });

  test('full pay for a poor territory is told by its share of a fair one', async () => {
    const lines = [{ amount: 1_000_000, method: 'potential' }];
    await written({ lines, ratioLow: 0 });
    // Who has least of all gets most of all, whatever else was said before.
    const shares = (await read()).seats.map((row) => Number(row['Fair share %']));
    const poorest = shares.indexOf(Math.min(...shares));
    const notable = (1 - (shares[poorest] ?? 0)) / 2;
    expect(notable).toBeGreaterThan(0);
    await written({
      lines,
      notable,
      ratioLow: 0,
      seats: { [`T0${poorest + 1}`]: { base: 300_000, variable: 100_000 } },
    });
    const { seats } = await read();
    for (const row of seats) {
      const isPoor = Number(row['Fair share %']) < 1 - notable;
      const isFull = row['OTE'] !== '' && Number(row['OTE, of the role’s mean']) >= 1 - notable;
      const words = `full pay, ${Math.round(100 * Number(row['Fair share %']))}% of a fair territory`;
      expect([row['Territory'], String(row['Flag']).includes(words)]).toEqual([
        row['Territory'],
        isPoor && isFull,
      ]);
    }
    expect(seats.filter(({ Flag }) => String(Flag).includes('full pay'))).not.toEqual([]);
  });

  test('means by tenure and by manager are those of their seats', async () => {
    await written(whole);
    const { seats, cells } = await read();
    const bands = tableIn(cells, 'Time since the hire', 'Seats').slice(0, 5);
    expect(bands.map((row) => [row['Time since the hire'], row['Seats']])).toEqual([
      ['under 1 year', 1],
      ['1 to 3 years', 1],
      ['3 to 5 years', 1],
      ['5 years and more', 1],
      ['no hire date', 1],
    ]);
    const kim = seats.filter(({ Manager }) => Manager === 'Kim');
    const mean = (header: string) => {
      const known = kim.map((row) => row[header]).filter((cell) => typeof cell === 'number');
      return known.reduce((sum, one) => sum + one, 0) / known.length;
    };
    const row = tableIn(cells, 'Manager', 'Seats').find(({ Manager }) => Manager === 'Kim');
    expect([row?.['Mean full-year quota'], row?.['Mean OTE'], row?.['Mean fair share %']]).toEqual(
      ['Full-year quota', 'OTE', 'Fair share %'].map((header) => close(mean(header))),
    );
    // Roles have lines of their own: who renews is not held against who sells.
    const sum = (role: Cell | undefined, header: string) =>
      seats.filter(({ Role }) => Role === role).reduce((total, one) => total + Number(one[header]), 0);
    const relative = 'Quota ÷ potential, of the role’s mean';
    const known = seats.filter((one) => typeof one[relative] === 'number');
    expect(new Set(known.map(({ Role }) => Role)).size).toBe(2);
    for (const one of known) {
      const ofRole = sum(one['Role'], 'Full-year quota') / sum(one['Role'], 'Potential');
      expect(one[relative]).toBeCloseTo(
        Number(one['Full-year quota']) / Number(one['Potential']) / ofRole,
        9,
      );
    }
  });
});
