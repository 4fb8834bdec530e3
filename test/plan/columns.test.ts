import fc from 'fast-check';
import { accountLabel } from '../../src/plan/accounts';
import { sumOf, textAt, TextColumnBuilder } from '../../src/plan/columns';
import { accountsOf } from '../carve/team';

test('a text column gives back what was set, row by row, and keeps each text once', () => {
  const texts = fc.array(fc.option(fc.constantFrom('', 'Ana', 'Ben', 'ana'), { nil: undefined }));
  fc.assert(
    fc.property(texts, (rows) => {
      const builder = new TextColumnBuilder(rows.length);
      rows.forEach((text, i) => {
        builder.set(i, text);
      });
      const column = builder.build();
      expect(rows.map((_, i) => textAt(column, i))).toEqual(
        rows.map((text) => (text === '' ? undefined : text)),
      );
      expect(new Set(column.pool).size).toBe(column.pool.length);
    }),
  );
});

test('a row set again holds the last text, and one that was blanked is blank', () => {
  const builder = new TextColumnBuilder(3);
  builder.set(0, 'Ana');
  builder.set(0, 'Ben');
  builder.set(1, 'Ana');
  builder.set(1, '');
  const column = builder.build();
  expect([0, 1, 2].map((i) => textAt(column, i))).toEqual(['Ben', undefined, undefined]);
  expect([...column.codes]).toEqual([1, -1, -1]);
});

test('there is nothing beyond a column, nor in one that does not exist', () => {
  const column = { codes: Int32Array.of(0), pool: ['Ana'] };
  expect(textAt(column, 0)).toBe('Ana');
  expect(textAt(column, 1)).toBeUndefined();
  expect(textAt(undefined, 0)).toBeUndefined();
});

test('a sum is over the rows that have a number, which are counted: 0 is one, blank is none', () => {
  expect(sumOf(Float64Array.of(3, NaN, 0, -1))).toEqual({ sum: 2, filled: 3 });
  expect(sumOf(Float64Array.of(NaN))).toEqual({ sum: 0, filled: 0 });
});

test('an account is called by its name, else its id, else its row', () => {
  const accounts = accountsOf([{ name: 'Acme' }, {}, {}]);
  const accountId = new TextColumnBuilder(3);
  accountId.set(0, '001');
  accountId.set(1, '002');
  const known = { ...accounts, text: { ...accounts.text, accountId: accountId.build() } };
  expect([0, 1, 2].map((i) => accountLabel(known, i))).toEqual(['Acme', '002', 'Accounts!4']);
});
