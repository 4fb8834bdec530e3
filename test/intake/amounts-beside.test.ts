import { amountsBeside, mapAccountColumns } from '../../src/intake';
import type { Cell } from '../../src/plan/cells';
import { table as rows } from './table';

const table = (headers: readonly string[], body: readonly (readonly Cell[])[]) => rows([headers, ...body]);

const list = (ids: readonly Cell[] = [1, 2, 3, 4].map((n) => `C-${n}`)) =>
  table(
    ['Customer ID', 'Customer Name', 'City'],
    ids.map((id, n) => [id, `Shop ${n + 1}`, 'Lyon']),
  );
const beside = (other: ReturnType<typeof table>, of = list()) =>
  amountsBeside(of, mapAccountColumns(of).mapping, other);

const orders = (lines: readonly (readonly [customer: Cell, amount: Cell])[]) =>
  table(
    ['Order ID', 'Order Date', 'Customer ID', 'Total Amount'],
    lines.map(([customer, amount], n) => [`O${n}`, 45_000 + n, customer, amount]),
  );
const TWELVE = Array.from({ length: 12 }, (_, n) => [`C-${1 + (n % 3)}`, 100 + n] as const);

test('orders are summed up by the id of the list, as a formula would', () => {
  const found = beside(orders([...TWELVE, ['C-9', 5]]));
  expect(found).toMatchObject({
    kind: 'order',
    key: 0,
    otherKey: 2,
    known: 3,
    unknown: 1,
    holder: undefined,
  });
  // 100 + 103 + 106 + 109, and so on: the fourth bought nothing.
  expect(found?.columns).toEqual([
    { field: 'bookingsYtd', from: 3, cells: [418, 422, 426, ''], isPlainSum: true },
  ]);
});

test('what was taken back in all is nothing, and no formula reads an amount that is a text', () => {
  const found = beside(orders([...TWELVE, ['C-1', -1000], ['C-2', '$50']]));
  expect(found?.columns).toEqual([
    { field: 'bookingsYtd', from: 3, cells: ['', 472, 426, ''], isPlainSum: false },
  ]);
});

test('blanks about an id are none to people, and some to a formula', () => {
  expect(beside(orders([...TWELVE, ['C-3 ', 1]]))?.columns[0]).toMatchObject({
    cells: [418, 422, 427, ''],
    isPlainSum: false,
  });
  // A number and the text of it are one to a criterion.
  const numbers = beside(orders(TWELVE.map(([id, sum]) => [String(id).slice(2), sum])), list([1, 2, 3, 4]));
  expect(numbers?.columns[0]).toMatchObject({ cells: [418, 422, 426, ''], isPlainSum: true });
});

test('a list with a row an account is looked up by its name', () => {
  const potential = table(
    ['Account Name', 'Potential'],
    [
      ['shop 3', 30],
      ['Shop 1', 10],
      ['Shop 7', 70],
    ],
  );
  expect(beside(potential)).toMatchObject({
    kind: 'account',
    key: 1,
    otherKey: 0,
    known: 2,
    unknown: 1,
    columns: [{ field: 'potential', from: 1, cells: [10, '', 30, ''], isPlainSum: true }],
  });
});

test.each([
  ['other customers', orders(TWELVE.map(([id, sum]) => [`X${id}`, sum]))],
  ['of one account alone', orders([...TWELVE.map(([, sum]) => ['C-1', sum] as const)])],
  [
    'no amounts',
    table(
      ['Account Name', 'Segment'],
      [
        ['Shop 1', 'SMB'],
        ['Shop 2', 'SMB'],
        ['Shop 3', 'SMB'],
      ],
    ),
  ],
  [
    'one name twice',
    table(
      ['Account Name', 'Potential'],
      [
        ['Shop 1', 1],
        ['Shop 1', 2],
        ['Shop 2', 3],
      ],
    ),
  ],
])('nothing comes from a table of %s', (_, other) => {
  expect(beside(other)).toBeUndefined();
});

test('nor where the list has an account twice: nobody knows whose the amount is', () => {
  expect(beside(orders(TWELVE), list(['C-1', 'C-1', 'C-2', 'C-3']))).toBeUndefined();
});
