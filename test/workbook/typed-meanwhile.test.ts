import type { Action } from '../../src/app/action';
import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import { writeSheet } from '../../src/app/actions/write-sheet';
import type { Store } from '../../src/app/store';
import { requestsOf } from '../support/faults';
import { handAt } from '../support/hands';
import { byAccount, openList } from '../support/meddle';
import type { Cell, OpenWorkbook } from '../support/office';
import { act, calculationMode, designAsSet, panesByTheMinute, sheetNames } from '../support/pane';

/** A hand at every k-th request, at all of them with `HANDS=1`; another part of them in each case. */
const STRIDE = Number(process.env['HANDS'] ?? 151);

let book: OpenWorkbook;
let paneOf: () => Promise<Store>;
let isOpen = false;
const close = () => {
  if (isOpen) book.dispose();
  isOpen = false;
};
afterEach(close);

const WORD = 'CO1';
const put = (sheet: string, cell: string, row?: string) =>
  act(book, ({ worksheets }) => {
    const on = worksheets.getItem(sheet);
    if (row !== undefined) on.getRange(row).insert('Down');
    on.getRange(cell).values = [[WORD]];
  });
const putIn = (table: string, column: string) =>
  act(book, ({ tables }) => {
    tables.getItem(table).columns.getItem(column).getDataBodyRange().getCell(1, 0).values = [[WORD]];
  });

/** What somebody else types on our sheets while we write. */
const DEEDS: Readonly<Record<string, () => Promise<void>>> = {
  'types a comment on Compare': () => putIn('EfCompareMoves', 'Comment'),
  'types a lock': () => putIn('Deals', 'Lock'),
  'puts a row with a remark above all on Balance': () => put('Balance', 'A1', '1:1'),
  'puts a row with a remark into Territory Plan': () => put('Territory Plan', 'A5', '5:5'),
  'types a remark beside Balance': () => put('Balance', 'Z3'),
};

async function opened(action: Action): Promise<Store> {
  close();
  book = await openList('table', 12);
  isOpen = true;
  paneOf = panesByTheMinute();
  let store = await paneOf();
  await store.run(changeSettings, { territories: 2 });
  // As set, so that both plans move the same accounts: the words stand beside one of them.
  await designAsSet(store);
  for (const one of [apply, keep]) await store.run(one);
  await store.run(writeSheet, 'compare');
  store = await paneOf();
  await store.run(changeSettings, { territories: 3 });
  await store.run(design);
  if (action === revert) await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  return store;
}

const NAMES = ['EfBalance', 'EfTerritories', 'EfCompareMoves'];
const shape = () =>
  book.run(async (context) => {
    const rows = NAMES.map((name) => {
      const table = context.workbook.tables.getItem(name).getRange();
      table.load('rowCount,columnCount');
      const header = table.getRow(0);
      header.load('values');
      return { table, header };
    });
    await context.sync();
    return rows.map(({ table, header }) => [table.rowCount, header.values]);
  });

/** Every cell that says what somebody else typed. */
async function words(): Promise<string[]> {
  const names = (await sheetNames(book)).filter((name) => !name.startsWith('Ef'));
  return book.run(async (context) => {
    const used = names.map((name) => {
      const range = context.workbook.worksheets.getItem(name).getUsedRange(true);
      range.load('values');
      return { name, range };
    });
    await context.sync();
    return used.flatMap(({ name, range }) =>
      (range.values as Cell[][]).flat().flatMap((cell) => (cell === WORD ? [name] : [])),
    );
  });
}

const cases = [apply, revert].flatMap((action, a) =>
  Object.entries(DEEDS).map(([name, deed], d) => [action.name, name, action, deed, 7 * a + 5 * d] as const),
);

test.each(cases)(
  '%s while somebody else %s: it is there afterwards, and all else is the old or the new',
  async (_, __, action, deed, c) => {
    const first = await opened(action);
    const before = await byAccount(book, 'Territory');
    const shapeBefore = await shape();
    const requests = await requestsOf(book, () => first.run(action));
    const after = await byAccount(book, 'Territory');
    const shapeAfter = await shape();
    for (const n of requests.filter((i) => i % STRIDE === (11 * c) % STRIDE)) {
      const store = await opened(action);
      const stop = handAt(book, n, deed);
      await store.run(action);
      expect([n, stop()]).toEqual([n, true]);
      const { trouble, pending, news } = store.state;
      expect([n, trouble]).toEqual([
        n,
        trouble === undefined ? undefined : expect.not.stringMatching(/Excel answered|went wrong inside/),
      ]);
      expect([n, pending.state]).not.toEqual([n, 'broken']);
      expect([n, trouble, news, (await words()).length]).toEqual([n, trouble, news, 1]);
      const isOld = (trouble === undefined) === (action === revert);
      expect([n, trouble, await byAccount(book, 'Territory')]).toEqual([
        n,
        trouble,
        isOld ? before0(action, before, after) : after0(action, before, after),
      ]);
      expect([n, trouble, await shape()]).toEqual([
        n,
        trouble,
        isOld ? before0(action, shapeBefore, shapeAfter) : after0(action, shapeBefore, shapeAfter),
      ]);
      expect([n, await calculationMode(book)]).toEqual([n, 'Automatic']);
      // The pane can be opened, and says nothing that is not so.
      const again = await paneOf();
      expect([n, again.state.trouble, again.state.pending.state, again.state.news]).toEqual([
        n,
        undefined,
        trouble === undefined && action === apply
          ? 'applied'
          : action === revert && trouble !== undefined
            ? 'applied'
            : 'none',
        undefined,
      ]);
      if (again.state.pending.state === 'applied') {
        await again.run(revert);
        expect([n, again.state.trouble]).toEqual([n, undefined]);
        const left = (await words()).length;
        if (!/filled in since/.test(again.state.news ?? ''))
          expect([n, again.state.news, left]).toEqual([n, again.state.news, 1]);
      }
    }
  },
  1_800_000,
);

/** What stood before the plan in question, and after it. */
const before0 = <T>(action: Action, one: T, other: T): T => (action === revert ? other : one);
const after0 = <T>(action: Action, one: T, other: T): T => (action === revert ? one : other);
