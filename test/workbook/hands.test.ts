import type { Action } from '../../src/app/action';
import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { copies } from '../support/copies';
import { difference, isSame, requestsOf } from '../support/faults';
import { handAt, stateByAccount } from '../support/hands';
import { deleteRow, insertAbove, insertAccount, insertColumn, openList, sortList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { pane } from '../support/pane';

/** A hand at every k-th request, at all of them with `HANDS=1`; another part of them in each case. */
const STRIDE = Number(process.env['HANDS'] ?? 131);

let book: OpenWorkbook;
let isOpen = false;
let hands = 0;
const close = () => {
  if (isOpen) book.dispose();
  isOpen = false;
};
afterEach(close);
afterAll(() => {
  process.stdout.write(`${hands} hands at work\n`);
});

/** What another hand does in the list while we write. */
const DEEDS: Readonly<Record<string, () => Promise<void>>> = {
  sorts: () => sortList(book),
  'inserts an account': () => insertAccount(book, 3, 'N1'),
  'deletes an account': () => deleteRow(book, 5),
  'inserts a column': () => insertColumn(book, 'City', 'Mine'),
  'inserts rows above': () => insertAbove(book, 2),
};

const JOBS: readonly (readonly [string, Action, 'table' | 'range', 'first' | 'second'])[] = [
  ['first Apply, table', apply, 'table', 'first'],
  ['first Apply, range', apply, 'range', 'first'],
  ['second Apply', apply, 'table', 'second'],
  ['Revert of a first Apply, table', revert, 'table', 'first'],
  ['Revert of a first Apply, range', revert, 'range', 'first'],
  ['Revert of a second Apply', revert, 'table', 'second'],
  ['Keep', keep, 'table', 'first'],
];

const listOf = (kind: 'table' | 'range') =>
  copies(async () => ({ book: await openList(kind, 12), found: undefined }));
/** A list as a job finds it, brought there once: after a first plan was kept, or with a plan that waits for its decision. */
const after = (before: ReturnType<typeof listOf>, act: (store: Store) => Promise<void>) =>
  copies(async () => {
    const { book: made } = await before();
    const store = await pane();
    await act(store);
    expect(store.state.trouble).toBeUndefined();
    return { book: made, found: undefined };
  });
const applied = async (store: Store) => {
  await store.run(design);
  await store.run(apply);
};
const LISTS = { table: listOf('table'), range: listOf('range') };
const kept = after(LISTS.table, async (store) => {
  await applied(store);
  await store.run(keep);
  await store.run(changeSettings, { territories: 2, seed: 5 });
});
const BEFORE_APPLY = {
  'first table': LISTS.table,
  'first range': LISTS.range,
  'second table': kept,
} as const;
const APPLIED = {
  'first table': after(LISTS.table, applied),
  'first range': after(LISTS.range, applied),
  'second table': after(kept, applied),
} as const;

type Job = (typeof JOBS)[number];

async function copied([, action, kind, time]: Job): Promise<void> {
  const which = `${time} ${kind}` as keyof typeof APPLIED;
  ({ book } = await (action === apply ? BEFORE_APPLY : APPLIED)[which]());
  isOpen = true;
}

async function opened(job: Job): Promise<Store> {
  await copied(job);
  const store = await pane();
  if (job[1] === apply) await store.run(design);
  expect(store.state.trouble).toBeUndefined();
  return store;
}

const state = () => stateByAccount(book, ['N1']);

const cases = JOBS.flatMap((job, j) =>
  Object.entries(DEEDS).map(([name, deed], d) => [job[0], name, job, deed, 5 * j + d] as const),
);

test.each(cases)(
  '%s while somebody else %s: all of it by account, or nothing and a sentence; never a third',
  async (_, __, job, deed, c) => {
    const [, action] = job;
    // The hand alone, then the hand after the job: these two ends there are.
    await copied(job);
    await deed();
    const old = await state();
    close();
    const undisturbed = await opened(job);
    const requests = await requestsOf(book, () => undisturbed.run(action));
    await deed();
    const now = await state();
    close();
    const thirds: unknown[] = [];
    for (const n of requests.filter((_n, i) => i % STRIDE === (7 * c) % STRIDE)) {
      const store = await opened(job);
      const stop = handAt(book, n, deed);
      await store.run(action);
      expect([n, stop()]).toEqual([n, true]);
      hands++;
      const { trouble, pending } = store.state;
      const is = await state();
      const isNew = isSame(is, now) && trouble === undefined;
      const isOld = isSame(is, old) && SENTENCE.test(trouble ?? '');
      if (!(isNew || isOld) || pending.state === 'broken')
        thirds.push({ n, state: pending.state, trouble, end: difference(is, old, now) });
      close();
    }
    expect(thirds).toEqual([]);
  },
  1_800_000,
);

/** It says that nothing was written, or that all was put back; and it speaks our language, not Excel's. */
const SENTENCE =
  /^(?!.*(Excel answered|went wrong inside)).*(Nothing was (written|changed)|put back as it was)/;
