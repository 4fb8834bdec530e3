import { codeOrNamed, inAllLanguages, isCalled, named, says } from '../../src/text/heard';

test('a word is heard in any of our languages, whatever its case and the blanks around it', () => {
  expect(says('sheet.unassigned', ' UNASSIGNED ')).toBe(true);
  for (const word of inAllLanguages('sheet.unassigned')) expect(says('sheet.unassigned', word)).toBe(true);
  expect(says('sheet.unassigned', 'Unassigned!')).toBe(false);
  expect(isCalled(7, () => '7')).toBe(true);
});

test('a code is found by what it is called, and by itself only where that is asked for', () => {
  const codes = ['en', 'de'] as const;
  const find = (cell: unknown) => named(codes, cell, (say, code) => say(`language.${code}`));
  expect([find('Deutsch'), find('german'), find('de'), find('')]).toEqual(['de', 'de', undefined, undefined]);
  expect(codeOrNamed(codes, ' DE ', (say, code) => say(`language.${code}`))).toBe('de');
  expect(codeOrNamed(codes, 'englisch', (say, code) => say(`language.${code}`))).toBe('en');
});

test('each word once, though languages share it', () => {
  const words = inAllLanguages('field.industry');
  expect(new Set(words).size).toBe(words.length);
});
