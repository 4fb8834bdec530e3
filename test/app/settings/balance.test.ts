import {
  balanceInForce,
  withAnother,
  withEarlier,
  withMetric,
  withoutMetric,
  withTolerance,
} from '../../../src/app/settings/balance';
import { defaultSettings } from '../../../src/plan/settings';

const two = [{ metric: 'potential', tolerance: 0.05 }, { metric: 'arr' }];

test('what is balanced is what was set, else what was chosen, without a tolerance nobody set', () => {
  const chosen = [{ id: 'potential', fields: ['potential'] as const, tolerance: 0.1 }];
  expect(balanceInForce({ ...defaultSettings, balance: two }, chosen)).toEqual(two);
  expect(balanceInForce(defaultSettings, chosen)).toEqual([{ metric: 'potential' }]);
});

test('another metric keeps the tolerance the user set, and leaves the others', () => {
  expect(withMetric(two, 0, 'count')).toEqual([{ metric: 'count', tolerance: 0.05 }, { metric: 'arr' }]);
  expect(withMetric(two, 1, 'count')).toEqual([two[0], { metric: 'count' }]);
  expect(withMetric(two, 0, 'potential')).toEqual(two);
});

test('a tolerance is that of its own metric alone', () => {
  expect(withTolerance(two, 1, 0.2)).toEqual([two[0], { metric: 'arr', tolerance: 0.2 }]);
});

test('one is added at the end, one is taken away, and one always stays', () => {
  expect(withAnother(two, 'count')).toEqual([...two, { metric: 'count' }]);
  expect(withoutMetric(two, 0)).toEqual([{ metric: 'arr' }]);
  expect(withoutMetric([{ metric: 'arr' }], 0)).toEqual([{ metric: 'arr' }]);
});

test('one becomes more important than the one before it, and brings its tolerance; the first stays first', () => {
  expect(withEarlier(two, 1)).toEqual([two[1], two[0]]);
  expect(withEarlier(two, 0)).toEqual(two);
});

test('no metric twice', () => {
  const twice = expect.objectContaining({ code: 'metricTwice', params: { metric: 'arr' } }) as Error;
  expect(() => withMetric(two, 0, 'arr')).toThrow(twice);
  expect(() => withAnother(two, 'arr')).toThrow(twice);
  expect(() => withAnother([{ metric: 'arr+openPipeline' }], 'openPipeline+arr')).toThrow(
    expect.objectContaining({ code: 'metricTwice' }),
  );
});
