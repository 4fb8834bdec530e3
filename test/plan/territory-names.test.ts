import { nameTrouble } from '../../src/plan/rules/territory-names';

const trouble = (name: string) => nameTrouble(name, ['Nicht zugeteilt']);

test.each([
  'West',
  'West*',
  '>West',
  '<>',
  '=2+2',
  'A~B',
  'what?',
  'T01 Denver',
  '1st Street',
  'May Town',
  'Area 51',
  '3M',
  'Mar del Plata',
  'TRUE North',
  'Décembre',
  'Q1 2026',
  '12 Oaks',
])('%s can be the name of a territory', (name) => {
  expect(trouble(name)).toBeUndefined();
});

test.each([
  '12',
  '-1.5',
  '1,000.50',
  '1.000,5',
  '12%',
  '$5',
  '12 €',
  '(3)',
  '1e5',
  'TRUE',
  'false',
  'Wahr',
  '1/2',
  '3-4',
  '2026-04-03',
  '3.4.2026',
  '4/3/26',
  'May 12',
  '12-May',
  '5. März 2026',
  'Mai 2026',
  '12:30',
  '1:30 pm',
  '#N/A',
  '1 1/2',
])('%s reads as a value', (name) => {
  expect(trouble(name)).toBe('value');
});

test('nothing, blanks around it, what stands for no territory, and what is too long to compare are refused', () => {
  expect(trouble('')).toBe('blank');
  expect(trouble('  ')).toBe('blank');
  expect(trouble(' West')).toBe('padded');
  expect(trouble('West ')).toBe('padded');
  expect(trouble('unassigned')).toBe('reserved');
  expect(trouble('NICHT ZUGETEILT')).toBe('reserved');
  expect(trouble('x'.repeat(121))).toBe('long');
});
