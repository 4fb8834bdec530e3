import { writeSheet } from '../../src/app/actions/write-sheet';
import { keep } from '../../src/app/actions/keep';
import { apply } from '../../src/app/actions/apply';
import { changeBalance } from '../../src/app/actions/change-balance';
import { design } from '../../src/app/actions/design';
import { lookAgain } from '../../src/app/actions/look-again';
import { open } from '../../src/app/actions/open';
import { setRate } from '../../src/app/actions/set-rate';
import { designPage } from '../../src/app/pages/design/view';
import type { Store } from '../../src/app/store';
import { valuesOf } from '../support/job';
import { lineUnder, tableIn } from './audit';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { closedPane, pane } from '../support/pane';

const CITIES = ['Denver', 'Boise', 'Austin'];
const OWNERS = ['Ana Ruiz', 'Ben Ito', 'Cy Fox'];
let book: OpenWorkbook;
let store: Store;

/** A list with equal amounts, and hours; a team with capacities, one seat of half a share. */
beforeEach(async () => {
  book = await openWorkbook({
    sheets: {
      Accounts: [
        ['Account Name', 'Potential', 'Workload Hours', 'City', 'State', 'Account Owner'],
        ...Array.from({ length: 36 }, (_, i) => [
          `Account ${i}`,
          100 + 10 * (i % 9),
          2 + (i % 4),
          CITIES[i % 3] ?? '',
          ['CO', 'ID', 'TX'][i % 3] ?? '',
          OWNERS[(i + (i % 5 === 0 ? 1 : 0)) % 3] ?? '',
        ]),
      ],
      Reps: [
        ['Rep Name', 'Manager', 'FTE', 'Capacity Hours', 'Home City', 'Home State'],
        ['Ana Ruiz', 'Lee', 1, 50, 'Denver', 'CO'],
        ['Ben Ito', 'Lee', 1, 40, 'Boise', 'ID'],
        ['Cy Fox', 'Kim', 0.5, 20, 'Austin', 'TX'],
      ],
    },
  });
  store = closedPane();
  for (const action of [open, design]) await store.run(action);
});
afterEach(() => {
  book.dispose();
});

async function applied(): Promise<void> {
  await store.run(apply);
  await store.run(keep);
  expect(store.state.trouble).toBeUndefined();
}

type Row = Readonly<Record<string, Cell>>;
const byHeader = ([headers = [], ...rows]: Cell[][]): Row[] =>
  rows.map((row) => Object.fromEntries(headers.map((header, c) => [String(header), row[c] ?? ''])));
const accountRows = async (): Promise<Row[]> => byHeader(await valuesOf(book, 'Accounts'));
const sum = (rows: readonly Row[], header: string): number =>
  rows.reduce((total, row) => total + Number(row[header]), 0);

/** The table of Balance, its rows below, and what stands beside a label. */
async function balanceSheet() {
  const cells = await valuesOf(book, 'Balance');
  const territories = tableIn(cells, 'Territory', 'Owner');
  const headers = Object.keys(territories[0] ?? {});
  return {
    territories,
    unassigned: lineUnder(cells, headers, 'Unassigned'),
    total: lineUnder(cells, headers, 'Total'),
    placed: lineUnder(cells, headers, 'Placed'),
    beside: (label: string | RegExp) => cells.find(([first]) => String(first).search(label) === 0)?.[1],
  };
}

/** Half the mean difference of all pairs over the mean: the definition, not the formula of the sheet. */
function gini(values: readonly number[]): number {
  const all = values.flatMap((x) => values.map((y) => Math.abs(x - y)));
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return all.reduce((a, b) => a + b, 0) / (2 * values.length ** 2 * mean);
}

test('every figure of a territory, the spread and the totals agree with the account rows', async () => {
  await applied();
  const accounts = await accountRows();
  const { territories, placed, beside } = await balanceSheet();
  expect(territories).toHaveLength(3);
  const shares = new Map([
    ['Ana Ruiz', 1],
    ['Ben Ito', 1],
    ['Cy Fox', 0.5],
  ]);
  const hours = new Map([
    ['Ana Ruiz', 50],
    ['Ben Ito', 40],
    ['Cy Fox', 20],
  ]);
  for (const row of territories) {
    const mine = accounts.filter((account) => account['Territory'] === row['Territory']);
    const owner = String(row['Owner']);
    const target = (sum(accounts, 'Potential') * (shares.get(owner) ?? NaN)) / 2.5;
    const load = sum(mine, 'Potential');
    expect(row['Accounts']).toBe(mine.length);
    expect(row['Potential']).toBeCloseTo(load, 6);
    expect(row['Target']).toBeCloseTo(target, 6);
    expect(row['% of fair share']).toBeCloseTo(load / target, 9);
    expect(row['In band?']).toBe(Math.abs(load / target - 1) <= 0.1 ? 'Yes' : 'No');
    expect(row['Workload h']).toBe(sum(mine, 'Workload Hours'));
    expect(row['Capacity h']).toBe(hours.get(owner));
    expect(row['Workload %']).toBeCloseTo(sum(mine, 'Workload Hours') / (hours.get(owner) ?? NaN), 9);
    const moved = accounts.filter((account) => account['Account Owner'] !== account['Territory Owner']);
    expect(row['Accounts in']).toBe(moved.filter((account) => mine.includes(account)).length);
    expect(row['Accounts out']).toBe(moved.filter((account) => account['Account Owner'] === owner).length);
    expect([row['Lower limit'], row['Upper limit']]).toEqual([0.95, 1.05]);
  }
  const loads = territories.map((row) => Number(row['Potential']));
  const index = territories.map((row) => Number(row['% of fair share']));
  const mean = index.reduce((a, b) => a + b, 0) / 3;
  // Of shares: who works half as much has half as much, and that is equal.
  expect(beside('Gini')).toBeCloseTo(gini(index), 9);
  expect(gini(loads)).toBeGreaterThan(0.05);
  expect(gini(index)).toBeLessThan(0.05);
  expect(beside('Potential: highest')).toBeCloseTo(Math.max(...index) - Math.min(...index), 9);
  expect(beside('Variation')).toBeCloseTo(
    Math.sqrt(index.reduce((a, b) => a + (b - mean) ** 2, 0) / 3) / mean,
    9,
  );
  expect([placed['Accounts'], placed['Potential'], placed['Target']]).toEqual([
    36,
    sum(accounts, 'Potential'),
    sum(accounts, 'Potential'),
  ]);
});

test('cleared cells count as unassigned, with what they hold, and an unknown name turns a check', async () => {
  await applied();
  const before = await accountRows();
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('Accounts').columns.getItem('Territory').getDataBodyRange();
    body.getCell(3, 0).values = [['']];
    body.getCell(4, 0).values = [['Unassigned']];
    body.getCell(7, 0).values = [['Nowhere']];
    await context.sync();
  });
  const { unassigned, beside } = await balanceSheet();
  expect(unassigned['Accounts']).toBe(2);
  expect(unassigned['Potential']).toBe(Number(before[3]?.['Potential']) + Number(before[4]?.['Potential']));
  expect(beside('Accounts, less placed')).toBe(1);
  expect(beside('Potential, less placed')).toBe(before[7]?.['Potential']);
  expect(beside('Accounts with an unknown')).toBe(1);
});

test('the pane’s bars show today’s loads by today’s owners, and the plan’s by its own', () => {
  const { preview } = designPage(store.say, store.numbers)(store.state);
  const { designed, understanding } = store.state;
  if (designed === undefined || understanding === undefined) throw new Error('There is a plan.');
  const weight = understanding.choices.weights[0] ?? new Float64Array();
  const { current, assignment, metrics } = designed.plan;
  const load = (of: Int32Array, j: number) =>
    weight.reduce((total, w, i) => total + (of[i] === j ? w : 0), 0);
  expect([...current]).not.toEqual([...assignment]);
  preview?.metrics[0]?.bars.forEach(({ before, after }, j) => {
    const target = metrics[0]?.target[j] ?? NaN;
    expect(before).toBeCloseTo(load(current, j) / target, 9);
    expect(after).toBeCloseTo(load(assignment, j) / target, 9);
  });
  expect(preview?.metrics[0]?.bars).toHaveLength(3);
});

test('Territory Pages follows the territory that is picked, with its largest accounts in order', async () => {
  expect(store.can(writeSheet)).toBe(false);
  await applied();
  await store.run(writeSheet, 'territory-pages');
  expect(store.state.news).toBe('The sheet Territory Pages is written. Its figures follow the plan.');
  expect(store.state.pending.state).toBe('none');
  const { territories } = await balanceSheet();
  const accounts = (await accountRows()).map((row, i) => ({ ...row, row: i + 1 }) as Row);
  for (const picked of [territories[0], territories[2]]) {
    const name = String(picked?.['Territory']);
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Territory Pages').getRange('B4').values = [[name]];
      await context.sync();
    });
    const page = await valuesOf(book, 'Territory Pages');
    expect(page.slice(5, 10).map(([, left, , , right]) => [left, right])).toEqual([
      [picked?.['Owner'], picked?.['Workload h']],
      [picked?.['Status'], picked?.['Capacity h']],
      [picked?.['Accounts'], picked?.['Workload %']],
      [picked?.['In band?'], picked?.['Accounts in']],
      [picked?.['Manager'], picked?.['Accounts out']],
    ]);
    const { Potential, Target, '% of fair share': share } = picked ?? {};
    expect(page[13]?.slice(0, 5)).toEqual(['Potential', Potential, Target, share, picked?.['In band?']]);
    const largest = accounts
      .filter((row) => row['Territory'] === name)
      .sort((a, b) => Number(b['Potential']) - Number(a['Potential']) || Number(a['row']) - Number(b['row']))
      .slice(0, 15)
      .map((row) =>
        ['Account Name', 'Potential', 'Account Owner', 'Moved?', 'Reason', 'row'].map((h) => row[h]),
      );
    const top = page.slice(17, 32).map((row) => row.slice(1, 7));
    expect(top.slice(0, largest.length)).toEqual(largest);
    expect(
      top
        .slice(largest.length)
        .flat()
        .every((cell) => cell === ''),
    ).toBe(true);
    expect(largest.length).toBeGreaterThan(5);
  }
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Territory Pages').getRange('B4').values = [['Nowhere']];
    await context.sync();
  });
  const page = await valuesOf(book, 'Territory Pages');
  expect(page[3]?.[2]).toBe('No territory of the plan has this name.');
  expect([...page.slice(5, 10).map((row) => row[1]), page[13]?.[4], page[17]?.[1]]).toEqual(
    Array(7).fill(''),
  );
});

test('a renamed column of Balance is refused before Territory Pages is written, and a next plan renews the page', async () => {
  await applied();
  const rename = (from: string, to: string) =>
    book.run(async (context) => {
      context.workbook.tables.getItem('EfBalance').columns.getItem(from).name = to;
      await context.sync();
    });
  await rename('Target', 'Goal');
  await store.run(writeSheet, 'territory-pages');
  expect(store.state.trouble).toMatch(/^The column Target is not to be found on the sheet Balance/);
  await rename('Goal', 'Target');
  await store.run(writeSheet, 'territory-pages');
  expect(store.state.trouble).toBeUndefined();
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Territory Pages').getRange('A1').values = [['mine']];
    await context.sync();
  });
  await store.run(design);
  await store.run(apply);
  expect((await valuesOf(book, 'Territory Pages'))[0]?.[0]).not.toBe('mine');
});

describe('a list with dirt in it, in two currencies', () => {
  const RATE = 1.5;
  const dirty = (i: number): Cell => {
    if (i === 4) return '$1,200.00 ';
    if (i === 9) return '3 K';
    if (i === 14) return -700;
    if (i === 19) return 'n/a';
    return 100 + 10 * (i % 9);
  };
  const truly = (cell: Cell, i: number): number => {
    const amount = cell === '$1,200.00 ' ? 1200 : cell === '3 K' ? 3000 : typeof cell === 'number' ? cell : 0;
    return Math.max(0, amount) * (i % 4 === 0 ? RATE : 1);
  };

  beforeEach(async () => {
    book.dispose();
    book = await openWorkbook({
      sheets: {
        Accounts: [
          ['Account Name', 'Potential', 'Currency', 'City', 'State', 'Account Owner'],
          ...Array.from({ length: 36 }, (_, i) => [
            `Account ${i}`,
            dirty(i),
            i % 4 === 0 ? 'EUR' : 'USD',
            CITIES[i % 3] ?? '',
            ['CO', 'ID', 'TX'][i % 3] ?? '',
            OWNERS[i % 3] ?? '',
          ]),
        ],
      },
    });
    store = await pane();
    await store.run(setRate, 'EUR', RATE);
    await store.run(changeBalance, { kind: 'add', metric: 'potential' });
    await store.run(design);
    await applied();
  });

  const totals = async () => {
    const { total, beside } = await balanceSheet();
    return {
      potential: Number(total['Potential']),
      source: beside('Columns of the list'),
      odd: beside('Cells no sum'),
      designed: beside('Accounts, less the'),
    };
  };
  const write = (address: string, value: Cell) =>
    book.run(async (context) => {
      context.workbook.worksheets.getItem('Accounts').getRange(address).values = [[value]];
      await context.sync();
    });
  const all = Array.from({ length: 36 }, (_, i) => truly(dirty(i), i)).reduce((a, b) => a + b, 0);

  test('is read by formulas: an edit, a new row and a rate count at once, and what is not understood turns a check', async () => {
    expect(await totals()).toEqual({ potential: expect.closeTo(all, 6), source: 0, odd: 0, designed: 0 });
    await write('B3', 5000);
    const edited = all - truly(dirty(1), 1) + 5000;
    expect((await totals()).potential).toBeCloseTo(edited, 6);
    await write('B3', '$6,000.00 ');
    expect((await totals()).potential).toBeCloseTo(edited + 1000, 6);
    await write('B3', '9 apples');
    expect(await totals()).toMatchObject({ potential: expect.closeTo(edited - 5000, 6), odd: 1 });
    await write('B3', 5000);
    await book.run(async (context) => {
      const table = context.workbook.tables.getItem('Accounts');
      table.resize(table.getRange().getResizedRange(1, 0));
      const row = context.workbook.worksheets.getItem('Accounts').getRange('A38:F38');
      row.values = [['New one', 400, 'EUR', 'Denver', 'CO', '']];
      await context.sync();
    });
    expect(await totals()).toMatchObject({ potential: expect.closeTo(edited + 400 * RATE, 6), designed: 1 });
    await book.run(async (context) => {
      const rates = context.workbook.tables.getItem('EfRates').getDataBodyRange();
      rates.load('values');
      await context.sync();
      const row = rates.values.findIndex(([word]) => word === 'EUR');
      rates.getCell(row, 2).values = [[2]];
      await context.sync();
    });
    const { potential, source } = await totals();
    expect(potential).toBeGreaterThan(edited + 400 * RATE);
    expect(source).toBe(0);
    // The rate is a blue cell: the next look takes it for a setting.
    await store.run(lookAgain);
    expect(store.state.understanding?.settings.fx).toEqual({ EUR: 2 });
  });
});
