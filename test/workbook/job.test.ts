import type { OpenWorkbook } from '../support/office';
import { openWorkbook } from '../support/office';
import { carryOut, openSample, picture, valuesOf, differences } from '../support/job';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** The rows of our table on a sheet, keyed by header. */
async function tableRows(open: OpenWorkbook, name: string): Promise<Record<string, unknown>[]> {
  return open.run(async (context) => {
    const table = context.workbook.tables.getItem(name);
    const header = table.getHeaderRowRange();
    const body = table.getDataBodyRange();
    header.load('values');
    body.load('values');
    await context.sync();
    const headers = (header.values[0] ?? []).map(String);
    return body.values.map((row) => Object.fromEntries(headers.map((h, c) => [h, row[c] as unknown])));
  });
}

describe('a plan applied to the sample', () => {
  test('balances by formulas that agree with the plan, and follows an edited cell', async () => {
    book = await openSample({ accounts: 300, reps: 6 });
    const { designed } = await carryOut();
    const [metric] = designed.plan.metrics;
    const balance = await tableRows(book, 'EfBalance');
    expect(balance.map((row) => row['Accounts'])).toEqual(
      designed.plan.territories.map((_, j) => designed.plan.assignment.filter((k) => k === j).length),
    );
    balance.forEach((row, j) => {
      expect(row['Potential']).toBeCloseTo(metric?.load[j] ?? NaN, 2);
      expect(row['Target']).toBeCloseTo(metric?.target[j] ?? NaN, 2);
    });
    expect(await differences(book)).toEqual([0, 0, 0, 0, 0, 0, 0]);

    const names = designed.plan.territories.map(({ name }) => name);
    const before = await tableRows(book, 'Accounts');
    const from = String(before[0]?.['Territory']);
    const to = names.find((name) => name !== from) ?? '';
    await book.run(async (context) => {
      const cell = context.workbook.tables
        .getItem('Accounts')
        .columns.getItem('Territory')
        .getDataBodyRange()
        .getCell(0, 0);
      cell.values = [[to]];
      await context.sync();
    });
    const [edited] = await tableRows(book, 'Accounts');
    expect(edited?.['Territory Owner']).toBe(
      designed.plan.territories.find(({ name }) => name === to)?.owner,
    );
    expect(edited?.['Reason']).toBe(`Edited, was ${from}`);
    const after = await tableRows(book, 'EfBalance');
    const count = (rows: Record<string, unknown>[], name: string) =>
      Number(rows.find((row) => row['Territory'] === name)?.['Accounts']);
    expect(count(after, from)).toBe(count(balance, from) - 1);
    expect(count(after, to)).toBe(count(balance, to) + 1);
  });

  test('is taken back cell by cell, and again after a second plan', async () => {
    book = await openSample({ accounts: 120, reps: 4 });
    const before = await picture(book);
    const first = await carryOut();
    expect(await picture(book)).not.toEqual(before);
    await first.workbook.revert();
    expect(await picture(book)).toEqual(before);

    const kept = await carryOut();
    await kept.workbook.keep();
    const standing = await picture(book);
    const second = await carryOut({ territories: 3, seed: 5 });
    expect(await picture(book)).not.toEqual(standing);
    await second.workbook.revert();
    expect(await picture(book)).toEqual(standing);
  });

  test('keeps a locked account where it is when the plan is carved again', async () => {
    book = await openSample({ accounts: 120, reps: 4 });
    const first = await carryOut();
    await first.workbook.keep();
    const rows = await tableRows(book, 'Accounts');
    const wanted =
      first.designed.plan.territories.find(({ name }) => name !== rows[7]?.['Territory'])?.name ?? '';
    await book.run(async (context) => {
      const { columns } = context.workbook.tables.getItem('Accounts');
      columns.getItem('Territory').getDataBodyRange().getCell(7, 0).values = [[wanted]];
      columns.getItem('Lock').getDataBodyRange().getCell(7, 0).values = [['Keep here']];
      await context.sync();
    });
    const { designed } = await carryOut({ seed: 9 });
    const again = (await tableRows(book, 'Accounts'))[7];
    expect(String(again?.['Territory']).slice(0, 3)).toBe(wanted.slice(0, 3));
    expect(again?.['Lock']).toBe('Keep here');
    expect(designed.plan.reason(7)).toEqual({ code: 'locked', lock: 'manual' });
  });
});

test('what is changed on the sheet Territory Plan holds for the next design', async () => {
  book = await openSample({ accounts: 120, reps: 4 });
  const first = await carryOut();
  await first.workbook.keep();
  await book.run(async (context) => {
    const { tables } = context.workbook;
    tables.getItem('EfMetrics').columns.getItem('Tolerance ±').getDataBodyRange().values = [[0.2]];
    tables.getItem('EfTerritories').columns.getItem('Territory').getDataBodyRange().getCell(1, 0).values = [
      ['North'],
    ];
    const settings = tables.getItem('EfSettings').getDataBodyRange();
    settings.load('values');
    await context.sync();
    const seed = settings.values.findIndex(([label]) => label === 'Seed');
    settings.getCell(seed, 1).values = [[7]];
    await context.sync();
  });
  const { designed } = await carryOut();
  expect(designed.record.seed).toBe(7);
  expect(designed.plan.metrics[0]?.spec.tolerance).toBe(0.2);
  expect(designed.plan.territories[1]?.name).toBe('North');
});

describe('a workbook that is not as one would like', () => {
  const accounts = (rows: number) => [
    ['Account Name', 'Potential', 'City', 'State', 'Owner', 'Territory'],
    ...Array.from({ length: rows }, (_, i) => [
      i === 0 ? "'=Acme, 1" : `Account ${i}`,
      i === 1 ? '$1,500.00 ' : 100 + i,
      ['Denver', 'Boise', 'Austin', 'Boston'][i % 4] ?? '',
      ['CO', 'ID', 'TX', 'MA'][i % 4] ?? '',
      ['Ana', 'Ben'][i % 2] ?? '',
      'West',
    ]),
  ];

  test('a plain range becomes a table, names that are taken are left alone, and Revert undoes both', async () => {
    book = await openWorkbook({ sheets: { Export: accounts(40), Balance: [['mine']] } });
    const before = await picture(book);
    const { workbook } = await carryOut({ territories: 3 });
    const [header] = await valuesOf(book, 'Export');
    expect(header?.slice(6)).toEqual([
      'Ef Territory',
      'Territory Owner',
      'Moved?',
      'Lock',
      'Reason',
      'Designed Territory',
      'Designed Reason',
      'Accepted Territory',
      'Holder Before',
      'Potential (read)',
    ]);
    expect(await valuesOf(book, 'Balance')).toEqual([['mine']]);
    expect(await differences(book, 'Ef Balance')).toEqual([0, 0, 0, 0, 0, 0, 0]);
    await workbook.revert();
    expect(await picture(book)).toEqual(before);
  });

  test('cells in the way are not overwritten: Apply refuses and nothing has changed', async () => {
    book = await openWorkbook({ sheets: { Export: accounts(20), Other: [['x']] } });
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Export').tables.add('A1:F21', true).name = 'Deals';
      context.workbook.worksheets.getItem('Export').getRange('H9').values = [['a note of mine']];
      await context.sync();
    });
    const before = await picture(book);
    await expect(carryOut({ territories: 2 })).rejects.toMatchObject({ code: 'noRoom' });
    expect(await picture(book)).toEqual(before);
  });

  test('a protected sheet is named, and nothing has changed', async () => {
    book = await openWorkbook({ sheets: { Export: accounts(20) } });
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('Export').protection.protect();
      await context.sync();
    });
    const before = await picture(book);
    await expect(carryOut({ territories: 2 })).rejects.toMatchObject({
      code: 'protectedSheet',
      params: { sheet: 'Export' },
    });
    expect(await picture(book)).toEqual(before);
  });
});
