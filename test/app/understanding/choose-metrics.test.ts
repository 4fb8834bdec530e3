import { moneyAtStake } from '../../../src/app/understanding/choose-metrics';
import type { MetricSpec } from '../../../src/plan/metrics';
import { accountsOf } from '../../plan/accounts';

const accounts = (number: Readonly<Record<string, Float64Array>>) => ({
  ...accountsOf([{}, {}, {}]),
  number,
});
const potential: MetricSpec = { id: 'potential', fields: ['potential'], tolerance: 0.1 };
const employees: MetricSpec = { id: 'employees', fields: ['employees'], tolerance: 0.1 };

describe('the money that moves with an account', () => {
  const arr = Float64Array.of(5, NaN, -3);
  const value = Float64Array.of(100, 200, 300);

  test('is its ARR, whatever is balanced; none and negative amounts are nothing', () => {
    expect(moneyAtStake(accounts({ arr, potential: value }), [potential])).toEqual(Float64Array.of(5, 0, 0));
  });

  test('is the first balanced amount where there is no ARR', () => {
    expect(moneyAtStake(accounts({ potential: value, employees: arr }), [employees, potential])).toEqual(
      value,
    );
  });

  test('is not known where no amount is balanced', () => {
    expect(moneyAtStake(accounts({ potential: value, employees: arr }), [employees])).toBeUndefined();
  });
});
