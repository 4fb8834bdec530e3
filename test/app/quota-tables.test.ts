import { rampsTyped, tablesOf, tiersTyped } from '../../src/app/pages/quota/tables';
import { ABOVE, USUAL_SETTINGS } from '../../src/plan/quota';
import { numbers } from '../../src/text/numbers';

/** Ramps and tiers as the page edits them: what is shown is what is read, in both languages. */

const settings = {
  ...USUAL_SETTINGS,
  ramps: [
    { role: '', months: [0.25, 0.5, 0.75, ...Array<number>(9).fill(1)] },
    { role: 'AE', segment: 'SMB', months: [0, 0.125, 1, 0.9, ...Array<number>(8).fill(1)] },
  ],
};

test.each(['en', 'de'] as const)('what is shown is read as it was, in %s', (language) => {
  const words = numbers(language);
  const { ramps, tiers, season } = tablesOf({ quota: settings, seats: [] }, words);
  expect(ramps.map(({ months }) => months)).toEqual([
    '25 50 75',
    language === 'de' ? '0 12,5 100 90' : '0 12.5 100 90',
  ]);
  expect(rampsTyped(ramps, words)).toEqual(settings.ramps);
  expect(tiersTyped(tiers, words)).toEqual({ tiers: settings.tiers, trouble: undefined });
  expect(season).toBeUndefined();
});

test('ramps that cannot be are none', () => {
  const words = numbers('en');
  const ramp = (months: string, role = '') => ({ role, segment: '', months });
  expect(rampsTyped([ramp('')], words)).toEqual([{ role: '', months: Array<number>(12).fill(1) }]);
  for (const months of ['25 110', '-5', 'half', Array<string>(13).fill('50').join(' ')])
    expect([months, rampsTyped([ramp(months)], words)]).toEqual([months, undefined]);
  expect(rampsTyped([ramp('25', 'AE'), ramp('50', 'ae ')], words)).toBeUndefined();
});

test('tiers begin where the one before ends; what is wrong with them is told', () => {
  const words = numbers('en');
  const typed = (...tiers: [to: string, multiplier: string][]) =>
    tiersTyped(
      tiers.map(([to, multiplier]) => ({ to, multiplier })),
      words,
    );
  expect(typed(['80%', '1'], ['', '1.5'])).toEqual({
    tiers: [
      { from: 0, to: 0.8, multiplier: 1 },
      { from: 0.8, to: ABOVE, multiplier: 1.5 },
    ],
    trouble: undefined,
  });
  expect(typed(['100', '1'], ['80', '2'], ['', '3']).trouble).toBe('order');
  expect(typed(['100', '1']).trouble).toBe('end');
  expect(typed(['', '1'], ['', '2']).trouble).toBe('order');
  expect(typed(['100', 'x'], ['', '2']).trouble).toBe('number');
  expect(typed().trouble).toBe('none');
});
