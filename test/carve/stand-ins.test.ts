import { carvingPoints, hasSpace, standInsOf } from '../../src/carve/stand-ins';
import { toSphereKm } from '../../src/geo/sphere';
import type { Accounts } from '../../src/plan/accounts';
import { TextColumnBuilder } from '../../src/plan/columns';

/** Accounts of which only place and state matter here. */
function accountsAt(rows: readonly (readonly [number, number, string?])[]): Accounts {
  const region = new TextColumnBuilder(rows.length);
  rows.forEach(([, , state], i) => {
    region.set(i, state);
  });
  const blank = new TextColumnBuilder(rows.length).build();
  return {
    count: rows.length,
    sheet: 'Accounts',
    sheetRow: Int32Array.from(rows, (_, i) => i + 2),
    text: {},
    number: {},
    places: {
      latitude: Float64Array.from(rows, ([latitude]) => latitude),
      longitude: Float64Array.from(rows, ([, longitude]) => longitude),
      method: new Uint8Array(rows.length),
      country: blank,
      region: region.build(),
    },
    family: new Int32Array(rows.length).fill(-1),
  };
}

const accounts = accountsAt([
  [30, -97, 'US-TX'],
  [32, -99, 'US-TX'],
  [45, -110, 'US-MT'],
  [NaN, NaN, 'US-TX'],
  [NaN, NaN, 'US-WY'],
  [NaN, NaN],
]);
const current = Int32Array.of(0, 0, 1, 1, 1, -1);

test('an account without a place stands amid its state, else amid its owner’s accounts, else nowhere', () => {
  const points = carvingPoints(accounts, current);
  const at = (i: number) => [...points.subarray(3 * i, 3 * i + 3)];
  const [a, b] = [toSphereKm(30, -97), toSphereKm(32, -99)];
  expect(at(3)).toEqual(a.map((x, d) => (x + (b[d] ?? NaN)) / 2));
  expect(at(4)).toEqual(toSphereKm(45, -110));
  expect(at(5)).toEqual([NaN, NaN, NaN]);
  expect(at(0)).toEqual(a);
});

test('a state goes before an owner: those of its own state say more about where it is', () => {
  const [missing, state, owner] = [3, 0, 2];
  expect(accounts.places.region.codes[missing]).toBe(accounts.places.region.codes[state]);
  expect(current[missing]).toBe(current[owner]);
  const points = carvingPoints(accounts, current);
  expect(points[3 * missing]).not.toBeCloseTo(points[3 * owner]!, 0);
  expect(standInsOf(accounts, current)(missing)).toBe('state');
});

test('accounts without a state or owner are no company for each other', () => {
  const list = accountsAt([
    [30, -97],
    [NaN, NaN],
    [NaN, NaN, 'US-TX'],
  ]);
  const nobody = new Int32Array(3).fill(-1);
  expect([...carvingPoints(list, nobody).subarray(3)].every(Number.isNaN)).toBe(true);
  expect([1, 2].map(standInsOf(list, nobody))).toEqual([undefined, undefined]);
});

test('a stand-in is no company for others without a place', () => {
  const list = accountsAt([
    [30, -97, 'US-TX'],
    [NaN, NaN, 'US-TX'],
    [NaN, NaN, 'US-WY'],
  ]);
  const points = carvingPoints(list, Int32Array.of(-1, 0, 0));
  expect([...points.subarray(3, 6)]).toEqual([...points.subarray(0, 3)]);
  expect(points[6]).toBeNaN();
  expect(standInsOf(list, Int32Array.of(-1, 0, 0))(2)).toBeUndefined();
});

test('it is known by what it was put there; placed accounts have no stand-in', () => {
  expect([0, 1, 2, 3, 4, 5].map(standInsOf(accounts, current))).toEqual([
    undefined,
    undefined,
    undefined,
    'state',
    'owner',
    undefined,
  ]);
});

test('each state has its own middle, that of all its placed accounts', () => {
  const list = accountsAt([
    [30, -97, 'US-TX'],
    [45, -110, 'US-MT'],
    [47, -112, 'US-MT'],
    [NaN, NaN, 'US-MT'],
    [35, -106, 'US-NM'],
    [NaN, NaN, 'US-NM'],
  ]);
  const current = Int32Array.of(2, 2, 2, 2, 2, 2);
  const points = carvingPoints(list, current);
  const at = (i: number) => [...points.subarray(3 * i, 3 * i + 3)];
  expect(at(3)).toEqual(at(1).map((x, d) => (x + (at(2)[d] ?? NaN)) / 2));
  expect(at(5)).toEqual(at(4));
  expect([3, 5].map(standInsOf(list, current))).toEqual(['state', 'state']);
});

describe('where the middle of a state or country is known', () => {
  const bare = accountsAt([
    [30, -97, 'US-TX'],
    [NaN, NaN, 'US-TX'],
    [NaN, NaN, 'US-WY'],
    [NaN, NaN],
  ]);
  const area = {
    latitude: Float64Array.of(31, 31, 43, NaN),
    longitude: Float64Array.of(-99, -99, -107, NaN),
  };
  const list = { ...bare, places: { ...bare.places, area } };
  const current = new Int32Array(4);

  test('an account without a place stands there, unless others of its state have one', () => {
    const points = carvingPoints(list, current);
    const at = (i: number) => [...points.subarray(3 * i, 3 * i + 3)];
    expect([1, 2, 3].map(at)).toEqual([toSphereKm(30, -97), toSphereKm(43, -107), toSphereKm(30, -97)]);
    expect([0, 1, 2, 3].map(standInsOf(list, current))).toEqual([undefined, 'state', 'area', 'owner']);
  });

  test('that alone is space; without it and without a place there is none', () => {
    const nowhere = { latitude: new Float64Array(4).fill(NaN), longitude: new Float64Array(4).fill(NaN) };
    expect(hasSpace({ ...list.places, ...nowhere })).toBe(true);
    expect(hasSpace({ ...list.places, ...nowhere, area: nowhere })).toBe(false);
    expect(hasSpace({ ...bare.places, ...nowhere })).toBe(false);
    expect(hasSpace(bare.places)).toBe(true);
  });
});
