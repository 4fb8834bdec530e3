import { readStored, STORED_KEY, storedForm } from '../../../src/app/settings/stored';
import { defaultSettings } from '../../../src/plan/settings';

const PLAN = '2026-11-20T10:00:00Z';

test('what was stored is read back', () => {
  const stored = { since: PLAN, said: { seed: 3, territories: null }, taken: { 'setting.seed': 3 } };
  expect(readStored(JSON.parse(JSON.stringify(storedForm(stored))), PLAN)).toEqual({ stored, refused: [] });
});

test('the name under which it is kept is that of every version, or what was said before would be lost', () => {
  expect(STORED_KEY).toBe('settings');
});

test('nothing stored is nothing said', () => {
  expect(readStored(undefined, null)).toEqual({ stored: { since: null, said: {}, taken: {} }, refused: [] });
  for (const junk of ['junk', null, 5]) expect(readStored(junk, PLAN).stored.said).toEqual({});
});

test('what was said before the plan that stands is in its record, and said no more', () => {
  const old = storedForm({ since: null, said: { seed: 3 }, taken: { 'setting.seed': 3 } });
  expect(readStored(old, PLAN)).toEqual({ stored: { since: PLAN, said: {}, taken: {} }, refused: [] });
});

test('what can no longer be is left out by itself, and told', () => {
  const stored = storedForm({
    since: PLAN,
    said: { balance: [{ metric: 'potential, arr', tolerance: 0.05 }], seed: 9, colour: 'red' },
    taken: {},
  });
  const { stored: read, refused } = readStored(stored, PLAN);
  expect(read.said).toEqual({ seed: 9 });
  expect(refused.map(({ params }) => params['path'])).toEqual(['balance.0.metric', 'colour']);
});

test('the first form held everything: what differs from the defaults was said', () => {
  const first = {
    ...defaultSettings,
    language: 'de',
    balance: [{ metric: 'arr', tolerance: 0.05 }],
    accountColumns: { state: '' },
  };
  expect(readStored(first, null).stored).toEqual({
    since: null,
    said: { balance: [{ metric: 'arr', tolerance: 0.05 }], accountColumns: { state: '' } },
    taken: {},
  });
});

test('one word that is left out takes none of the cells that were taken over with it', () => {
  const taken = { 'setting.seed': 9, 'setting.effort': 2 };
  const stored = storedForm({ since: PLAN, said: { seed: 9, colour: 'red' }, taken });
  const { stored: read, refused } = readStored(stored, PLAN);
  expect(refused).toHaveLength(1);
  expect(read).toEqual({ since: PLAN, said: { seed: 9 }, taken });
});
