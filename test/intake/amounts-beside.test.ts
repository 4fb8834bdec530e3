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
    currencies: [],
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

test.each<[string, readonly Cell[], readonly Cell[], readonly Cell[]]>([
  ['padded with zeros where the other is not', ['0001', '0002', '0003'], [1, 2, 3], [5, 7, 9]],
  [
    'of 15 characters here and of 18 there',
    ['0015e00000AbCdE', '0015e00000aBcDe', '0015e00000zzzzz'],
    ['0015e00000AbCdEAAV', '0015e00000aBcDeAAK', '0015e00000zzzzzAAA'],
    [5, 7, 9],
  ],
])('ids are those of the list though they are %s', (_, ids, others, amounts) => {
  const lines = [0, 1, 2, 0, 1, 2].map(
    (n, k) => [others[n] ?? '', k < 3 ? 1 : ((amounts[n] ?? 0) as number) - 1] as const,
  );
  expect(beside(orders(lines), list(ids))?.columns[0]?.cells).toEqual(amounts);
});

test.each([
  ['16 digits, of which Excel knows 15', (n: number) => `12345678901234${10 + n}`],
  ['what looks like a date', (n: number) => `${n}-1`],
  ['a power of ten', (n: number) => `1E${n}`],
  ['more characters than a criterion takes', (n: number) => `Shop ${n} ${'x'.repeat(260)}`],
  ['a truth', (n: number) => (n === 1 ? 'true' : `T${n}`)],
])('no formula is trusted with ids that are %s', (_, id) => {
  const lines = TWELVE.map(([, amount], n) => [id(1 + (n % 3)), amount] as const);
  expect(beside(orders(lines), list([1, 2, 3, 4].map(id)))?.columns[0]).toMatchObject({
    cells: [418, 422, 426, ''],
    isPlainSum: false,
  });
});

test('what was multiplied is told, and totals below are nobody', () => {
  const lines = table(
    ['Order ID', 'Customer ID', 'Quantity', 'Unit Price'],
    [...TWELVE.map(([id, price], n) => [`O${n}`, id, 2, price]), ['', 'Grand Total', '', 1266]],
  );
  expect(beside(lines)).toMatchObject({
    unknown: 0,
    columns: [{ from: 3, times: { column: 2 }, cells: [836, 844, 852, ''], isPlainSum: false }],
  });
  const monthly = table(
    ['Subscription ID', 'Customer ID', 'Plan', 'MRR', 'Status'],
    TWELVE.map(([id], n) => [`S${n}`, id, 'Pro', 10, n < 3 ? 'Cancelled' : 'Active']),
  );
  expect(beside(monthly)).toMatchObject({
    ended: 3,
    columns: [{ field: 'arr', times: { factor: 12 }, cells: [360, 360, 360, ''] }],
  });
});

test('amounts of several currencies are told apart from those of one', () => {
  const of = (codes: readonly string[]) =>
    table(
      ['Order ID', 'Customer ID', 'Total Amount', 'Currency'],
      TWELVE.map(([id, sum], n) => [`O${n}`, id, sum, codes[n % codes.length] ?? '']),
    );
  expect(beside(of(['EUR']))?.currencies).toEqual(['EUR']);
  expect(beside(of(['EUR', 'JPY']))?.currencies).toEqual(['EUR', 'JPY']);
});

test('a list of a row an account may have its amounts as texts', () => {
  const potential = table(
    ['Account Name', 'Potential'],
    [1, 2, 3, 4].map((n) => [`Shop ${n}`, `$${n},000`]),
  );
  expect(beside(potential)?.columns).toMatchObject([
    { field: 'potential', cells: [1000, 2000, 3000, 4000], isPlainSum: false },
  ]);
});

test.each([
  ['Net', ['Invoice No', 'Invoice Date', 'Customer ID', 'Net', 'VAT']],
  ['expected revenue', ['Opportunity ID', 'Stage', 'Customer ID', 'Expected Revenue', 'Probability']],
])('%s is the amount where no other is', (_, headers) => {
  const other = table(
    headers,
    TWELVE.map(([id, sum], n) => [`N${n}`, headers[1] === 'Stage' ? 'Proposal' : 45_000 + n, id, sum, 0.2]),
  );
  expect(beside(other)?.columns[0]).toMatchObject({ from: 3, cells: [418, 422, 426, ''] });
});

const withDomains = table(
  ['Company ID', 'Company Name', 'Domain', 'Line'],
  [1, 2, 3, 4].map((n) => [`C-${n}`, `Shop ${n}`, `shop${n}.example`, n]),
);
const deals = (header: string, value: (n: number) => Cell) =>
  table(
    ['Deal ID', 'Deal Name', 'Amount', 'Deal Owner', header],
    TWELVE.map(([, sum], n) => [`D${n}`, `Deal ${n}`, sum, n % 2 === 0 ? 'Ada Quill' : 'Bo Reed', value(n)]),
  );

test('a column that both tables share names the accounts where neither id nor name do', () => {
  expect(
    beside(
      deals('Associated Domain', (n) => `Shop${1 + (n % 3)}.example`),
      withDomains,
    ),
  ).toMatchObject({
    kind: 'deal',
    key: 2,
    otherKey: 4,
    known: 3,
    holder: 3,
    columns: [{ field: 'openPipeline', cells: [418, 422, 426, ''] }],
  });
  // Small numbers are the same by chance.
  expect(
    beside(
      deals('Weeks', (n) => 1 + (n % 3)),
      withDomains,
    ),
  ).toBeUndefined();
  expect(
    beside(
      deals('Line', (n) => 1 + (n % 3)),
      withDomains,
    )?.key,
  ).toBe(3);
});

test('an account that stands twice among many has its amount once, and its id goes before its name', () => {
  const ids = Array.from({ length: 12 }, (_, n) => `C-1000${n === 11 ? 10 : n}`);
  const lines = ids.map((id, n) => [id, 100 + n] as const);
  const found = beside(orders([...lines, ...lines]), list(ids));
  expect([found?.twice, found?.columns[0]?.cells.slice(9), found?.columns[0]?.isPlainSum]).toEqual([
    1,
    [218, 442, ''],
    false,
  ]);
  // Two shops of one name: the numbers tell them apart, whatever they are called there.
  const named = list(ids.map((id, n) => (n === 11 ? 'C-100011' : id)));
  const twins = {
    ...named,
    columns: named.columns.map((cells, c) => (c === 1 ? cells.map((_, n) => `Shop ${n % 11}`) : cells)),
  };
  const sold = table(
    ['Fecha', 'Código', 'Cliente', 'Importe'],
    [...lines, ...lines].map(([, sum], n) => [
      45_000 + n,
      n % 12 === 11 ? 'C-100011' : (ids[n % 12] ?? ''),
      `Shop ${(n % 12) % 11}`,
      sum,
    ]),
  );
  expect(beside(sold, twins)).toMatchObject({ key: 0, otherKey: 1, twice: 0, known: 12 });
});
