import { familiesOf } from '../../src/carve/areas';
import { TextColumnBuilder } from '../../src/plan/columns';
import { defaultSettings, type Settings } from '../../src/plan/settings';
import { accountsOf, seat } from '../plan/accounts';

/** Accounts of which only the state is known; `held` gives today's seat of each. */
function families(
  states: readonly string[],
  {
    held = [] as number[],
    seats = 2,
    named = -1,
    family = [] as number[],
    further = [] as Float64Array[],
    classes = [] as number[],
    countries = [] as string[],
    locked = [] as number[],
    settings = defaultSettings as Settings,
    rowOf = (classIndex: number) => classIndex,
  } = {},
) {
  const bare = accountsOf(states.map(() => ({})));
  const builder = new TextColumnBuilder(states.length);
  states.forEach((state, i) => {
    builder.set(i, state === '' ? undefined : state);
  });
  const country = new TextColumnBuilder(states.length);
  states.forEach((_, i) => {
    country.set(i, countries[i]);
  });
  const middle = Float64Array.from(states, (state) => (state === '' && countries.length === 0 ? NaN : 40));
  const accounts = {
    ...bare,
    family: Int32Array.from(states, (_, i) => family[i] ?? -1),
    places: {
      ...bare.places,
      country: country.build(),
      region: builder.build(),
      area: { latitude: middle, longitude: middle },
    },
  };
  return [
    ...familiesOf({
      accounts,
      metrics: [new Float64Array(states.length).fill(1), ...further].map((weight) => ({
        weight,
        tolerance: 0.2,
      })),
      seats: Array.from({ length: seats }, (_, j) =>
        j === named ? { ...seat(), named: true as const } : seat(),
      ),
      current: Int32Array.from(states, (_, i) => held[i] ?? -1),
      locks: {
        seat: Int32Array.from(states, (_, i) => locked[i] ?? (named >= 0 && held[i] === named ? named : -1)),
        kind: () => undefined,
      },
      settings,
      classOf: Int32Array.from(states, (_, i) => classes[i] ?? 0),
      rowOf,
    }),
  ];
}

const many = (state: string, count: number) => new Array<string>(count).fill(state);

test('accounts of a light state are one family; those that say nothing stand alone', () => {
  expect(families([...many('US-TX', 3), ...many('US-OK', 2), '', ...many('US-NM', 24)]).slice(0, 6)).toEqual([
    0, 0, 0, 1, 1, -1,
  ]);
});

test('a heavy state is cut into parts no heavier than the tolerance of a territory, holder by holder', () => {
  const parts = families(many('US-TX', 20), { held: Array.from({ length: 20 }, (_, i) => i % 2) });
  const holders = new Map<number, Set<number>>();
  const sizes = new Map<number, number>();
  parts.forEach((part, i) => {
    holders.set(part, (holders.get(part) ?? new Set()).add(i % 2));
    sizes.set(part, (sizes.get(part) ?? 0) + 1);
  });
  expect([...holders.values()].every(({ size }) => size === 1)).toBe(true);
  expect([...sizes.values()]).toEqual(new Array(10).fill(2));
});

test('families of the list stay what they are', () => {
  const found = families(['US-TX', 'US-TX', 'US-TX', ...many('US-CA', 30)], { family: [0, 0, -1] });
  expect(found.slice(0, 3)).toEqual([0, 0, 1]);
});

test('a state that is light by one metric and heavy by another is cut, too', () => {
  const states = [...many('US-TX', 4), ...many('US-NM', 36)];
  expect(families(states).slice(0, 4)).toEqual([0, 0, 0, 0]);
  // The four hold nearly all the money: half of it each part at most.
  const money = Float64Array.from(states, (_, i) => (i < 4 ? 25 : 0));
  expect(new Set(families(states, { further: [money] }).slice(0, 4)).size).toBe(4);
});

test('accounts of one state that may go to different seats are no family', () => {
  const found = families([...many('US-TX', 4), ...many('US-CA', 30)], { classes: [0, 1, 0, 1] });
  expect(found.slice(0, 4)).toEqual([0, 1, 0, 1]);
});

test('what a seat for named accounts holds is of no family, of the list or of a state', () => {
  const found = families(['US-TX', 'US-TX', 'US-TX', 'US-TX', ...many('US-CA', 30)], {
    family: [0, 0, -1, -1],
    held: [1, 0, 1, 0],
    named: 1,
  });
  expect(found.slice(0, 4)).toEqual([-1, 0, -1, 1]);
});

test('a state as heavy as the tolerance of a territory is one family, whoever holds its accounts', () => {
  // A fifth of half of forty.
  const states = [...many('US-TX', 4), ...many('US-NM', 36)];
  expect(families(states, { held: [0, 1, 0, 1] }).slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(families(states.slice(0, 39), { held: [0, 1, 0, 1] }).slice(0, 4)).toEqual([0, 1, 0, 1]);
});

test('every state is a family of its own, and every country where no state is known', () => {
  const states = ['US-TX', 'US-OK', 'US-NM', 'US-OK', 'US-NM', 'US-TX', ...many('US-CA', 24)];
  expect(families(states).slice(0, 6)).toEqual([0, 1, 2, 1, 2, 0]);
  const countries = ['DE', 'FR', 'PL', 'FR', 'PL', 'DE', ...many('GB', 24)];
  expect(families(many('', 30), { countries }).slice(0, 6)).toEqual([0, 1, 2, 1, 2, 0]);
});

test('what is locked to a seat is no part of those that may go elsewhere, nor of those locked to another', () => {
  const states = [...many('US-TX', 4), ...many('US-CA', 30)];
  expect(families(states, { locked: [-1, 1, 2, -1], seats: 3 }).slice(0, 4)).toEqual([0, 1, 2, 0]);
});

test('parts are numbered without a gap: first those of nobody, then holder by holder', () => {
  const held = [2, 1, -1, 2, 1, -1, 2, 1, -1];
  // Ten families of the list weigh as much as a territory may be off: two accounts make a part.
  const family = Array.from({ length: 20 }, (_, i) => (i < 9 ? -1 : 7));
  const parts = families(many('US-TX', 20), { held, family });
  expect(parts.slice(0, 9)).toEqual([12, 10, 8, 12, 10, 8, 13, 11, 9]);
});

test('one that is heavier than a part may be is a part alone', () => {
  const money = Float64Array.of(50, 1, 50, 1, ...new Array<number>(16).fill(0));
  const parts = families(many('US-TX', 20), { further: [money] });
  expect(parts.slice(0, 5)).toEqual([0, 1, 2, 3, 3]);
});

test('where no account may move, only what one holder has of a family is one', () => {
  const settings = { ...defaultSettings, cap: { accounts: 0, money: 1 } };
  const states = ['US-TX', 'US-TX', 'US-TX', 'US-OK', '', '', ...many('US-CA', 30)];
  const held = [0, 1, 0, 2, 1, 1, ...new Array<number>(30).fill(-1)];
  expect(families(states, { held, settings, seats: 3 })).toEqual([
    0,
    1,
    0,
    2,
    -1,
    -1,
    ...new Array<number>(30).fill(-1),
  ]);
  const ofList = { held: [2, 1, 2, 1, 0], family: [0, 0, 0, 0, 0], settings, seats: 3 };
  expect(families(many('', 5), ofList)).toEqual([0, 1, 0, 1, 2]);
});

test('a family of the list is of it whatever its number, and is cut where the settings keep none', () => {
  const states = [...many('US-TX', 4), ...many('US-CA', 30)];
  expect(families(states, { family: [3, 3, -1, -1] }).slice(0, 4)).toEqual([3, 3, 4, 4]);
  const settings = { ...defaultSettings, keepFamilies: false };
  expect(families(states.slice(1), { family: [3, 3, -1], settings }).slice(0, 3)).toEqual([0, 0, 0]);
});

test('a place that is to be whole is one family, heavy or light, in as many parts as rules let go to different seats', () => {
  const whole: Settings = { ...defaultSettings, unit: 'state' };
  const states = [...many('US-TX', 20), 'US-OK', 'US-OK', ''];
  expect(families(states, { settings: whole })).toEqual([...new Array(20).fill(0), 1, 1, -1]);
  // Classes differ by what a move costs, too: that parts nothing.
  const classes = states.map((_, i) => i % 2);
  expect(families(states, { settings: whole, classes, rowOf: () => 0 })).toEqual([
    ...new Array(20).fill(0),
    1,
    1,
    -1,
  ]);
  const parts = families(states, { settings: whole, classes });
  expect(new Set(parts.slice(0, 20)).size).toBe(2);
  expect(parts[20]).not.toBe(parts[21]);
});
