import { sheetWords } from '../../src/app/settings/sheet-words';

test('a cell taken over, that cannot be read for a while, says nothing new when it can be again', () => {
  const written = new Map([['setting.seed', 1]]);
  const taken = { 'setting.seed': 7 };
  const unread = sheetWords(written, new Map(), taken);
  expect(unread).toEqual({ said: {}, taken, refused: [] });
  expect(sheetWords(written, new Map([['setting.seed', 7]]), unread.taken).said).toEqual({});
  expect(sheetWords(written, new Map([['setting.seed', 8]]), unread.taken).said).toEqual({ seed: 8 });
});
