import { carryOut, openSample, valuesOf } from '../support/job';
import type { OpenWorkbook } from '../support/office';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** The cells of one of our columns, header included. */
const whole = (context: Excel.RequestContext, header: string) =>
  context.workbook.tables.getItem('Accounts').columns.getItem(header).getRange();

async function isHidden(header: string): Promise<boolean> {
  return book.run(async (context) => {
    const column = whole(context, header);
    column.load('columnHidden');
    await context.sync();
    return column.columnHidden;
  });
}

test('a column that is there to be found is hidden at first; one that the user has shown stays shown', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  const first = await carryOut();
  await first.workbook.keep();
  expect(await isHidden('Designed Territory')).toBe(true);
  expect(await isHidden('Territory')).toBe(false);
  await book.run(async (context) => {
    whole(context, 'Designed Territory').columnHidden = false;
    await context.sync();
  });
  await carryOut({ seed: 3 });
  expect(await isHidden('Designed Territory')).toBe(false);
});

test('a row of totals stays the last, under our columns too, and is no account', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  await book.run(async (context) => {
    context.workbook.tables.getItem('Accounts').showTotals = true;
    await context.sync();
  });
  const before = await valuesOf(book, 'Accounts');
  const { understanding, designed } = await carryOut();
  expect(understanding.list.accounts.count).toBe(24);
  const [headers = [], ...rows] = await valuesOf(book, 'Accounts');
  const territory = headers.indexOf('Territory');
  const names = designed.plan.territories.map(({ name }) => name);
  expect(rows.slice(0, 24).every((row) => names.includes(String(row[territory])))).toBe(true);
  expect(rows).toHaveLength(before.length - 1);
  expect(rows[24]?.slice(0, territory)).toEqual(before[25]);
  const body = await book.run(async (context) => {
    const table = context.workbook.tables.getItem('Accounts');
    const range = table.getDataBodyRange();
    range.load('rowCount');
    table.load('showTotals');
    await context.sync();
    return [range.rowCount, table.showTotals];
  });
  expect(body).toEqual([24, true]);
});

test('a cell in the way beside the row of totals is not overwritten either', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem('Accounts');
    table.showTotals = true;
    await context.sync();
    table.getTotalRowRange().getColumnsAfter(1).values = [['a note of mine']];
    await context.sync();
  });
  await expect(carryOut()).rejects.toMatchObject({ code: 'noRoom' });
});
