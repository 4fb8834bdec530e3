import { convertMoney, exchangeOf } from '../../../src/app/understanding/currency';
import { accountsOf } from '../../plan/accounts';
import { understood } from '../../support/job';
import { openWorkbook } from '../../support/office';

test('the most frequent currency is the plan’s own; each other one needs a rate', () => {
  expect(exchangeOf(['USD', 'EUR', 'GBP'])).toMatchObject({ base: 'USD', missing: ['EUR', 'GBP'] });
  expect(exchangeOf(['USD', 'EUR', 'GBP'], { EUR: 1.1 })).toMatchObject({ base: 'USD', missing: ['GBP'] });
  expect(exchangeOf(['USD', 'EUR'], { EUR: 1.1 })).toEqual({
    currencies: ['USD', 'EUR'],
    base: 'USD',
    rates: { EUR: 1.1, USD: 1 },
    missing: [],
  });
  expect(exchangeOf(['USD', 'EUR'], { EUR: 1.1, USD: 0.9 })).toMatchObject({ base: undefined, missing: [] });
  expect(exchangeOf(['EUR'])).toMatchObject({ base: 'EUR', missing: [] });
});

test('amounts in two currencies are not summed until the rate is known; then all are in the plan’s own', async () => {
  const book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Currency', 'Potential', 'Owner'],
        ...Array.from({ length: 20 }, (_, i) => [
          `Account ${i}`,
          i % 4 === 0 ? 'EUR' : 'USD',
          100,
          i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito',
        ]),
      ],
    },
  });
  const without = await understood();
  expect(without.choices.metrics.map(({ id }) => id)).toEqual(['count']);
  expect(without.choices.notices.map(({ code }) => code)).toContain('mixedCurrencies');
  const asked = await understood({ balance: [{ metric: 'potential' }] });
  expect(asked.choices.blocked?.code).toBe('mixedCurrencies');
  const rated = await understood({ fx: { EUR: 1.25 } });
  expect(rated.choices.metrics.map(({ id }) => id)).toEqual(['potential']);
  expect([...(rated.list.accounts.number.potential ?? [])].slice(0, 3)).toEqual([125, 100, 100]);
  book.dispose();
});

test('an amount without a currency is in the plan’s own; what is no money is left alone', () => {
  const accounts = {
    ...accountsOf([{ currency: 'EUR' }, { currency: 'USD' }, {}]),
    number: { potential: Float64Array.of(100, 100, 100), employees: Float64Array.of(7, 7, 7) },
  };
  const { number } = convertMoney(accounts, exchangeOf(['USD', 'EUR'], { EUR: 1.25 }));
  expect(number).toEqual({
    potential: Float64Array.of(125, 100, 100),
    employees: Float64Array.of(7, 7, 7),
  });
  expect(convertMoney(accounts, exchangeOf(['USD', 'EUR']))).toBe(accounts);
});
