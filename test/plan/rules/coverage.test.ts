import { COVERAGE_MODELS, coverageOf, coverageRule } from '../../../src/plan/rules/coverage';
import { foldText } from '../../../src/exact/fold-text';
import { accountsOf } from '../accounts';

test.each([
  ['direct', 'direct'],
  [' Field ', 'direct'],
  ['Außendienst', 'direct'],
  ['Pool', 'pool'],
  ['House-Account', 'pool'],
  ['Partner', 'partner'],
  ['CHANNEL', 'partner'],
  ['Do not assign', 'none'],
  ['Do_Not_Cover', 'none'],
  ['none', 'none'],
  ['maybe', undefined],
  ['', undefined],
  ['poolish', undefined],
])('“%s” is %s', (word, model) => {
  expect(coverageOf(word)).toBe(model);
});

test('no word names two models, and each is written as words are compared', () => {
  const words = COVERAGE_MODELS.flatMap(({ code, also }) => [code, ...also] as string[]);
  expect(new Set(words).size).toBe(words.length);
  expect(words.map(foldText)).toEqual(words);
});

test('the pool’s, partners’ and unassignable accounts go nowhere; the rule says nothing of others', () => {
  const words = ['Pool', 'Direct', 'Channel', 'Do not assign', 'who knows', 'house'];
  const rule = coverageRule(accountsOf([...words.map((coverage) => ({ coverage })), {}]));
  const spoken = [...rule.groupOf].map((group) => group >= 0);
  expect(spoken).toEqual([true, false, true, true, false, true, false]);
  expect(rule.groupOf[0]).toBe(rule.groupOf[5]);
  expect(new Set([0, 2, 3].map((i) => rule.groupOf[i])).size).toBe(3);
  for (const i of [0, 2, 3]) {
    expect(rule.groupOf[i]).toBeLessThan(rule.groups);
    expect(rule.admits(rule.groupOf[i] ?? -1, 0)).toBe(false);
  }
  const models = [0, 2, 3].map((i) => rule.explain(i));
  expect(models).toEqual(
    ['pool', 'partner', 'none'].map((model) => ({ rule: 'coverage', params: { model } })),
  );
});

test('without a column of coverage it speaks of no account', () => {
  expect([...coverageRule(accountsOf([{}, {}])).groupOf]).toEqual([-1, -1]);
});

test('an account whose lock gives it to nobody goes nowhere, whatever its model says', () => {
  const accounts = accountsOf([{ coverage: 'Direct' }, { coverage: 'Pool' }, {}, {}]);
  const rule = coverageRule(accounts, { kind: (i) => (i === 3 ? 'manual' : 'none') });
  expect([...rule.groupOf].map((group) => group >= 0)).toEqual([true, true, true, false]);
  expect(rule.explain(0).params).toEqual({ model: 'none' });
  expect([...coverageRule(accountsOf([{}]), { kind: () => 'none' }).groupOf]).toEqual([2]);
});
