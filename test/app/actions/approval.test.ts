import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { askApproval } from '../../../src/app/actions/ask-approval';
import { changeSettings } from '../../../src/app/actions/change-settings';
import { decideProposal } from '../../../src/app/actions/decide-proposal';
import { lookAgain } from '../../../src/app/actions/look-again';
import { putBackRejected } from '../../../src/app/actions/put-back-rejected';
import { scheduleMoves } from '../../../src/app/actions/schedule-moves';
import type { Store } from '../../../src/app/store';
import { tableIn } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import { byAccount, openList, sortList } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { keptPane } from '../../support/pane';
import { typeInList, yearView } from '../../support/year';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const SAID = { by: 'Eva', reason: '', effective: '2026-11-22' };
const cellsOf = async (id: string): Promise<Cell[]> =>
  Promise.all(
    ['Approval', 'Approval By', 'Approval For'].map(
      async (header) => (await byAccount(book, header))[id] ?? '',
    ),
  );
async function done(store: Store, run: Promise<void>): Promise<void> {
  await run;
  expect(store.state.trouble).toBeUndefined();
}

test('proposals wait for their manager: what is approved is accepted, what is rejected goes back, both on the log; another proposal makes a decision void', async () => {
  book = await openList('table');
  const store = await keptPane();
  const was = await byAccount(book, 'Territory');
  const names = [...new Set(Object.values(was))];
  const [a = '', b = '', c = ''] = Object.keys(was);
  const other = (id: string, n = 0) => String(names.filter((name) => name !== was[id])[n]);
  const propose = (...ids: string[]) =>
    typeInList(book, Object.fromEntries(ids.map((id) => [id, { Territory: other(id) }])));
  await propose(a, b, c);
  await store.run(askApproval);
  expect(store.state.trouble).toMatch(/^Proposals wait for no manager/);
  const leads = store.state.standing?.record.territories.map(({ id }) => [id, { manager: 'Kim' }]) ?? [];
  await done(store, store.run(changeSettings, { approval: true, territoryList: Object.fromEntries(leads) }));
  expect(yearView(store).proposed.approval).toMatchObject({ isOn: true, notAsked: 3, open: 3, approved: 0 });
  // On, nothing is accepted that nobody approved; nothing else is blocked.
  await store.run(acceptChanges, SAID);
  expect(store.state.trouble).toMatch(/^None of what is proposed is approved/);

  await done(store, store.run(askApproval));
  expect(await cellsOf(a)).toEqual(['', 'Kim', other(a)]);
  await sortList(book);
  await done(store, store.run(decideProposal, a, 'approved'));
  // Managers decide in the cells, in any language, with no pane open.
  await typeInList(book, { [b]: { Approval: 'abgelehnt' }, [c]: { Approval: 'Approved' } });
  // For the third something else is proposed since.
  await typeInList(book, { [c]: { Territory: other(c, 1) } });
  await store.run(lookAgain);
  const { approval, listed } = yearView(store).proposed;
  expect(approval).toMatchObject({ notAsked: 1, open: 1, approved: 1, rejected: 1 });
  expect(approval.lines).toEqual([
    'None waits for a decision, 1 is approved, 1 is rejected; 1 is not put up for decision yet.',
    '1 was put up for another territory than is proposed now: what was decided then does not count.',
    'Kim: 1 waits, 1 approved, 1 rejected',
  ]);
  expect(listed.filter((line) => line.endsWith('not put up for decision yet'))).toHaveLength(1);

  await done(store, store.run(acceptChanges, SAID));
  expect(store.state.news).toBe(
    '1 approved change is accepted and on the log. 2 are not approved and stay proposed.',
  );
  await done(store, store.run(putBackRejected, 'Eva'));
  const accepted = await byAccount(book, 'Accepted Territory');
  expect([accepted[a], accepted[b], accepted[c]]).toEqual([other(a), was[b], was[c]]);
  expect((await byAccount(book, 'Territory'))[b]).toBe(was[b]);
  // Nothing of a decision is left that could be taken for one of the next proposal.
  expect([await cellsOf(a), await cellsOf(b)]).toEqual([
    ['', '', ''],
    ['', '', ''],
  ]);
  const log = tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
  expect(log.map((row) => [row['Known by'], row['To'], row['Decided by'], row['Status']])).toEqual([
    [a, other(a), 'Kim', 'Approved'],
    [b, other(b), 'Kim', 'Rejected'],
  ]);
  // Another day is another proposal.
  await done(store, store.run(askApproval));
  await done(store, store.run(decideProposal, c, 'approved'));
  const day = { accounts: [c], to: other(c, 1), from: '2027-03-01' };
  await done(store, store.run(scheduleMoves, day));
  expect(await cellsOf(c)).toEqual(['', '', '']);
  // Asked again, the third has its new territory, and no decision.
  await done(store, store.run(askApproval));
  const [said, , asked] = await cellsOf(c);
  expect([said, asked]).toEqual(['', other(c, 1)]);
});
