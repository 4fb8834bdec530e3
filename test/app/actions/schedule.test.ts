import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { carryOutDue } from '../../../src/app/actions/carry-out-due';
import { lookAgain } from '../../../src/app/actions/look-again';
import { putBack } from '../../../src/app/actions/put-back';
import { scheduleMoves } from '../../../src/app/actions/schedule-moves';
import { writeLoads } from '../../../src/app/actions/write-loads';
import type { Store } from '../../../src/app/store';
import { tableIn, type Row } from '../../figures/audit';
import { differences, valuesOf } from '../../support/job';
import { byAccount, listRows, openList, sortList } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { act, keptPane, pane } from '../../support/pane';
import { day, type } from '../../support/quotas';
import { typeInList, yearView } from '../../support/year';

let book: OpenWorkbook;
let store: Store;
let was: Record<string, Cell>;
let owners: Record<string, Cell>;
beforeEach(async () => {
  book = await openList('table');
  store = await keptPane();
  was = await byAccount(book, 'Territory');
  owners = await byAccount(book, 'Territory Owner');
});
afterEach(() => {
  book.dispose();
});

const SAID = { by: 'Eva', reason: '', effective: '2026-11-22' };
const log = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
const elsewhere = (id: string): string =>
  String(Object.values(was).find((name) => name !== was[id] && name !== ''));
const other = (id: string): Cell =>
  owners[Object.keys(was).find((one) => was[one] === elsewhere(id)) ?? ''] ?? '';
/** Another day, and a pane that is opened on it. */
const on = (iso: string): Promise<Store> => pane({ now: () => new Date(`${iso}T23:30:00Z`) });
async function done(run: Promise<void>, of: Store = store): Promise<void> {
  await run;
  expect(of.state.trouble).toBeUndefined();
}
const cellsOf = async (id: string): Promise<Cell[]> => {
  const cells = ['Territory', 'Accepted Territory', 'Hold Owner', 'Hold Until'].map((header) =>
    byAccount(book, header),
  );
  return (await Promise.all(cells)).map((column) => column[id] ?? '');
};
const loads = async (sheet: string): Promise<Row[]> =>
  tableIn(await valuesOf(book, sheet), 'Account ID', 'Account');

test('a move for a day to come is held until then: in the list, on the page, in the files; its day ends it', async () => {
  const to = elsewhere('A003');
  await done(store.run(scheduleMoves, { accounts: ['A003'], to: to.toLowerCase(), from: '2027-04-01' }));
  expect(store.state.news).toBe(`1 account is proposed for ${to} from 2027-04-01: not accepted yet.`);
  const proposed = yearView(store).proposed;
  expect(proposed.listed).toEqual([`Account 3: ${String(was['A003'])} → ${to}, from 2027-04-01`]);
  expect(proposed.shares).toHaveLength(2);
  // It has a day of its own: none is asked for.
  expect(proposed.isUndated).toBe(false);
  await sortList(book);
  await done(store.run(acceptChanges, SAID));
  // The new territory counts it from now on; who owns it today keeps it up to the day before.
  expect(await cellsOf('A003')).toEqual([to, to, owners['A003'], day('2027-03-31')]);
  expect(Object.values(await byAccount(book, 'Hold Until')).filter((cell) => cell !== '')).toHaveLength(1);
  expect(await differences(book)).toEqual((await differences(book)).map(() => 0));
  expect((await log()).map((row) => [row['Effective from'], row['Effective to'], row['Status']])).toEqual([
    [day('2027-04-01'), '', 'Scheduled'],
  ]);
  expect(yearView(store).scheduled).toEqual({
    count: 1,
    due: undefined,
    listed: [`Account 3: ${String(was['A003'])} → ${to} from 2027-04-01`],
    more: undefined,
  });

  // The list of moves has both steps, each with its day; the state before comes out of its rollback.
  await done(store.run(writeLoads));
  const moves = (await loads('Load Moves')).filter((row) => row['Account ID'] === 'A003');
  const source = (await byAccount(book, 'Owner'))['A003'];
  const first = source === owners['A003'] ? [] : [[source, owners['A003'], '2026-11-22']];
  const second = owners['A003'] === other('A003') ? [] : [[owners['A003'], other('A003'), '2027-04-01']];
  expect(moves.map((row) => [row['From Owner'], row['To Owner'], row['Effective Date']])).toEqual([
    ...first,
    ...second,
  ]);

  const early = await on('2027-03-31');
  await early.run(carryOutDue, '');
  expect(early.state.trouble).toBe('Nothing is due today.');
  const later = await on('2027-04-01');
  expect(yearView(later, '2027-04-01').scheduled).toEqual({
    count: expect.any(Number) as number,
    due: 'The day of 1 move has come.',
    listed: [],
    more: undefined,
  });
  await done(later.run(carryOutDue, ''), later);
  expect(later.state.news).toMatch(/^1 account is held no longer: it is where it was accepted\. Load files/);
  expect(await cellsOf('A003')).toEqual([to, to, '', '']);
  expect((await log()).map((row) => row['Status'])).toEqual(['Accepted']);
  await done(later.run(writeLoads), later);
  const now = (await loads('Load Moves')).filter((row) => row['Account ID'] === 'A003');
  expect(now.map((row) => row['To Owner'])).toEqual(source === other('A003') ? [] : [other('A003')]);
});

test('a cover comes back with one click on its day, accepted and logged; what somebody proposed meanwhile stays', async () => {
  const ids = ['A001', 'A002'];
  const to = elsewhere('A001');
  const moved = ids.filter((id) => was[id] !== to);
  await done(store.run(scheduleMoves, { accounts: ids, to, from: '2026-12-01', until: '2027-01-31' }));
  await done(store.run(acceptChanges, SAID));
  expect((await log()).map((row) => [row['Known by'], row['Effective to']]).sort()).toEqual(
    moved.map((id) => [id, day('2027-01-31')]),
  );
  // Both days come: what was held ends first, then the cover does.
  const during = await on('2027-01-31');
  expect(yearView(during, '2027-01-31').scheduled.due).toBe(
    moved.length === 1 ? 'The day of 1 move has come.' : `The day of ${moved.length} moves has come.`,
  );
  const then = await on('2027-02-01');
  const { due, listed } = yearView(then, '2027-02-01').scheduled;
  expect(due).toContain(
    moved.length === 1 ? 'The cover of 1 account' : `The cover of ${moved.length} accounts`,
  );
  expect(listed).toHaveLength(moved.length);
  // Another proposal of the user's is not accepted along.
  const free = Object.keys(was).find((id) => id > 'A005' && was[id] !== to) ?? '';
  await typeInList(book, { [free]: { Territory: to } });
  await done(then.run(carryOutDue, 'Eva'), then);
  expect(then.state.news).toContain('back from');
  expect(await byAccount(book, 'Territory')).toEqual({ ...was, [free]: to });
  expect(await byAccount(book, 'Accepted Territory')).toEqual(was);
  expect(new Set(Object.values(await byAccount(book, 'Hold Until')))).toEqual(new Set(['']));
  const rows = await log();
  expect(rows.map((row) => row['Status'])).toEqual([
    ...moved.map(() => 'Cover ended'),
    ...moved.map(() => 'Accepted'),
  ]);
  expect(rows.at(-1)).toMatchObject({ By: 'Eva', Why: 'Cover ended', 'Effective from': day('2027-02-01') });
  await then.run(carryOutDue, '');
  expect(then.state.trouble).toBe('Nothing is due today.');
});

test('who has been proposed for another place, or gone elsewhere, is not taken back', async () => {
  const to = elsewhere('A001');
  await done(store.run(scheduleMoves, { accounts: ['A001'], to, from: '2026-11-22', until: '2026-11-30' }));
  await done(store.run(acceptChanges, SAID));
  const third = String(Object.values(was).find((name) => name !== to && name !== was['A001']));
  await typeInList(book, { A001: { Territory: third } });
  const then = await on('2026-12-01');
  await done(then.run(carryOutDue, ''), then);
  expect(then.state.news).toContain('1 stays: something else is proposed');
  expect((await cellsOf('A001')).slice(0, 2)).toEqual([third, to]);
});

test('what is put back forgets its days, and a way back before the day ends the hold', async () => {
  const to = elsewhere('A003');
  await done(store.run(scheduleMoves, { accounts: ['Account 3'], to, from: '2027-04-01' }));
  await done(store.run(putBack));
  await typeInList(book, { A003: { Territory: to } });
  await store.run(lookAgain);
  await done(store.run(acceptChanges, { ...SAID, effective: '2026-11-22' }));
  expect((await log()).map((row) => row['Status'])).toEqual(['Accepted']);
  expect((await listRows(book))[0]).not.toHaveProperty('Hold Until');
  // A day to come, said for all that is accepted, is one as well.
  await typeInList(book, { A004: { Territory: elsewhere('A004') } });
  await store.run(lookAgain);
  await done(store.run(acceptChanges, { ...SAID, effective: '2027-06-01' }));
  expect((await cellsOf('A004')).slice(2)).toEqual([owners['A004'], day('2027-05-31')]);
  await typeInList(book, { A004: { Territory: String(was['A004']) } });
  await store.run(lookAgain);
  await done(store.run(acceptChanges, SAID));
  expect(await cellsOf('A004')).toEqual([was['A004'], was['A004'], '', '']);
  expect(yearView(store).scheduled.listed).toEqual([]);
});

test('the selected rows are meant where nobody says which; days that cannot be are refused, and nothing is written', async () => {
  const to = elsewhere('A000');
  const before = await byAccount(book, 'Territory');
  for (const [from, until, why] of [
    ['2026-11-21', undefined, /^“2026-11-21” is no day from which a move can be scheduled/],
    ['2027-02-30', undefined, /^“2027-02-30” is no day/],
    ['', undefined, /is no day/],
    ['2027-02-01', '2027-01-31', /^“2027-01-31” cannot be the last day/],
  ] as const) {
    const days = until === undefined ? { from } : { from, until };
    await store.run(scheduleMoves, { accounts: ['A000'], to, ...days });
    expect(store.state.trouble).toMatch(why);
  }
  await store.run(scheduleMoves, { accounts: ['A000'], to: String(was['A000']), from: '2027-01-01' });
  expect(store.state.trouble).toBe(`The account is accepted in ${String(was['A000'])} already.`);
  await store.run(scheduleMoves, { accounts: ['Nobody'], to, from: '2027-01-01' });
  expect(store.state.trouble).toMatch(/^There is no account Nobody/);
  expect(await byAccount(book, 'Territory')).toEqual(before);

  await act(book, ({ worksheets }) => {
    worksheets.getItem('Notes').activate();
    worksheets.getItem('Notes').getRange('A1').select();
  });
  await store.run(scheduleMoves, { accounts: [], to, from: '2027-01-01' });
  expect(store.state.trouble).toMatch(/^No account of Export is selected/);
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Export').activate();
    worksheets.getItem('Export').getRange('B2:C5').select();
  });
  const wanted = ['A000', 'A001', 'A002', 'A003'].filter((id) => was[id] !== to);
  await done(store.run(scheduleMoves, { accounts: [], to, from: '2027-01-01' }));
  expect(yearView(store).proposed.count).toBe(wanted.length);
  expect(await byAccount(book, 'Territory')).toEqual({
    ...before,
    ...Object.fromEntries(wanted.map((id) => [id, to])),
  });
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Export').getRange('C7').select();
  });
  const one = elsewhere('A005');
  await done(store.run(scheduleMoves, { accounts: [], to: one, from: '2027-01-01' }));
  expect((await byAccount(book, 'Territory'))['A005']).toBe(one);
});

test('a territory that is renamed between is the same: what is held, covered, and proposed for a day goes on', async () => {
  const to = elsewhere('A003');
  const named = 'High Plains';
  await done(store.run(scheduleMoves, { accounts: ['A003'], to, from: '2027-04-01' }));
  await done(store.run(acceptChanges, SAID));
  const next = Object.keys(was).find((id) => id > 'A005' && was[id] !== to) ?? '';
  await done(store.run(scheduleMoves, { accounts: [next], to, from: '2027-05-01', until: '2027-06-30' }));
  const id = store.state.standing?.record.territories.find(({ name }) => name === to)?.id ?? '';
  await type(book, 'EfTerritories', ['Id', id], 'Territory', named);
  await store.run(lookAgain);
  expect(await cellsOf('A003')).toEqual([named, named, owners['A003'], day('2027-03-31')]);
  expect(yearView(store).scheduled.listed).toEqual([
    `Account 3: ${String(was['A003'])} → ${named} from 2027-04-01`,
  ]);
  expect(yearView(store).proposed.listed[0]).toContain(`→ ${named}, from 2027-05-01 up to 2027-06-30`);
  await done(store.run(acceptChanges, SAID));
  expect((await log()).map((row) => [row['To'], row['Effective from'], row['Effective to']])).toEqual([
    [named, day('2027-04-01'), ''],
    [named, day('2027-05-01'), day('2027-06-30')],
  ]);
  expect((await cellsOf('A003'))[2]).toBe(owners['A003']);
  const then = await on('2027-07-01');
  await done(then.run(carryOutDue, ''), then);
  expect((await cellsOf(next)).slice(0, 2)).toEqual([was[next], was[next]]);
  expect((await log()).map((row) => row['Status'])).toEqual(['Accepted', 'Cover ended', 'Accepted']);
});
