import {
  BALANCE_FIELDS,
  defaultTolerance,
  metricFields,
  metricKey,
  metricWeights,
} from '../../src/plan/metrics';
import { accountsOf } from '../carve/team';

test('every field that can be balanced is a metric of its own, by its name', () => {
  expect(BALANCE_FIELDS.map((field) => metricFields(field))).toEqual(BALANCE_FIELDS.map((field) => [field]));
});

test('a sum names its fields, with or without spaces; one unknown name spoils it', () => {
  expect(metricFields('arr + openPipeline')).toEqual(['arr', 'openPipeline']);
  expect(metricFields('potential+arr+employees')).toEqual(['potential', 'arr', 'employees']);
  for (const id of ['', 'ARR', 'count+arr', 'arr+', 'arr+profit', 'arr,openPipeline']) {
    expect(metricFields(id)).toBeUndefined();
  }
});

test('a sum is one metric in whatever order its fields stand; what is no metric is nothing but itself', () => {
  expect(metricKey('openPipeline + arr')).toBe(metricKey('arr+openPipeline'));
  expect(metricKey('arr+potential')).not.toBe(metricKey('arr+openPipeline'));
  expect(['count', ' potential ', 'profit+arr'].map(metricKey)).toEqual(['count', 'potential', 'profit+arr']);
});

test('the customary tolerance: count 20 %, pipeline and renewals alone 15 %, all else 5 %', () => {
  expect(defaultTolerance([])).toBe(0.2);
  expect(defaultTolerance(['openPipeline'])).toBe(0.15);
  expect(defaultTolerance(['availableToRenew'])).toBe(0.15);
  expect(defaultTolerance(['potential'])).toBe(0.05);
  expect(defaultTolerance(['openPipeline', 'arr'])).toBe(0.05);
});

describe('what an account weighs', () => {
  const accounts = {
    ...accountsOf([{ potential: 7 }, { potential: 0 }, {}, { potential: -3 }]),
    number: {
      potential: Float64Array.of(7, 0, NaN, -3),
      arr: Float64Array.of(1, 2, 3, 4),
    },
  };
  const weigh = (...fields: Parameters<typeof defaultTolerance>[0]) => [
    ...metricWeights(accounts, { id: fields.join('+'), fields, tolerance: 0.1 }),
  ];

  test('as a count, each is one', () => {
    expect(weigh()).toEqual([1, 1, 1, 1]);
  });

  test('blanks and negative amounts weigh nothing, alone and in a sum', () => {
    expect(weigh('potential')).toEqual([7, 0, 0, 0]);
    expect(weigh('potential', 'arr')).toEqual([8, 2, 3, 4]);
  });

  test('a field without a column adds nothing', () => {
    expect(weigh('employees')).toEqual([0, 0, 0, 0]);
    expect(weigh('employees', 'arr')).toEqual([1, 2, 3, 4]);
  });
});
