import { compareExport } from '../../../src/app/actions/compare-export';
import { lookAgain } from '../../../src/app/actions/look-again';
import { takeExport } from '../../../src/app/actions/take-export';
import type { YearView } from '../../../src/app/pages/year/view';
import type { Store } from '../../../src/app/store';
import { LIST_HEADERS, listRows, openList } from '../../support/meddle';
import { addSheet, crmExport, newAccount, newExport, rowsAs } from '../../support/new-export';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { openDeals, yearView } from '../../support/year';
import { act, keptPane } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

async function go(store: Store, name = 'December'): Promise<Record<string, unknown>> {
  await store.run(lookAgain);
  const exports = yearView(store).exports;
  await store.run(compareExport, name);
  const compared = { trouble: store.state.trouble, exports, refresh: yearView(store).refresh };
  if (store.state.trouble !== undefined) return compared;
  await store.run(takeExport);
  return { ...compared, taken: store.state.trouble ?? store.state.news };
}
const table = async (): Promise<Record<string, Record<string, Cell>>> =>
  Object.fromEntries((await listRows(book)).map((row) => [String(row['Account ID']), row]));
const openOf = (headers: readonly Cell[], rows: readonly Cell[][]): Promise<OpenWorkbook> =>
  openDeals([headers, ...rows], { Notes: [['mine', '=1+1']] });
const usual = (i: number, id: Cell = `A${String(i).padStart(3, '0')}`): Cell[] => [
  id,
  `Account ${i}`,
  ['Denver', 'Boise', 'Austin', 'Boston'][i % 4]!,
  ['CO', 'ID', 'TX', 'MA'][i % 4]!,
  ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3]!,
  100 + ((i * 37) % 50),
  ['low', 'high'][i % 2]!,
];

const formulasOf = (header: string): Promise<unknown[]> =>
  book.run(async (context) => {
    const range = context.workbook.tables.getItem('Deals').columns.getItem(header).getDataBodyRange();
    range.load('formulas');
    await context.sync();
    return range.formulas.flat() as unknown[];
  });
const ids = async (): Promise<string[]> => (await listRows(book)).map((row) => String(row['Account ID']));
const left = (found: Record<string, unknown>): string =>
  ((found['refresh'] as YearView['refresh'])?.left ?? []).join(' ');

test('totals, remarks and repeated headers of a report are no new accounts', async () => {
  book = await openList('table');
  const store = await keptPane();
  const before = await ids();
  await addSheet(book, 'December', [
    ...rowsAs(await listRows(book), LIST_HEADERS),
    ['Grand Total', '', '', '', '', 9999],
    [],
    ['Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.'],
    ['Confidential Information - Do Not Distribute'],
  ]);
  await go(store);
  expect(await ids()).toEqual(before);
});

test('single formulas among values stay', async () => {
  book = await openList('table');
  await act(book, (workbook) => {
    workbook.tables.getItem('Deals').columns.getItem('Potential').getDataBodyRange().getCell(3, 0).formulas =
      [['=100+11']];
  });
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, Potential: 500 }));
  await go(store);
  expect((await formulasOf('Potential'))[3]).toBe('=100+11');
});

test('formulas of a column that is blank at first stay', async () => {
  book = await openOf(
    [...LIST_HEADERS, 'Weighted'],
    Array.from({ length: 70 }, (_, i) => [...usual(i), i < 55 ? '' : `=1+${i}`]),
  );
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, Weighted: 7 }), { headers: [...LIST_HEADERS, 'Weighted'] });
  await go(store);
  expect((await formulasOf('Weighted')).slice(55, 58)).toEqual(['=1+55', '=1+56', '=1+57']);
});

test('a column takes only from the column that is called like it', async () => {
  book = await openOf(
    ['Account ID', 'Account Name', 'City', 'State', 'Owner', 'Potential', 'Potential %'],
    Array.from({ length: 24 }, (_, i) => [...usual(i).slice(0, 6), 0.5]),
  );
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, Potential: 777 }), {
    headers: ['Account ID', 'Account Name', 'Potential'],
  });
  await go(store);
  expect((await table())['A003']).toMatchObject({ Potential: 777, 'Potential %': 0.5 });
});

test('of a header that stands twice in the export nothing is taken, or it is said', async () => {
  book = await openList('table');
  const store = await keptPane();
  const rows = await listRows(book);
  await addSheet(book, 'December', [
    ['Account ID', 'Account Name', 'Potential', 'City', 'Potential'],
    ...rows.map((row) => [row['Account ID']!, row['Account Name']!, 600, row['City']!, 5]),
  ]);
  const found = await go(store);
  expect((await table())['A003']?.['Potential']).not.toBe(5);
  expect(left(found)).not.toContain('Only in the export');
});

test('ids that lost their leading zeros are no other accounts', async () => {
  book = await openOf(
    LIST_HEADERS,
    Array.from({ length: 24 }, (_, i) => usual(i, i < 12 ? `000${100 + i}` : `${1000 + i}`)),
  );
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, 'Account ID': Number(row['Account ID']), Potential: 321 }));
  await go(store);
  expect(await ids()).toHaveLength(24);
});

test('rows of the export without an id are said', async () => {
  book = await openList('table');
  const store = await keptPane();
  await newExport(book, (row) => row, { more: [{ ...newAccount(''), 'Account Name': 'No Id Inc' }] });
  expect(left(await go(store))).not.toBe('Nothing differs from the list.');
});

test('an id that is an error does not stop the rest, nor is anybody said to sort', async () => {
  book = await openList('table');
  const store = await keptPane();
  const rows = await listRows(book);
  await addSheet(
    book,
    'December',
    rowsAs([...rows.map((row) => ({ ...row, Potential: 1 })), newAccount('#N/A')], LIST_HEADERS),
  );
  expect((await go(store))['taken']).toMatch(/^24 cells changed/);
});

test('text amounts and dates of new accounts are told like those of the others', async () => {
  book = await openList('table');
  const store = await keptPane();
  await newExport(book, (row) => row, { more: [{ ...newAccount('A901'), Potential: '$4,500' }] });
  expect(left(await go(store))).toContain('text');
  expect((await table())['A901']?.['Potential']).not.toBe('$4,500');
});

test('columns of ours are not only in the export', async () => {
  book = await openList('table');
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, Territory: 'Nowhere', Lock: 'x' }), {
    headers: [...LIST_HEADERS, 'Territory', 'Lock'],
  });
  expect(left(await go(store))).not.toContain('Only in the export');
});

test('TRUE as text is no number', async () => {
  book = await openOf(
    [...LIST_HEADERS, 'Active'],
    Array.from({ length: 24 }, (_, i) => [...usual(i), i % 2 === 0]),
  );
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, Active: String(row['Active']).toUpperCase() }), {
    headers: [...LIST_HEADERS, 'Active'],
  });
  expect(left(await go(store))).not.toContain('a number in the other');
});

test('of deals that were rolled up it is not said that their ids are not in the list', async () => {
  const headers = [
    'Deal Name',
    'Account Name',
    'Account ID',
    'City',
    'State',
    'Owner',
    'Amount',
    'Stage',
    'Close Date',
  ];
  const deals = Array.from({ length: 90 }, (_, i): Cell[] => [
    `Deal ${i}`,
    `Firm ${i % 30}`,
    `F${i % 30}`,
    ['Denver', 'Boise', 'Austin'][i % 3]!,
    ['CO', 'ID', 'TX'][i % 3]!,
    ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3]!,
    1000 + ((i * 137) % 900),
    'Proposal',
    46000 + i * 7,
  ]);
  book = await openWorkbook({ sheets: { Deals: [headers, ...deals] } });
  const store = await keptPane();
  await store.run(lookAgain);
  await store.run(compareExport, 'Deals');
  expect(store.state.trouble).not.toMatch(/^None of the ids in Deals is in the list/);
});

test('two tables of a sheet, a sheet and a table of one name: each can be chosen', async () => {
  book = await openList('table');
  const store = await keptPane();
  await newExport(book, (row) => ({ ...row, Potential: 1 }));
  await addSheet(
    book,
    'Other',
    rowsAs(
      (await listRows(book)).map((row) => ({ ...row, Potential: 2 })),
      LIST_HEADERS,
    ),
    'december',
  );
  await store.run(lookAgain);
  expect(yearView(store).exports).toEqual(['December', 'Other!A1']);
  await store.run(compareExport, 'Other!A1');
  await store.run(takeExport);
  expect((await table())['A003']?.['Potential']).toBe(2);
});

test('a total of the export does not come into the sum below the list', async () => {
  book = await openWorkbook({
    sheets: {
      Export: [
        LIST_HEADERS,
        ...Array.from({ length: 24 }, (_, i) => usual(i)),
        ['Total', '', '', '', '', '=SUM(F2:F25)', ''],
      ],
    },
  });
  const store = await keptPane();
  const rows = (await listRows(book)).filter((row) => row['Account ID'] !== 'Total');
  const sum = rows.reduce((all, row) => all + Number(row['Potential']), 0);
  await addSheet(
    book,
    'December',
    rowsAs([...rows, newAccount('A901'), { 'Account ID': 'Total', Potential: sum + 77 }], LIST_HEADERS),
  );
  await go(store);
  const totals = (await listRows(book)).filter((row) => row['Account ID'] === 'Total');
  expect(totals.map((row) => row['Potential'])).toEqual([sum + 77]);
});

test('merged cells beneath: what stands in the way is said', async () => {
  book = await openList('table');
  const store = await keptPane();
  const rows = await listRows(book);
  await act(book, (workbook) => {
    const at = workbook.worksheets.getItem('Export');
    at.getRange('A28').values = [['a note']];
    at.getRange('A28:AB28').merge();
  });
  await addSheet(book, 'December', rowsAs([...rows, newAccount('A901')], LIST_HEADERS));
  expect((await go(store))['taken']).not.toContain('InsertDeleteConflict');
});

test('an export with more columns and accounts than the list does not become the list', async () => {
  book = await openList('table');
  const store = await keptPane();
  const more = ['Billing Street', 'Billing Zip', 'ARR', 'Open Pipeline', 'Industry', 'Employees'];
  const rows = await listRows(book);
  const full = [...rows, ...Array.from({ length: 40 }, (_, i) => newAccount(`N${i}`))].map((row, i) => ({
    ...row,
    'Billing Street': `${i} Main St`,
    'Billing Zip': '80202',
    ARR: 10 + i,
    'Open Pipeline': 5 + i,
    Industry: 'Tech',
    Employees: 5,
  }));
  await addSheet(book, 'December', rowsAs(full, [...LIST_HEADERS, ...more]), 'CrmAccounts');
  await store.run(lookAgain);
  expect(store.state.understanding?.list.ref.table).toBe('Deals');
  expect(yearView(store).exports).toEqual(['CrmAccounts']);
});

test('the same beside a bare list', async () => {
  book = await openWorkbook({
    sheets: {
      Tabelle1: [
        ['Account ID', 'Firma', 'Ort', 'Umsatz'],
        ...Array.from({ length: 24 }, (_, i): Cell[] => [
          `001${i}`,
          `Firm ${i}`,
          ['Denver', 'Boise', 'Austin'][i % 3]!,
          100 + i,
        ]),
      ],
    },
  });
  const store = await keptPane();
  await addSheet(book, 'December', crmExport(60));
  await store.run(lookAgain);
  expect(store.state.understanding?.list.ref.sheet).toBe('Tabelle1');
  expect(yearView(store).closed).toBeUndefined();
});
