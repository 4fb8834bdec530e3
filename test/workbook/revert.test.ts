import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { changeSettings } from '../../src/app/actions/change-settings';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { clock, picture, valuesOf } from '../support/job';
import { withFault } from '../support/faults';
import {
  beforeRequest,
  byAccount,
  deleteRow,
  insertAbove,
  insertAccount,
  insertColumn,
  LIST_HEADERS,
  openList,
  sortList,
  OUR_HEADERS,
} from '../support/meddle';
import { openWorkbook, type OpenWorkbook } from '../support/office';
import { act, pane, sheetNames } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

type Kind = 'table' | 'range';
type Time = 'first' | 'second';
const cases = (['table', 'range'] as const).flatMap((kind) =>
  (['first', 'second'] as const).map((time) => [kind, time] as const),
);

/** A list with a plan that is applied and not decided on; before it a kept one, for the second. */
async function applied(kind: Kind, time: Time): Promise<{ store: Store; before: Record<string, unknown> }> {
  book = await openList(kind);
  const store = await pane();
  if (time === 'second') {
    await store.run(design);
    await store.run(apply);
    await store.run(keep);
    await store.run(changeSettings, { territories: 2, seed: 5 });
  }
  const before = await ours();
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.pending.state).toBe('applied');
  return { store, before };
}

/** What stands in each of our columns, by account; the formulas' values with them. */
async function ours(): Promise<Record<string, unknown>> {
  const columns: Record<string, unknown> = {};
  for (const header of OUR_HEADERS) columns[header] = await byAccount(book, header);
  return columns;
}

const users = async () => {
  const columns: Record<string, unknown> = {};
  for (const header of LIST_HEADERS) columns[header] = await byAccount(book, header);
  return columns;
};

const on = (act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) =>
  book.run(async (context) => {
    act(context.workbook.worksheets.getItem('Export'), context);
    await context.sync();
  });

/** Ours are as before for every account that is still there; the user's cells are what they were. */
async function expectBack(before: Record<string, unknown>, user: Record<string, unknown>): Promise<void> {
  expect(await users()).toEqual(user);
  const now = await ours();
  for (const [header, cells] of Object.entries(before)) {
    const there = Object.keys(now[header] as object);
    const expected = Object.fromEntries(Object.entries(cells as object).filter(([id]) => there.includes(id)));
    expect([header, now[header]]).toEqual([header, { ...(now[header] as object), ...expected }]);
  }
}

describe.each(cases)('a %s, reverted after a %s Apply', (kind, time) => {
  test('untouched: everything is as before, and that is said', async () => {
    const { store } = await applied(kind, time);
    const { workbook } = { workbook: new OfficeWorkbook(clock) };
    expect((await workbook.pending()).state).toBe('applied');
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  });

  test('sorted since: each account has its own back', async () => {
    const { store, before } = await applied(kind, time);
    await sortList(book);
    const user = await users();
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toMatch(/^Everything of ours is as it was before/);
    await expectBack(before, user);
  });

  test('a column of the user’s inserted since, left of the list, in it and among ours: it stays', async () => {
    const { store, before } = await applied(kind, time);
    await insertColumn(book, 'City', 'Mine');
    await insertColumn(book, 'Lock', 'Mine too');
    await on((sheet) => sheet.getRange('A:A').insert('Right'));
    const user = await users();
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toMatch(/Mine, Mine too, which were not there by these names, stay/);
    await expectBack(before, user);
    expect((await byAccount(book, 'Mine'))['A000']).toBe('note 1');
    expect((await byAccount(book, 'Mine too'))['A001']).toBe('note 2');
    if (time === 'first') expect(await byAccount(book, 'Territory')).toMatchObject({ A000: '' });
  });

  test('rows inserted above the list, an account deleted and another added', async () => {
    const { store, before } = await applied(kind, time);
    await insertAbove(book, 2);
    await deleteRow(book, 4);
    await insertAccount(book, 7, 'N1');
    const user = await users();
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toMatch(/1 account came since; it stays\. 1 account is not there any more\.$/);
    await expectBack(before, user);
    expect((await valuesOf(book, 'Export', 'A1'))[0]?.[0]).toBe('My pipeline');
  });

  test('sheets, table and columns renamed since', async () => {
    const { store, before } = await applied(kind, time);
    await book.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      tables.getItem(kind === 'table' ? 'Deals' : 'Accounts').columns.getItem('Territory').name = 'Terr';
      tables.getItem(kind === 'table' ? 'Deals' : 'Accounts').columns.getItem('Potential').name = 'Pot';
      tables.getItem(kind === 'table' ? 'Deals' : 'Accounts').name = 'Pipeline';
      worksheets.getItem('Balance').name = 'Fairness';
      worksheets.getItem('Export').name = 'CRM';
      await context.sync();
    });
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    await book.run(async (context) => {
      context.workbook.worksheets.getItem('CRM').name = 'Export';
      await context.sync();
    });
    const names = await sheetNames(book);
    expect(names.includes('Fairness')).toBe(time === 'second');
    expect(names).not.toContain('Balance');
    const { Territory: territory, ...others } = before;
    const now = await byAccount(book, 'Terr');
    if (time === 'second') expect(now).toEqual(territory);
    else expect(new Set(Object.values(now))).toEqual(new Set(['']));
    for (const header of Object.keys(others))
      expect([header, await byAccount(book, header)]).toEqual([header, others[header]]);
  });

  test('one of our columns and one of our sheets deleted since', async () => {
    const { store, before } = await applied(kind, time);
    await book.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      tables
        .getItem(kind === 'table' ? 'Deals' : 'Accounts')
        .columns.getItem('Moved?')
        .delete();
      worksheets.getItem('Balance').delete();
      await context.sync();
    });
    const user = await users();
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    await expectBack(before, user);
    expect((await sheetNames(book)).includes('Balance')).toBe(time === 'second');
  });

  test('the sheet protected since: said before anything is touched, and done when it is not any more', async () => {
    const { store, before } = await applied(kind, time);
    const standing = await picture(book);
    await on((sheet) => {
      sheet.protection.protect();
    });
    await store.run(revert);
    expect(store.state.trouble).toMatch(/^The sheet Export is protected.*Nothing was changed\.$/);
    expect(store.state.pending.state).toBe('applied');
    expect(await picture(book)).toEqual(standing);
    expect((await pane()).state.pending.state).toBe('applied');
    await on((sheet) => {
      sheet.protection.unprotect();
    });
    await store.run(revert);
    expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
    expect(await ours()).toEqual(before);
  });
});

test('cells of the user’s on a sheet of ours stay, and that is said', async () => {
  const { store } = await applied('table', 'first');
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Balance').getRange('Z2').values = [['my remark']];
    await context.sync();
  });
  await store.run(revert);
  expect(store.state.news).toContain('The sheet Balance holds cells of yours: it stays with them.');
  expect(await valuesOf(book, 'Balance')).toEqual([['my remark']]);
});

test('cells of the user’s on a sheet of ours outlive a second Apply and its Revert, whenever they came', async () => {
  book = await openList('table');
  const note = (address: string, text: string) =>
    book.run(async (context) => {
      context.workbook.worksheets.getItem('Balance').getRange(address).values = [[text]];
      await context.sync();
    });
  const notes = async () => (await valuesOf(book, 'Balance', 'Z2:Z3')).flat();
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  await note('Z2', 'early');
  await store.run(keep);
  await store.run(changeSettings, { territories: 2 });
  await store.run(design);
  await store.run(apply);
  expect(await notes()).toEqual(['early', '']);
  await note('Z3', 'late');
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(await notes()).toEqual(['early', 'late']);
});

test('headers that Excel renamed to make a table are again what they were', async () => {
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account ID', 'Owner', 'Potential', '', 'Owner', 2026],
        ...Array.from({ length: 12 }, (_, i) => [
          `A${i}`,
          ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
          100 + i,
          'x',
          'y',
          1,
        ]),
      ],
    },
  });
  const before = await picture(book);
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  await store.run(revert);
  expect(await picture(book)).toEqual(before);
});

test('a header that the rows are known by and that was renamed since is the user’s: not everything is as it was', async () => {
  const { store } = await applied('table', 'first');
  await book.run(async ({ workbook }) => {
    workbook.tables.getItem('Deals').columns.getItem('Account ID').name = 'Number';
    await workbook.context.sync();
  });
  await store.run(revert);
  expect(store.state.news).toBe('Everything of ours is as it was before; what is yours stays as it is now.');
});

test('a column of ours that was deleted comes back beside what the user put where it is going to stand', async () => {
  const { store, before } = await applied('table', 'second');
  await book.run(async ({ workbook }) => {
    const table = workbook.tables.getItem('Deals');
    table.columns.getItem('Lock').delete();
    table.getRange().getLastColumn().getOffsetRange(0, 1).getCell(3, 0).values = [['mine']];
    await workbook.context.sync();
  });
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect((await valuesOf(book, 'Export')).flat().filter((cell) => cell === 'mine')).toHaveLength(1);
  expect(await ours()).toEqual(before);
});

test('a column of locks that was deleted comes back filled, though Excel goes away right after it was made again', async () => {
  const { store } = await applied('table', 'first');
  await store.run(keep);
  const put = (word: string) =>
    act(book, ({ tables }) => {
      tables.getItem('Deals').columns.getItem('Lock').getDataBodyRange().getCell(2, 0).values = [[word]];
    });
  await put('Keep here');
  const locks = await byAccount(book, 'Lock');
  await store.run(changeSettings, { territories: 2, seed: 5 });
  await store.run(design);
  await store.run(apply);
  await act(book, ({ tables }) => {
    tables.getItem('Deals').columns.getItem('Lock').delete();
  });
  let isMade = false;
  beforeRequest(book, (text) => {
    if (isMade || !text.includes('"Lock"') || !text.includes('"Resize"')) return Promise.resolve();
    isMade = true;
    const { faults, statistics } = book.host;
    faults.at(statistics.requests + 2, 'gone');
    return Promise.resolve();
  });
  expect(await withFault(book, Infinity, 'gone', () => store.run(revert))).toBe('silent');
  expect(isMade).toBe(true);
  expect((await pane()).state.pending.state).toBe('rolledBack');
  expect(await byAccount(book, 'Lock')).toEqual(locks);
});
