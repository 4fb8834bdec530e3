import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { lookAgain } from '../../../src/app/actions/look-again';
import { play, readEvents, ReplayClock } from '../../../src/app/events';
import { accountEventLines } from '../../../src/app/pages/year/account-event';
import type { Store } from '../../../src/app/store';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { tableIn } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import { byAccount } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { keptPane } from '../../support/pane';
import { openDeals, yearView } from '../../support/year';

/** Accounts of two cities, each city with a rep of its own; nobody has a parent yet. */
const LIST: Cell[][] = [
  ['Account ID', 'Account Name', 'City', 'State', 'Owner', 'Potential', 'Parent Account ID'],
  ...Array.from({ length: 16 }, (_, i) => [
    `A${String(i).padStart(3, '0')}`,
    `Account ${i}`,
    ...(i % 2 === 0 ? ['Boston', 'MA', 'Ana Ruiz'] : ['Denver', 'CO', 'Ben Ito']),
    100,
    i === 14 ? 'A012' : '',
  ]),
];

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});
const say = speak('en');
const clock = new ReplayClock({ now: () => new Date('2026-11-22T12:00:00Z') });
const happens = (store: Store, ...events: object[]) =>
  play(store, readEvents(events.map((event) => ({ event: 'account', ...event }))), clock);

test('what happens to accounts is proposed with its day and reason, the list says what the CRM does, and the log has what moves nothing', async () => {
  book = await openDeals(LIST);
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const [boston, denver] = [String(was['A000']), String(was['A001'])];
  expect(boston).not.toBe(denver);
  // Before anything is proposed it is shown what would follow: eight accounts of 100 on each side.
  const told = (more: object) =>
    accountEventLines(
      store.state,
      { kind: 'merged', account: 'A001', other: 'Account 0', effective: '2026-12-01', ...more },
      say,
      numbers('en'),
    );
  expect(told({})).toEqual([
    `Account 1: ${denver} → ${boston}, from 2026-12-01`,
    expect.stringMatching(/100.* → 87/) as string,
    expect.stringMatching(/100.* → 112/) as string,
  ]);
  expect(told({ other: 'A001' })).toEqual(['Account 1 cannot be merged with itself, or be its own parent.']);
  expect(told({ kind: 'owner', other: 'Eva' })[0]).toMatch(/^“Eva” has no territory in this plan/);
  expect(told({ account: '' })).toEqual([]);

  const [gone] = await happens(
    store,
    { what: 'gone', account: 'A003' },
    { what: 'merged', account: 'A001', other: 'A000', effective: '2026-12-01' },
    { what: 'reparented', account: 'A005', other: 'A002' },
    { what: 'owner', account: 'A007', other: 'ana ruiz' },
    // There already: nothing moves.
    { what: 'reparented', account: 'A004', other: 'A002' },
  );
  expect(gone).toBe('Account 3 is proposed for no territory from 2026-11-22: it is gone. Not accepted yet.');
  expect(store.state.news).toBe(
    `Account 4 stays in ${boston}: its parent is Account 2 now, and the list says so. The log has it.`,
  );
  const now = await byAccount(book, 'Territory');
  expect(['A001', 'A003', 'A005', 'A007', 'A004'].map((id) => now[id])).toEqual([
    boston,
    'Unassigned',
    boston,
    boston,
    boston,
  ]);
  const parents = await byAccount(book, 'Parent Account ID');
  expect([parents['A005'], parents['A004'], parents['A014']]).toEqual(['A002', 'A002', 'A012']);
  expect((await byAccount(book, 'Owner'))['A007']).toBe('Ana Ruiz');
  await store.run(lookAgain);
  expect(yearView(store).proposed).toMatchObject({ count: 4, isUndated: false });

  await store.run(acceptChanges, { by: 'Eva', reason: '', effective: '2026-11-22' });
  expect(store.state.trouble).toBeUndefined();
  const log = tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
  expect(log.map((row) => [row['Known by'], row['To'], row['Why'], row['Status']])).toEqual([
    ['A004', boston, 'New parent: Account 2', 'Noted'],
    ['A001', boston, 'Merged into Account 0', 'Scheduled'],
    ['A003', 'Unassigned', 'Account gone', 'Accepted'],
    ['A005', boston, 'New parent: Account 2', 'Accepted'],
    ['A007', boston, 'New owner in the CRM: Ana Ruiz', 'Accepted'],
  ]);

  // What is gone stays gone in the next design, and nothing follows it; no family is a ring.
  expect((await byAccount(book, 'Lock'))['A003']).toBe('Do not assign');
  const no = (more: object) => told({ effective: '2026-11-22', ...more })[0];
  expect(no({ account: 'A009', other: 'A003' })).toMatch(/^Account 3 is in no territory that was accepted/);
  expect(no({ kind: 'reparented', account: 'A002', other: 'A005' })).toMatch(
    /^Account 5 stands below Account 2/,
  );
  // The account that survives is there from December on: until then the other stays as well.
  expect(no({ account: 'A011', other: 'A001' })).toBe(`Account 11: ${denver} → ${boston}, from 2026-12-01`);
  // Of two events the later counts; said twice, it happened once.
  await happens(
    store,
    { what: 'merged', account: 'A009', other: 'A000' },
    { what: 'owner', account: 'A009', other: 'Ben Ito' },
  );
  expect(store.state.news).toMatch(
    new RegExp(`^Account 9 stays in ${denver}: .* That ${boston} was proposed`),
  );
  expect((await byAccount(book, 'Territory'))['A009']).toBe(denver);
  const again = happens(store, { what: 'owner', account: 'A009', other: 'Ben Ito' });
  await expect(again).rejects.toMatchObject({ code: 'eventFailed' });
  expect(store.state.trouble).toMatch(/^The log has that of Account 9 already \(C0006\)/);
  await store.run(lookAgain);
  expect(yearView(store).proposed.count).toBe(0);
});
