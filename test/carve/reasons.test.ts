import { reasonOf } from '../../src/carve/reasons';
import { Why, type Design } from '../../src/engine';
import { planRules } from '../../src/plan/rules/plan-rules';
import type { StandIn } from '../../src/carve/stand-ins';
import { designOf, inputOf, locksOf, territoriesOf } from './team';

const input = inputOf([{}]);
const territories = territoriesOf(input);
const rules = planRules(
  input.accounts,
  input.seats,
  locksOf(1, { 0: [0, 'named'] }),
  input.settings,
  () => [],
);

/** The reason of one account: why, how far, and its second-best territory. */
function reason(why: Why, over: { km?: number; next?: number; extraKm?: number; like?: StandIn } = {}) {
  const { km = NaN, next = -1, extraKm = NaN, like } = over;
  const design: Design = designOf({
    assignment: Int32Array.of(0),
    why: Uint8Array.of(why),
    distanceKm: Float32Array.of(km),
    runnerUp: Int32Array.of(next),
    runnerUpExtraKm: Float32Array.of(extraKm),
  });
  return reasonOf(design, territories, rules, () => like, 0);
}

test('the nearest centre, and the next one where there is a choice', () => {
  expect(reason(Why.Nearest, { km: 12 })).toEqual({ code: 'nearest', km: 12 });
  const next = { km: 12, next: 1, extraKm: 30 };
  expect(reason(Why.Nearest, next)).toEqual({ code: 'nearest', km: 12, next: 'T02', extraKm: 30 });
});

test('balance is named only where the other centre is nearer by a distance that shows', () => {
  const balance = (extraKm: number) => reason(Why.Balance, { km: 12, next: 1, extraKm });
  expect(balance(-8)).toEqual({ code: 'balance', km: 12, nearer: 'T02', savedKm: 8 });
  expect(balance(-0.0625)).toMatchObject({ code: 'balance', savedKm: 0.0625 });
  expect(balance(-0.03125)).toEqual({ code: 'nearest', km: 12 });
  expect(reason(Why.Balance, { km: 12, extraKm: -8 })).toEqual({ code: 'nearest', km: 12 });
});

test.each(['state', 'owner'] as const)(
  'an account put amid others of its %s has no distance to tell',
  (like) => {
    const far = { km: 12, next: 1, extraKm: -8, like };
    expect(reason(Why.Nearest, far)).toEqual({ code: 'noPlace', by: like });
    expect(reason(Why.Balance, far)).toEqual({ code: 'noPlace', by: like });
    expect(reason(Why.Kept, far)).toEqual({ code: 'kept' });
  },
);

test('the other reasons need no figures', () => {
  expect(reason(Why.NoPlace)).toEqual({ code: 'noPlace', by: 'balance' });
  expect(reason(Why.Kept, { km: 12 })).toEqual({ code: 'kept' });
  expect(reason(Why.Apart, { km: 0 })).toEqual({ code: 'apart' });
  expect(reason(Why.Family, { km: 12 })).toEqual({ code: 'family' });
  expect(reason(Why.Pinned, { km: 12 })).toEqual({ code: 'locked', lock: 'named' });
});

test('an area that is kept together is no family: its accounts have no place of their own', () => {
  expect(reason(Why.Family, { like: 'area' })).toEqual({ code: 'noPlace', by: 'area' });
  expect(reason(Why.Family, { like: 'state' })).toEqual({ code: 'family' });
});

test('where no rule decides, none is named', () => {
  expect(reason(Why.Unassigned)).toEqual({ code: 'ineligible' });
  expect(reason(Why.OnlyEligible)).toEqual({ code: 'onlyEligible' });
});
