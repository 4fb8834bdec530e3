import { appendFileSync } from 'node:fs';
import type { FaultKind } from '../../src/workbench';
import { difference, goneAt, isSame, requestsOf, wholeState, withFault } from '../support/faults';
import type { OpenWorkbook } from '../support/office';
import { watchJournal } from '../support/under-journal';
import { openList } from '../support/meddle';
import { act } from '../support/pane';
import { largeCase, paneOn, WRITE_CASES, type WriteCase, type WriteJob } from '../support/write-jobs';

/** Every request of every job with `FAULTS=all`, every k-th with `FAULTS=k`; another part of them in each case. */
const FAULTS = process.env['FAULTS'] ?? '101';
const IS_ALL = FAULTS === 'all';
const STRIDE = IS_ALL ? 1 : Number(FAULTS);
const KINDS: readonly FaultKind[] = ['before', 'after', 'gone'];

let book: OpenWorkbook;
let isOpen = false;
let injected = 0;
/** The case that runs. One that took too long is waited for, so that it writes into no book of the next. */
let running: Promise<void> | undefined;
let isLate = false;
const close = () => {
  if (isOpen) book.dispose();
  isOpen = false;
};
afterEach(async () => {
  isLate = true;
  await running?.catch(() => undefined);
  isLate = false;
  close();
}, 1_800_000);
afterAll(() => {
  process.stdout.write(`${injected} faults injected\n`);
  const list = process.env['FAULTS_LIST'];
  if (list !== undefined) appendFileSync(list, `${injected}\n`);
});

/** Opens a case's book, and disposes of it with the test. */
async function opened(one: WriteCase): Promise<WriteJob['write']> {
  const job = await one.open();
  book = job.book;
  isOpen = true;
  return job.write;
}

/** The old state and the new, and the requests that lead from one to the other; those that match, where it matters. */
async function ends(
  one: WriteCase,
  matches?: (text: string) => boolean,
): Promise<{ old: unknown; now: unknown; requests: number[] }> {
  const job = await opened(one);
  const old = await wholeState(book);
  const strays = watchJournal(book);
  const requests = await requestsOf(book, job, matches);
  expect(strays()).toEqual([]);
  const now = await wholeState(book);
  close();
  return { old, now, requests };
}

/** Does a job with one fault, opens the pane again, and looks what stands there. */
async function inject(
  one: WriteCase,
  { old, now }: { readonly old: unknown; readonly now: unknown },
  n: number,
  kind: FaultKind,
): Promise<void> {
  const job = await opened(one);
  const outcome = await withFault(book, n, kind, job);
  injected++;
  const { state } = await paneOn().pending();
  expect({ n, kind, state }).not.toEqual({ n, kind, state: 'broken' });
  const is = await wholeState(book);
  const end = isSame(is, now) ? 'new' : isSame(is, old) ? 'old' : difference(is, old, now);
  expect({ n, kind, outcome, end }).toEqual({
    n,
    kind,
    outcome,
    end: outcome === 'done' ? 'new' : expect.stringMatching(/^(old|new)$/),
  });
  close();
}

test.each(WRITE_CASES.map((one, c) => [one.name, one, c] as const))(
  'a fault at any request leaves the old workbook or the new one: %s',
  (_, one, c) => (running = everyFault(one, c)),
  1_800_000,
);

async function everyFault(one: WriteCase, c: number): Promise<void> {
  const both = await ends(one);
  for (const [k, kind] of KINDS.entries())
    for (const [i, n] of both.requests.entries())
      if (!isLate && i % STRIDE === (7 * c + 11 * k) % STRIDE) await inject(one, both, n, kind);
}

test('what is written without a journal is noticed, and what stands on hidden sheets of ours is not meant', async () => {
  book = await openList('table', 3);
  isOpen = true;
  const known = watchJournal(book);
  await paneOn().save('word', 1);
  expect(known()).toEqual([]);
  const strays = watchJournal(book);
  await act(book, ({ names, worksheets }) => {
    const sheet = worksheets.getItem('Notes');
    sheet.getRange('A1').values = [['x']];
    sheet.getRange('A1').clear();
    names.add('Mine', sheet.getRange('A1'));
    worksheets.add('More');
  });
  expect(strays().map((path) => path.split(/[ .]/)[0])).toEqual(['GetRange', 'GetRange', 'Add', 'Add']);
});

/** What is marked as ours: the claim, the journal in its pieces, the record, the phase. */
const isMarked = (text: string) => text.includes('"~');

test('a journal of several requests is never torn: the host gone between any two of them', async () => {
  if (IS_ALL) {
    const large = largeCase(5000);
    const both = await ends(large, isMarked);
    for (const n of both.requests) await inject(large, both, n, 'gone');
    return;
  }
  // The claim and one piece of the journal stand; the next never comes.
  const job = await opened(largeCase(3900));
  const old = await wholeState(book);
  goneAt(book, 3, isMarked);
  expect(await withFault(book, Infinity, 'gone', job)).toBe('silent');
  injected++;
  expect(await paneOn().pending()).toEqual({ state: 'none' });
  expect(isSame(await wholeState(book), old)).toBe(true);
}, 1_800_000);
