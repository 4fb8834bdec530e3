import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { lookAgain } from '../../../src/app/actions/look-again';
import { placeAccounts } from '../../../src/app/actions/place-accounts';
import { putBack } from '../../../src/app/actions/put-back';
import { writeLoads } from '../../../src/app/actions/write-loads';
import type { Store } from '../../../src/app/store';
import { tableIn } from '../../figures/audit';
import { valuesOf } from '../../support/job';
import { byAccount, insertAccount, listRows, openList, sortList } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { typeInList, yearView } from '../../support/year';
import { act, keptPane, pane, sheetNames } from '../../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const SAID = { by: 'Eva', reason: 'asked for', effective: '2027-02-01' };
type Row = Readonly<Record<string, Cell>>;
const log = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');

const type = (id: string, header: string, value: string) => typeInList(book, { [id]: { [header]: value } });

/** Some account, and a territory that it is not in. */
async function elsewhere(n: number): Promise<{ id: string; from: string; to: string }> {
  const territories = await byAccount(book, 'Territory');
  const [id = '', from] = Object.entries(territories)[n] ?? [];
  const to = Object.values(territories).find((name) => name !== from);
  return { id, from: String(from), to: String(to) };
}

async function done(store: Store, run: Promise<void>): Promise<void> {
  await run;
  expect(store.state.trouble).toBeUndefined();
}

test('what is moved by hand is proposed; accepted it is on the log, and load files follow', async () => {
  book = await openList('table');
  const store = await keptPane();
  expect(yearView(store).proposed).toMatchObject({ count: 0, listed: [] });
  const one = await elsewhere(0);
  const other = await elsewhere(7);
  await type(one.id, 'Territory', one.to);
  await type(other.id, 'Territory', 'Nowhere');
  await store.run(lookAgain);
  expect(yearView(store).proposed.count).toBe(1);
  expect(yearView(store).proposed.listed).toEqual([
    `Account 0: ${one.from} → ${one.to}`,
    `Account 7: ${other.from} → Nowhere (there is no such territory)`,
  ]);
  await sortList(book);
  const potential = await byAccount(book, 'Potential');
  const was = await byAccount(book, 'Accepted Territory');
  await done(store, store.run(acceptChanges, SAID));
  expect(store.state.news).toBe(
    '1 change is accepted and on the log. 1 names no territory of the plan and waits.',
  );
  expect(await byAccount(book, 'Accepted Territory')).toEqual({ ...was, [one.id]: one.to });

  // Shares by hand: what was accepted before, and what is now.
  const share = (territories: Readonly<Record<string, Cell>>, name: string) => {
    const sum = (of: string) =>
      Object.entries(territories).reduce(
        (total, [id, at]) => total + (at === of ? Number(potential[id]) : 0),
        0,
      );
    const names = [...new Set(Object.values(was))];
    // A fair share is one of what is placed.
    const all = names.reduce<number>((total, of) => total + sum(String(of)), 0);
    return sum(name) / (all / names.length);
  };
  // The other one is nowhere, before and after.
  const then = { ...was, [other.id]: '' };
  const now = { ...then, [one.id]: one.to };
  const [row] = await log();
  expect(row).toMatchObject({
    'Change ID': 'C0001',
    By: 'Eva',
    Account: 'Account 0',
    'Known by': one.id,
    From: one.from,
    To: one.to,
    Why: 'asked for',
    'Effective from': 46_419,
    Status: 'Scheduled',
  });
  expect(row?.['From, before']).toBeCloseTo(share(then, one.from), 6);
  expect(row?.['From, after']).toBeCloseTo(share(now, one.from), 6);
  expect(row?.['To, before']).toBeCloseTo(share(then, one.to), 6);
  expect(row?.['To, after']).toBeCloseTo(share(now, one.to), 6);

  await done(store, store.run(writeLoads));
  const moves = tableIn(await valuesOf(book, 'Load Moves'), 'Account ID', 'Account');
  const owners = await byAccount(book, 'Owner');
  // Until its day it is with whoever has it: the last of its rows is the one that was accepted.
  const isIn = moves.filter((move) => move['Account ID'] === one.id).at(-1);
  const carrier = (await listRows(book)).find((line) => line['Account ID'] === one.id)?.['Territory Owner'];
  expect(isIn === undefined ? owners[one.id] : isIn['To Owner']).toBe(carrier);
  // Files of before are not offered any more once something else is accepted.
  expect(yearView(store).files.length).toBeGreaterThan(0);
  await type(one.id, 'Territory', one.from);
  await store.run(lookAgain);
  await done(store, store.run(acceptChanges, SAID));
  expect(yearView(store).files).toEqual([]);
});

test('what is not wanted is put back, each account where it was accepted', async () => {
  book = await openList('table');
  const store = await keptPane();
  const before = await byAccount(book, 'Territory');
  for (const n of [1, 2, 9]) {
    const { id, to } = await elsewhere(n);
    await type(id, 'Territory', to);
  }
  await sortList(book);
  await done(store, store.run(putBack));
  expect(store.state.news).toBe('3 accounts are where they were accepted.');
  expect(await byAccount(book, 'Territory')).toEqual(before);
  expect(await sheetNames(book)).not.toContain('Change Log');
});

test('new accounts get a territory that is proposed, and accepted as new', async () => {
  book = await openList('table');
  const store = await keptPane();
  await insertAccount(book, 5, 'NEW1');
  await insertAccount(book, 12, 'NEW2');
  await store.run(lookAgain);
  expect(yearView(store).newAccounts).toBe('2 accounts have no territory yet.');
  await done(store, store.run(placeAccounts));
  expect(store.state.news).toBe('2 accounts have a territory now, proposed and not accepted yet.');
  const territories = await byAccount(book, 'Territory');
  const names = new Set(
    Object.values(await byAccount(book, 'Accepted Territory')).filter((name) => name !== ''),
  );
  expect([names.has(territories['NEW1'] ?? ''), names.has(territories['NEW2'] ?? '')]).toEqual([true, true]);
  expect(yearView(store)).toMatchObject({ newAccounts: undefined, proposed: { count: 2 } });
  await done(store, store.run(acceptChanges, { ...SAID, reason: '' }));
  expect((await log()).map((row) => [row['Known by'], row['From'], row['To'], row['Why']]).sort()).toEqual([
    ['NEW1', '', territories['NEW1'], 'New account'],
    ['NEW2', '', territories['NEW2'], 'New account'],
  ]);
  expect((await byAccount(book, 'Accepted Territory'))['NEW1']).toBe(territories['NEW1']);
});

test('the log outlives its sheet, notes stay with their change, and a way back is told', async () => {
  book = await openList('table');
  const store = await keptPane();
  const one = await elsewhere(3);
  await type(one.id, 'Territory', one.to);
  await store.run(lookAgain);
  await done(store, store.run(acceptChanges, SAID));
  await act(book, (workbook) => {
    workbook.tables.getItem('EfChangeLog').columns.getItem('Note').getDataBodyRange().values = [
      ['agreed by phone'],
    ];
  });
  await type(one.id, 'Territory', one.from);
  await store.run(lookAgain);
  await done(store, store.run(acceptChanges, { ...SAID, by: '' }));
  expect((await log()).map((row) => [row['Change ID'], row['Status'], row['By'], row['Note']])).toEqual([
    ['C0001', 'Reversed', 'Eva', 'agreed by phone'],
    ['C0002', 'Scheduled', '', ''],
  ]);
  await act(book, (workbook) => {
    workbook.worksheets.getItem('Change Log').delete();
  });
  const again = await pane();
  const other = await elsewhere(4);
  await type(other.id, 'Territory', other.to);
  await again.run(lookAgain);
  await done(again, again.run(acceptChanges, SAID));
  expect((await log()).map((row) => row['Change ID'])).toEqual(['C0001', 'C0002', 'C0003']);
});

test('nobody accepts what was not shown', async () => {
  book = await openList('table');
  const store = await keptPane();
  const one = await elsewhere(0);
  await type(one.id, 'Territory', one.to);
  await store.run(lookAgain);
  const other = await elsewhere(5);
  await type(other.id, 'Territory', other.to);
  const before = await byAccount(book, 'Accepted Territory');
  await store.run(acceptChanges, SAID);
  expect(store.state.trouble).toMatch(/^What is proposed has changed since it was shown/);
  expect(await byAccount(book, 'Accepted Territory')).toEqual(before);
  expect(await sheetNames(book)).not.toContain('Change Log');
  await done(store, store.run(acceptChanges, SAID));
  expect(await log()).toHaveLength(2);
});

test('shares before are of what was placed before, and a change has its own day in the files', async () => {
  book = await openList('table');
  const store = await keptPane();
  await insertAccount(book, 5, 'NEW1');
  await type('NEW1', 'Potential', 5000 as unknown as string);
  await store.run(lookAgain);
  const shares = async () => {
    const rows = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
    return new Map(rows.map((row) => [row['Territory'], Number(row['% of fair share'])]));
  };
  const before = await shares();
  await done(store, store.run(placeAccounts));
  const after = await shares();
  await done(store, store.run(acceptChanges, SAID));
  const [row] = await log();
  expect(row?.['To, before']).toBeCloseTo(before.get(row?.['To'] ?? '') ?? NaN, 6);
  expect(row?.['To, after']).toBeCloseTo(after.get(row?.['To'] ?? '') ?? NaN, 6);
  await done(store, store.run(writeLoads));
  const moves = tableIn(await valuesOf(book, 'Load Moves'), 'Account ID', 'Account');
  expect(moves.find((move) => move['Account ID'] === 'NEW1')?.['Effective Date']).toBe('2027-02-01');
  expect(
    new Set(moves.filter((move) => move['Account ID'] !== 'NEW1').map((move) => move['Effective Date'])).size,
  ).toBe(1);
});

test('an emptied cell is accepted as Unassigned in both columns, blanks around a name go, and neither is new', async () => {
  book = await openList('table');
  const store = await keptPane();
  const one = await elsewhere(0);
  const other = await elsewhere(7);
  await type(one.id, 'Territory', '');
  await type(other.id, 'Territory', ` ${other.to.toUpperCase()} `);
  await store.run(lookAgain);
  expect(yearView(store).newAccounts).toBeUndefined();
  await done(store, store.run(acceptChanges, SAID));
  const both = async (id: string) => [
    (await byAccount(book, 'Territory'))[id],
    (await byAccount(book, 'Accepted Territory'))[id],
  ];
  expect(await both(one.id)).toEqual(['Unassigned', 'Unassigned']);
  expect(await both(other.id)).toEqual([other.to, other.to]);
  expect((await log()).map((row) => row['To'])).toEqual(['Unassigned', other.to]);
  expect(yearView(store).proposed).toMatchObject({ count: 0, listed: [] });
});
