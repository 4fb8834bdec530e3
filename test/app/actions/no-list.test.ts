import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { insertSample } from '../../../src/app/actions/insert-sample';
import { keep } from '../../../src/app/actions/keep';
import { tryAgain } from '../../../src/app/actions/try-again';
import { useSelection } from '../../../src/app/actions/use-selection';
import { OfficeWorkbook } from '../../../src/workbook/office-workbook';
import { clock } from '../../support/job';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { act, pane } from '../../support/pane';

/* A workbook without a list is no dead end. */

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const TEAM: readonly (readonly Cell[])[] = [
  ['Rep Name', 'Email', 'Role', 'OTE'],
  ...['Ada Quill', 'Ben Marsh', 'Cy Dorn'].map((name) => [name, 'a@example.com', 'AE', 100_000]),
];
/** Remarks, and from B4 on a list. */
const MIXED: readonly (readonly Cell[])[] = [
  ['Forecast, not for planning', '', '', ''],
  ['', '', '', ''],
  ['', '', '', ''],
  ['', 'Customer', 'City', 'State'],
  ...Array.from({ length: 8 }, (_, i) => [
    '',
    `Larkfield ${i}`,
    i % 2 === 0 ? 'Austin' : 'Boston',
    i % 2 === 0 ? 'TX' : 'MA',
  ]),
];
const select = (sheet: string, address: string) =>
  act(book, ({ worksheets }) => {
    const there = worksheets.getItem(sheet);
    there.activate();
    there.getRange(address).select();
  });

test('where nothing is a list, a range can be used, sample data inserted, or looked again', async () => {
  book = await openWorkbook({ sheets: { Team: TEAM } });
  const store = await pane();
  expect(store.state.isListless).toBe(true);
  expect(store.state.trouble).toMatch(/^Team is a list of people of the team/);
  expect([useSelection, insertSample, tryAgain].map((action) => store.can(action))).toEqual([
    true,
    true,
    true,
  ]);
  await store.run(insertSample);
  expect(store.state).toMatchObject({ isListless: false, trouble: undefined });
  expect(store.state.understanding?.list.accounts.count).toBe(2500);
});

test('what was chosen as the list and cannot be planned gives way to sample data', async () => {
  book = await openWorkbook({ sheets: { Team: TEAM, Blank: [['Account Name', 'City', 'State']] } });
  await act(book, ({ worksheets }) => {
    const blank = worksheets.getItem('Blank');
    blank.tables.add(blank.getRange('A1:C3'), true).name = 'Chosen';
  });
  await new OfficeWorkbook(clock).save('settings', {
    schema: 2,
    since: null,
    said: { accounts: { sheet: 'Blank', table: 'Chosen' } },
    taken: {},
  });
  const store = await pane();
  expect(store.state.isListless).toBe(true);
  await store.run(insertSample);
  expect(store.state).toMatchObject({ isListless: false, trouble: undefined });
  expect(store.state.understanding?.settings.accounts).toBeUndefined();
  expect(store.state.understanding?.list.accounts.count).toBe(2500);
});

test('the selected range is the list, is planned where it stands, and stays it', async () => {
  book = await openWorkbook({ sheets: { Team: TEAM, Notes: MIXED } });
  const store = await pane();
  await select('Notes', 'B4:D10');
  await store.run(useSelection);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.understanding?.list.ref).toMatchObject({ headerRow: 4, firstColumn: 2, rowCount: 6 });
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  expect(store.state.trouble).toBeUndefined();
  const { list } = store.state.understanding ?? {};
  expect(list?.accounts.count).toBe(6);
  expect(list?.ref.table).toBeDefined();
});

test('what is no range with headers and rows is refused in words', async () => {
  book = await openWorkbook({ sheets: { Team: TEAM } });
  const store = await pane();
  await select('Team', 'A1');
  await store.run(useSelection);
  expect(store.state.trouble).toBe(
    'Select one block of cells with a row of headers and the rows below it, then use it.',
  );
  expect(store.can(useSelection)).toBe(true);
});

test('a range that holds no customers is refused, and forgotten by looking again', async () => {
  const goals = [
    ['Name', 'Goal Owner', 'Target', 'Fiscal Period', 'Fiscal Year', 'Goal Metric'],
    ...Array.from({ length: 6 }, (_, i) => [`Goal ${i}`, 'Ada Quill', 1000, 'Quarter 1', 'FY26', 'Revenue']),
  ];
  book = await openWorkbook({
    sheets: { Accounts: MIXED.slice(3).map((row) => row.slice(1)), Goals: goals },
  });
  const store = await pane();
  expect(store.state.understanding?.list.ref.sheet).toBe('Accounts');
  await select('Goals', 'A1:F7');
  await store.run(useSelection);
  expect(store.state).toMatchObject({ isListless: true, understanding: undefined });
  expect(store.state.trouble).toMatch(/^Goals is a list of quotas or goals/);
  await store.run(tryAgain);
  expect(store.state.isListless).toBe(false);
  expect(store.state.understanding?.list.ref.sheet).toBe('Accounts');
});
