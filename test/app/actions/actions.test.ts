import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Action } from '../../../src/app/action';
import { isMessageId } from '../../../src/text/say';

const folder = join(__dirname, '../../../src/app/actions');
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

const isAction = (value: unknown): value is Action =>
  typeof value === 'object' && value !== null && 'perform' in value;

/** Every action of the folder, by its file. */
const found = files.map((file) => {
  const module = jest.requireActual<Record<string, unknown>>(join(folder, file));
  return { file: file.replace('.ts', ''), actions: Object.values(module).filter(isAction) };
});

test('each file of the folder holds one action, called like the file', () => {
  for (const { file, actions } of found)
    expect([file, actions.map(({ name }) => name)]).toEqual([file, [file]]);
});

test('each has a label and words for what it does; what covers the page says what it is doing', () => {
  for (const { actions } of found) {
    for (const { label, doing, covers } of actions) {
      expect(isMessageId(label)).toBe(true);
      if (doing !== undefined) expect(isMessageId(doing)).toBe(true);
      if (covers === true) expect(doing).toBeDefined();
    }
  }
});
