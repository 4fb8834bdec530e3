import { metricWeights } from '../../src/plan/metrics';
import { accountsOf } from './accounts';

const accounts = {
  ...accountsOf([{}, {}, {}, {}]),
  number: { arr: Float64Array.of(10, -5, NaN, 0), openPipeline: Float64Array.of(1, 7, -3, NaN) },
};
const weights = (fields: ('arr' | 'openPipeline' | 'potential')[]) => [
  ...metricWeights(accounts, { id: fields.join('+'), fields, tolerance: 0.1 }),
];

test('a metric of two fields is their sum; a negative or blank one adds nothing and takes nothing away', () => {
  expect(weights(['arr'])).toEqual([10, 0, 0, 0]);
  expect(weights(['arr', 'openPipeline'])).toEqual([11, 7, 0, 0]);
});

test('a field that the list lacks weighs nothing; a count weighs every account the same', () => {
  expect(weights(['potential'])).toEqual([0, 0, 0, 0]);
  expect(weights(['potential', 'arr'])).toEqual([10, 0, 0, 0]);
  expect(weights([])).toEqual([1, 1, 1, 1]);
});
