import { Failure } from '../../src/plan/failures';
import { parseSettings } from '../../src/plan/settings';
import { wordFailure } from '../../src/app/sentences';
import { numbers } from '../../src/text/numbers';
import { LANGUAGES, speak, type Language } from '../../src/text/say';

const refusal = (quota: object, language: Language): string => {
  const parsed = parseSettings({ quota });
  if (parsed.ok) throw new Error('These settings can be.');
  return wordFailure(
    speak(language),
    numbers(language),
    new Failure('badSettings', { ...parsed.problems[0] }),
  );
};

test('settings of pay are refused under the names that they have on the sheet', () => {
  const gap = [
    { from: 0, to: 1, multiplier: 1 },
    { from: 1.1, to: 1e99, multiplier: 2 },
  ];
  expect(refusal({ tiers: gap }, 'en')).toBe(
    'Setting Commission tiers: expected each tier to begin where the one before it ends, and to end above its beginning, found 0–1, 1.1–∞.',
  );
  expect(refusal({ tiers: [{ from: 0, to: 'many', multiplier: 1 }] }, 'en')).toBe(
    'Setting Commission tiers, 1: To %: expected a number, found "many".',
  );
  expect(refusal({ season: [...Array<number>(11).fill(1), 'nine'] }, 'en')).toBe(
    'Setting Season (12): expected a number, found "nine".',
  );
  expect(refusal({ attainment: 'good' }, 'en')).toBe(
    'Setting Expected attainment: expected a number, found "good".',
  );
});

test('bounds and choices are told in words, with the row they stand in', () => {
  const months = [0.1, 2, ...Array<number>(10).fill(1)];
  expect(refusal({ ramps: [{ months }] }, 'en')).toBe(
    'Setting Ramp (line 1) M2: expected at most 1, found 2.',
  );
  expect(refusal({ periods: 'weeks' }, 'en')).toBe(
    'Setting Periods: expected one of Calendar months, Weeks 4-4-5, found "weeks".',
  );
  expect(refusal({ seats: { X9: { start: 46000 } } }, 'en')).toMatch(
    /expected the id of a territory, such as T07, found "X9"\.$/,
  );
  for (const language of LANGUAGES)
    for (const quota of [
      { ramps: [{ months }] },
      { periods: 'weeks' },
      { seats: { X9: {} } },
      { rows: { T01: {} } },
    ])
      expect(refusal(quota, language)).not.toMatch(/[<>|]|\{|atMost|oneOf|territoryId|quotaRow/);
});

test.each(LANGUAGES)('every trouble with tiers has words (%s)', (language) => {
  const whole = { from: 0, to: 1e99, multiplier: 1 };
  for (const tiers of [[], [{ ...whole, from: 1 }], [whole, whole], [{ ...whole, to: 2 }]])
    expect(refusal({ tiers }, language)).not.toMatch(/tiers[A-Z]|quota\.tiers/);
});
