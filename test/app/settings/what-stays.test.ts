import { capOf, isStayingOpen, keep, KEEPING, keepingOf } from '../../../src/app/settings/what-stays';
import { sheetWords } from '../../../src/app/settings/sheet-words';
import { defaultSettings, WEIGHTS, type Settings } from '../../../src/plan/settings';
import { SETTING_PARTS, sheetSetting } from '../../../src/reports/territory-plan/settings';

const settings = (over: object): Settings => ({ ...defaultSettings, ...over });

describe('whether nothing was said of what stays', () => {
  const desk = (over: object = {}) => ({ said: {}, isOfPlan: false, isFromFile: () => false, ...over });

  test('it is open until somebody says a word of it, or a plan stands', () => {
    expect(isStayingOpen(desk())).toBe(true);
    expect(isStayingOpen(desk({ isOfPlan: true }))).toBe(false);
    expect(isStayingOpen(desk({ said: { aim: 'compact' } }))).toBe(false);
    expect(isStayingOpen(desk({ said: { continuity: 0 } }))).toBe(false);
    expect(isStayingOpen(desk({ isFromFile: (key: string) => key === 'continuity' }))).toBe(false);
    expect(isStayingOpen(desk({ isFromFile: (key: string) => key === 'aim' }))).toBe(false);
  });

  test('territories in one piece are a word of it, and parted ones are not', () => {
    expect(isStayingOpen(desk({ said: { connected: true } }))).toBe(false);
    expect(isStayingOpen(desk({ said: { connected: false } }))).toBe(true);
  });
});

test('how closely customers are kept is told by the aim, and said by it', () => {
  expect(keepingOf(settings({}), true)).toBe('normal');
  expect(keepingOf(settings({}), false)).toBe('loose');
  for (const one of ['normal', 'strict'] as const) {
    expect(keep(one)).toEqual({ aim: KEEPING[one] });
    expect(keepingOf(settings({ aim: KEEPING[one] }), true)).toBe(one);
  }
  expect(keep('loose')).toEqual({ aim: null });
  expect(keepingOf(settings({ aim: 'compact' }), true)).toBeUndefined();
});

test('what is not limited is all of it', () => {
  const all = { accounts: 1, money: 1, customers: 1, active: 1, untouched: 1 };
  expect(capOf(settings({}))).toEqual(all);
  const cap = { accounts: 0.1, money: 0.2, customers: 0.3, active: 0, untouched: 0.5 };
  expect(capOf(settings({ cap }))).toEqual(cap);
  expect(capOf(settings({ cap: { accounts: 0, money: 1 } }))).toEqual({ ...all, accounts: 0 });
});

test.each(Object.entries(SETTING_PARTS))(
  '%s has a row of its own, and is heard there',
  (name, [whole, part]) => {
    const key = name as keyof typeof SETTING_PARTS;
    const row = (value: string | number) => new Map([[`setting.${name}`, value]]);
    const heard = (value: string | number) => sheetWords(row(''), row(value), {}).said;
    expect(heard(1)).toEqual({ [whole]: { [part]: 1 } });
    expect(sheetSetting(settings({ [whole]: { [part]: 0 } }), key)).toBe(0);
    const usual = sheetSetting(defaultSettings, key);
    expect(usual).toBe(whole === 'moveWeights' ? WEIGHTS[part] : '');
  },
);
