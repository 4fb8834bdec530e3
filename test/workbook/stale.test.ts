import { apply } from '../../src/app/actions/apply';
import { applyRest } from '../../src/app/actions/apply-rest';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { open } from '../../src/app/actions/open';
import type { Store } from '../../src/app/store';
import { accountLabel } from '../../src/plan/accounts';
import { textAt } from '../../src/plan/columns';
import { picture } from '../support/job';
import {
  beforeRequest,
  byAccount,
  deleteRow,
  insertAccount,
  insertColumn,
  openList,
  sortList,
  swapAccounts,
} from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** Territory of each account of the preview, by id. */
function designed({ state }: Store): Record<string, string> {
  const { plan, from } = state.designed ?? {};
  if (plan === undefined || from === undefined) throw new Error('There is a preview.');
  const { accounts } = from.list;
  return Object.fromEntries(
    Array.from(plan.assignment, (j, i) => [
      textAt(accounts.text.accountId, i) ?? accountLabel(accounts, i),
      plan.territories[j]?.name ?? 'Unassigned',
    ]),
  );
}

const kinds = ['table', 'range'] as const;
const times = ['first', 'second'] as const;
const cases = kinds.flatMap((kind) => times.map((time) => [kind, time] as const));

/** A pane with a preview, over a list without a plan or with one that is kept. */
async function previewed(kind: 'table' | 'range', time: 'first' | 'second'): Promise<Store> {
  book = await openList(kind);
  const store = await pane();
  if (time === 'second') {
    await store.run(design);
    await store.run(apply);
    await store.run(keep);
    await store.run(open);
    await sortList(book, 'Account ID');
  }
  await store.run(design);
  expect(store.state.trouble).toBeUndefined();
  return store;
}

test.each(cases)(
  'a list (%s) sorted after the design: every account gets its own territory (%s Apply)',
  async (kind, time) => {
    const store = await previewed(kind, time);
    const plan = designed(store);
    await sortList(book);
    await store.run(apply);
    expect(store.state.trouble).toBeUndefined();
    expect(await byAccount(book, 'Territory')).toEqual(plan);
    expect(await byAccount(book, 'Designed Territory')).toEqual(plan);
  },
);

test('a column that is not read may come in between', async () => {
  const store = await previewed('table', 'first');
  const plan = designed(store);
  await insertColumn(book, 'City', 'My notes');
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  expect(await byAccount(book, 'Territory')).toEqual(plan);
});

test.each(cases)(
  'rows that came or went (%s) are said before anything is written (%s Apply)',
  async (kind, time) => {
    const store = await previewed(kind, time);
    const plan = designed(store);
    await deleteRow(book, 3);
    await insertAccount(book, 5, 'N1');
    const before = await picture(book);
    await store.run(apply);
    expect(store.state.trouble).toBe(
      '2 rows changed since the design: 1 new, 1 gone. Nothing was written. Design again, or apply to the rest.',
    );
    expect(await picture(book)).toEqual(before);
    await store.run(applyRest);
    expect(store.state.trouble).toBeUndefined();
    const written = await byAccount(book, 'Territory');
    expect(written['N1']).toBe('Unassigned');
    expect((await byAccount(book, 'Reason'))['N1']).toBe('Came into the list after the design');
    const { N1: _, ...others } = written;
    expect(Object.keys(others)).toHaveLength(23);
    for (const [id, name] of Object.entries(others)) expect([id, name]).toEqual([id, plan[id]]);
  },
);

test('rows that move while they are written are placed again', async () => {
  const store = await previewed('table', 'first');
  const plan = designed(store);
  const name = Object.values(plan)[0] ?? '';
  let wasMoved = false;
  beforeRequest(book, async (text) => {
    if (wasMoved || !text.includes(`"${name}"`) || !text.includes('Formulas')) return;
    wasMoved = true;
    await swapAccounts(book, 0, 9);
    await swapAccounts(book, 1, 17);
  });
  await store.run(apply);
  expect(wasMoved).toBe(true);
  expect(store.state.trouble).toBeUndefined();
  expect(await byAccount(book, 'Territory')).toEqual(plan);
});

test('rows that move every time: the workbook is put back, and that is said', async () => {
  const store = await previewed('table', 'first');
  const before = Object.fromEntries(Object.entries(await byAccount(book, 'Owner')));
  let isOn = false;
  beforeRequest(book, async (text) => {
    isOn = isOn || text.includes('Designed Territory');
    if (isOn && text.includes('Formulas')) await swapAccounts(book, 2, 11);
  });
  await store.run(apply);
  expect(store.state.trouble).toMatch(/^Rows of the list moved each time/);
  expect(store.state.pending.state).not.toBe('applied');
  expect(await byAccount(book, 'Owner')).toEqual(before);
});
