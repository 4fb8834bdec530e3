import { apply } from '../../../src/app/actions/apply';
import { design } from '../../../src/app/actions/design';
import { discard } from '../../../src/app/actions/discard';
import { keep } from '../../../src/app/actions/keep';
import { needPrices, priceLocks } from '../../../src/app/actions/price-locks';
import { setStay } from '../../../src/app/actions/set-stay';
import { changesOf } from '../../../src/app/changes-of-owner';
import { locksOnOffer } from '../../../src/app/pages/design/locks-on-offer';
import { suggestedLocks, type SuggestedLock } from '../../../src/app/suggested-locks';
import type { Store } from '../../../src/app/store';
import { worstOf } from '../../../src/plan/design';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { tableIn } from '../../figures/audit';
import { openSample, valuesOf } from '../../support/job';
import type { OpenWorkbook } from '../../support/office';
import { pane } from '../../support/pane';

let book: OpenWorkbook;
let store: Store;
beforeAll(async () => {
  book = await openSample({ accounts: 160, reps: 5 });
});
beforeEach(async () => {
  store = await pane();
  await store.run(design);
});
afterAll(() => {
  book.dispose();
});

const DAY = '2026-11-22';
const plan = () => {
  const { designed } = store.state;
  if (designed === undefined) throw new Error('No plan is shown.');
  return designed;
};
const offered = (): SuggestedLock[] => suggestedLocks(plan().from, DAY, plan().plan);
const offer = () => locksOnOffer(store.state, speak('en'), numbers('en'), offered());
/** A kind of which some move. */
const movable = (): SuggestedLock => {
  const found = offered().find(({ moving, kind }) => moving > 1 && kind !== 'customer');
  if (found === undefined) throw new Error('None moves.');
  return found;
};

test('what is suggested is counted from the cells of the list', () => {
  const { headers, columns } = plan().from.list.source;
  const cells = (header: string) => columns[headers.indexOf(header)] ?? [];
  const due = Math.round(Date.parse(DAY) / 86_400_000) + 25_569;
  const owners = new Set(plan().plan.territories.map(({ owner }) => owner));
  const rows = [...cells('Renewal Date').keys()].filter((i) => {
    const renews = cells('Renewal Date')[i];
    const isDue = typeof renews === 'number' && renews >= due && renews <= due + 90;
    return isDue && owners.has(String(cells('Account Owner')[i]));
  });
  const line = offered().find(({ kind }) => kind === 'renewal');
  // Families of two owners are left out, and there are none that renew in this list.
  expect(line?.accounts).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(3);
  expect(line?.money).toBeCloseTo(
    rows.reduce((sum, i) => sum + (Number(cells('ARR')[i]) || 0), 0),
    2,
  );
  const leave = rows.filter(
    (i) => plan().plan.territories[plan().plan.assignment[i] ?? -1]?.owner !== cells('Account Owner')[i],
  );
  expect(line?.moving).toBe(leave.length);
});

test('the price of each is the plan that comes of it; it is worked out once', async () => {
  const { kind } = movable();
  const before = plan();
  expect(offer()?.lines.every(({ price }) => price === undefined)).toBe(true);
  expect(offer()?.isWorking).toBe(true);
  await store.run(priceLocks);
  expect([needPrices(store.state), offer()?.isWorking]).toEqual([false, false]);
  expect(store.state.designed).toBe(before);
  const price = store.state.lockPrices?.known.get(kind);
  expect(offer()?.lines.find((line) => line.kind === kind)?.price).toMatch(/^If they stay: ±[\d.]+%/);

  await store.run(setStay, kind, true);
  expect(store.state.trouble).toBeUndefined();
  expect({
    worst: worstOf(plan().plan),
    isMet: plan().plan.withinTolerance,
    meanKm: plan().plan.meanKm,
    moved: changesOf(plan()).accounts,
  }).toEqual(price);
  expect(plan().record.settings).toMatchObject({ stay: { kinds: [kind], asAt: DAY } });
  expect(offered().find((line) => line.kind === kind)).toMatchObject({ isOn: true, moving: 0 });
  expect(plan().plan.notices).toContainEqual(
    expect.objectContaining({ code: 'stays', params: expect.objectContaining({ why: kind }) as unknown }),
  );
  await store.run(setStay, kind, false);
  expect(plan().record.resultHash).toBe(before.record.resultHash);
});

test('what stays is in the reasons of the sheet, and holds for the next design', async () => {
  const { kind, accounts } = movable();
  await store.run(setStay, kind, true);
  const held = [...plan().plan.assignment.keys()].filter(
    (i) => plan().from.choices.locks.kind(i) === kind && plan().from.choices.locks.seat[i] !== -1,
  );
  expect(held).toHaveLength(accounts);
  expect(held.every((i) => plan().plan.assignment[i] === plan().plan.current[i])).toBe(true);
  await store.run(apply);
  await store.run(keep);
  expect(store.state.trouble).toBeUndefined();
  const word = `Locked: ${speak('en')(`lock.${kind}`)}`;
  const rows = tableIn(await valuesOf(book, 'Accounts'), 'Account ID (18)', 'Account Name');
  expect(rows.filter((row) => row['Reason'] === word)).toHaveLength(accounts);

  const again = await pane();
  await again.run(design);
  expect(again.state.designed?.record.settings.stay).toEqual({ kinds: [kind], asAt: DAY });
  await again.run(discard);
  await again.run(setStay, kind, false);
  expect(again.state.understanding?.settings.stay).toBeUndefined();
});
