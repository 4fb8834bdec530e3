import { isForced } from '../../../../src/app/pages/design/plans';
import type { DesignedPlan } from '../../../../src/app/design';
import { wordNotice } from '../../../../src/app/sentences';
import { headlineOf, previewOf, type Preview } from '../../../../src/app/pages/design/preview';
import type { Understanding } from '../../../../src/app/understanding/understand';
import { accountLabel } from '../../../../src/plan/accounts';
import type { PlanResult } from '../../../../src/plan/design';
import { numbers } from '../../../../src/text/numbers';
import { speak } from '../../../../src/text/say';
import { smallContext } from '../../../reports/context';

const { plan, record, accounts } = smallContext();

/** The preview of the small plan: six accounts, five of them held today, one not placed. */
function shown(
  change: Partial<PlanResult> = {},
  places = accounts.places,
  holder = smallContext().holder,
): Preview {
  const from = {
    list: { accounts: { ...accounts, places }, source: { firstColumn: 1 } },
    choices: { weights: [new Float64Array(accounts.count).fill(100)], holder },
  } as unknown as Understanding;
  const designed: DesignedPlan = { plan: { ...plan, ...change }, record, from, todayKm: () => NaN };
  return previewOf(designed, speak('en'), numbers('en'));
}
const valueOf = ({ figures, details }: Preview, label: string) =>
  [...figures, ...details].find((figure) => figure.label === label)?.value;

test('accounts that change owner are a share of those that have one today', () => {
  expect(valueOf(shown(), 'Change owner')).toBe('2 (40%)');
  expect(
    valueOf(
      shown({}, accounts.places, () => ''),
      'Change owner',
    ),
  ).toBeUndefined();
  const territories = plan.territories.map((territory) => ({ ...territory, owner: '' }));
  expect(valueOf(shown({ territories }), 'Change owner')).toBeUndefined();
});

test('accounts that no territory may take are counted among all; where there are none, nothing is said', () => {
  expect(valueOf(shown(), 'Unassigned')).toBe('1 / 6');
  expect(valueOf(shown({ unassigned: 0 }), 'Unassigned')).toBeUndefined();
});

test('the price of balance is this plan’s distance against the one without balance', () => {
  expect(valueOf(shown(), 'Mean distance')).toBe('12 km');
  expect(valueOf(shown(), 'Price of balance')).toBe('12 km against 11 km');
  const nowhere = shown({ meanKm: NaN, meanKmUnbalanced: NaN });
  expect(valueOf(nowhere, 'Mean distance')).toBeUndefined();
  expect(valueOf(nowhere, 'Price of balance')).toBe('no data');
});

test('the worst figure is that of all metrics; the headline counts territories that are in band on each', () => {
  const [first] = plan.metrics;
  if (first === undefined) throw new Error('There is a metric.');
  const second = {
    ...first,
    spec: { id: 'arr', fields: ['arr'] as const, tolerance: 0.1 },
    load: Float64Array.of(400, 210),
    worstDeviation: 95 / 305,
    worstTerritory: 0,
  };
  const more = { metrics: [first, { ...second, load: Float64Array.of(305, 210), worstTerritory: 1 }] };
  expect(headlineOf({ ...plan, ...more }, speak('en'), numbers('en'))).toBe(
    '1 of 2 territories within tolerance on all 2 metrics; worst ARR −31.1% of ±10%, T02 Boise',
  );
  expect(valueOf(shown({ metrics: [first, second] }), 'Worst')).toBe('±31.1%');
});

test('a bar shows what each seat holds today beside what the plan gives it, both as shares of its target', () => {
  // Today: accounts 0, 1, 2 and 4 are the first seat's, 3 the second's, 5 nobody's; each weighs 100, a target is 305.
  const [metric] = shown().metrics;
  expect(metric).toMatchObject({ id: 'potential', label: 'Potential', tolerance: 0.1 });
  expect(metric?.bars).toEqual([
    { territory: 0, name: 'T01 Denver', before: 400 / 305, after: 300 / 305, inBand: true },
    { territory: 1, name: 'T02 Boise', before: 100 / 305, after: 310 / 305, inBand: true },
  ]);
});

test('a bar of a plan out of band says so; a seat without a target has none', () => {
  const [first] = plan.metrics;
  if (first === undefined) throw new Error('There is a metric.');
  const [metric] = shown({
    metrics: [{ ...first, load: Float64Array.of(340, 0), target: Float64Array.of(305, 0) }],
  }).metrics;
  expect(metric?.bars).toMatchObject([
    { after: 340 / 305, inBand: false },
    { before: 0, after: 0, inBand: true },
  ]);
});

test('what is noticed is told in words, as gravely as it is', () => {
  const notices = [{ code: 'noPlaces', severity: 'warning' as const, params: { owners: 'yes' } }];
  expect(shown({ notices }).notices).toEqual([
    { severity: 'warning', text: expect.stringMatching(/^[A-Z].*\.$/) as string },
  ]);
});

test('spread and gap stand among the details, the seed nowhere: it invites shopping; a gap that is not known says so', () => {
  expect(JSON.stringify(shown())).not.toMatch(/seed/i);
  expect(shown().details.map(({ value }) => value)).toContain('0.016');
  expect(shown().details.map(({ value }) => value)).toContain('1.01%');
  expect(shown({ gap: NaN }).details.map(({ value }) => value)).toContain('no data');
  expect(shown().met).toBe(true);
});

test('the map shows the accounts that have a place, each as itself and in its territory', () => {
  expect(shown().map).toBeUndefined();
  const places = {
    ...accounts.places,
    latitude: Float64Array.of(NaN, 40, 41, 43, NaN, 30),
    longitude: Float64Array.of(NaN, -105, -110, -116, NaN, -97),
  };
  const { map } = shown({}, places);
  expect([...(map?.account ?? [])]).toEqual([1, 2, 3, 5]);
  // Account 2 changes hands: the map is of the plan.
  expect([...(map?.territory ?? [])]).toEqual([0, 1, 1, -1]);
  expect([...(map?.latitude ?? [])]).toEqual([40, 41, 43, 30]);
  expect([...(map?.longitude ?? [])]).toEqual([-105, -110, -116, -97]);
  expect(map?.centres.map(({ name }) => name)).toEqual(['T01 Denver', 'T02 Boise']);
});

test('an account on the map says what it is, who holds it today and where its row is, and is found by its row', () => {
  const places = { ...accounts.places, latitude: Float64Array.of(NaN, 40, 41, 43, NaN, 30) };
  const { map } = shown({}, places);
  const row = accounts.sheetRow[2] ?? 0;
  expect(map?.about(1)).toEqual({
    name: accountLabel(accounts, 2),
    value: 'Potential 100',
    address: `'${accounts.sheet}'!${row}:${row}`,
  });
  expect([...(map?.today ?? [])]).toEqual([0, 0, 1, -1]);
  expect(map?.centres.map(({ owner }) => owner)).toEqual(plan.territories.map(({ owner }) => owner));
  expect(map?.pointIn(accounts.sheet, row)).toBe(1);
  expect(map?.pointIn('Elsewhere', row)).toBe(-1);
  expect(map?.pointIn(accounts.sheet, 9999)).toBe(-1);
});

test('territories in one piece are counted where they were to be', () => {
  expect(valueOf(shown(), 'In one piece')).toBeUndefined();
  expect(valueOf(shown({ pieces: Int32Array.of(2, 1) }), 'In one piece')).toBe('1 of 2');
  // Where no place is known there is nothing in pieces.
  expect(valueOf(shown({ pieces: Int32Array.of(0, 1) }), 'In one piece')).toBe('2 of 2');
});

test('a limit on moves is told in whole accounts, and in amounts without fractions of a cent', () => {
  const told = (by: string, allowed: number, needed: number) =>
    wordNotice(speak('en'), numbers('en'), {
      code: 'obstacle.cap',
      severity: 'warning',
      params: { by, allowed, needed },
    });
  expect(told('arr', 5097270.005, 7231800)).toMatch(/: 5.1M allowed, about 7.23M needed\.$/);
  expect(told('accounts', 245.3, 312)).toMatch(/: 245 allowed, about 312 needed\.$/);
});

test('more moves than a limit allows, where rules alone bring them about, is no plan within that limit', () => {
  const cap = (allowed: number, by = 'accounts') => [
    { code: 'obstacle.cap', severity: 'warning' as const, params: { by, allowed, needed: 90 } },
  ];
  const moved = { accounts: 73, money: 500 };
  expect(isForced({ notices: cap(24), moved })).toBe(true);
  expect(isForced({ notices: cap(73), moved })).toBe(false);
  expect(isForced({ notices: cap(400, 'money'), moved })).toBe(true);
  expect(isForced({ notices: [], moved })).toBe(false);
});
