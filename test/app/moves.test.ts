import { endsOf, type AccountMove } from '../../src/app/moves';
import type { StandingPlan } from '../../src/app/standing-plan';
import type { Accounts } from '../../src/plan/accounts';

/** Two territories of ten accounts each, held against a half each of what is placed; one account has no territory. */
const accounts = { count: 21, number: {} } as unknown as Accounts;
const standing = (settings: object = {}) =>
  ({
    record: { settings },
    metrics: [
      {
        spec: { id: 'count', fields: [], tolerance: 0.05 },
        load: Float64Array.of(10, 10),
        target: Float64Array.of(10, 10),
        index: Float64Array.of(1, 1),
      },
    ],
  }) as unknown as StandingPlan;
const ends = (move: AccountMove, settings?: object) =>
  endsOf([move], standing(settings), accounts).map(({ territory, after, isOut }) => [
    territory,
    after,
    isOut,
  ]);

test('an account that comes into a territory is a part of what fair shares are of', () => {
  expect(ends({ account: 20, from: -1, to: 0 })).toEqual([[0, 11 / 10.5, false]]);
  expect(ends({ account: 0, from: 0, to: -1 })).toEqual([[0, 9 / 9.5, true]]);
});

test('one that changes territories leaves them as they are, and in pools nobody knows', () => {
  expect(ends({ account: 0, from: 0, to: 1 })).toEqual([
    [0, 0.9, true],
    [1, 1.1, true],
  ]);
  expect(ends({ account: 20, from: -1, to: 0 }, { bySegment: true })).toEqual([[0, 1.1, true]]);
});
