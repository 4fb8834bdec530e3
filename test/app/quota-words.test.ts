import { Failure } from '../../src/plan/failures';
import { parseSettings } from '../../src/plan/settings';
import { wordFailure } from '../../src/app/words';
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

test.each(LANGUAGES)('every trouble with tiers has words (%s)', (language) => {
  const whole = { from: 0, to: 1e99, multiplier: 1 };
  for (const tiers of [[], [{ ...whole, from: 1 }], [whole, whole], [{ ...whole, to: 2 }]])
    expect(refusal({ tiers }, language)).not.toMatch(/tiers[A-Z]|quota\.tiers/);
});
