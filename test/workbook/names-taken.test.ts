import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { stateByAccount } from '../support/hands';
import { difference, isSame } from '../support/faults';
import { pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

type Deed = (context: Excel.RequestContext, listTable: Excel.Table) => Promise<void>;

/** What users do to names after a second Apply, so that something else has a name that kept formulas speak of. */
const DEEDS: Readonly<Record<string, Deed>> = {
  'our sheet is renamed, and another gets its name': (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('Balance').name = 'Balance v1';
    worksheets.add('Balance').getRange('A1').values = [['mine']];
    return context.sync();
  },
  'two of our sheets trade names': async (context) => {
    const { worksheets } = context.workbook;
    worksheets.getItem('Balance').name = 'x';
    await context.sync();
    worksheets.getItem('Territory Plan').name = 'Balance';
    await context.sync();
    worksheets.getItem('x').name = 'Territory Plan';
    await context.sync();
  },
  'the list’s table is renamed, and another gets its name': async (context, list) => {
    list.load('name');
    await context.sync();
    const { name } = list;
    list.name = `${name}Old`;
    const sheet = context.workbook.worksheets.add('Side');
    sheet.getRange('A1:B2').values = [
      ['p', 'q'],
      [1, 2],
    ];
    sheet.tables.add('A1:B2', true).name = name;
    await context.sync();
  },
  'a column of theirs is renamed, and another gets its name': async (context, list) => {
    list.columns.getItem('Owner').name = 'Rep';
    await context.sync();
    list.columns.getItem('Churn Risk').name = 'Owner';
    await context.sync();
  },
  'a column of ours gets the old name of one of theirs': async (context, list) => {
    list.columns.getItem('Owner').name = 'Rep';
    await context.sync();
    list.columns.getItem('Reason').name = 'Owner';
    await context.sync();
  },
  'two columns of ours trade names': async (context, list) => {
    list.columns.getItem('Reason').name = 'x';
    await context.sync();
    list.columns.getItem('Lock').name = 'Reason';
    await context.sync();
    list.columns.getItem('x').name = 'Lock';
    await context.sync();
  },
};

/** A kept plan, perhaps a second one applied over it, then a deed. */
async function meddled(deed: Deed, again: boolean) {
  book = await openList('table');
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await store.run(changeSettings, { territories: 2, seed: 5 });
  if (again) {
    await store.run(design);
    await store.run(apply);
    expect(store.state.pending.state).toBe('applied');
  }
  await book.run(async (context) => {
    const { tables } = context.workbook.worksheets.getItem('Export');
    tables.load('items/name');
    await context.sync();
    await deed(context, context.workbook.tables.getItem(tables.items[0]?.name ?? ''));
  });
  return store;
}

test.each(Object.entries(DEEDS))('%s: Revert gives all back, and names stay as they are', async (_, deed) => {
  await meddled(deed, false);
  const wanted = await stateByAccount(book, []);
  book.dispose();
  const store = await meddled(deed, true);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.pending.state).toBe('none');
  expect(store.state.news).not.toMatch(/Excel answered|not every cell/);
  const is = await stateByAccount(book, []);
  if (!isSame(is, wanted)) expect(difference(is, wanted, wanted)).toBe('as it was');
});
