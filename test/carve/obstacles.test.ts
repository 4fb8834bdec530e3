import { noticeOf, noticesOf } from '../../src/carve/obstacles';
import { capRule } from '../../src/plan/rules/cap';
import { carvingRules, rulesOf } from '../../src/carve/classes';
import { defaultSettings } from '../../src/plan/settings';
import type { CarveInput } from '../../src/carve/compile';
import type { Oversized } from '../../src/carve/oversized';
import type { Design, Obstacle } from '../../src/engine';
import { accountsOf, designOf, inputOf, locksOf, rep, territoriesOf, type Row } from './team';

const input = inputOf([]);
const accounts = accountsOf([{ name: 'Acme' }, {}]);
type Told = Exclude<Obstacle, { kind: 'ineligible' }>;
const rules = { cap: capRule(input.settings) };
const of = (obstacle: Told) =>
  noticeOf(
    obstacle,
    { accounts, metrics: input.metrics, settings: input.settings },
    rules,
    territoriesOf(input),
  );

test.each<[Told, Record<string, string | number>]>([
  [
    { kind: 'oversized', account: 0, metric: 1, value: 9, limit: 5 },
    { account: 'Acme', row: 2, metric: 'count', value: 9, limit: 5 },
  ],
  [
    { kind: 'oversized', account: 1, metric: 0, value: 9, limit: 5 },
    { account: 'Accounts!3', row: 3, metric: 'potential', value: 9, limit: 5 },
  ],
  [
    { kind: 'pinned', territory: 1, metric: 0, value: 9, limit: 5 },
    { territory: 'T02 Bob', metric: 'potential', value: 9, limit: 5 },
  ],
  [
    {
      kind: 'tooMuch',
      classes: Int32Array.of(0),
      territories: Int32Array.of(0, 1),
      metric: 0,
      value: 9,
      limit: 5,
    },
    { territories: 'T01 Ann, T02 Bob', metric: 'potential', value: 9, limit: 5 },
  ],
  [
    { kind: 'tooLittle', territories: Int32Array.of(1), metric: 0, value: 2, limit: 5 },
    { territories: 'T02 Bob', metric: 'potential', value: 2, limit: 5 },
  ],
  [
    { kind: 'cap', by: 'money', allowed: 1, needed: 2 },
    { by: 'money', allowed: 1, needed: 2 },
  ],
  [
    { kind: 'cap', by: 'limit', name: 'customers', allowed: 1, needed: 2 },
    { by: 'customers', allowed: 1, needed: 2 },
  ],
  [
    { kind: 'conflict', account: 0, other: 1 },
    { account: 'Acme', other: 'Accounts!3' },
  ],
  [
    { kind: 'cap', by: 'accounts', allowed: 3, needed: 8 },
    { by: 'accounts', allowed: 3, needed: 8 },
  ],
  [{ kind: 'empty', territories: 3 }, { territories: 3 }],
])('$kind becomes a warning that names accounts and territories', (obstacle, params) => {
  expect(of(obstacle)).toEqual({ code: `obstacle.${obstacle.kind}`, severity: 'warning', params });
});

test('a plan tells each obstacle once; what may go nowhere is told by its rule, not by the engine’s classes', () => {
  const whole = inputOf([{ coverage: 'pool' }, { coverage: 'pool' }, {}]);
  const design = designOf({
    assignment: Int32Array.of(-1, -1, 0),
    obstacles: [
      { kind: 'ineligible', classIndex: 0, accounts: 2 },
      { kind: 'empty', territories: 1 },
      { kind: 'conflict', account: 0, other: 1 },
    ],
  });
  expect(noticesOf(whole, design, rulesOf(whole), territoriesOf(whole))).toMatchObject([
    { code: 'nowhere.coverage', severity: 'note', params: { model: 'pool', accounts: 2 } },
    { code: 'obstacle.empty', severity: 'warning' },
    { code: 'obstacle.conflict', severity: 'warning' },
  ]);
});

/** All that is told of a plan. */
const toldOf = (whole: CarveInput, over: Partial<Design>, oversized?: Oversized) =>
  noticesOf(whole, designOf(over), carvingRules(whole), territoriesOf(whole), oversized);

describe('accounts with a territory for themselves', () => {
  const whole = inputOf([{}, {}], { seats: [rep('Ann'), rep('Bob'), rep('Cy')] });
  const oversized: Oversized = {
    accounts: Int32Array.of(0, 1),
    isApart: [true, false, true],
    targets: [],
    worst: 0.07,
    floors: [0.1, 0.5],
  };
  const figures = {
    worstDeviation: Float64Array.of(1.4, 0.2),
    toleranceFloor: Float64Array.of(1.3, 0.3),
  };

  test('are told by name, with the figures without and with them', () => {
    // A floor at the tolerance says nothing: a plan may be as even as is asked.
    expect(toldOf(whole, figures, oversized)).toEqual([
      {
        code: 'oversized',
        severity: 'note',
        params: {
          accounts: 2,
          count: 2,
          territories: 'T01 Ann, T03 Cy',
          metric: 'potential',
          worst: 0.07,
          floor: 'none',
          worstWith: 1.4,
          floorWith: 1.3,
        },
      },
    ]);
    const [beyond] = toldOf(
      whole,
      { ...figures, toleranceFloor: Float64Array.of(0.1) },
      { ...oversized, floors: [0.2] },
    );
    expect(beyond?.params).toMatchObject({ floor: 0.2, floorWith: 'none' });
  });

  test('are not told where no territory is theirs, or nothing is balanced', () => {
    expect(toldOf(whole, figures, { ...oversized, isApart: [false, false, false] })).toEqual([]);
    expect(toldOf({ ...whole, metrics: [] }, figures, { ...oversized, floors: [] })).toEqual([]);
  });

  test('instead of them, what pins alone fill is told by name', () => {
    const apart = (floor: number): Design['apart'] => ({
      accounts: new Int32Array(0),
      territories: Uint8Array.of(0, 1, 1),
      target: new Float64Array(0),
      worstDeviation: Float64Array.of(0.04, 0.6),
      toleranceFloor: Float64Array.of(floor, 0.9),
      withinTolerance: true,
    });
    const params = { territories: 'T02 Bob, T03 Cy', metric: 'potential', worst: 0.04 };
    expect(toldOf(whole, { ...figures, apart: apart(0.1) })).toEqual([
      { code: 'apart', severity: 'note', params: { ...params, floor: 'none' } },
    ]);
    expect(toldOf(whole, { ...figures, apart: apart(0.3) })).toMatchObject([{ params: { floor: 0.3 } }]);
    expect(toldOf(whole, { ...figures, apart: apart(0.3) }, oversized)).toMatchObject([
      { code: 'oversized' },
    ]);
    expect(toldOf({ ...whole, metrics: [] }, { apart: apart(0.3) })).toEqual([]);
  });
});

describe('accounts that may go nowhere', () => {
  const seats = [rep('Ann', { segment: 'SMB' }), rep('Bob', { segment: 'SMB' })];
  const settings = { ...defaultSettings, bySegment: true };
  const segments: Row[] = [
    { segment: 'Large', potential: 5 },
    { segment: 'SMB', potential: 100 },
    { segment: 'Public', potential: 7 },
    { segment: 'Large', potential: 8 },
    { segment: 'Large', potential: 1000 },
  ];
  // The last was locked to a seat, which wins.
  const assignment = Int32Array.of(-1, 0, -1, -1, 0);
  const locks = locksOf(5, { 4: [0, 'manual'] });

  test('are told once a reason, with how many there are and what of the first amount is theirs', () => {
    const params = { metric: 'potential' };
    expect(toldOf(inputOf(segments, { seats, settings, locks }), { assignment })).toEqual([
      {
        code: 'nowhere.segment',
        severity: 'warning',
        params: { ...params, segment: 'Large', accounts: 2, value: 13 },
      },
      {
        code: 'nowhere.segment',
        severity: 'warning',
        params: { ...params, segment: 'Public', accounts: 1, value: 7 },
      },
    ]);
  });

  test('are told without an amount where accounts are merely counted, or nothing is', () => {
    const potential = { id: 'potential', fields: ['potential'], tolerance: 0.1 } as const;
    const count = { id: 'count', fields: [], tolerance: 0.2 } as const;
    for (const metrics of [[count, potential], [count], []])
      expect(
        toldOf(inputOf(segments, { seats, settings, locks, metrics }), { assignment })[0]?.params,
      ).toEqual({ segment: 'Large', accounts: 2, metric: 'none', value: 0 });
  });

  test('are told together if they wait in the pool: the user said what a book may hold', () => {
    const pooled = Int32Array.of(1, 0, 2, 3, 0);
    expect(toldOf(inputOf(segments, { seats, locks, pooled }), { assignment })).toEqual([
      { code: 'nowhere.book', severity: 'note', params: { accounts: 3 } },
    ]);
  });
});

describe('families of which seats for named accounts hold a part', () => {
  const seats = [rep('Ann'), rep('Ned', { named: true })];
  const families = [0, 0, 0, 1, 1, 2, 2, -1, -1, 3];
  const rows = families.map((family): Row => ({ family, potential: 1 }));
  const assignment = Int32Array.of(1, 0, 0, 1, 0, 0, 0, 1, 0, 1);
  const warnings = (held: Int32Array, keepFamilies = true) =>
    toldOf(inputOf(rows, { seats, settings: { ...defaultSettings, keepFamilies } }), { assignment: held });

  test('are told, with their accounts that are elsewhere', () => {
    expect(warnings(assignment)).toEqual([
      { code: 'namedFamilies', severity: 'warning', params: { accounts: 3, families: 2 } },
    ]);
    // What is nowhere is not elsewhere.
    expect(warnings(assignment.map((j, i) => (i === 1 || i === 4 ? -1 : j)))).toMatchObject([
      { params: { accounts: 1, families: 1 } },
    ]);
  });

  test('are not where all is in one place, or families need not hold', () => {
    expect(warnings(assignment.map((_, i) => (i < 3 ? 1 : 0)))).toEqual([]);
    expect(warnings(assignment, false)).toEqual([]);
  });
});

test('places that a lock cuts are told once, with how much of them is elsewhere; so is who says no place', () => {
  const rows = [{ state: 'TX' }, { state: 'TX' }, { state: 'TX' }, { state: 'OK' }, {}];
  const settings = { ...defaultSettings, unit: 'state' as const };
  const assignment = Int32Array.of(0, 0, 1, 1, 0);
  const whole = inputOf(rows, { settings, locks: locksOf(5, { 0: [0, 'manager'], 2: [1, 'manager'] }) });
  const design = designOf({ assignment, obstacles: [{ kind: 'conflict', account: 0, other: 2 }] });
  expect(noticesOf(whole, design, carvingRules(whole), territoriesOf(whole))).toEqual([
    {
      code: 'unitsCut',
      severity: 'warning',
      params: { unit: 'state', units: 1, names: 'TX', more: 0, accounts: 1 },
    },
    { code: 'unitless', severity: 'note', params: { unit: 'state', accounts: 1 } },
  ]);
});

test('a place that is too large is told by its name', () => {
  const whole = inputOf([{ name: 'Acme', state: 'TX' }], { settings: { ...defaultSettings, unit: 'state' } });
  const obstacle = { kind: 'oversized', account: 0, metric: 1, value: 9, limit: 5 } as const;
  expect(noticeOf(obstacle, whole, rules, territoriesOf(whole)).params).toMatchObject({
    account: 'TX',
    unit: 'state',
  });
});
