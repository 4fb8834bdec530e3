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

test('numbers of one length are of records, a telephone is none, and an address in Japanese is one', () => {
  const names = ['千葉', '市川', '船橋', '松戸', '柏'];
  const rows = Array.from({ length: 60 }, (_, i) => [
    names[i % 5] ?? '',
    1210017 + 16 * i,
    `${names[i % 5] ?? ''}第${i}病院`,
    `26${i % 10}-${String(800 + 37 * i).padStart(4, '0')}`,
    `千葉市中央区亥鼻${i + 1}−８−１`,
    `043-${200 + i}-${7000 + i}`,
  ]);
  const found = headerlessColumns(table(rows))?.columns.map(({ field }) => field);
  expect(found).toEqual([undefined, 'accountId', 'accountName', 'postalCode', 'street', undefined]);
});
