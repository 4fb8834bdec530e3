import { compareExport } from '../../../src/app/actions/compare-export';
import { lookAgain } from '../../../src/app/actions/look-again';
import { takeExport } from '../../../src/app/actions/take-export';
import type { YearView } from '../../../src/app/pages/year/view';
import type { Store } from '../../../src/app/store';
import { tableIn } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import {
  byAccount,
  insertColumn,
  LIST_HEADERS,
  listRows,
  openList,
  OUR_HEADERS,
  sortList,
} from '../../support/meddle';
import { newAccount, newExport } from '../../support/new-export';
import type { OpenWorkbook } from '../../support/office';
import { yearView } from '../../support/year';
import { act, keptPane, sheetNames } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

async function compared(store: Store): Promise<YearView['refresh']> {
  await store.run(lookAgain);
  await store.run(compareExport, 'december');
  expect(store.state.trouble).toBeUndefined();
  return yearView(store).refresh;
}

test('cells go to their account by id, accounts come, and all that is ours stays with its account', async () => {
  book = await openList('table');
  const store = await keptPane();
  const locks = { A004: 'Keep here' };
  const rows = await listRows(book);
  await act(book, (workbook) => {
    workbook.tables
      .getItem('Deals')
      .columns.getItem('Lock')
      .getDataBodyRange()
      .getCell(
        rows.findIndex((row) => row['Account ID'] === 'A004'),
        0,
      ).values = [['Keep here']];
  });
  const before = Object.fromEntries(
    await Promise.all(OUR_HEADERS.map(async (header) => [header, await byAccount(book, header)] as const)),
  );
  await newExport(
    book,
    (row) => {
      if (row['Account ID'] === 'A007') return undefined;
      if (row['Account ID'] === 'A003') return { ...row, Potential: 999, City: 'Tulsa', State: 'OK' };
      if (row['Account ID'] === 'A005') return { ...row, 'Account Name': '=Renamed & Sons', Owner: '' };
      return row;
    },
    { more: [newAccount('007'), newAccount('A901')] },
  );
  const found = await compared(store);
  expect(yearView(store).exports).toEqual(['December']);
  expect(found).toEqual({
    text: 'December: 4 cells differ in 23 accounts that both have; 2 accounts are new; 1 is missing from it.',
    columns: ['City: 1 cell', 'State: 1 cell', 'Potential: 1 cell', 'Account Name: 1 cell'].sort(
      (a, b) => found!.columns.indexOf(a) - found!.columns.indexOf(b),
    ),
    left: ['1 cell is blank in the export and filled in the list: what the list says stays.'],
    isNew: true,
  });
  await sortList(book);
  await store.run(takeExport);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.news).toBe(
    '4 cells changed, 2 accounts came; territories, locks and reasons stay where they are. The sheet Refresh lists what changed.',
  );
  const now = Object.fromEntries((await listRows(book)).map((row) => [String(row['Account ID']), row]));
  expect(Object.keys(now)).toHaveLength(26);
  expect(now['A003']).toMatchObject({ Potential: 999, City: 'Tulsa', State: 'OK' });
  expect(now['A005']).toMatchObject({ 'Account Name': '=Renamed & Sons', Owner: 'Cleo Park' });
  expect(now['A007']).toMatchObject({ 'Account Name': 'Account 7' });
  // Text that Excel would take for a number stays text.
  expect(now['007']).toMatchObject({
    ...newAccount('007'),
    Territory: '',
    'Accepted Territory': '',
    'Churn Risk': '',
  });
  expect(now['A901']).toMatchObject(newAccount('A901'));
  // Who owns them, and whether that is somebody else, is told of them as of all others.
  for (const header of ['Territory Owner', 'Moved?', 'Reason']) {
    const formulas = await book.run(async (context) => {
      const column = context.workbook.tables.getItem('Deals').columns.getItem(header).getDataBodyRange();
      column.load('formulas');
      await context.sync();
      return column.formulas.flat().map(String);
    });
    expect(formulas.filter((formula) => formula.startsWith('='))).toHaveLength(26);
  }
  for (const header of OUR_HEADERS)
    for (const [id, cell] of Object.entries(before[header] ?? {}))
      expect([header, id, now[id]?.[header]]).toEqual([header, id, cell]);
  expect(now['A004']?.['Lock']).toBe(locks.A004);
  expect(yearView(store).newAccounts).toBe('2 accounts have no territory yet.');
  expect(yearView(store).refresh).toBeUndefined();

  const sheet = await valuesOf(book, 'Refresh');
  expect(
    tableIn(sheet, 'Known by', 'Account').map((row) => [
      row['Known by'],
      row['Column'],
      row['Before'],
      row['From the export'],
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['A003', 'Potential', 100 + ((3 * 37) % 50), 999],
      ['A005', 'Account Name', 'Account 5', '=Renamed & Sons'],
    ]),
  );
  // Once more there is nothing to do.
  const again = await compared(store);
  expect(again).toMatchObject({ isNew: false, columns: [] });
  expect(again?.left[0]).toBe('Nothing differs from the list.');
  await store.run(takeExport);
  expect(store.state.news).toBe(
    'There is nothing to take over. 1 account of the list is not in the export and stays.',
  );
});

test('formulas, other kinds of cells, ids that stand twice and columns of its own are left, and said', async () => {
  book = await openList('table');
  await insertColumn(book, 'Churn Risk', 'Double');
  await act(book, (workbook) => {
    const body = workbook.tables.getItem('Deals').columns.getItem('Double').getDataBodyRange();
    body.formulas = Array.from({ length: 24 }, () => ['=[@Potential]*2']);
  });
  const store = await keptPane();
  const [twin] = (await listRows(book)).filter((row) => row['Account ID'] === 'A002');
  await newExport(
    book,
    (row) => ({
      ...row,
      Double: 5,
      'Account Name': row['Account ID'] === 'A008' ? '#VALUE!' : (row['Account Name'] ?? ''),
      Potential: row['Account ID'] === 'A006' ? 'n/a' : Number(row['Potential']) + 1,
      Phone: '555',
    }),
    { more: [{ ...twin, Potential: 1 }], headers: [...LIST_HEADERS, 'Double', 'Phone'] },
  );
  expect(await compared(store)).toMatchObject({
    text: 'December: 22 cells differ in 23 accounts that both have; no account is new; none is missing.',
    columns: ['Potential: 22 cells'],
    left: [
      '1 cell is an error in the export (#VALUE! and the like): nothing is taken over from it.',
      '1 cell is of another kind in the export, text instead of a number, say (the first: December!F20): nothing is taken over from it.',
      '1 id stands twice, in the list or in the export, and nobody knows whose these rows are: A002. They stay as they are.',
      'Formulas of the list stay: Double.',
      'Only in the export, and not taken over: Phone.',
    ],
  });
  await store.run(takeExport);
  expect(store.state.trouble).toBeUndefined();
  const now = Object.fromEntries((await listRows(book)).map((row) => [String(row['Account ID']), row]));
  expect(now['A002']?.['Potential']).toBe(twin?.['Potential']);
  expect(now['A008']).toMatchObject({ 'Account Name': 'Account 8', Potential: 100 + ((8 * 37) % 50) + 1 });
  expect(now['A006']?.['Potential']).toBe(100 + ((6 * 37) % 50));
  expect(now['A001']).toMatchObject({ Potential: 138, Double: 276 });
});

test('what was not shown is not taken over', async () => {
  book = await openList('table');
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, Potential: Number(row['Potential']) + 1 }));
  await compared(store);
  await act(book, (workbook) => {
    workbook.worksheets.getItem('December').getRange('F3').values = [[12_345]];
  });
  const before = await byAccount(book, 'Potential');
  await store.run(takeExport);
  expect(store.state.trouble).toBe(
    'The list or the export has changed since they were compared. Compare again, then take it over.',
  );
  expect(await byAccount(book, 'Potential')).toEqual(before);
  expect(await sheetNames(book)).not.toContain('Refresh');
});

test('another list is refused, and one that is not there', async () => {
  book = await openList('table');
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, 'Account ID': `X${row['Account ID']}` }));
  await store.run(lookAgain);
  await store.run(compareExport, 'December');
  expect(store.state.trouble).toBe(
    'None of the ids in December is in the list: it is another list, or its ids are of another kind.',
  );
  expect(yearView(store).refresh).toBeUndefined();
  await store.run(compareExport, 'January');
  expect(store.state.trouble).toBe('There is no list January beside the one that was planned.');
});

test('ids of an export that has lost its leading zeros, and of 18 characters for 15, are the same ids', async () => {
  book = await openList('table');
  const long = '0015e00000AH000AAD';
  const rows = await listRows(book);
  await act(book, (workbook) => {
    const ids = workbook.tables.getItem('Deals').columns.getItem('Account ID').getDataBodyRange();
    ids.numberFormat = rows.map(() => ['@']);
    ids.values = rows.map((_, r) => [r === 5 ? long.slice(0, 15) : `00${100 + r}`]);
  });
  const store = await keptPane();
  await newExport(book, (row) => {
    const id = String(row['Account ID']);
    return {
      ...row,
      'Account ID': id.length === 15 ? long : Number(id),
      Potential: Number(row['Potential']) + 1,
    };
  });
  expect(await compared(store)).toMatchObject({
    text: 'December: 24 cells differ in 24 accounts that both have; no account is new; none is missing.',
  });
  await store.run(takeExport);
  expect(store.state.trouble).toBeUndefined();
  const now = await listRows(book);
  expect(now.map((row) => row['Account ID'])).toEqual(
    rows.map((_, r) => (r === 5 ? long.slice(0, 15) : `00${100 + r}`)),
  );
  expect(now.map((row) => row['Potential'])).toEqual(rows.map((row) => Number(row['Potential']) + 1));
});
