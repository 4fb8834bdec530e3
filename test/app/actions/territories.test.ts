import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { closeTerritory } from '../../../src/app/actions/close-territory';
import { reopenTerritory } from '../../../src/app/actions/reopen-territory';
import { design } from '../../../src/app/actions/design';
import { mergeTerritories } from '../../../src/app/actions/merge-territories';
import { moveAccount } from '../../../src/app/actions/move-account';
import { placeAccounts } from '../../../src/app/actions/place-accounts';
import { putBack } from '../../../src/app/actions/put-back';
import { rebalance } from '../../../src/app/actions/rebalance';
import { spreadTerritory } from '../../../src/app/actions/spread-territory';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import { seatMoneyLines } from '../../../src/app/pages/year/seats';
import type { Store } from '../../../src/app/store';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { beside, tableIn, type Row } from '../../figures/audit';
import { differences, valuesOf } from '../../support/job';
import { byAccount, insertAccount, openList } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { keptPane } from '../../support/pane';
import { QUOTA, quotaCells, quotaCode } from '../../support/quotas';
import { yearView } from '../../support/year';

let book: OpenWorkbook;
let store: Store;
let was: Record<string, Cell>;
let names: string[];
beforeAll(async () => {
  book = await openList('table', 36);
  store = await keptPane();
  was = await byAccount(book, 'Territory');
  names = store.state.standing?.record.territories.map(({ name }) => name) ?? [];
});
afterAll(() => {
  book.dispose();
});

const SAID = { by: 'Eva', reason: 'merger', effective: '2026-11-22' };
const done = async (run: Promise<void>) => {
  await run;
  expect(store.state.trouble).toBeUndefined();
};
const log = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');
const balance = async () => {
  const rows = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  return new Map(rows.map((row) => [String(row['Territory']), row]));
};

test('merged: all of one go to the other, previewed, accepted; then it is closed, and the others have its target', async () => {
  const [gone = '', into = '', third = ''] = names;
  await done(store.run(writeQuotas, QUOTA));
  const before = await balance();
  await store.run(mergeTerritories, gone, gone);
  expect(store.state.trouble).toBe(`${gone} cannot become one with itself.`);
  await done(store.run(mergeTerritories, gone, into));
  const moved = Object.keys(was).filter((id) => was[id] === gone);
  const after = Object.fromEntries(Object.entries(was).map(([id, at]) => [id, at === gone ? into : at]));
  expect(await byAccount(book, 'Territory')).toEqual(after);
  const { proposed } = yearView(store);
  expect(proposed.count).toBe(moved.length);
  expect(proposed.shares.join()).toContain(`${into}: `);
  await store.run(closeTerritory, gone);
  expect(store.state.trouble).toMatch(new RegExp(`${moved.length} accounts are there, or accepted there`));
  await done(store.run(putBack));
  expect(await byAccount(book, 'Territory')).toEqual(was);

  await done(store.run(mergeTerritories, gone, into));
  await done(store.run(acceptChanges, SAID));
  expect(yearView(store).closable).toEqual({ closed: [], empty: [gone] });
  const money = (share: 'none' | 'again') =>
    seatMoneyLines(store.state, speak('en'), numbers('en'), gone, { share });
  const told = money('none');
  await done(store.run(closeTerritory, gone));
  expect(yearView(store).closable).toEqual({ closed: [gone], empty: [] });
  const now = await balance();
  expect(now.get(gone)).toMatchObject({ Accounts: 0, Target: 0, '% of fair share': '', 'In band?': 'Yes' });
  const third0 = Number(before.get(third)?.['Target']);
  expect(now.get(third)?.['Target']).toBeCloseTo(third0 * 1.5, 6);
  expect(now.get(into)?.['% of fair share']).toBeCloseTo(
    (Number(before.get(gone)?.['Potential']) + Number(before.get(into)?.['Potential'])) / (1.5 * third0),
    6,
  );
  expect(new Set(await differences(book))).toEqual(new Set([0]));
  // A seat without a share carries no quota: the others do.
  const cells = await quotaCells(book, false);
  const { quotas } = quotaCode(store);
  expect(cells.rows.map((row) => row['Final'])).toEqual(quotas.rows.map(({ final }) => final));
  expect(cells.rows.map((row) => Number(row['Final']) > 0)).toEqual(names.map((name) => name !== gone));
  // Both were told before.
  expect(told[0]).toMatch(new RegExp(`^${gone}, quota: [\\d,]+ → 0$`));
  expect(told[1]).toBe('and 2 other quotas, until quotas are issued');
  const [, held = '', left = ''] = /: (.*) → (.*)$/.exec(told[0] ?? '') ?? [];
  expect(money('again')[0]).toBe(`${gone}, quota: ${left} → ${held}`);
  expect(beside(cells.cells, 'Difference')).toBe(0);
  const rows = await log();
  expect(rows).toHaveLength(moved.length + 1);
  expect(rows.at(-1)).toMatchObject({ Account: gone, From: 'Ana Ruiz', To: '', Why: 'Territory closed' });
});

test('nothing goes to a territory that is closed, whatever is asked; opened again it has its share', async () => {
  const [gone = '', into = '', third = ''] = names;
  const { load } = store.state.standing?.metrics[0] ?? {};
  const all = load?.reduce((sum, value) => sum + value, 0) ?? 0;
  expect(yearView(store).out?.count).toBe(2);
  await done(store.run(rebalance, 1));
  expect(store.state.news).toContain('every territory is within its tolerances then');
  await insertAccount(book, 3, 'NEW1');
  await done(store.run(placeAccounts));
  expect(Object.values(await byAccount(book, 'Territory'))).not.toContain(gone);
  await store.run(design);
  expect(store.state.trouble).toMatch(/^Territory T01 is closed/);
  await store.run(closeTerritory, gone);
  expect(store.state.trouble).toBe(`${gone} is closed already.`);
  // By hand it may be: that is marked, and counted.
  await done(store.run(moveAccount, 'NEW1', gone));
  expect(yearView(store).proposed.listed).toContainEqual(
    expect.stringContaining('(the territory is closed)'),
  );
  expect((await balance()).get(gone)).toMatchObject({ Accounts: 1, Target: 0 });
  // One account is more than were designed: nothing else differs.
  expect((await differences(book)).filter((one) => one !== 0)).toEqual([1]);
  await done(store.run(moveAccount, 'NEW1', into));
  await done(store.run(reopenTerritory, gone));
  expect(yearView(store).closable).toEqual({ closed: [], empty: [gone] });
  expect((await balance()).get(third)?.['Target']).toBeCloseTo((all + 111) / 3, 6);
});

test('retired: its accounts go to those around it, and nothing else moves', async () => {
  const [, gone = ''] = names;
  const before = await byAccount(book, 'Territory');
  await done(store.run(spreadTerritory, gone));
  const now = await byAccount(book, 'Territory');
  expect(Object.values(now)).not.toContain(gone);
  expect(Object.keys(before).filter((id) => now[id] !== before[id])).toEqual(
    Object.keys(before).filter((id) => before[id] === gone),
  );
  await done(store.run(acceptChanges, SAID));
  await done(store.run(closeTerritory, gone));
  await store.run(mergeTerritories, gone, names[2] ?? '');
  expect(store.state.trouble).toBe(`Nobody holds an account in ${gone}.`);
  // One account is more than were designed: nothing else differs.
  expect((await differences(book)).filter((one) => one !== 0)).toEqual([1]);
});
