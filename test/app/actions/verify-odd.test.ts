import { apply } from '../../../src/app/actions/apply';
import { changeSettings } from '../../../src/app/actions/change-settings';
import { design } from '../../../src/app/actions/design';
import { keep } from '../../../src/app/actions/keep';
import { verify } from '../../../src/app/actions/verify';
import type { Store } from '../../../src/app/store';
import { LIST_HEADERS, openList } from '../../support/meddle';
import { addSheet, crmExport } from '../../support/new-export';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { act, keptPane, pane } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});
const SAME = /all 24 accounts stand where it was designed/;
async function said(store: Store): Promise<string | undefined> {
  await store.run(verify);
  return store.state.trouble ?? store.state.news;
}
const P = [
  ['Denver', 'CO'],
  ['Boise', 'ID'],
  ['Austin', 'TX'],
  ['Boston', 'MA'],
] as const;
const rows = Array.from({ length: 24 }, (_, i): Cell[] => [
  `A${String(i).padStart(3, '0')}`,
  `Account ${i}`,
  ...P[i % 4]!,
  ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3]!,
  100 + ((i * 37) % 50),
  'low',
]);

test('a plain range with a remark below: nothing has changed since the design', async () => {
  book = await openWorkbook({ sheets: { Export: [LIST_HEADERS, ...rows, [], [], ['Source: CRM']] } });
  expect(await said(await keptPane())).toMatch(SAME);
});
test('a plain range with a total below', async () => {
  book = await openWorkbook({
    sheets: { Export: [LIST_HEADERS, ...rows, ['Total', '', '', '', '', '=SUM(F2:F25)', '']] },
  });
  expect(await said(await keptPane())).toMatch(SAME);
});
test('rows that are hidden by now: that is what changed, no other plan', async () => {
  book = await openList('table');
  const store = await pane();
  await store.run(changeSettings, { includeHiddenRows: false });
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await act(book, (workbook) => {
    workbook.worksheets.getItem('Export').getRange('5:9').rowHidden = true;
  });
  expect(await said(store)).not.toContain('over the same cells');
});
test('without the column Designed Territory something is said', async () => {
  book = await openList('table');
  const store = await keptPane();
  await act(book, (workbook) => {
    workbook.tables.getItem('Deals').columns.getItem('Designed Territory').delete();
  });
  expect(await said(store)).toBeDefined();
});
test('a column of the team list that nothing is read from does not matter', async () => {
  book = await openWorkbook({
    sheets: {
      Export: [LIST_HEADERS, ...rows],
      Reps: [
        ['Rep ID', 'Name'],
        ['R1', 'Ana Ruiz'],
        ['R2', 'Ben Ito'],
        ['R3', 'Cleo Park'],
      ],
    },
  });
  const store = await keptPane();
  await act(book, (workbook) => {
    workbook.worksheets.getItem('Reps').getRange('C1:C2').values = [['Phone'], ['555']];
  });
  expect(await said(store)).toMatch(SAME);
});
test('another list that reads better came into the workbook', async () => {
  book = await openWorkbook({
    sheets: { Tabelle1: [['Firma', 'Ort', 'Umsatz'], ...rows.map((row) => [row[1]!, row[2]!, row[5]!])] },
  });
  const store = await keptPane();
  await addSheet(book, 'Accounts', crmExport(200), 'CrmAccounts');
  expect(await said(store)).toMatch(SAME);
});
