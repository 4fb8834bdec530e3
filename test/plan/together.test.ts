import type { UNITS } from '../../src/plan/together';
import { placesBy, togetherOf, unitsIn } from '../../src/plan/together';
import { readZip } from '../../src/plan/zip';
import { accountsOf } from './accounts';

const US = ['US', 'US-TX'] as const;
const rows = [
  { postalCode: '78701', county: 'Travis', state: 'TX', iso: US },
  { postalCode: '78701-1234', county: 'travis county', state: 'Texas', iso: US },
  { postalCode: '78745', county: 'Travis', state: 'TX', iso: US },
  { postalCode: '8014', county: 'Travis', state: 'NJ', iso: ['US', 'US-NJ'] as const },
  { postalCode: 'EH3 6SY', state: 'Scotland', country: 'UK', iso: ['GB', 'GB-SCT'] as const },
  { postalCode: 'eh36sy', country: 'UK', iso: ['GB'] as const },
  { postalCode: '78701', iso: ['DE', 'DE-BW'] as const },
  {},
];
const by = (unit: (typeof UNITS)[number]) => {
  const { of, names } = placesBy(accountsOf(rows), unit);
  return [...of].map((place) => names[place] ?? '–');
};

test.each([
  ['zip', ['78701', '78701', '78745', '08014', 'EH36SY', 'EH36SY', '78701', '–']],
  ['zip3', ['787', '787', '787', '080', 'EH3', 'EH3', '787', '–']],
  ['county', ['Travis', 'Travis', 'Travis', 'Travis', '–', '–', '–', '–']],
  ['state', ['TX', 'TX', 'TX', 'NJ', 'Scotland', '–', 'DE-BW', '–']],
  ['country', ['US', 'US', 'US', 'US', 'UK', 'UK', 'DE', '–']],
] as const)('by %s accounts of one place are one, however it is written', (unit, names) => {
  expect(by(unit)).toEqual(names);
});

test('places of the same name in another state or country are others', () => {
  const groups = (unit: 'zip' | 'county') => [...placesBy(accountsOf(rows), unit).of];
  expect(groups('county').slice(0, 4)).toEqual([0, 0, 0, 1]);
  expect(groups('zip')[6]).not.toBe(groups('zip')[0]);
});

test('a place is told by its own word, whether its country is known or not', () => {
  const list = [
    { postalCode: '27601', iso: ['US'] as const },
    { postalCode: '10001' },
    { postalCode: '27601', iso: US },
    { postalCode: '10001', iso: ['US'] as const },
  ];
  const { of, names } = placesBy(accountsOf(list), 'zip');
  expect([...of].map((place) => names[place])).toEqual(['27601', '10001', '27601', '10001']);
});

test('a place comes before the family; who has none is with the family, where these are kept together', () => {
  const accounts = { ...accountsOf(rows), family: Int32Array.of(5, -1, -1, 5, 7, -1, -1, 7) };
  const together = (settings: Parameters<typeof togetherOf>[1]) => [...togetherOf(accounts, settings)];
  expect(together({ keepFamilies: true })).toEqual([...accounts.family]);
  expect(together({ keepFamilies: false })).toEqual(new Array(8).fill(-1));
  const [a, b, c, d, , , , alone] = together({ keepFamilies: true, unit: 'state' });
  expect([a === b, b === c, c === d]).toEqual([true, true, false]);
  expect(alone).toBeGreaterThanOrEqual(0);
  expect(together({ keepFamilies: false, unit: 'state' }).at(-1)).toBe(-1);
});

test('units on offer are those that most accounts have, and several', () => {
  expect(unitsIn(accountsOf(rows))).toEqual(['zip', 'zip3', 'state', 'country']);
  expect(unitsIn(accountsOf([{ iso: US }, { iso: US }]))).toEqual([]);
});

test.each([
  ['70116-1234', '70116'],
  ['701161234', '70116'],
  ['8014', '08014'],
  ['TX 75201', '75201'],
  ['75201.0', '75201'],
  ['M4B 1V4', undefined],
  ['1234567', undefined],
])('%s is the ZIP %s', (text, zip) => {
  expect(readZip(text)?.zip).toBe(zip);
});
