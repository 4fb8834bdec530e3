import { doubtfulNotices, placeNotices } from '../../../src/app/understanding/doubts';
import type { SourceTable } from '../../../src/plan/cells';
import { accountsOf } from '../../plan/accounts';

function withPlaces(...latitude: number[]) {
  const accounts = accountsOf(latitude.map(() => ({})));
  return { ...accounts, places: { ...accounts.places, latitude: Float64Array.from(latitude) } };
}

test('accounts without a place are counted; where none has one, that is said instead', () => {
  expect(placeNotices(withPlaces(40, 41, 42), true, {})).toEqual([]);
  expect(placeNotices(withPlaces(40, NaN, 42), true, {})).toEqual([
    { code: 'notLocated', severity: 'note', params: { accounts: 1 } },
  ]);
  expect(placeNotices(withPlaces(NaN, NaN), false, {})).toEqual([
    { code: 'noPlaces', severity: 'note', params: { owners: 'no', alike: 'none', could: 'none' } },
  ]);
  expect(placeNotices(withPlaces(NaN, NaN), true, {})).toEqual([
    { code: 'noPlaces', severity: 'note', params: { owners: 'yes', alike: 'none', could: 'none' } },
  ]);
});

test('by what accounts go together, or could, is said where nothing says where they are', () => {
  const accounts = accountsOf(['A', 'A', 'B', 'B'].map((segment) => ({ segment, industry: 'Retail' })));
  const paramsOf = (alike?: string) => placeNotices(accounts, false, { alike })[0]?.params;
  expect(paramsOf()).toEqual({ owners: 'no', alike: 'none', could: 'segment' });
  // By one that tells nothing apart nobody goes together.
  expect(paramsOf('segment+industry')).toMatchObject({ alike: 'segment' });
});

test('of accounts without a point, those whose region is known are told apart from those that say nothing', () => {
  const accounts = withPlaces(40, NaN, NaN, NaN, NaN);
  const known = Float64Array.of(NaN, 31, 31, NaN, NaN);
  const regional = {
    ...accounts,
    places: { ...accounts.places, area: { latitude: known, longitude: known } },
  };
  expect(placeNotices(regional, true, {})).toEqual([
    { code: 'regionsOnly', severity: 'note', params: { accounts: 2, all: 'no' } },
    { code: 'notLocated', severity: 'note', params: { accounts: 2 } },
  ]);
});

test('of two columns that would fit a field, the one taken is named before the other', () => {
  const source = { headers: ['Name', 'Potential', 'Account Potential'] } as unknown as SourceTable;
  const doubt = { field: 'potential', column: 2, runnerUp: { column: 1 } };
  const doubtful = [doubt, { field: 'arr', column: 0 }] as unknown as Parameters<typeof doubtfulNotices>[0];
  expect(doubtfulNotices(doubtful, source)).toEqual([
    {
      code: 'doubtfulColumn',
      severity: 'note',
      params: { field: 'potential', header: 'Account Potential', other: 'Potential' },
    },
  ]);
});
