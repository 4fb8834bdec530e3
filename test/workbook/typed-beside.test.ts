import { revert } from '../../src/app/actions/revert';
import { MAIN_LAYER } from '../../src/plan/layer';
import type { Understanding } from '../../src/app/understanding/understand';
import { editOrder } from '../../src/app/edit-order';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { clock } from '../support/job';
import { letsGo, requestsOf } from '../support/faults';
import { handAt } from '../support/hands';
import { byAccount, openList } from '../support/meddle';
import type { Cell, OpenWorkbook } from '../support/office';
import { act, appliedPane, keptPane, sheetNames } from '../support/pane';

let book: OpenWorkbook;
let isOpen = false;
const close = () => {
  if (isOpen) book.dispose();
  isOpen = false;
};
afterEach(close);

test('a lock that somebody else types while another account is edited is there afterwards, whenever it was typed', async () => {
  const opened = async () => {
    close();
    book = await openList('table', 8);
    isOpen = true;
    const { understanding } = (await keptPane()).state;
    expect(understanding?.settings).toBeDefined();
    const order = editOrder(understanding as Understanding, 'lock', (account) =>
      account === 0 ? 'Keep here' : undefined,
    );
    expect(order.layer).toBe(MAIN_LAYER);
    return () => new OfficeWorkbook(clock).edit(order);
  };
  const first = await opened();
  const requests = await requestsOf(book, first);
  expect(requests.length).toBeGreaterThan(10);
  for (const n of requests.filter((_, i) => i % 4 === requests.length % 4 || i > requests.length - 8)) {
    const edit = await opened();
    const stop = handAt(book, n, () =>
      act(book, ({ tables }) => {
        tables.getItem('Deals').columns.getItem('Lock').getDataBodyRange().getCell(4, 0).values = [
          ['Anyone'],
        ];
      }),
    );
    await edit();
    expect([n, stop()]).toEqual([n, true]);
    const locks = await byAccount(book, 'Lock');
    expect([n, locks['A000'], locks['A004']]).toEqual([n, 'Keep here', 'Anyone']);
  }
}, 600_000);

test('a remark that somebody else types on a sheet that goes with Revert stays, whenever it was typed', async () => {
  const opened = async () => {
    close();
    book = await openList('table', 8);
    isOpen = true;
    return appliedPane();
  };
  const first = await opened();
  const all = await requestsOf(
    book,
    () => first.run(revert),
    (text) => !letsGo(text),
  );
  const going = all.filter((n) => n % 17 === 0 || n > all.length - 16);
  for (const n of going) {
    const store = await opened();
    let isThere = false;
    const stop = handAt(book, n, async () => {
      isThere = (await sheetNames(book)).includes('Balance');
      if (isThere)
        await act(book, ({ worksheets }) => {
          worksheets.getItem('Balance').getRange('Z3').values = [['mine']];
        });
    });
    await store.run(revert);
    expect([n, stop()]).toEqual([n, true]);
    expect([n, store.state.trouble]).toEqual([n, undefined]);
    if (!isThere) continue;
    const cell = await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Balance');
      sheet.load('name');
      await context.sync();
      if (sheet.isNullObject) return undefined;
      const range = sheet.getRange('Z3');
      range.load('values');
      await context.sync();
      return (range.values as Cell[][])[0]?.[0];
    });
    expect([n, cell, store.state.news]).toEqual([
      n,
      'mine',
      expect.stringContaining('The sheet Balance holds cells of yours: it stays with them.'),
    ]);
  }
}, 600_000);
