import { look } from '../../src/app/look-at-workbook';
import { SettingsDesk } from '../../src/app/settings/desk';
import { wordFailure } from '../../src/app/sentences';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { carryOut, clock, openSample, places, valuesOf, differences } from '../support/job';
import type { Cell, OpenWorkbook } from '../support/office';

let book: OpenWorkbook;

beforeAll(async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  const { workbook } = await carryOut();
  await workbook.keep();
});
afterAll(() => {
  book.dispose();
});

async function nameAll(names: readonly Cell[]): Promise<void> {
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('EfTerritories').getDataBodyRange();
    names.forEach((name, row) => {
      body.getCell(row, 0).values = [[typeof name === 'string' ? `'${name}` : name]];
    });
    await context.sync();
  });
}

async function lookNow() {
  const workbook = new OfficeWorkbook(clock);
  return look({ workbook, places }, new SettingsDesk(workbook, { language: 'en' }));
}

async function column(header: string): Promise<Cell[]> {
  const [headers = [], ...rows] = await valuesOf(book, 'Accounts');
  return rows.map((row) => row[headers.indexOf(header)] ?? null);
}

async function balance() {
  const body = (table: string) =>
    book.run(async (context) => {
      const range = context.workbook.tables.getItem(table).getDataBodyRange();
      range.load('values');
      await context.sync();
      return range.values as Cell[][];
    });
  return {
    accounts: (await body('EfBalance')).map((row) => [row[0], row[2]]),
    checks: await differences(book),
  };
}

test.each([
  ['West*', 'West 1', 'West'],
  ['>West', '<>', '=2+2'],
  ['A~B', 'A~~B', 'A~*B'],
  ['what?', 'whats', '*'],
  ['=', 'the "Rim"', "o'clock"],
  ['~', '?', '<5'],
])('Balance counts %s, %s and %s exactly', async (...names) => {
  await nameAll(names);
  const { renamed, refused } = await lookNow();
  expect(refused).toEqual([]);
  expect(renamed).toBe(3);
  const territory = await column('Territory');
  expect(new Set(territory)).toEqual(new Set(names));
  const { accounts, checks } = await balance();
  expect(accounts).toEqual(names.map((name) => [name, territory.filter((cell) => cell === name).length]));
  expect(checks).toEqual([0, 0, 0, 0, 0, 0, 0]);
  const owners = await column('Territory Owner');
  // The third seat is to be filled: its accounts have no owner, all others have theirs.
  expect(owners.map((owner) => owner === '')).toEqual(territory.map((name) => name === names[2]));
  expect(new Set(owners.map((owner, r) => `${String(owner)} has ${String(territory[r])}`)).size).toBe(3);
});

test.each<[Cell, RegExp]>([
  [12, /“12” \(territory T01\) reads as a number/],
  [true, /“true” \(territory T01\) reads as/],
  ['1/2/2026', /reads as a number, a date/],
  [' West', /begins or ends with a blank/],
  ['', /Territory T01 has no name in the list of territories any more: it goes on being North/],
  ['unassigned', /stands for accounts without a territory/],
  ['nicht zugeteilt', /stands for accounts without a territory/],
])('the name %s is refused with a sentence, and nothing is renamed', async (name, sentence) => {
  await nameAll(['North', 'South', 'East']);
  await lookNow();
  const territory = await column('Territory');
  await nameAll([name]);
  const { renamed, refused } = await lookNow();
  expect(renamed).toBe(0);
  expect(refused.map((failure) => wordFailure(speak('en'), numbers('en'), failure))).toEqual([
    expect.stringMatching(sentence),
  ]);
  expect(wordFailure(speak('de'), numbers('de'), refused[0]!)).toMatch(/T01/);
  expect(await column('Territory')).toEqual(territory);
});

test('an account typed in small letters goes with its territory', async () => {
  await nameAll(['North', 'South', 'East']);
  await lookNow();
  await book.run(async (context) => {
    context.workbook.tables
      .getItem('Accounts')
      .columns.getItem('Territory')
      .getDataBodyRange()
      .getCell(0, 0).values = [['north']];
    await context.sync();
  });
  await nameAll(['Upper']);
  await lookNow();
  expect((await column('Territory'))[0]).toBe('Upper');
  expect((await balance()).checks).toEqual([0, 0, 0, 0, 0, 0, 0]);
});
