import { carryOut, clock, openSample, picture } from '../support/job';
import type { OpenWorkbook } from '../support/office';
import { OfficeWorkbook } from '../../src/workbook/office-workbook';

let book: OpenWorkbook;
let before: unknown;
afterEach(() => {
  book.dispose();
});

/** Counts the requests of one undisturbed job, so that faults can be laid on each part of it. */
async function requestsOfAJob(): Promise<{ first: number; last: number }> {
  book = await openSample({ accounts: 60, reps: 3 });
  const first = book.host.statistics.requests;
  await carryOut();
  const last = book.host.statistics.requests;
  book.dispose();
  return { first, last };
}

test.each(['before', 'after'] as const)(
  'an error %s a request was carried out leaves the old workbook or the new one, never a mixture',
  async (kind) => {
    const { first, last } = await requestsOfAJob();
    let injected = 0;
    for (let n = first + 1; n <= last; n += 5) {
      book = await openSample({ accounts: 60, reps: 3 });
      before = await picture(book);
      book.host.faults.at(book.host.statistics.requests + (n - first), kind);
      const outcome = await carryOut().then(
        () => 'applied',
        () => 'failed',
      );
      injected++;
      // Opening the pane again finishes what was left undone.
      const state = await new OfficeWorkbook(clock).pending();
      if (outcome === 'failed') {
        expect(['none', 'rolledBack']).toContain(state.state);
        expect(await picture(book)).toEqual(before);
      } else {
        expect(state.state).toBe('applied');
        await new OfficeWorkbook(clock).revert();
        expect(await picture(book)).toEqual(before);
      }
      book.dispose();
    }
    expect(injected).toBeGreaterThan(8);
    book = await openSample({ accounts: 10, reps: 2 });
  },
  60_000,
);

test('a host that goes away in the middle is rolled back when the pane is opened again', async () => {
  const { first, last } = await requestsOfAJob();
  book = await openSample({ accounts: 60, reps: 3 });
  before = await picture(book);
  book.host.faults.at(book.host.statistics.requests + Math.floor(0.7 * (last - first)), 'gone');
  void carryOut().catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  book.host.faults.clear();
  expect(await new OfficeWorkbook(clock).pending()).toMatchObject({ state: 'rolledBack' });
  expect(await picture(book)).toEqual(before);
}, 30_000);
