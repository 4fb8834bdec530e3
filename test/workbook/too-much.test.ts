import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { revert } from '../../src/app/actions/revert';
import { difference, isSame, wholeState } from '../support/faults';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, keptPane } from '../support/pane';

// A checkpoint holds what a dozen accounts have but for their reasons.
jest.mock('../../src/workbook/journal', () => ({
  ...jest.requireActual<object>('../../src/workbook/journal'),
  MAX_KEPT_CHARACTERS: 2100,
}));

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

test('more than can be kept is refused before anything is written, and what is said of the way on is true', async () => {
  book = await openList('table', 12);
  const store = await keptPane();
  await store.run(changeSettings, { territories: 2, seed: 5 });
  await store.run(design);
  const before = await wholeState(book);
  await store.run(apply);
  expect(store.state.trouble).toBe(
    '108 cells would be overwritten, and what stands in them is more than Evenfield can keep for Revert. Save a copy of the workbook, delete the column Designed Reason from the list (it is written anew), and try again. Nothing was changed.',
  );
  const after = await wholeState(book);
  expect(isSame(after, before) || difference(after, before, before)).toBe(true);
  await act(book, ({ tables }) => {
    tables.getItem('Deals').columns.getItem('Designed Reason').delete();
  });
  await store.run(design);
  await store.run(apply);
  expect([store.state.trouble, store.state.pending.state]).toEqual([undefined, 'applied']);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
});
