import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import { writeSheet } from '../../src/app/actions/write-sheet';
import type { Store } from '../../src/app/store';
import { speaksOf } from '../../src/workbook/speaks-of';
import { differences, picture, valuesOf } from '../support/job';
import { openList } from '../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { keptPane, pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const on = (name: string, act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) =>
  book.run(async (context) => {
    act(context.workbook.worksheets.getItem(name), context);
    await context.sync();
  });

const type = (name: string, address: string, text: Cell) =>
  on(name, (sheet) => {
    sheet.getRange(address).values = [[text]];
  });

async function applyNow(store: Store): Promise<string> {
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  return store.state.news ?? '';
}

/** A list with a plan for `territories` that is kept. */
async function kept(territories = 2, settings = {}): Promise<Store> {
  book = await openList('table');
  const store = await pane();
  await store.run(changeSettings, { territories, ...settings });
  await applyNow(store);
  await store.run(keep);
  return store;
}

/** Where a text stands on a sheet: row and column from 0, all places. */
async function find(name: string, text: Cell | RegExp): Promise<string[]> {
  const used = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getUsedRange();
    range.load('values,rowIndex,columnIndex');
    await context.sync();
    return range;
  });
  return (used.values as Cell[][]).flatMap((line, r) =>
    line.flatMap((cell, c) =>
      (text instanceof RegExp ? text.test(String(cell)) : cell === text)
        ? [`${String.fromCharCode(65 + used.columnIndex + c)}${used.rowIndex + r + 1}`]
        : [],
    ),
  );
}

const checks = () => differences(book);

test('notes beside and below ours stay where they are, with their formats', async () => {
  const store = await kept();
  await type('Balance', 'Y3', 'beside');
  await type('Balance', 'A90', 'below');
  await on('Balance', (sheet) => {
    sheet.getRange('A91').values = [[45000]];
    sheet.getRange('A91').numberFormat = [['yyyy-mm-dd']];
    sheet.getRange('A91').format.fill.color = '#FF0000';
  });
  await store.run(changeSettings, { territories: 3 });
  const news = await applyNow(store);
  expect(news).not.toContain('Your cells');
  expect(await find('Balance', 'beside')).toEqual(['Y3']);
  expect(await find('Balance', 'below')).toEqual(['A90']);
  const [text, color] = await book.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Balance').getRange('A91');
    cell.load('text');
    cell.format.fill.load('color');
    await context.sync();
    return [cell.text[0]?.[0], cell.format.fill.color];
  });
  expect([text, color]).toEqual(['2023-03-15', '#FF0000']);
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect(await find('Balance', 'below')).toEqual(['A90']);
});

test('a note where a growing table needs the room moves below, and that is said; Revert moves it back', async () => {
  const store = await kept();
  const used = await book.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Territory Plan').getUsedRange(true);
    range.load('rowIndex,rowCount');
    await context.sync();
    return range.rowIndex + range.rowCount;
  });
  await type('Territory Plan', `C${used + 1}`, 'mine');
  await store.run(changeSettings, { territories: 5 });
  const news = await applyNow(store);
  const [now = ''] = await find('Territory Plan', 'mine');
  expect(news).toContain(
    `Your cells in 'Territory Plan'!C${used + 1} had to move for what Evenfield writes; they are in 'Territory Plan'!${now} now.`,
  );
  expect(Number(now.slice(1))).toBeGreaterThan(used + 3);
  expect(await checks()).toEqual([0, 0, 0, 0, 0, 0, 0]);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(await find('Territory Plan', 'mine')).toEqual([`C${used + 1}`]);
});

describe('a remark right below the list of territories, under a column that users fill', () => {
  /** The cell under Owner that is the first below the list. */
  const below = () =>
    book.run(async (context) => {
      const list = context.workbook.tables.getItem('EfTerritories');
      const cell = list.columns.getItem('Owner').getDataBodyRange().getLastCell().getOffsetRange(1, 0);
      cell.load('address');
      await context.sync();
      return cell.address.slice(cell.address.lastIndexOf('!') + 1);
    });
  const owners = () => valuesOf(book, 'Export', 'I2:I25');

  test('is nobody’s name when the list grows over it; Revert gives it back', async () => {
    const store = await kept(3);
    const cell = await below();
    await type('Territory Plan', cell, 'ask HR by Friday');
    await store.run(changeSettings, { territories: 5 });
    const news = await applyNow(store);
    const [now = ''] = await find('Territory Plan', 'ask HR by Friday');
    expect(news).toContain(
      `Your cells in 'Territory Plan'!${cell} had to move for what Evenfield writes; they are in 'Territory Plan'!${now} now.`,
    );
    expect(now).not.toBe(cell);
    expect((await owners()).flat()).not.toContain('ask HR by Friday');
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(await find('Territory Plan', 'ask HR by Friday')).toEqual([cell]);
  });

  test('that came since a plan with fewer territories is nobody’s name after Revert', async () => {
    const store = await kept(5);
    await store.run(changeSettings, { territories: 3 });
    await applyNow(store);
    const cell = await below();
    await type('Territory Plan', cell, 'ask HR by Friday');
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    const found = await find('Territory Plan', 'ask HR by Friday');
    expect(found).toHaveLength(1);
    expect(found).not.toEqual([cell]);
    expect(store.state.news).toContain(
      `Your cells in 'Territory Plan'!${cell} had to move for what Evenfield writes; they are in 'Territory Plan'!${found.join()} now.`,
    );
    expect((await owners()).flat()).not.toContain('ask HR by Friday');
  });
});

test('rows and columns that came in among ours are told from ours: what stands in them is kept', async () => {
  const store = await kept();
  await on('Balance', (sheet) => {
    sheet.getRange('6:6').insert('Down');
    sheet.getRange('A6').values = [['why so']];
    sheet.getRange('1:2').insert('Down');
    sheet.getRange('A1').values = [['for the board']];
    sheet.getRange('D:D').insert('Right');
    sheet.getRange('D15').values = [['my column']];
  });
  await store.run(changeSettings, { territories: 3 });
  const news = await applyNow(store);
  for (const text of ['why so', 'for the board', 'my column'])
    expect([text, (await find('Balance', text)).length]).toEqual([text, 1]);
  expect(news).toContain('Your cells in');
  expect(await checks()).toEqual([0, 0, 0, 0, 0, 0, 0]);
  // Nothing of ours is left where it was.
  expect(await find('Balance', 'Details')).toHaveLength(1);
  expect(await find('Balance', /^Result hash /)).toHaveLength(1);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  for (const text of ['why so', 'for the board', 'my column'])
    expect([text, (await find('Balance', text)).length]).toEqual([text, 1]);
  expect(await find('Balance', /^Result hash /)).toHaveLength(1);
});

test('what was typed in blank cells of the list of territories goes with its territory', async () => {
  const store = await kept(3);
  await book.run(async (context) => {
    const table = context.workbook.tables.getItem('EfTerritories');
    table.columns.getItem('Objective').getDataBodyRange().values = [['one'], [''], ['three']];
    await context.sync();
  });
  await store.run(changeSettings, { territories: 4 });
  await applyNow(store);
  const rows = async () =>
    book.run(async (context) => {
      const { columns } = context.workbook.tables.getItem('EfTerritories');
      const [id, objective] = ['Id', 'Objective'].map((name) => columns.getItem(name).getDataBodyRange());
      id?.load('values');
      objective?.load('values');
      await context.sync();
      return id?.values.map(([key], r) => [key, objective?.values[r]?.[0]] as unknown[]);
    });
  expect(await rows()).toEqual([
    ['T01', 'one'],
    ['T02', ''],
    ['T03', 'three'],
    ['T04', ''],
  ]);
  await store.run(revert);
  expect(await rows()).toEqual([
    ['T01', 'one'],
    ['T02', ''],
    ['T03', 'three'],
  ]);
});

test('a first Apply reverted: a sheet of ours with notes in it stays with them alone', async () => {
  book = await openList('table');
  const store = await pane();
  await applyNow(store);
  await on('Balance', (sheet) => {
    sheet.getRange('6:6').insert('Down');
    sheet.getRange('A6').values = [['why so']];
  });
  await store.run(revert);
  expect(store.state.news).toContain('The sheet Balance holds cells of yours: it stays with them.');
  expect(await valuesOf(book, 'Balance')).toEqual([['why so']]);
});

test('a column and a sheet of ours that were deleted are made anew, and that is said; renamed ones stay ours', async () => {
  const store = await kept();
  await book.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const { columns } = tables.getItem('Deals');
    columns.getItem('Moved?').delete();
    columns.getItem('Territory').name = 'Patch';
    worksheets.getItem('Balance').delete();
    worksheets.getItem('Territory Plan').name = 'Our plan';
    await context.sync();
  });
  await store.run(changeSettings, { territories: 3 });
  const news = await applyNow(store);
  expect(news).toContain('Moved?, Balance had been deleted since the last Apply, and were made anew.');
  expect(news).toMatch(/Columns written: Patch, .*Sheets written: Our plan, Balance\./);
  expect(await find('Export', 'Patch')).toHaveLength(1);
  expect(await find('Export', 'Territory')).toHaveLength(0);
  expect(await checks()).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test('a table of the user’s where a sheet of ours needs the room: refused before anything is written', async () => {
  const store = await kept();
  await on('Territory Plan', (sheet) => {
    sheet.getRange('A35:B36').values = [
      ['mine', 'too'],
      [1, 2],
    ];
    sheet.tables.add('A35:B36', true).name = 'Mine';
  });
  await store.run(changeSettings, { territories: 12 });
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBe(
    "A table of yours in 'Territory Plan'!A35:B36 stands where Evenfield writes. Move it elsewhere and try again. Nothing was changed.",
  );
});

test('another language in between: tables and columns have the new headers, and Revert the old', async () => {
  const store = await kept();
  const before = await valuesOf(book, 'Balance');
  await store.run(changeSettings, { language: 'de', territories: 3 });
  await applyNow(store);
  expect(await find('Balance', 'Kunden')).not.toEqual([]);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect(await valuesOf(book, 'Balance')).toEqual(before);
});

describe('a column of the user’s in a table of ours', () => {
  /** Formulas of the column Gap, wherever it stands on Balance. */
  const gap = () =>
    book.run(async (context) => {
      const used = context.workbook.worksheets.getItem('Balance').getUsedRange();
      used.load('formulas');
      await context.sync();
      const lines = used.formulas as Cell[][];
      const top = lines.findIndex((line) => line.includes('Gap'));
      const column = lines[top]?.indexOf('Gap') ?? -1;
      return { top, column, cells: lines.slice(top + 1, top + 4).map((line) => line[column]) };
    });
  const addGap = (formula: string) =>
    book.run(async (context) => {
      const table = context.workbook.tables.getItem('EfBalance');
      const wider = table.getRange().getResizedRange(0, 1);
      wider.getLastColumn().getCell(0, 0).values = [['Gap']];
      table.resize(wider);
      const body = wider.getLastColumn();
      body.load('rowCount');
      await context.sync();
      for (let r = 1; r < body.rowCount; r++) body.getCell(r, 0).formulas = [[formula]];
      await context.sync();
    });

  test.each([
    ['=[@Accounts]*2', true],
    ['=SUM([Accounts])', true],
    ['=B6*2', false],
    ['=SUM(Notes!A1:A2)', false],
    ['=COUNTA(Deals[Account ID])', false],
  ])(
    '%s: it has to move, as a value only where it speaks of the table; Revert gives the formula back',
    async (formula, speaks) => {
      const store = await kept(3, { balance: [{ metric: 'count', tolerance: 0.2 }] });
      await addGap(formula);
      const before = await picture(book);
      const was = await gap();
      expect(was.cells[0]).toBe(formula);
      // A second metric makes the table wider: it needs the column.
      await store.run(changeSettings, {
        balance: [
          { metric: 'potential', tolerance: 0.2 },
          { metric: 'count', tolerance: 0.2 },
        ],
      });
      await applyNow(store);
      const moved = await gap();
      expect(moved.top).toBeGreaterThan(was.top + 3);
      expect(moved.cells.every((cell) => typeof cell === 'number')).toBe(speaks);
      if (!speaks) expect(moved.cells).toEqual(was.cells);
      expect(store.state.news).toContain(
        speaks
          ? ', 3 formulas that speak of the table as their values.'
          : 'had to move for what Evenfield writes; they are in',
      );
      if (!speaks) expect(store.state.news).not.toContain('as their values');
      await store.run(revert);
      expect(store.state.news).toBe(
        'Everything of ours is as it was before; what is yours stays as it is now.',
      );
      expect(await gap()).toEqual(was);
      expect((await picture(book))['Balance']).toEqual(before['Balance']);
    },
  );
});

test.each([
  ['=EfBalance[[#This Row],[Accounts]]', true],
  ['=efbalance[Accounts]', true],
  ["=[@[Account '[x']]]*2", true],
  ['=SUM(Deals[[Potential]:[ARR]])', false],
  ['=Deals[[#This Row],[Potential]]', false],
  ['="[@Accounts]"', false],
  ["='[Plan 2026.xlsx]Q1'!A1+[Plan.xlsx]Q1!B2", false],
  ['=B6*2', false],
])('%s speaks of its own table: %s', (formula, speaks) => {
  expect(speaksOf(formula, 'EfBalance')).toBe(speaks);
});

test('a table that a second plan adds to a sheet that was there goes again with Revert', async () => {
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account ID', 'Account Name', 'City', 'State', 'Owner', 'Potential'],
        ...Array.from({ length: 24 }, (_, i) => [
          `A${i}`,
          `Account ${i}`,
          ...([
            ['Denver', 'CO'],
            ['Boise', 'ID'],
            ['Austin', 'TX'],
          ][i % 3] ?? []),
          '',
          100 + ((i * 37) % 50),
        ]),
      ],
      Reps: [['Rep Name'], ['Ana Ruiz'], ['Ben Ito'], ['Cleo Park']],
    },
  });
  const store = await keptPane();
  await store.run(writeSheet, 'compare');
  // Nobody held an account before; now somebody does.
  await on('Export', (sheet) => {
    sheet.getRange('E2:E25').values = Array.from({ length: 24 }, () => ['Dan Moe']);
  });
  const before = await picture(book);
  expect(JSON.stringify(before['tables'])).not.toContain('EfCompareMoves');
  await store.run(changeSettings, { seed: 9, continuity: 0 });
  await applyNow(store);
  expect(JSON.stringify((await picture(book))['tables'])).toContain('EfCompareMoves');
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  const after = await picture(book);
  expect(after['tables']).toEqual(before['tables']);
  expect(after['Compare']).toEqual(before['Compare']);
});
