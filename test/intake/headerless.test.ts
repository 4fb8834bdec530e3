import { headerlessColumns } from '../../src/intake';
import type { AccountField } from '../../src/plan/fields';
import { table } from './table';

test('a running number counts the rows, and is no amount; an address without a header is one', () => {
  const names = ['Lopez', 'Joly', 'Brun', 'Nicolas'];
  const rows = Array.from({ length: 12 }, (_, i) => [
    i + 1001,
    names[i % 4] ?? '',
    `${i + 1} RUE DES FLEURS ${31000 + i} TOULOUSE`,
  ]);
  const found = headerlessColumns(table(rows));
  expect(found?.columns.map(({ field }): AccountField | undefined => field)).toEqual([
    'accountId',
    expect.not.stringMatching(/bookings|Id/) as AccountField,
    'street',
  ]);
  // Amounts of the same size that do not count on are amounts.
  const sold = rows.map(([, name, address], i) => [
    1001 + ((i * i * 977) % 90_000),
    name ?? '',
    address ?? '',
  ]);
  expect(headerlessColumns(table(sold))?.columns[0]?.field).toBe('bookingsYtd');
});

test('days, amounts and names that come again are sales of whom nobody knows; customers with a day each are not', () => {
  const sale = (i: number) => [`2026-03-${String(1 + (i % 28)).padStart(2, '0')}`, `1${i % 10}:30`, 40 + i];
  const names = ['Lopez', 'Joly', 'Brun', 'Nicolas'];
  const things = ['Haircut', 'Colour', 'Shave'];
  const sales = Array.from({ length: 24 }, (_, i) => [...sale(i), names[i % 4] ?? '', things[i % 3] ?? '']);
  expect(headerlessColumns(table(sales))?.isOfSales).toBe(true);
  const customers = sales.map((row, i) => [
    ...row.slice(0, 3),
    `Larkfield ${String.fromCharCode(65 + i)}`,
    'Gold',
  ]);
  expect(headerlessColumns(table(customers))?.isOfSales).toBe(false);
});
