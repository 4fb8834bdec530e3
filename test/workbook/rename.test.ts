import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { open } from '../../src/app/actions/open';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { carryOut, clock, differences, openSample, valuesOf } from '../support/job';
import type { OpenWorkbook } from '../support/office';
import { closedPane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** The cell of a territory's name in the list on the sheet Territory Plan. */
async function nameInList(row: number, name: string): Promise<void> {
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('EfTerritories').getDataBodyRange();
    body.getCell(row, 0).values = [[name]];
    await context.sync();
  });
}

async function column(header: string): Promise<unknown[]> {
  const [headers, ...rows] = await valuesOf(book, 'Accounts');
  const at = (headers ?? []).indexOf(header);
  return rows.map((row) => row[at]);
}

test('a territory renamed in the list is renamed in the accounts, and keeps its name in the next design', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  const { designed } = await carryOut();
  await new OfficeWorkbook(clock).keep();
  const before = await column('Territory');
  const [first] = designed.plan.territories;
  await nameInList(0, 'Mile High');
  const store = closedPane();
  await store.run(open);
  expect(store.state.news).toBe('1 territory was renamed; the accounts follow.');
  const renamed = before.map((name) => (name === first?.name ? 'Mile High' : name));
  expect(await column('Territory')).toEqual(renamed);
  expect(await column('Designed Territory')).toEqual(renamed);
  expect((await differences(book)).every((difference) => difference === 0)).toBe(true);
  await store.run(design);
  await store.run(apply);
  expect(await column('Territory')).toContain('Mile High');
  expect(await column('Territory')).not.toContain(first?.name);
});

test('names may be swapped', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  const { designed } = await carryOut();
  await new OfficeWorkbook(clock).keep();
  const [a, b] = designed.plan.territories.map(({ name }) => name);
  if (a === undefined || b === undefined) throw new Error('There are three territories.');
  const before = await column('Territory');
  await nameInList(0, b);
  await nameInList(1, a);
  await closedPane().run(open);
  expect(await column('Territory')).toEqual(before.map((name) => (name === a ? b : name === b ? a : name)));
});

test('one name for two territories is refused, with what to do, and nothing is changed', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  const { designed } = await carryOut();
  await new OfficeWorkbook(clock).keep();
  const before = await column('Territory');
  const name = designed.plan.territories[1]?.name ?? '';
  await nameInList(0, name);
  const store = closedPane();
  await store.run(open);
  expect(store.state.refused).toEqual([
    `Two territories are called ${name} in the list on the sheet Territory Plan. Give each its own name.`,
  ]);
  expect(store.state.understanding).toBeDefined();
  expect(await column('Territory')).toEqual(before);
});

test('a Territory cell in which the user has put a formula goes on being one', async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  const { designed } = await carryOut();
  await new OfficeWorkbook(clock).keep();
  const name = designed.plan.territories[0]?.name ?? '';
  await book.run(async (context) => {
    const { columns } = context.workbook.tables.getItem('Accounts');
    const cells = columns.getItem('Territory').getDataBodyRange();
    cells.getCell(0, 0).values = [[name]];
    cells.getCell(1, 0).formulas = [['=UPPER("west")']];
    await context.sync();
  });
  await nameInList(0, 'Mile High');
  await closedPane().run(open);
  expect((await column('Territory')).slice(0, 2)).toEqual(['Mile High', 'WEST']);
});
