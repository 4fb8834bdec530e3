import { render } from '@testing-library/react';
import { startState } from '../../src/app/state';
import { Frame } from '../../src/taskpane/Frame';
import { PaneContext } from '../../src/taskpane/pane-context';
import { first } from '../../src/text/en/first';
import { numbers } from '../../src/text/numbers';
import { speak, type Say } from '../../src/text/say';

it.each([
  ['before a workbook is looked at', {}],
  ['in an empty one', { isEmpty: true }],
  ['where no list was found', { isListless: true }],
])('says nothing %s that comes with the second part of a language', (_when, change) => {
  const said = new Set<string>();
  const say: Say = (id, params) => {
    said.add(id);
    return speak('en')(id, params);
  };
  const store = {
    say,
    numbers: numbers('en'),
    run: () => Promise.resolve(),
    can: () => false,
    cancel: () => undefined,
  };
  render(
    <PaneContext value={{ store, mode: 'light' }}>
      <Frame state={{ ...startState, ...change }} />
    </PaneContext>,
  );
  expect(said.size).toBeGreaterThan(1);
  expect([...said].filter((id) => !Object.hasOwn(first, id))).toEqual([]);
});
