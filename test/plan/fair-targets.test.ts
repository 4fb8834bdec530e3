import { fairTargets, setApartBy, type Shares } from '../../src/plan/fair-targets';

const shares = (change: Partial<Shares> = {}): Shares => ({
  share: [1, 1, 0.5, 1],
  pool: [0, 0, 0, 0],
  isOutside: [false, false, false, false],
  ...change,
});
const targetsOf = (of: Shares, load: number[], oversized: number[], holds = oversized.map((x) => x > 0)) => [
  ...fairTargets(of, { load, oversized }, setApartBy(of, { load, oversized }, holds)),
];

test('an oversized account is the target of its territory, and the rest is shared without it', () => {
  // 100 of 150 are one account; 50 are left for 2.5 seats.
  expect(targetsOf(shares(), [100, 18, 12, 20], [100, 0, 0, 0])).toEqual([100, 20, 10, 20]);
});

test('small accounts beside it are beyond its target, and part of what the others share', () => {
  expect(targetsOf(shares(), [105, 18, 7, 20], [100, 0, 0, 0])).toEqual([100, 20, 10, 20]);
});

test('an account that is less than a share by now, or a small part of a family, is like any other', () => {
  expect(targetsOf(shares(), [20, 20, 10, 20], [8, 0, 0, 0])).toEqual([20, 20, 10, 20]);
  // Of two that are marked the larger is still set apart.
  expect(targetsOf(shares(), [10, 98, 12, 20], [6, 90, 0, 0])).toEqual([20, 90, 10, 20]);
});

test('what a share would be is told among those that hold no such account', () => {
  // 60 for three others: 17 is less than each of them has, and more than a fourth of it.
  expect(targetsOf(shares({ share: [1, 1, 1, 1] }), [17, 20, 20, 20], [17, 0, 0, 0])).toEqual(
    Array(4).fill(77 / 4),
  );
});

test('each pool shares for itself', () => {
  const two = shares({ pool: [0, 0, 1, 1] });
  expect(targetsOf(two, [60, 10, 9, 21], [60, 0, 0, 0])).toEqual([60, 10, 10, 20]);
});

test('what a seat for named accounts holds is in nobody’s share, however large', () => {
  const named = shares({ isOutside: [true, false, false, false] });
  expect(targetsOf(named, [900, 10, 5, 10], [900, 0, 0, 0])).toEqual([0, 10, 5, 10]);
});

test('where every territory holds one, each has its own', () => {
  expect(targetsOf(shares(), [9, 8, 7, 6], [9, 8, 7, 6])).toEqual([9, 8, 7, 6]);
});

test('further metrics follow the first: whoever is set apart by it has no part of them', () => {
  const of = shares();
  const isApart = setApartBy(of, { load: [100, 10, 5, 10], oversized: [100, 0, 0, 0] }, [
    true,
    false,
    false,
    false,
  ]);
  expect(isApart).toEqual([true, false, false, false]);
  expect([...fairTargets(of, { load: [1, 11, 4, 10], oversized: [1, 0, 0, 0] }, isApart)]).toEqual([
    1, 10, 5, 10,
  ]);
});
