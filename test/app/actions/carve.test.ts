import { acceptChanges } from '../../../src/app/actions/accept-changes';
import { apply } from '../../../src/app/actions/apply';
import { carveTerritory } from '../../../src/app/actions/carve-territory';
import { discard } from '../../../src/app/actions/discard';
import { issueQuotas } from '../../../src/app/actions/issue-quotas';
import { keep } from '../../../src/app/actions/keep';
import { moveAccount } from '../../../src/app/actions/move-account';
import { revert } from '../../../src/app/actions/revert';
import { writeQuotas } from '../../../src/app/actions/write-quotas';
import type { Store } from '../../../src/app/store';
import { beside, tableIn, type Row } from '../../figures/audit';
import { differences, valuesOf } from '../../support/job';
import { byAccount } from '../../support/meddle';
import type { Cell, OpenWorkbook } from '../../support/office';
import { keptPane, sheetNames } from '../../support/pane';
import { day, QUOTA, quotaCells, quotaCode } from '../../support/quotas';
import { openDeals, yearView } from '../../support/year';

/** A territory more, for somebody who joins. */

let book: OpenWorkbook;
let store: Store;
let was: Record<string, Cell>;
let names: string[];

const CITIES = [
  ['Denver', 'CO'],
  ['Boise', 'ID'],
  ['Austin', 'TX'],
  ['Dallas', 'TX'],
] as const;

beforeAll(async () => {
  book = await openDeals(
    [
      ['Account ID', 'Account Name', 'Parent Account ID', 'City', 'State', 'Owner', 'Potential', 'ARR'],
      ...Array.from({ length: 48 }, (_, i): Cell[] => [
        `A${String(i).padStart(3, '0')}`,
        `Firm ${i}`,
        i % 8 === 7 ? `A${String(i - 4).padStart(3, '0')}` : '',
        ...(CITIES[i % 4] ?? CITIES[0]),
        ['Ana Ruiz', 'Ben Ito', 'Cleo Park'][i % 3] ?? '',
        100 + ((i * 37) % 50),
        i % 3 === 0 ? 50 : 0,
      ]),
    ],
    {
      Reps: [
        ['Rep ID', 'Name', 'Role', 'Manager', 'Start Date', 'Active'],
        ['R1', 'Ana Ruiz', 'Account Executive', 'Lee', '', true],
        ['R2', 'Ben Ito', 'Account Executive', 'Lee', '', true],
        ['R3', 'Cleo Park', 'Account Executive', 'Kim', '', true],
      ],
    },
  );
  store = await keptPane();
  was = await byAccount(book, 'Territory');
  names = store.state.standing?.record.territories.map(({ name }) => name) ?? [];
});
afterAll(() => {
  book.dispose();
});

const done = async (run: Promise<void>) => {
  await run;
  expect(store.state.trouble).toBeUndefined();
};
const ALL = { accounts: 1, customers: 1 };
const log = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Change Log'), 'Change ID', 'Accepted');

test('what cannot be is refused before the team list has a row more', async () => {
  const team = await valuesOf(book, 'Reps');
  await store.run(carveTerritory, { name: 'Ana Ruiz', start: '2027-03-01', ...ALL });
  expect(store.state.trouble).toMatch(/^Ana Ruiz stands on the team list already/);
  await store.run(carveTerritory, { name: 'Dan Wu', start: '2027-03-01', accounts: 2, customers: 1 });
  expect(store.state.trouble).toMatch(/^How many accounts may move/);
  await store.run(carveTerritory, { name: 'Dan Wu', start: '2027-03-01', ...ALL, from: 'T99' });
  expect(store.state.trouble).toBe('There is no territory T99 in the plan that stands.');
  await done(store.run(moveAccount, 'A001', names.find((name) => name !== was['A001']) ?? ''));
  await store.run(carveTerritory, { name: 'Dan Wu', start: '2027-03-01', ...ALL });
  expect(store.state.trouble).toMatch(/^Something is proposed and not accepted yet/);
  await done(store.run(moveAccount, 'A001', String(was['A001'])));
  expect(await valuesOf(book, 'Reps')).toEqual(team);
});

test('split: half of one goes to the new one, shown first; reverted all is as it was', async () => {
  const [one = ''] = names;
  await done(store.run(carveTerritory, { name: 'Dan Wu', start: '2027-03-01', ...ALL, from: one }));
  const { designed } = store.state;
  expect(designed?.plan.territories.map(({ name }) => name).slice(0, 3)).toEqual(names);
  expect(designed?.plan.territories[3]).toMatchObject({ id: 'T04', owner: 'Dan Wu', manager: 'Lee' });
  expect(store.state.news).toContain(`from ${one}`);
  // Nothing is written but the row of the team list.
  expect(await byAccount(book, 'Territory')).toEqual(was);
  const team = await valuesOf(book, 'Reps');
  expect(team.find((row) => row[1] === 'Dan Wu')).toEqual([
    '',
    'Dan Wu',
    'Account Executive',
    'Lee',
    day('2027-03-01'),
    true,
  ]);
  await done(store.run(apply));
  const fresh = designed?.plan.territories[3]?.name ?? '';
  const now = await byAccount(book, 'Territory');
  const moved = Object.keys(was).filter((id) => now[id] !== was[id]);
  expect(new Set(moved.map((id) => was[id]))).toEqual(new Set([one]));
  expect(new Set(moved.map((id) => now[id]))).toEqual(new Set([fresh]));
  const rows = tableIn(await valuesOf(book, 'Balance'), 'Territory', 'Owner');
  const load = (name: string) => Number(rows.find((row) => row['Territory'] === name)?.['Potential']);
  // Halves, as near as the tolerance of the plan has it.
  expect(Math.abs(load(one) / (load(one) + load(fresh)) - 0.5)).toBeLessThanOrEqual(0.026);
  expect(new Set(await differences(book))).toEqual(new Set([0]));
  // With the fewest moves: the largest accounts that make up the half less its tolerance.
  const potential = await byAccount(book, 'Potential');
  const all = Object.keys(was).filter((id) => was[id] === one);
  const total = all.reduce((sum, id) => sum + Number(potential[id]), 0);
  let sum = 0;
  let fewest = 0;
  for (const size of all.map((id) => Number(potential[id])).sort((a, b) => b - a)) {
    if (sum >= 0.475 * total) break;
    sum += size;
    fewest++;
  }
  expect(moved.length).toBeLessThanOrEqual(1.5 * fewest + 2);
  // Families that were together are together.
  for (let i = 7; i < 48; i += 8) {
    const [child, parent] = [i, i - 4].map((n) => `A${String(n).padStart(3, '0')}`);
    if (was[child ?? ''] === was[parent ?? '']) expect(now[child ?? '']).toBe(now[parent ?? '']);
  }
  await done(store.run(revert));
  expect(await byAccount(book, 'Territory')).toEqual(was);
  expect(await sheetNames(book)).not.toContain('Change Log');
  await done(store.run(discard));
});

test('kept it is accepted and on the log, and of what was issued the rest of the year goes along, as was shown before', async () => {
  const [one = '', other = '', third = ''] = names;
  const team = await valuesOf(book, 'Reps');
  await done(store.run(writeQuotas, QUOTA));
  await done(store.run(issueQuotas, 'Dana'));
  const before = await quotaCells(book, false);
  // His row is there by now, and stays the only one.
  await done(store.run(carveTerritory, { name: 'dan wu', start: '2027-03-01', ...ALL, from: one }));
  expect(await valuesOf(book, 'Reps')).toEqual(team);
  const shown = store.state.news ?? '';
  await done(store.run(apply));
  await done(store.run(keep));
  const fresh = store.state.standing?.record.territories[3]?.name ?? '';
  const now = await byAccount(book, 'Territory');
  const moved = Object.keys(was).filter((id) => now[id] !== was[id]);
  expect(moved.every((id) => was[id] === one && now[id] === fresh)).toBe(true);
  expect(await byAccount(book, 'Accepted Territory')).toEqual(now);
  const logged = await log();
  expect(logged).toHaveLength(moved.length);
  expect(logged[0]).toMatchObject({
    From: one,
    To: fresh,
    Why: 'Territory split',
    'Effective from': day('2027-03-01'),
  });
  // It leaves the one that is split alone, and the bridge says what the new seat, which starts later, does not carry.
  const after = await quotaCells(book, false);
  const issued = (cells: typeof after, name: string) =>
    cells.rows.find((row) => row['Territory'] === name)?.['Issued'];
  expect([other, third].map((name) => issued(after, name))).toEqual(
    [other, third].map((name) => issued(before, name)),
  );
  const [held, left, came] = [issued(before, one), issued(after, one), issued(after, fresh)].map(Number);
  expect(came).toBeGreaterThan(0);
  expect(came).toBeLessThanOrEqual((held ?? NaN) - (left ?? NaN));
  expect(beside(after.cells, '+ Moved accounts')).toBeCloseTo((left ?? 0) + (came ?? 0) - (held ?? 0), 2);
  const whole = (amount = NaN) => Math.round(amount).toLocaleString('en-US');
  expect(shown).toContain(`${one}, quota: ${whole(held)} → ${whole(left)}.`);
  expect(shown).toContain(`${fresh}, quota: 0 → ${whole(came)}.`);
  expect(Number(logged[0]?.['Its quota, full year'])).toBeGreaterThan(0);
  expect(Number(logged[0]?.['To, after'])).toBeGreaterThan(0);
  expect(beside(after.cells, 'Difference')).toBe(0);
  expect(quotaCode(store).quotas.bridge.difference).toBe(0);
  expect(yearView(store).territories).toEqual([...names, fresh]);
});

test('carved from the overloaded ones, no more than the cap allows', async () => {
  const kept = await byAccount(book, 'Territory');
  const before = store.state.standing?.record.territories.map(({ name }) => name) ?? [];
  await done(
    store.run(carveTerritory, { name: 'Eva Lund', start: '2027-04-01', accounts: 0.1, customers: 0.05 }),
  );
  await done(store.run(apply));
  await done(store.run(keep));
  const now = await byAccount(book, 'Territory');
  const arr = await byAccount(book, 'ARR');
  const moved = Object.keys(kept).filter((id) => now[id] !== kept[id]);
  expect(moved.length).toBeGreaterThan(0);
  // A tenth of 48 accounts, and a twentieth of 16 customers.
  expect(moved.length).toBeLessThanOrEqual(4);
  expect(moved.filter((id) => Number(arr[id]) > 0).length).toBeLessThanOrEqual(0);
  // The halves of the split are below their share: they give nothing.
  const halves = [before[0], before[3]];
  expect(moved.some((id) => halves.includes(String(kept[id])))).toBe(false);
  expect(store.state.standing?.record.territories.at(-1)?.owner).toBe('Eva Lund');
  expect(new Set(await differences(book))).toEqual(new Set([0]));
  await done(store.run(moveAccount, moved[0] ?? '', String(kept[moved[0] ?? ''])));
  await done(store.run(acceptChanges, { by: '', reason: '', effective: '2026-11-22' }));
  expect((await log()).at(-1)).toMatchObject({ To: kept[moved[0] ?? ''] });
});
