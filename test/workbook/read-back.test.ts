import { readBook } from '../../src/app/understanding/book';
import { SettingsDesk } from '../../src/app/settings/desk';
import { readStore } from '../../src/workbook/hidden-store';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { carryOut, clock, openSample } from '../support/job';
import type { OpenWorkbook } from '../support/office';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** What is in force after a look at the workbook. */
async function settled() {
  const workbook = new OfficeWorkbook(clock);
  const desk = new SettingsDesk(workbook, { language: 'en' });
  const { refused } = await desk.open(await readBook(workbook));
  return { settings: desk.settings, refused };
}

test('on Territory Plan a column put in moves no setting; one renamed is refused and changes nothing', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  const { workbook } = await carryOut();
  await workbook.keep();
  await book.run(async (context) => {
    const settings = context.workbook.tables.getItem('EfSettings');
    settings.columns.add(1, undefined, 'My notes');
    const body = settings.getDataBodyRange();
    body.load('values');
    await context.sync();
    const seed = body.values.findIndex(([label]) => label === 'Seed');
    body.getCell(seed, 1).values = [[99]];
    body.getCell(seed, 2).values = [[7]];
    await context.sync();
  });
  const moved = await settled();
  expect(moved.refused).toEqual([]);
  expect(moved.settings.seed).toBe(7);
  await book.run(async (context) => {
    context.workbook.tables.getItem('EfSettings').columns.getItem('Value').name = 'Figure';
    await context.sync();
  });
  const renamed = await settled();
  expect(renamed.refused).toMatchObject([
    { code: 'ownColumnGone', params: { sheet: 'Territory Plan', column: 'Value' } },
  ]);
  expect(renamed.settings).toEqual(moved.settings);
});

test('what an earlier version stored as ours, without layers, is ours still', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  const { workbook } = await carryOut();
  await workbook.keep();
  const owned = await workbook.owned();
  const { columns, sheets } = owned?.layers['main'] ?? { columns: {}, sheets: {} };
  expect(Object.keys(columns)).toContain('territory');
  await book.run(async (context) => {
    // The first form: rows of key and piece from the top.
    const entries = await readStore(context, 'EfRecord');
    entries.set('owned', { accountsTable: owned?.accountsTable, columns, sheets });
    const rows = [...entries].flatMap(([key, value]) => {
      const json = JSON.stringify(value);
      const pieces = Array.from({ length: Math.ceil(json.length / 30_000) }, (_, n) =>
        json.slice(30_000 * n, 30_000 * (n + 1)),
      );
      return pieces.map((piece) => [`~${key}`, `~${piece}`]);
    });
    const sheet = context.workbook.worksheets.getItem('EfRecord');
    sheet.getRange().clear('Contents');
    sheet.getRangeByIndexes(0, 0, rows.length, 2).values = rows;
    await context.sync();
  });
  expect(await workbook.owned()).toEqual(owned);
  await carryOut({ seed: 3 });
  expect(await workbook.owned()).toEqual(owned);
});
