import { sheetsToAsk } from '../../src/reports/registry';
import { designPlan } from '../../src/app/design';
import { prepareOrder } from '../../src/app/write-order';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { cities } from '../support/cities';
import { clock, differences, understood, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { blockUnder, lineUnder, sum, tableIn } from './audit';

/** Lists as they come: what a reviewer finds in them must be in the figures, whole. */

const CITIES = cities(3);
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
const COUNT = 36;
let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/**
 * A list of accounts with some columns of its own, planned with the sheets that are asked for.
 * @param dates addresses of cells of the list that show a date
 * @param others sheets beside it
 */
async function planned(
  columns: Readonly<Record<string, (i: number) => Cell>>,
  settings: object,
  team: readonly (readonly Cell[])[] = [],
  dates: readonly string[] = [],
  others: Readonly<Record<string, readonly (readonly Cell[])[]>> = {},
): Promise<void> {
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Account Owner', 'City', 'State', ...Object.keys(columns)],
        ...Array.from({ length: COUNT }, (_, i): Cell[] => [
          `Account ${i}`,
          OWNERS[(i * 7) % 3] ?? '',
          ...(CITIES[i % 3] ?? []),
          ...Object.values(columns).map((of) => of(i)),
        ]),
      ],
      ...(team.length === 0 ? {} : { Team: team }),
      ...others,
    },
  });
  await book.run(async (context) => {
    const list = context.workbook.worksheets.getItem('Export');
    for (const address of dates) list.getRange(address).numberFormat = [['d-mmm-yy']];
    await context.sync();
  });
  const workbook = new OfficeWorkbook(clock);
  const understanding = await understood(settings, workbook);
  const designed = await designPlan(understanding, new InlineSolver(), clock);
  // Nothing was booked in these lists.
  const asked = sheetsToAsk().filter(({ key }) => key !== 'attainment');
  await workbook.apply(await prepareOrder(understanding, designed, workbook, asked));
  await workbook.keep();
}

/** Types into the cell of a column of a table, in a row from 0. */
const type = (table: string, header: string, row: number, value: Cell): Promise<void> =>
  book.run(async (context) => {
    const column = context.workbook.tables.getItem(table).columns.getItem(header);
    column.getDataBodyRange().getCell(row, 0).values = [[value]];
    await context.sync();
  });

async function listRows() {
  const [headers = [], ...rows] = await valuesOf(book, 'Export');
  return rows.map((row) => Object.fromEntries(headers.map((header, c) => [String(header), row[c] ?? ''])));
}

/** The table of Balance and the lines below it. */
async function balance() {
  const cells = await valuesOf(book, 'Balance');
  const rows = tableIn(cells, 'Territory', 'Owner');
  const line = (label: string) => lineUnder(cells, Object.keys(rows[0] ?? {}), label);
  return { cells, rows, line, said: cells.slice(2, 7).map(([first]) => String(first)) };
}

describe('currencies in several spellings', () => {
  const WORDS = ['USD', 'EUR ', 'usd', 'eur', ' EUR', ' Eur '];
  const RATE = 1.5;
  const potential = (i: number) => 100 + 10 * (i % 9);
  const rateOf = (word: string) => (word.trim().toUpperCase() === 'EUR' ? RATE : 1);
  const lines = async () => {
    const block = blockUnder((await balance()).cells, 'Potential: from list to plan');
    return new Map([...block].map(([label, [now]]) => [label, Number(now)]));
  };

  test('are one rate a currency, dates are no amounts, and the bridge adds up line by line', async () => {
    const words = (i: number) => WORDS[i % WORDS.length] ?? '';
    const FIRST_OF_MAY = 46_143;
    await planned(
      { Potential: (i) => (i === 1 ? FIRST_OF_MAY : potential(i)), Currency: words },
      { balance: [{ metric: 'potential', tolerance: 0.2 }], fx: { EUR: RATE } },
      [],
      ['E3'],
    );
    const all = (wordOf: (i: number) => string, second: number) =>
      Array.from({ length: COUNT }, (_, i) => {
        const amount = i === 1 ? second : potential(i);
        return { amount, more: amount * (rateOf(wordOf(i)) - 1) };
      });
    const rates = tableIn(await valuesOf(book, 'Territory Plan'), 'Currency', 'Code');
    expect(rates.map(({ Currency, Rate }) => [String(Currency).toUpperCase(), Rate])).toEqual([
      ['USD', 1],
      ['EUR', RATE],
    ]);
    const check = async (rows: ReturnType<typeof all>, date: number) => {
      const bridge = await lines();
      const [amounts, more] = [sum(rows.map(({ amount }) => amount)), sum(rows.map((row) => row.more))];
      expect(bridge.get('Total of its columns in the list')).toBeCloseTo(amounts + date, 6);
      expect(bridge.get('Dates in the columns, which are no amounts')).toBeCloseTo(-date, 6);
      expect(bridge.get('Conversion to one currency')).toBeCloseTo(more, 6);
      expect(bridge.get('Potential in the plan')).toBeCloseTo(amounts + more, 6);
      expect(bridge.get('Difference')).toBe(0);
      expect(await differences(book)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    };
    await check(all(words, 0), FIRST_OF_MAY);
    await type('Accounts', 'Currency', 0, 'eUR  ');
    const after = (i: number) => (i === 0 ? 'EUR' : words(i));
    await check(all(after, 0), FIRST_OF_MAY);
    // An amount is one at once; what may be another date is not known, and red.
    await type('Accounts', 'Potential', 1, 250);
    await check(all(after, 250), 0);
    await type('Accounts', 'Potential', 1, FIRST_OF_MAY + 7);
    expect((await lines()).get('Difference')).toBe(FIRST_OF_MAY + 7);
  });

  test('a line that is missing between list and plan shows in the difference of its bridge', async () => {
    await planned(
      { Potential: potential, Currency: (i) => (i % 2 === 0 ? 'USD' : 'EUR') },
      { balance: [{ metric: 'potential', tolerance: 0.2 }], fx: { EUR: RATE } },
    );
    await type('EfRates', 'Currency', 1, 'CHF');
    expect((await lines()).get('Difference')).not.toBe(0);
  });
});

test('Territory Pages ranks accounts by a sum of columns where one of them is blank or no number', async () => {
  const arr = (i: number): Cell => (i % 4 === 0 ? null : i % 4 === 1 ? `$${50 + i} ` : 40 + i);
  const pipeline = (i: number): Cell => (i % 5 === 0 ? 'none' : 30 + ((i * 7) % 40));
  await planned(
    { ARR: arr, 'Open Pipeline': pipeline },
    { balance: [{ metric: 'arr+openPipeline', tolerance: 0.3 }] },
  );
  const number = (cell: Cell) => Number(String(cell ?? '').replace(/[^\d.]/g, ''));
  const page = await valuesOf(book, 'Territory Pages');
  const name = String(page[3]?.[1]);
  const largest = (await listRows())
    .flatMap((row, i) => (row['Territory'] === name ? [number(arr(i)) + number(pipeline(i))] : []))
    .sort((a, b) => b - a);
  const shown = tableIn(page, 'Rank', 'Account').map((row) => row['ARR + Open pipeline']);
  expect(shown.slice(0, largest.length)).toEqual(largest.slice(0, 15));
});

describe('amounts that stand in another table', () => {
  const customer = (n: number) => (n === 0 ? 'Somebody else' : `Account ${n % COUNT}`);
  const LINES = 80;
  const planWith = (headers: readonly string[], line: (n: number) => readonly Cell[]) =>
    planned({}, {}, [], [], { Sales: [headers, ...Array.from({ length: LINES }, (_, n) => line(n))] });
  const bridge = async () => {
    const block = blockUnder((await balance()).cells, 'Bookings or sales: from list to plan');
    return new Map([...block].map(([label, [now]]) => [label, Number(now)]));
  };
  const write = (address: string, values: Cell[][]) =>
    book.run(async (context) => {
      context.workbook.worksheets.getItem('Sales').getRange(address).values = values;
      await context.sync();
    });

  const sheetNames = () =>
    book.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/name');
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    });

  test('are read as the list’s, by formulas that follow the other table', async () => {
    const amounts = Array.from({ length: LINES }, (_, n) => 50 + ((n * 37) % 90));
    await planWith(['Order ID', 'Order Date', 'Customer Name', 'Order Total'], (n) => [
      `O${n}`,
      46_000 + n,
      customer(n),
      amounts[n] ?? 0,
    ]);
    const check = async () => {
      const lines = await bridge();
      const [stranger = 0] = amounts;
      expect(lines.get('Total of its columns, those of other tables too')).toBe(sum(amounts));
      expect(lines.get('Of no account in the list, or below 0')).toBe(-stranger);
      expect(lines.get('Bookings or sales in the plan')).toBe(sum(amounts) - stranger);
      expect(lines.get('Difference')).toBe(0);
      const placed = (await balance()).rows.map((row) => Number(row['Bookings or sales']));
      expect(sum(placed)).toBe(sum(amounts) - stranger);
    };
    await check();
    amounts[5] = 999;
    await write('D7', [[999]]);
    await check();
    amounts.push(77);
    await write(`A${LINES + 2}:D${LINES + 2}`, [['O99', 46_099, 'account 7', 77]]);
    await check();
    for (const name of await sheetNames())
      expect([
        name,
        ...(await valuesOf(book, name)).flat().filter((cell) => /^#/.test(String(cell))),
      ]).toEqual([name]);
  });

  test('are values where no formula comes to them, and a check says that the other table has changed', async () => {
    await planWith(['Deal Name', 'Account Name', 'Stage', 'Amount'], (n) => [
      `Deal ${n}`,
      customer(n),
      n % 4 === 1 ? 'Closed Lost' : 'Closed Won',
      100 + n,
    ]);
    expect((await bridge()).get('Difference')).toBe(0);
    await write('D7', [[1105]]);
    expect((await bridge()).get('Difference')).toBe(1000);
  });
});

describe('a team of which one seat has no manager, and one is to be hired', () => {
  const potential = (i: number) => 100 + 10 * (i % 9);
  const TEAM: Cell[][] = [
    ['Rep Name', 'Manager', 'FTE', 'Hire Date', 'Active'],
    ['Ana Ruiz', 'Lee', 1, null, true],
    ['Ben Ito', 'Kim', 1, '2026-10-01', true],
    ['Cy Fox', '', 0.5, null, true],
    ['', 'Lee', 1, null, true],
  ];
  beforeEach(() =>
    planned(
      { Potential: potential },
      {
        balance: [
          { metric: 'potential', tolerance: 0.3 },
          { metric: 'count', tolerance: 0.5 },
        ],
      },
      TEAM,
    ),
  );
  const FIRST = 'share of Potential';
  const figures = ['Accounts', 'Potential', 'Target'];

  test('subtotals of managers add up to what is placed, whoever manages now', async () => {
    const check = async () => {
      const { line } = await balance();
      for (const header of figures)
        expect(sum(['Lee', 'Kim', 'None, or new'].map((name) => Number(line(name)[header])))).toBeCloseTo(
          Number(line('Placed')[header]),
          6,
        );
      const rest = line('None, or new');
      expect(rest['% of fair share']).toBeCloseTo(Number(rest['Potential']) / Number(rest['Target']), 9);
      return Number(rest['Accounts']);
    };
    const none = await check();
    expect(none).toBeGreaterThan(0);
    await type('EfTerritories', 'Manager', 1, 'Pat');
    expect(await check()).toBeGreaterThan(none);
  });

  test('an error in an amount is told, not judged', async () => {
    await book.run(async (context) => {
      const cell = context.workbook.tables.getItem('Accounts').columns.getItem('Potential');
      cell.getDataBodyRange().getCell(0, 0).formulas = [['=NA()']];
      await context.sync();
    });
    const { rows, said } = await balance();
    for (const row of rows)
      expect([row['Target'], row['% of fair share'], row['In band?']]).toEqual(['#N/A', '#N/A', '#N/A']);
    expect(said[0]).toMatch(/^How many territories are within the limits cannot be told/);
    expect(said).toContain('The shares of Potential cannot be told: there are errors in its cells');
    expect(said.some((text) => text.includes('of their fair share of Accounts'))).toBe(true);
  });

  test('a row that is taken out of the list is no territory in band, and one that is new waits for the design', async () => {
    await book.run(async (context) => {
      const table = context.workbook.tables.getItem('EfTerritories');
      table.getDataBodyRange().getRow(3).delete('Up');
      await context.sync();
    });
    let now = await balance();
    expect(now.rows[3]).toMatchObject({ Territory: '–', Target: '', '% of fair share': '', 'In band?': '' });
    const headline = now.said.find((text) => text.includes(FIRST));
    expect(headline).toMatch(/^\d of 3 territories/);
    expect((await differences(book)).at(-1)).toBe(-1);
    await book.run(async (context) => {
      const table = context.workbook.tables.getItem('EfTerritories');
      const range = table.getRange();
      table.resize(range.getResizedRange(2, 0));
      const added = range.getLastRow().getOffsetRange(1, 0).getResizedRange(1, 0);
      added.getColumn(0).values = [['North'], ['South']];
      added.getColumn(6).values = [[1], [3]];
      await context.sync();
    });
    now = await balance();
    expect((await differences(book)).at(-1)).toBe(1);
    const { Target, Potential } = now.line('Placed');
    expect(Target).toBeCloseTo(Number(Potential), 6);
  });

  test('the status of a seat follows its owner', async () => {
    const statuses = async () => {
      const plan = tableIn(await valuesOf(book, 'Territory Plan'), 'Territory', 'Id').map(
        (row) => row['Status'],
      );
      expect((await balance()).rows.map((row) => row['Status'])).toEqual(plan);
      return plan;
    };
    expect(await statuses()).toEqual(['Filled', 'Ramping', 'Filled', 'To be hired']);
    await type('EfTerritories', 'Owner', 3, 'Di Hall');
    await type('EfTerritories', 'Owner', 0, '');
    expect(await statuses()).toEqual(['To be hired', 'Ramping', 'Filled', 'Filled']);
  });
});

test('Compare tells each column of a metric that is a sum, and people are no money', async () => {
  const arr = (i: number) => 40 + ((i * 13) % 50);
  const pipeline = (i: number) => 30 + ((i * 7) % 40);
  const people = (i: number) => 5 + (i % 9);
  await planned(
    { ARR: (i) => `$${arr(i)}`, 'Open Pipeline': pipeline, Employees: people },
    {
      balance: [
        { metric: 'arr+openPipeline', tolerance: 0.3 },
        { metric: 'employees', tolerance: 0.4 },
      ],
    },
  );
  const cells = await valuesOf(book, 'Compare');
  const moved = (await listRows()).flatMap((row, i) => (String(row['Moved?']).startsWith('Yes') ? [i] : []));
  const changes = blockUnder(cells, 'What changes');
  const all = Array.from({ length: COUNT }, (_, i) => i);
  for (const [label, of] of [
    ['ARR', arr],
    ['Open pipeline', pipeline],
    ['Employees', people],
  ] as const)
    expect(changes.get(label)?.slice(0, 2)).toEqual([sum(all.map(of)), sum(moved.map(of))]);
  const shown = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Compare').getRange('A1:B20');
    range.load('values,numberFormat');
    await context.sync();
    return new Map(range.values.map(([label], r) => [String(label), String(range.numberFormat[r]?.[1])]));
  });
  expect(shown.get('ARR')).toContain('$');
  expect(shown.get('Employees')).not.toContain('$');
});
