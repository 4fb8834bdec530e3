import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { open } from '../../src/app/actions/open';
import { revert } from '../../src/app/actions/revert';
import { picture } from '../support/job';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { appliedPane, pane } from '../support/pane';

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openList('table');
});
afterEach(() => {
  book.dispose();
});

const headerRow = (isOn: boolean, table = 'Deals') =>
  book.run(async (context) => {
    context.workbook.tables.getItem(table).showHeaders = isOn;
    await context.sync();
  });

const OFF = /^The header row of the table Deals is switched off.*Table Design, Header Row/;

test('the only list without its header row: a sentence says so, at each opening, and all is well when it is on again', async () => {
  await headerRow(false);
  const store = await pane();
  expect(store.state.trouble).toMatch(OFF);
  expect((await pane()).state.trouble).toMatch(OFF);
  await headerRow(true);
  await store.run(open);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.understanding).toBeDefined();
});

test('switched off after the design: Apply writes nothing', async () => {
  const store = await pane();
  await store.run(design);
  await headerRow(false);
  const before = await picture(book);
  await store.run(apply);
  expect(store.state.trouble).toMatch(OFF);
  expect(await picture(book)).toEqual(before);
});

test.each(['first', 'second'] as const)(
  'switched off after a %s Apply: Revert waits until it is on',
  async (time) => {
    let store = await appliedPane();
    if (time === 'second') {
      await store.run(keep);
      store = await appliedPane();
    }
    await headerRow(false);
    const before = await picture(book);
    await store.run(revert);
    expect(store.state.trouble).toMatch(OFF);
    expect(store.state.pending.state).toBe('applied');
    const again = await pane();
    expect(again.state.pending).toMatchObject({ state: 'applied' });
    expect(again.state.pending).not.toHaveProperty('isUndone');
    expect(await picture(book)).toEqual(before);
    await headerRow(true);
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toMatch(/^Everything/);
  },
);

test('another list can be designed meanwhile, and it is said which cannot be read; the plan stands where it stood', async () => {
  const store = await appliedPane();
  await store.run(keep);
  await book.run(async (context) => {
    const { worksheets } = context.workbook;
    const from = worksheets.getItem('Export').getRange('A1:G25');
    from.load('values');
    await context.sync();
    const sheet = worksheets.add('Second');
    const range = sheet.getRange('A1:G25');
    range.values = from.values;
    sheet.tables.add(range, true).name = 'Others';
    await context.sync();
  });
  await headerRow(false);
  const later = await pane();
  expect(later.state.trouble).toBeUndefined();
  expect(later.state.understanding?.list.ref.table).toBe('Others');
  expect(later.state.refused.some((text) => OFF.test(text))).toBe(true);
  await later.run(design);
  expect(later.state.designed).toBeDefined();
  // A workbook holds one plan, and its list cannot be looked at.
  await later.run(apply);
  expect(later.state.trouble).toMatch(OFF);
  expect(later.state.pending.state).toBe('none');
});
