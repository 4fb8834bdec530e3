import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { revert } from '../../src/app/actions/revert';
import { withBlankRows } from '../../src/workbook/kept-list';
import type { RowKeys } from '../../src/plan/account-keys';
import { picture } from '../support/job';
import { openList } from '../support/meddle';
import { act, keptPane } from '../support/pane';

test.each([
  ['as many as there were: in their order', [1, 3], [2, -1, 0, -1], [2, 1, 0, 3]],
  ['more, or fewer: nobody knows which', [1], [2, -1, 0, 4], [2, -1, 0, 4]],
])('rows without an account, %s', (_, blank, then, all) => {
  const kept = { keys: ['a', '', 'b', '', 'c'] } as unknown as RowKeys;
  expect([...withBlankRows(kept, { then: Int32Array.from(then), blank })]).toEqual(all);
});

test('words in a row without an account stop no Apply, are nobody else’s, and come back with Revert', async () => {
  const book = await openList('table', 8);
  const store = await keptPane();
  await act(book, ({ tables }) => {
    const table = tables.getItem('Deals');
    for (const row of [2, 5]) table.getDataBodyRange().getRow(row).clear('Contents');
    table.columns.getItem('Designed Reason').getDataBodyRange().getCell(2, 0).values = [['mine']];
  });
  await store.run(changeSettings, { territories: 2, seed: 4 });
  await store.run(design);
  const { Export: before } = await picture(book);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect((await picture(book))['Export']).toEqual(before);
  book.dispose();
});
