import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { stateByAccount } from '../support/hands';
import { clock } from '../support/job';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, pane } from '../support/pane';

const OURS = 'Potential (read)';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** What stands in the first cell of Potential. */
const potential = (value: string | number) =>
  act(book, ({ worksheets }) => {
    worksheets.getItem('Export').getRange('F2').values = [[value]];
  });

async function applied(store: Store): Promise<void> {
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.pending.state).toBe('applied');
}

const headers = () =>
  book.run(async (context) => {
    const row = context.workbook.tables.getItem('Deals').getHeaderRowRange();
    row.load('values');
    await context.sync();
    return (row.values[0] ?? []).map(String);
  });

const main = async () => (await new OfficeWorkbook(clock).owned())?.layers['main'];

test('a column for what was read that a later plan does not need stays ours, and the next one takes it again', async () => {
  book = await openList('table');
  await potential("'$1,500.00 ");
  const store = await pane();
  await applied(store);
  await store.run(keep);
  const standing = await headers();
  expect(standing.at(-1)).toBe(OURS);

  await potential(150);
  await store.run(changeSettings, { territories: 2, seed: 5 });
  const before = await stateByAccount(book, []);
  await applied(store);
  expect(await headers()).toEqual(standing);
  expect(await main()).toMatchObject({
    columns: { 'read:potential': OURS },
    unused: ['read:potential'],
  });
  // Nobody takes it for a column of the user's.
  expect(store.state.understanding?.list.source.headers).not.toContain(OURS);
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect(await stateByAccount(book, [])).toEqual(before);

  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await potential("'$1,700.00 ");
  await store.run(changeSettings, { territories: 2, seed: 7 });
  await applied(store);
  expect(await headers()).toEqual(standing);
  expect(await main()).not.toHaveProperty('unused');
});
