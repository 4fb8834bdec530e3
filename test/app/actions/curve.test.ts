import { alternativesOf } from '../../../src/app/alternatives';
import { revert } from '../../../src/app/actions/revert';
import { apply } from '../../../src/app/actions/apply';
import { choosePoint } from '../../../src/app/actions/choose-point';
import { choosePlan } from '../../../src/app/actions/choose-plan';
import { design } from '../../../src/app/actions/design';
import { discard } from '../../../src/app/actions/discard';
import { needCurve, workOutCurve } from '../../../src/app/actions/work-out-curve';
import { curveOf, pointsOf } from '../../../src/app/pages/design/curve';
import { nameOfPlan } from '../../../src/app/pages/design/plans';
import { worstOf } from '../../../src/plan/design';
import type { Store } from '../../../src/app/store';
import { numbers } from '../../../src/text/numbers';
import { speak } from '../../../src/text/say';
import { tableIn } from '../../figures/audit';
import { openSample, valuesOf } from '../../support/job';
import type { OpenWorkbook } from '../../support/office';
import { pane } from '../../support/pane';

let book: OpenWorkbook;
let store: Store;
beforeAll(async () => {
  book = await openSample({ accounts: 120, reps: 5 });
  store = await pane();
  await store.run(design);
  await store.run(workOutCurve);
  expect(store.state.trouble).toBeUndefined();
});
afterAll(() => {
  book.dispose();
});

const plan = () => {
  const { designed } = store.state;
  if (designed === undefined) throw new Error('No plan is shown.');
  return designed;
};
const view = () => {
  const { curve } = store.state;
  if (curve === undefined) throw new Error('There is no curve.');
  return curveOf(store.state, pointsOf(curve, plan(), speak('en'), numbers('en')));
};

test('the curve goes from today to equal shares: more move, and shares come nearer', () => {
  expect(needCurve(store.state)).toBe(false);
  const points = view()?.points ?? [];
  expect(points.length).toBeGreaterThan(2);
  points.slice(1).forEach(({ moved, worst, text }, n) => {
    expect(moved).toBeGreaterThanOrEqual(points[n]?.moved ?? NaN);
    expect(worst).toBeLessThanOrEqual((points[n]?.worst ?? NaN) + 1e-9);
    expect(text).toMatch(/^±[\d.]+%( · [\d,.]+ mi)? · .+ move$/);
  });
  expect(points.every(({ isShown }) => !isShown)).toBe(true);
  expect(view()?.shown?.worst).toBe(worstOf(plan().plan));
});

test('a point that is picked is the plan that is shown, one of those to choose from', async () => {
  const first = plan();
  const last = (view()?.points.length ?? 0) - 1;
  await store.run(choosePoint, last);
  expect(store.state.trouble).toBeUndefined();
  expect(worstOf(plan().plan)).toBeCloseTo(view()?.points[last]?.worst ?? NaN, 9);
  expect(
    view()
      ?.points.map(({ isShown }) => isShown)
      .indexOf(true),
  ).toBe(last);
  expect(view()?.shown).toBeUndefined();
  expect(nameOfPlan(plan(), speak('en'))).toBe('Point of the curve');
  expect(plan().record.settings.aim).toBeUndefined();
  expect(plan().record.read?.onPlan).toBe(true);
  await store.run(choosePoint, 1);
  const { plans } = alternativesOf(store.state);
  expect(plans.filter(({ point }) => point !== undefined)).toEqual([plan()]);
  await store.run(choosePlan, plans.indexOf(first));
  expect(plan()).toBe(first);
});

test('it is written like any other plan', async () => {
  await store.run(choosePoint, 1);
  const { plan: chosen } = plan();
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  const rows = tableIn(await valuesOf(book, 'Accounts'), 'Account ID (18)', 'Account Name');
  expect(rows.map((row) => row['Territory'])).toEqual(
    Array.from(chosen.assignment, (j) => chosen.territories[j]?.name),
  );
});

test('with the preview the curve goes', async () => {
  await store.run(revert);
  await store.run(design);
  await store.run(workOutCurve);
  expect(store.state.curve?.points.length).toBeGreaterThan(2);
  await store.run(discard);
  expect(store.state.curve).toBeUndefined();
});
