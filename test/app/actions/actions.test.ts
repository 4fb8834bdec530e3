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

const named = (is: (action: Action) => boolean | undefined): string[] =>
  found.flatMap(({ actions }) => actions.filter((action) => is(action) === true).map(({ name }) => name));

test('what writes or designs shows its progress in place of the page', () => {
  expect(named(({ covers }) => covers)).toEqual([
    'apply-again',
    'apply-rest',
    'apply',
    'carve-territory',
    'compare-system',
    'design',
    'insert-sample',
    'issue-quotas',
    'list-findings',
    'make-team-list',
    'open-scenario',
    'revert',
    'set-stay',
    'show-page',
    'take-over',
    'verify',
    'withdraw-quotas',
    'write-copy',
    'write-loads',
    'write-quotas',
    'write-sheet',
  ]);
});

test('what asks the engine can be ended; a write goes through', () => {
  expect(named(({ canCancel }) => canCancel)).toEqual([
    'advise',
    'carve-territory',
    'consider-account',
    'design',
    'price-locks',
    'rebalance',
    'set-stay',
    'think-ahead',
    'verify',
    'weigh-scenarios',
    'work-out-choices',
    'work-out-curve',
  ]);
});

test('what the user did not ask for, or only looks at, clears no sentence', () => {
  expect(named(({ quiet }) => quiet)).toEqual([
    'advise',
    'consider-account',
    'look-again',
    'price-locks',
    'select',
    'think-ahead',
    'weigh-caught',
    'weigh-scenarios',
    'work-out-choices',
    'work-out-curve',
  ]);
});

test('a hint asks what stands, and so does what sets something: another pane may have applied a plan', () => {
  expect(named(({ asks }) => asks)).toEqual([
    'change-balance',
    'change-settings',
    'choose-table',
    'look-again',
    'make-team-list',
    'open-scenario',
    'set-rate',
    'set-stay',
  ]);
});

test('each says what it is doing, but what is over at once or was not asked for', () => {
  expect(named(({ doing, quiet }) => doing === undefined && quiet !== true)).toEqual([
    'choose-plan',
    'decide-conflict',
    'discard',
    'keep',
    'show-rows',
  ]);
});
