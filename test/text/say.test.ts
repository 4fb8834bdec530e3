import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { de } from '../../src/text/de';
import { en } from '../../src/text/en';
import { numbers } from '../../src/text/numbers';
import { speak, type MessageId } from '../../src/text/say';

const ids = Object.keys(en) as MessageId[];

test.each(['en', 'de'])(
  'no sentence stands in two files of %s: the second would be said for both',
  (language) => {
    const folder = join(__dirname, '..', '..', 'src', 'text', language);
    const all = readdirSync(folder)
      .filter((name) => name !== 'index.ts')
      .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'([\w.:-]+)':/gm)])
      .map(([, id]) => id);
    expect(all.length).toBe(ids.length);
    expect(all.filter((id, n) => all.indexOf(id) !== n)).toEqual([]);
  },
);

/** Names of the parameters a message takes. */
function parametersOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        Object.values(element.options).forEach((option) => {
          walk(option.value);
        });
      }
    }
  };
  walk(parse(message, { ignoreTag: true }));
  return [...names].sort();
}

test('every sentence takes the same parameters in both languages', () => {
  for (const id of ids) expect([id, parametersOf(de[id])]).toEqual([id, parametersOf(en[id])]);
});

test('no sentence is empty, and German differs from English wherever it should', () => {
  for (const id of ids) {
    expect(en[id].trim()).not.toBe('');
    expect(de[id].trim()).not.toBe('');
  }
  const same = ids.filter((id) => en[id] === de[id]);
  expect(same.length).toBeLessThan(ids.length / 8);
});

test('plurals and numbers follow the language', () => {
  const parameters = { count: 2500, table: 'Accounts', kind: 'table' };
  expect(speak('en')('summary.accounts', parameters)).toBe('2,500 accounts in the table Accounts.');
  expect(speak('de')('summary.accounts', parameters)).toBe('2.500 Kunden in der Tabelle Accounts.');
  expect(speak('en')('summary.accounts', { ...parameters, count: 1 })).toContain('1 account in');
});

test('a missing parameter is a mistake that shows, not an empty word', () => {
  expect(() => speak('en')('reason.edited')).toThrow(/was/);
});

test('numbers are worded by language', () => {
  expect(numbers('en').signedPercent(0.0512)).toBe('+5.1%');
  expect(numbers('de').percent(0.0512)).toBe('5,1\u00a0%');
  expect(numbers('en').short(4_123_456)).toBe('4.12M');
});
