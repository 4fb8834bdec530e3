import { inLayer, MAIN_LAYER, type LayerId } from '../../src/plan/layer';
import { namesOf, ownHeaders, owning, ownSheets, readOwnership } from '../../src/plan/ownership';

const sdr = 'sdr' as LayerId;

test('the form of before there were layers is read as that of the main layer', () => {
  const old = {
    accountsTable: 'Deals',
    columns: { territory: 'Ef Territory' },
    sheets: { balance: 'Balance' },
  };
  const owned = readOwnership(old);
  expect(owned?.accountsTable).toBe('Deals');
  expect(namesOf(owned, MAIN_LAYER)).toEqual({ columns: old.columns, sheets: old.sheets });
  expect(readOwnership(JSON.parse(JSON.stringify(owned)))).toEqual(owned);
});

test('nothing, and what is no form of ours, is no ownership', () => {
  expect([undefined, 'x', {}, { schema: 9, layers: {} }].map(readOwnership)).toEqual(
    Array(4).fill(undefined),
  );
});

test('a second layer has its own names beside the first, and both are ours', () => {
  const first = owning(MAIN_LAYER, { columns: { territory: 'Territory' }, sheets: {} }, undefined);
  const both = owning(sdr, { columns: { territory: 'SDR' }, sheets: { balance: 'SDR Balance' } }, first);
  expect(namesOf(both, MAIN_LAYER).columns).toEqual({ territory: 'Territory' });
  expect(namesOf(first, sdr)).toEqual({ columns: {}, sheets: {} });
  expect(ownHeaders(both)).toEqual(['Territory', 'SDR']);
  expect(ownSheets(both)).toEqual(['SDR Balance']);
  expect([inLayer(MAIN_LAYER, 'EfBalance'), inLayer(sdr, 'EfBalance')]).toEqual([
    'EfBalance',
    'EfBalance_sdr',
  ]);
});
