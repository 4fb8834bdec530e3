import type { DesignedPlan } from '../../src/app/design';
import { carryOut, valuesOf } from '../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import {
  beside,
  distanceKm,
  fairShare,
  gini,
  lineUnder,
  mean,
  METRICS,
  movedOf,
  placedIn,
  sum,
  tableIn,
  variation,
  type Metric,
  type Placed,
  type Row,
} from './audit';
import { cleanBook, dirtyBook, ownerlessBook, segmentedBook, type TrueBook } from './books';

const ONE = [{ metric: 'potential', tolerance: 0.15 }];
const TWO = [...ONE, { metric: 'count', tolerance: 0.3 }];
const THREE = [{ metric: 'count', tolerance: 0.25 }, ...ONE, { metric: 'arr+openPipeline', tolerance: 0.2 }];

const books: readonly (readonly [string, TrueBook, readonly { metric: string; tolerance: number }[]])[] = [
  ['a clean list, a roster, one metric', cleanBook({ balance: ONE }), ONE],
  ['a clean list, a roster, three metrics', cleanBook({ balance: THREE }), THREE],
  ['a dirty range without a roster, two metrics', dirtyBook({ balance: TWO }), TWO],
  ['two segments, two metrics', segmentedBook({ balance: TWO }), TWO],
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
  async function read() {
    const cells = await valuesOf(book, 'Export');
    const balanceCells = await valuesOf(book, 'Balance');
    const planCells = await valuesOf(book, 'Territory Plan');
    const [headers, ...body] = cells;
    const rows = body.map((line): Row =>
      Object.fromEntries((headers ?? []).map((header, c) => [String(header), line[c] ?? ''])),
    );
    const hasOwner = (headers ?? []).includes('Account Owner');
    return { rows, balanceCells, planCells, placed: placedIn(truth, rows), hasOwner };
  }

  /** Every figure of Balance against the account rows as they stand now. */
  async function auditBalance(): Promise<void> {
    const { balanceCells, planCells, placed, hasOwner, rows } = await read();
    const list = tableIn(planCells, 'Territory', 'Id');
    const territories = tableIn(balanceCells, 'Territory', 'Owner');
    const headers = Object.keys(territories[0] ?? {});
    const unassigned = lineUnder(balanceCells, headers, 'Unassigned');
    const total = lineUnder(balanceCells, headers, 'Total');
    const names = list.map((row) => String(row['Territory']));
    expect(territories.map((row) => row['Territory'])).toEqual(names);
    const isPlaced = ({ territory }: Placed) => names.includes(territory);
    const isLoose = ({ territory }: Placed) => territory === '' || territory === 'Unassigned';
    const owners = new Set(list.map((row) => String(row['Owner'])));
    const moved = ({ account, territory }: Placed) =>
      movedOf(
        String(list.find((row) => row['Territory'] === territory)?.['Owner'] ?? ''),
        account.owner,
        owners,
      );

    const headerOf = (m: number, kind: 'value' | 'Target' | 'Index') => {
      const label = metrics[m]?.label ?? '';
      if (kind === 'value') return label;
      return m === 0 ? kind : `${label} ${kind.toLowerCase()}`;
    };
    const figures = metrics.map((metric) => {
      const loads = names.map((name) =>
        sum(placed.filter(({ territory }) => territory === name).map(({ account }) => metric.of(account))),
      );
      const targets = truth.seats.map((seat) => fairShare(sum(loads), seat, truth.seats));
      return { metric, loads, targets, indices: loads.map((load, j) => load / (targets[j] ?? NaN)) };
    });
    const inBand = names.map((_, j) =>
      figures.every(({ metric, indices }) => Math.abs((indices[j] ?? NaN) - 1) <= metric.tolerance + 1e-7),
    );

    territories.forEach((row, j) => {
      const mine = placed.filter(({ territory }) => territory === names[j]);
      const owner = String(list[j]?.['Owner'] ?? '');
      const seat = truth.seats[j];
      expect(row['Owner']).toBe(owner);
      expect(row['Manager']).toBe(seat?.manager ?? '');
      expect(row['Status']).toBe(owner === '' ? 'To be hired' : 'Filled');
      expect(row['Accounts']).toBe(mine.length);
      figures.forEach(({ loads, targets, indices }, m) => {
        expect(row[headerOf(m, 'value')]).toBeCloseTo(loads[j] ?? NaN, 6);
        expect(row[headerOf(m, 'Target')]).toBeCloseTo(targets[j] ?? NaN, 6);
        expect(row[headerOf(m, 'Index')]).toBeCloseTo(indices[j] ?? NaN, 9);
      });
      expect(row['In band?']).toBe(inBand[j] === true ? 'Yes' : 'No');
      const hours = sum(mine.map(({ account }) => account.hours));
      const capacity = seat?.capacity === '' || seat === undefined ? 'no data' : seat.capacity;
      expect(row['Workload h']).toBe(hours);
      expect(row['Capacity h']).toBe(capacity);
      if (capacity === 'no data') expect(row['Load %']).toBe('no data');
      else expect(row['Load %']).toBeCloseTo(hours / capacity, 9);
      const movedIn = mine.filter((placing) => moved(placing).startsWith('Yes')).length;
      const movedOut = placed.filter(
        (placing) => owner !== '' && placing.account.owner === owner && moved(placing).startsWith('Yes'),
      ).length;
      expect(row['Accounts in']).toBe(hasOwner ? movedIn : 'no data');
      expect(row['Accounts out']).toBe(hasOwner ? movedOut : 'no data');
      expect(row['Lower limit']).toBeCloseTo(1 - (metrics[0]?.tolerance ?? NaN), 9);
      expect(row['Upper limit']).toBeCloseTo(1 + (metrics[0]?.tolerance ?? NaN), 9);
    });

    // Rows under the table: what is in no territory, and the sum of those that are in one.
    expect(unassigned['Accounts']).toBe(placed.filter(isLoose).length);
    expect(total['Accounts']).toBe(placed.filter(isPlaced).length);
    figures.forEach(({ metric, loads, targets }, m) => {
      const loose = sum(placed.filter(isLoose).map(({ account }) => metric.of(account)));
      expect(Number(unassigned[headerOf(m, 'value')])).toBeCloseTo(loose, 6);
      expect(total[headerOf(m, 'value')]).toBeCloseTo(sum(loads), 6);
      expect(total[headerOf(m, 'Target')]).toBeCloseTo(sum(targets), 6);
    });
    for (const header of ['Accounts in', 'Accounts out']) {
      const column = territories.map((row) => row[header]);
      expect(total[header]).toBe(sum(column.map((cell) => (typeof cell === 'number' ? cell : 0))));
    }

    // Checks: nothing is lost, and what has a wrong name is counted.
    const astray = placed.filter((placing) => !isPlaced(placing) && !isLoose(placing));
    expect(beside(balanceCells, 'Accounts in, less placed, less unassigned')).toBe(astray.length);
    expect(beside(balanceCells, 'Accounts with an unknown territory name')).toBe(astray.length);
    metrics.slice(0, 2).forEach((metric) => {
      const lost = sum(astray.map(({ account }) => metric.of(account)));
      expect(beside(balanceCells, `${metric.label} in, less placed, less unassigned`)).toBeCloseTo(lost, 2);
    });

    // The headline, and spread measures.
    const [first] = figures;
    // Of two that are equally far from fair the larger is named.
    const off = (index: number) => Math.round(1e9 * Math.abs(index - 1));
    const worst = [...(first?.indices ?? [])].sort((a, b) => off(b) - off(a) || b - a)[0] ?? NaN;
    const headline = String(balanceCells[2]?.[0]);
    expect(headline).toContain(`${inBand.filter(Boolean).length} of ${names.length} territories within ±`);
    expect(headline).toContain(`±${100 * (metrics[0]?.tolerance ?? NaN)}%; worst `);
    const shown = `${worst < 1 ? '-' : '+'}${(100 * Math.abs(worst - 1)).toFixed(1)}%`;
    const at = names[first?.indices.findIndex((index) => index === worst) ?? -1] ?? '';
    expect(headline).toContain(`worst ${shown}, ${at}`);
    for (const { metric, loads, indices } of figures) {
      const detail = (label: string) => beside(balanceCells, label.replace('{metric}', metric.label));
      expect(detail('Spread of {metric}: highest less lowest index')).toBeCloseTo(
        Math.max(...indices) - Math.min(...indices),
        9,
      );
      expect(detail('Coefficient of variation of {metric} (0 is equal)')).toBeCloseTo(variation(indices), 9);
      expect(detail('Gini coefficient of {metric} (0 is equal)')).toBeCloseTo(gini(loads), 9);
    }

    // The account columns.
    for (const placing of placed) {
      const { row, territory } = placing;
      const owner = String(list.find((line) => line['Territory'] === territory)?.['Owner'] ?? '');
      expect(row['Territory Owner']).toBe(owner);
      expect(row['Moved?']).toBe(hasOwner ? moved(placing) : 'no data');
      if (territory !== row['Designed Territory'])
        expect(row['Reason']).toBe(`Edited, was ${String(row['Designed Territory']).slice(0, 3)}`);
    }
    const blank = rows.filter((row) => row['Account Name'] === '');
    for (const row of blank) expect(row['Territory']).toBe('');
  }

  test('every figure of Balance follows from the account rows', async () => {
    await auditBalance();
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
    // By segment the sheet's targets are still those of the whole list.
    if (truth.seats.every(({ segment }) => segment === '')) expect(plan.withinTolerance).toBe(isMet);
    const settings = tableIn(planCells, 'Setting', 'Value');
    const asked = truth.settings as Record<string, Cell>;
    for (const row of settings) {
      const key = String(row['Setting']);
      if (asked[key] !== undefined) expect([key, row['Value']]).toEqual([key, asked[key]]);
    }
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
    const kms = placed.map((placing) => to(placing, byName.get(placing.territory) ?? -1));
    expect(beside(balanceCells, 'Mean km from account to territory centre, as designed')).toBeCloseTo(
      mean(kms),
      1,
    );
    const sorted = [...kms].sort((a, b) => a - b);
    expect(beside(balanceCells, 'Nine of ten accounts are within this many km, as designed')).toBeCloseTo(
      sorted[Math.floor(0.9 * sorted.length)] ?? NaN,
      1,
    );
    let checked = 0;
    placed.forEach((placing, n) => {
      const reason = String(placing.row['Reason']);
      const nearest = /^Nearest centre, ([\d.,]+) km(?:; next (T\d+) \+([\d.,]+) km)?$/.exec(reason);
      const forBalance = /^For balance, ([\d.,]+) km; (T\d+) is ([\d.,]+) km nearer$/.exec(reason);
      const number = (text: string | undefined) => Number((text ?? '').replace(/,/g, ''));
      const stated = nearest ?? forBalance;
      if (stated === null) return;
      checked++;
      const km = kms[n] ?? NaN;
      // Distances are shown with one decimal; straight lines through the earth are a little shorter.
      expect(Math.abs(number(stated[1]) - km)).toBeLessThan(0.1 + km * 0.002);
      if (stated[2] === undefined) return;
      const other = to(placing, ids.indexOf(stated[2]));
      const difference = nearest === null ? km - other : other - km;
      expect(Math.abs(number(stated[3]) - difference)).toBeLessThan(0.2 + (km + other) * 0.002);
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
      await context.sync();
    });
    await auditBalance();
  }, 60_000);
});
