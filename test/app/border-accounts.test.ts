import { borderAccounts } from '../../src/app/border-accounts';
import type { Accounts } from '../../src/plan/accounts';
import type { StandingPlan } from '../../src/app/standing-plan';

/** Places as latitude and longitude, and the territory of each. */
function bordersOf(
  places: readonly (readonly [number, number, number])[],
  isOther = (own: number, j: number) => own !== j,
): [number, number][] {
  const at = (n: 0 | 1) => Float64Array.from(places, (place) => place[n]);
  const accounts = { places: { latitude: at(0), longitude: at(1) } } as unknown as Accounts;
  const assignment = Int32Array.from(places, ([, , territory]) => territory);
  const territories = Array.from({ length: Math.max(...assignment) + 1 }, () => ({}));
  const standing = { assignment, record: { territories } } as unknown as StandingPlan;
  return [...borderAccounts(accounts, standing, isOther)];
}

test('in the north a degree of longitude is half as far: what lies east is nearer than what lies north', () => {
  const borders = bordersOf([
    [60, 0, 0],
    [60, -8, 0],
    [60, 4, 1],
    [63, 0, 2],
  ]);
  expect(borders.find(([account]) => account === 0)).toEqual([0, 1]);
});

test('at the border is what is at most half as far again from another centre as from its own', () => {
  const borders = (east: number) =>
    bordersOf([
      [0, -2, 0],
      [0, 2, 0],
      [0, east, 1],
    ]);
  expect(borders(4.9)).toContainEqual([1, 1]);
  expect(borders(5.1)).not.toContainEqual([1, 1]);
});

test('nothing is at a border without a place, without a territory, or where no other one counts', () => {
  expect(
    bordersOf([
      [NaN, NaN, 0],
      [0, 0, -1],
      [0, 0, 0],
      [0, 3, 1],
    ]).filter(([account]) => account < 2),
  ).toEqual([]);
  expect(
    bordersOf(
      [
        [0, -2, 0],
        [0, 2, 0],
        [0, 3, 1],
      ],
      () => false,
    ),
  ).toEqual([]);
});
