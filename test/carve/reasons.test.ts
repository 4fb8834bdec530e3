import { reasonOf } from '../../src/carve/reasons';
import type { StandIn } from '../../src/carve/stand-ins';
import { Why, type Design } from '../../src/engine';
import { inputOf, territoriesOf } from './team';

const territories = territoriesOf(inputOf([]));

/** The reason for one account that the engine gave this code; the runner-up is T02 unless said otherwise. */
function reasonFor(
  why: Why,
  {
    km = 40,
    extraKm = 3,
    runnerUp = 1,
    by,
  }: { km?: number; extraKm?: number; runnerUp?: number; by?: StandIn } = {},
) {
  const design: Pick<Design, 'why' | 'distanceKm' | 'runnerUp' | 'runnerUpExtraKm'> = {
    why: Uint8Array.of(why),
    distanceKm: Float32Array.of(km),
    runnerUp: Int32Array.of(runnerUp),
    runnerUpExtraKm: Float32Array.of(extraKm),
  };
  return reasonOf(
    design as Design,
    territories,
    (i) => `lock ${i}`,
    () => by,
    0,
  );
}

test.each([
  [Why.Unassigned, { code: 'ineligible' }],
  [Why.Pinned, { code: 'locked', lock: 'lock 0' }],
  [Why.OnlyEligible, { code: 'onlyEligible' }],
  [Why.Family, { code: 'family' }],
  [Why.Kept, { code: 'kept' }],
  [Why.NoPlace, { code: 'noPlace', by: 'balance' }],
  [Why.Nearest, { code: 'nearest', km: 40, next: 'T02', extraKm: 3 }],
])('the engine’s code %s is a reason', (why, reason) => {
  expect(reasonFor(why)).toEqual(reason);
});

test.each([Why.NoPlace, Why.Balance, Why.Nearest])(
  'an account that stands in another’s place says by whose (code %s), whatever the distance',
  (why) => {
    expect(reasonFor(why, { by: 'state', extraKm: -9 })).toEqual({ code: 'noPlace', by: 'state' });
    expect(reasonFor(why, { by: 'owner', km: NaN })).toEqual({ code: 'noPlace', by: 'owner' });
  },
);

describe('an account that balance moved', () => {
  test('names the nearer centre and what going there would have saved', () => {
    expect(reasonFor(Why.Balance, { extraKm: -12.5 })).toEqual({
      code: 'balance',
      km: 40,
      nearer: 'T02',
      savedKm: 12.5,
    });
  });

  test('is merely near where no centre is nearer by what one could see', () => {
    expect(reasonFor(Why.Balance, { extraKm: -0.04 })).toEqual({ code: 'nearest', km: 40 });
    expect(reasonFor(Why.Balance, { extraKm: 0.06 })).toEqual({ code: 'nearest', km: 40 });
    expect(reasonFor(Why.Balance, { extraKm: -12.5, runnerUp: -1 })).toEqual({ code: 'nearest', km: 40 });
    expect(reasonFor(Why.Balance, { extraKm: -0.0625 })).toMatchObject({ code: 'balance' });
  });

  test('is similar where nothing has a distance', () => {
    expect(reasonFor(Why.Balance, { km: NaN, extraKm: NaN })).toEqual({ code: 'similar', next: 'T02' });
    expect(reasonFor(Why.Balance, { km: NaN, extraKm: NaN, runnerUp: -1 })).toEqual({ code: 'similar' });
  });
});

describe('an account at its nearest centre', () => {
  test('names no runner-up where there is none, or none with a distance', () => {
    expect(reasonFor(Why.Nearest, { runnerUp: -1 })).toEqual({ code: 'nearest', km: 40 });
    expect(reasonFor(Why.Nearest, { extraKm: NaN })).toEqual({ code: 'nearest', km: 40 });
  });

  test('is similar where nothing has a distance', () => {
    expect(reasonFor(Why.Nearest, { km: NaN })).toEqual({ code: 'similar', next: 'T02' });
    expect(reasonFor(Why.Nearest, { km: NaN, runnerUp: -1 })).toEqual({ code: 'similar' });
  });
});
