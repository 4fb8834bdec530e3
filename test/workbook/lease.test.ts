import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { open } from '../../src/app/actions/open';
import { takeOver } from '../../src/app/actions/take-over';
import { Store } from '../../src/app/store';
import { PATIENCE_MS } from '../../src/workbook/lease';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { InlineSolver } from '../../src/worker/inline-solver';
import { requestsOf, withFault } from '../support/faults';
import { picture, places } from '../support/job';
import { byAccount, openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, sheetNames } from '../support/pane';

let book: OpenWorkbook;
let time: number;
const clock = { now: () => new Date(time) };
beforeEach(async () => {
  time = Date.parse('2026-11-22T12:00:00Z');
  book = await openList('table');
});
afterEach(() => {
  book.dispose();
});

async function pane(): Promise<Store> {
  const workbook = new OfficeWorkbook(clock, PATIENCE_MS);
  const store = new Store({ workbook, solver: new InlineSolver(), places, clock }, 'en');
  await store.run(open);
  return store;
}

/** A pane that was closed while it wrote. */
async function closedWhileWriting(): Promise<void> {
  const store = await pane();
  await store.run(design);
  await withFault(book, 60, 'gone', () => store.run(apply));
}

test('a pane opened soon after one was closed while it wrote asks, and takes over when told to', async () => {
  const before = await picture(book);
  await closedWhileWriting();
  time += 20_000;
  const store = await pane();
  expect(store.state.pending).toEqual({ state: 'otherPane', seconds: 20 });
  expect(store.state.trouble).toMatch(/^Another pane was writing into this workbook 20 seconds ago/);
  expect(store.state.understanding).toBeDefined();
  expect([store.can(design), store.can(takeOver)]).toEqual([false, true]);
  time += 10_000;
  await store.run(lookAgain);
  expect(store.state.trouble).toMatch(/30 seconds ago/);
  await store.run(takeOver);
  expect(store.state).toMatchObject({
    trouble: undefined,
    news: 'An earlier Apply broke off. The workbook has been put back as it was.',
  });
  expect(await picture(book)).toEqual(before);
  await store.run(design);
  await store.run(apply);
  expect(store.state.pending.state).toBe('applied');
});

test('after some minutes it takes over without asking', async () => {
  const before = await picture(book);
  await closedWhileWriting();
  time += PATIENCE_MS;
  const store = await pane();
  expect(store.state.news).toMatch(/^An earlier Apply broke off/);
  expect(await picture(book)).toEqual(before);
});

test('a pane that asked goes on by itself when the other is done, and writes nothing until then', async () => {
  const other = await pane();
  await other.run(design);
  const workbook = new OfficeWorkbook(clock, PATIENCE_MS);
  const { host } = book;
  const request = host.request.bind(host);
  let seen: unknown;
  let count = 0;
  // In the midst of the other's Apply, which is slow: each of its requests takes longer than a pane is waited for.
  host.request = async (text, flags) => {
    if (++count === 60) {
      host.request = request;
      seen = await workbook.pending();
      await expect(workbook.insert([])).rejects.toMatchObject({ code: 'otherPane' });
    }
    return request(text, flags);
  };
  await other.run(apply);
  expect(seen).toEqual({ state: 'otherPane', seconds: 0 });
  expect(other.state).toMatchObject({ trouble: undefined, pending: { state: 'applied' } });
  expect(await workbook.pending()).toMatchObject({ state: 'applied' });
});

/** A pane with an applied plan, and another that was closed while it wrote a list of findings. */
async function appliedBesideClosed(): Promise<Store> {
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  const other = new OfficeWorkbook(clock, PATIENCE_MS);
  const list = { name: 'Reps', headers: ['Rep name'], rows: [['Ana']], formats: ['@'] };
  const requests = await requestsOf(book, () =>
    new OfficeWorkbook(clock, PATIENCE_MS).insert([{ ...list, name: 'First' }]),
  );
  await withFault(book, requests.length - 2, 'gone', () => other.insert([list]));
  return store;
}

test('Keep does not end what another pane has begun, and keeps nothing until that is done', async () => {
  const store = await appliedBesideClosed();
  const accepted = await byAccount(book, 'Accepted Territory');
  await store.run(keep);
  expect(store.state.trouble).toMatch(/^Another pane/);
  expect(await byAccount(book, 'Accepted Territory')).toEqual(accepted);
  time += PATIENCE_MS;
  await store.run(lookAgain);
  await store.run(keep);
  expect(store.state).toMatchObject({ trouble: undefined, pending: { state: 'none' } });
  expect(await byAccount(book, 'Accepted Territory')).toEqual(await byAccount(book, 'Territory'));
  expect(await sheetNames(book)).not.toContain('Reps');
});

test('what cannot be undone, and the plan that was applied before it, are both left as they stand by Keep', async () => {
  const store = await appliedBesideClosed();
  // What broke off cannot be undone under a protected structure.
  await act(book, ({ protection }) => {
    protection.protect();
  });
  await store.run(lookAgain);
  await store.run(takeOver);
  expect(store.state.pending.state).toBe('broken');
  await act(book, ({ protection }) => {
    protection.unprotect();
  });
  await store.run(keep);
  expect(store.state).toMatchObject({ trouble: undefined, pending: { state: 'none' } });
  expect(await new OfficeWorkbook(clock, PATIENCE_MS).pending()).toEqual({ state: 'none' });
  expect(await byAccount(book, 'Accepted Territory')).toEqual(await byAccount(book, 'Territory'));
});
