import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import {
  byAccount,
  insertAccount,
  insertColumn,
  listRows,
  LIST_HEADERS,
  openList,
  sortList,
} from '../../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../../support/office';
import { act, appliedPane, keptPane, pane } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** A fresh export comes over the user's columns, in the opposite order: ours stay where they are. */
async function pasteReversed(): Promise<number> {
  const before = await byAccount(book, 'Designed Territory');
  const rows = (await listRows(book)).map((row) => LIST_HEADERS.map((header) => row[header] ?? ''));
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Export').getRange(`A2:G${rows.length + 1}`).values = [...rows].reverse();
  });
  const after = await byAccount(book, 'Designed Territory');
  return Object.entries(before).filter(([id, name]) => after[id] !== name).length;
}

const KEPT =
  'Put the rows back, or look through locks and reasons, which stand beside the same rows, and design again.';

describe('a list that was pasted over while no pane was open is told of', () => {
  test('after Keep, at the next look and at each one until it is put right', async () => {
    book = await openList('table');
    await keptPane();
    const count = await pasteReversed();
    expect(count).toBeGreaterThan(9);
    const store = await pane();
    const said = `${count} accounts do not stand beside the territory that the plan gave them: perhaps the list was pasted over, or sorted without all of its columns. ${KEPT}`;
    expect(store.state.refused).toEqual([said]);
    await store.run(lookAgain);
    expect(store.state.refused).toEqual([said]);
    await pasteReversed();
    await store.run(lookAgain);
    expect(store.state.refused).toEqual([]);
  });

  test('until the next plan is applied, and no longer', async () => {
    book = await openList('table');
    await keptPane();
    await pasteReversed();
    const store = await pane();
    await store.run(design);
    expect(store.state.refused).toHaveLength(1);
    await store.run(apply);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.refused).toEqual([]);
    await store.run(lookAgain);
    expect(store.state.refused).toEqual([]);
  });

  test('between Apply and Keep, and Keep does not say that all is well', async () => {
    book = await openList('table');
    await appliedPane();
    const count = await pasteReversed();
    const store = await pane();
    expect(store.state.refused).toEqual([
      expect.stringMatching(new RegExp(`^${count} accounts do not stand .* Revert takes the plan back\\.$`)),
    ]);
    await store.run(keep);
    expect(store.state.news).toContain(
      `The plan is kept as it stands, but ${count} accounts do not stand beside the territory`,
    );
  });

  test('a list of formulas whose source was sorted', async () => {
    const raw = Array.from({ length: 16 }, (_, i): Cell[] => [
      `A${String(i).padStart(3, '0')}`,
      `Account ${i}`,
      ['Denver', 'Boise', 'Austin', 'Boston'][i % 4] ?? '',
      ['CO', 'ID', 'TX', 'MA'][i % 4] ?? '',
      ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3] ?? '',
      100 + ((i * 37) % 50),
    ]);
    const head = LIST_HEADERS.slice(0, 6);
    const list = raw.map((row, r) => row.map((_, c) => `=Raw!${'ABCDEF'[c] ?? ''}${r + 2}`));
    book = await openWorkbook({ sheets: { Export: [head, ...list], Raw: [head, ...raw] } });
    await act(book, ({ worksheets, tables }) => {
      tables.add(worksheets.getItem('Export').getUsedRange(), true).name = 'Deals';
    });
    await keptPane();
    const before = await byAccount(book, 'Designed Territory');
    await act(book, ({ worksheets }) => {
      worksheets.getItem('Raw').getRange('A2:F17').values = [...raw].reverse();
    });
    const after = await byAccount(book, 'Designed Territory');
    const count = Object.entries(before).filter(([id, name]) => after[id] !== name).length;
    expect(count).toBeGreaterThan(5);
    expect((await pane()).state.refused).toEqual([
      expect.stringMatching(new RegExp(`^${count} accounts do not stand`)),
    ]);
  });
});

describe('what users do to a list is no such thing', () => {
  const ids = (cellOf: (r: number, id: Cell) => Cell) => async () => {
    const rows = await listRows(book);
    await act(book, ({ tables }) => {
      tables.getItem('Deals').columns.getItem('Account ID').getDataBodyRange().values = rows.map((row, r) => [
        cellOf(r, row['Account ID'] ?? ''),
      ]);
    });
  };
  test.each<[string, () => Promise<unknown>]>([
    ['sorted', () => sortList(book)],
    ['with a new account', () => insertAccount(book, 3, 'N1')],
    ['with one more column', () => insertColumn(book, 'City', 'Mine')],
    [
      'sorted and numbered anew',
      async () => {
        await sortList(book);
        await ids((r) => `A${String(r).padStart(3, '0')}`)();
      },
    ],
    ['with other ids', ids((_, id) => `X-${String(id)}`)],
    [
      'with accounts moved by hand',
      () =>
        act(book, ({ tables }) => {
          const body = tables.getItem('Deals').columns.getItem('Territory').getDataBodyRange();
          body.getCell(0, 0).values = [['T01']];
          body.getCell(5, 0).values = [['T02']];
        }),
    ],
    [
      'with corrected names',
      () =>
        act(book, ({ worksheets }) => {
          worksheets.getItem('Export').getRange('B2:B9').values = Array.from({ length: 8 }, (_, r) => [
            `Better ${r}`,
          ]);
        }),
    ],
  ])('a list %s', async (_, deed) => {
    book = await openList('table');
    await keptPane();
    await deed();
    expect((await pane()).state.refused).toEqual([]);
  });
});
