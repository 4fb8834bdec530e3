import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { beforeRequest, byAccount, openList, sortList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

let book: OpenWorkbook;
let store: Store;
beforeEach(async () => {
  book = await openList('table');
  store = await pane();
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
});
afterEach(() => {
  book.dispose();
});

const column = (context: Excel.RequestContext, header: string) =>
  context.workbook.tables.getItem('Deals').columns.getItem(header).getDataBodyRange();

/** The rule of the Lock cell of each account. */
async function rules(): Promise<Record<string, unknown>> {
  const ids = Object.keys(await byAccount(book, 'Account ID'));
  return book.run(async (context) => {
    const cells = ids.map((_, r) => {
      const { dataValidation } = column(context, 'Lock').getCell(r, 0);
      dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
      return dataValidation;
    });
    await context.sync();
    return Object.fromEntries(
      ids.map((id, r) => {
        const { type, rule, prompt, errorAlert, ignoreBlanks } = cells[r]!;
        return [id, type === 'None' ? null : { rule, prompt, errorAlert, ignoreBlanks }];
      }),
    );
  });
}

test('rules that are not the same in all rows come back to their accounts, wherever these stand', async () => {
  await book.run(async (context) => {
    const cells = column(context, 'Lock');
    cells.getCell(2, 0).dataValidation.clear();
    for (const r of [4, 5]) {
      const { dataValidation } = cells.getCell(r, 0);
      dataValidation.clear();
      dataValidation.rule = { wholeNumber: { formula1: r, operator: 'GreaterThan' } };
    }
    await context.sync();
  });
  const before = await rules();
  expect(new Set(Object.values(before).map((rule) => JSON.stringify(rule))).size).toBe(4);
  await store.run(changeSettings, { territories: 2 });
  await store.run(design);
  await store.run(apply);
  await sortList(book);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(await rules()).toEqual(before);
});

test('a rule that the user had taken away is not there again after Revert', async () => {
  await book.run(async (context) => {
    column(context, 'Lock').dataValidation.clear();
    await context.sync();
  });
  await store.run(changeSettings, { territories: 2 });
  await store.run(design);
  await store.run(apply);
  await store.run(revert);
  expect(new Set(Object.values(await rules()))).toEqual(new Set([null]));
});

test('a cell that somebody changes under our hands while it is given back is told', async () => {
  await store.run(changeSettings, { territories: 2 });
  await store.run(design);
  await store.run(apply);
  let isDone = false;
  const before = await byAccount(book, 'Designed Territory');
  const [first = ''] = Object.keys(before);
  const { host } = book;
  beforeRequest(book, async () => {
    if (isDone) return;
    const sheet = host.book.sheetNamed('Export');
    // As soon as the last of our columns is as it was, somebody types into it.
    const cell = sheet?.cells.raw(1, 12);
    if (cell?.v === undefined || cell.v === before[first]) return;
    isDone = true;
    await host.userAction(() => {
      sheet?.cells.put(1, 12, { v: 'elsewhere', t: 1 });
    });
  });
  await store.run(revert);
  expect(isDone).toBe(true);
  expect(store.state.news).toMatch(
    /^The plan was taken back, but not every cell in Designed Territory is what it was/,
  );
});
