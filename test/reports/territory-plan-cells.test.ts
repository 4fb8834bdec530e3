import { isoOf, metricIdOf, settingWord } from '../../src/reports/territory-plan/settings';
import { flagTyped, languageTyped, numberTyped } from '../../src/reports/territory-plan/typed';

/** What people type in the blue cells of the sheet Territory Plan, and how it is understood. */

test.each([
  ['7', 7],
  [' 0.15 ', 0.15],
  ['0,15', 0.15],
  ['15 %', 0.15],
  ['12,5%', 0.125],
  ['-3', -3],
  ['0.150', 0.15],
  ['1234.567', 1234.567],
  [7, 7],
  ['', ''],
  ['  ', ''],
])('%j is the number %j', (cell, number) => {
  expect(numberTyped(cell)).toBe(number);
});

test.each(['1,500', '1.500', '12.500 %', 'seven', '1e3', '1 000', '5-7', '%', true])(
  '%j may mean something else, and stays as it is',
  (cell) => {
    expect(numberTyped(cell)).toBe(cell);
  },
);

test('yes and no are words too; others stay as they are', () => {
  expect(['TRUE', 'wahr', ' Yes', 'ja', true].map(flagTyped)).toEqual([true, true, true, true, true]);
  expect(['FALSE', 'Falsch', 'no', 'Nein', false].map(flagTyped)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(['', 'perhaps', 1].map(flagTyped)).toEqual(['', 'perhaps', 1]);
});

test('a language is known by its code, and by its name in any language', () => {
  expect(['en', 'DE', 'English', 'German', 'Deutsch', ' englisch '].map(languageTyped)).toEqual([
    'en',
    'de',
    'en',
    'de',
    'de',
    'en',
  ]);
  expect(languageTyped('Klingon')).toBe('Klingon');
});

test('each setting is understood in its own way; one that nobody knows stays as it is', () => {
  expect(settingWord('seed', '7')).toBe(7);
  expect(settingWord('capMoney', '20%')).toBe(0.2);
  expect(settingWord('byRegion', 'ja')).toBe(true);
  expect(settingWord('planName', 2027)).toBe('2027');
  expect(settingWord('planName', 'true')).toBe('true');
  expect(settingWord('language', 'Deutsch')).toBe('de');
  expect(settingWord('effectiveFrom', 46023)).toBe('2026-01-01');
  expect(settingWord('effectiveFrom', '')).toBe('');
  expect(settingWord('Colour', '7')).toBe('7');
});

test('a day is the same day in the afternoon', () => {
  expect(isoOf(46023)).toBe('2026-01-01');
  expect(isoOf(46023.75)).toBe('2026-01-01');
  expect(isoOf(' 2026-01-01 ')).toBe('2026-01-01');
  // What is no day is left to be refused.
  expect([0, -1, 2_958_466, true].map(isoOf)).toEqual([0, -1, 2_958_466, true]);
});

test('a metric is known by its name in any language or its id, alone and in a sum with blanks', () => {
  expect(metricIdOf(' potential ')).toBe('potential');
  expect(metricIdOf('ARR + Open pipeline')).toBe('arr+openPipeline');
  expect(metricIdOf('arr+openPipeline')).toBe('arr+openPipeline');
  expect(metricIdOf('Potenzial')).toBe('potential');
  expect(metricIdOf(' Luck + ARR ')).toBe('Luck + ARR');
});
