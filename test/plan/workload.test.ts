import { hoursOf, usualTier } from '../../src/plan/workload';

test('the best tiers are seen most; any other name has what is usual, whatever it is', () => {
  expect(usualTier('B')).toEqual({ name: 'B', calls: 5, minutes: 45 });
  for (const name of ['Key', '', 'Constructor', '__proto__'])
    expect(usualTier(name)).toEqual({ name, calls: 3, minutes: 30 });
});

test('hours are those of calls and of the way there and back, shared by the calls of a trip', () => {
  const tier = { name: 'A', calls: 10, minutes: 60 };
  expect(hoursOf(tier, 200, { callsPerTrip: 5, speed: 80 })).toEqual({ hours: 20, travel: 10 });
  expect(hoursOf(tier, NaN, { callsPerTrip: 5, speed: 80 })).toEqual({ hours: 10, travel: 0 });
});
