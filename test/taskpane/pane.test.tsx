import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import '@testing-library/jest-dom';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { thinkAhead } from '../../src/app/actions/think-ahead';
import type { PlanChoices } from '../../src/app/pages/design/plans';
import type { Preview } from '../../src/app/pages/design/preview';
import type { Doing, PaneState } from '../../src/app/state';
import { startState } from '../../src/app/state';
import type { Summary } from '../../src/app/pages/design/summary';
import { Frame } from '../../src/taskpane/Frame';
import { NumberField } from '../../src/taskpane/NumberField';
import { Pick } from '../../src/taskpane/Pick';
import { PaneContext, type PaneTools } from '../../src/taskpane/pane-context';
import { numbers } from '../../src/text/numbers';
import { speak } from '../../src/text/say';

/** What the page makes of a state is given by each test: making it is tested in test/app. */
let view: { summary?: Summary; preview?: Preview; plans?: PlanChoices; isStale: boolean } = {
  isStale: false,
};
jest.mock('../../src/app/pages/design/view', () => ({ designPage: () => () => view }));

interface Shown {
  /** Actions asked for, by name, with what was given along. */
  readonly asked: unknown[][];
  readonly cancel: jest.Mock;
  /** What was begun before anybody asked. */
  readonly ahead: readonly string[];
  /** Shows something else in its place, as after a change of the state. */
  readonly again: (part: React.ReactNode) => void;
}

function show(part: React.ReactNode): Shown {
  const asked: unknown[][] = [];
  const ahead: string[] = [];
  const cancel = jest.fn();
  const store: PaneTools['store'] = {
    say: speak('en'),
    numbers: numbers('en'),
    run: (action, ...args) => {
      // Nobody asks for that, and it changes nothing that is shown.
      if (action.name === thinkAhead.name) ahead.push(action.name);
      else asked.push([action.name, ...args]);
      return Promise.resolve();
    },
    can: () => true,
    cancel,
  };
  const framed = (content: React.ReactNode) => (
    <FluentProvider theme={webLightTheme}>
      <PaneContext value={{ store, mode: 'light' }}>{content}</PaneContext>
    </FluentProvider>
  );
  const { rerender } = render(framed(part));
  return {
    asked,
    ahead,
    cancel,
    again: (content) => {
      rerender(framed(content));
    },
  };
}

function showPane(change: Partial<PaneState>, shown: Partial<typeof view> = {}): Shown {
  view = { isStale: false, ...shown };
  return show(<Frame state={{ ...startState, ...change }} />);
}

/** Only that it is there matters: what is shown of it comes from the view. */
const something = <Key extends keyof PaneState>(_key: Key): NonNullable<PaneState[Key]> =>
  ({ choices: {}, record: {}, book: {}, plan: { current: [] } }) as unknown as NonNullable<PaneState[Key]>;
const ready = { understanding: something('understanding') };

const doing = (change: Partial<Doing>): Doing => ({
  action: 'change-settings',
  words: 'pane.looking',
  covers: false,
  canCancel: false,
  quiet: false,
  ...change,
});

const preview: Preview = {
  headline: '2 of 2 territories within ±10%; worst +1%, T01 Denver',
  met: true,
  figures: [{ label: 'Worst', value: '±1%', hint: 'hint' }],
  details: [],
  metrics: [
    {
      id: 'potential',
      label: 'Potential',
      tolerance: 0.1,
      bars: [{ territory: 0, name: 'T01 Denver', before: 0.4, after: 1.3, inBand: false }],
    },
  ],
  map: undefined,
  notices: [
    { severity: 'warning', text: 'Acme is too large.' },
    { severity: 'note', text: 'Balancing Potential.' },
  ],
};

const summary: Summary = {
  unit: undefined,
  alike: [],
  accounts: '24 accounts in the table Deals.',
  tables: [{ value: 'Deals', label: 'Deals' }],
  table: 'Deals',
  balance: 'Balances Potential (Potential) to ±10%; ARR (ARR) to ±5%.',
  metrics: [
    {
      metric: 'potential',
      label: 'Potential',
      tolerance: 0.1,
      choices: [
        { value: 'potential', label: 'Potential' },
        { value: 'count', label: 'Accounts' },
      ],
    },
    { metric: 'arr', label: 'ARR', tolerance: 0.05, choices: [{ value: 'arr', label: 'ARR' }] },
  ],
  further: [{ value: 'count', label: 'Accounts' }],
  rates: [],
  connected: false,
  team: '2 territories.',
  stays: {
    text: 'Customers stay.',
    keeping: 'normal',
    choices: [
      { value: 'loose', label: 'Loose' },
      { value: 'normal', label: 'Normal' },
      { value: 'strict', label: 'Strict' },
    ],
    accounts: 100,
    book: 0,
    money: undefined,
    classes: [{ class: 'active', most: 100 }],
    families: true,
    kept: [],
  },
  bound: [],
  territories: 2,
  places: '24 of 24 accounts have a place on the map.',
  columns: { text: '', lines: [], headers: [] },
  teams: [],
  teamTable: '',
  teamColumns: undefined,
  findings: [],
  warnings: [],
  credit: 'GeoNames',
  country: '',
  countries: [],
  blocked: undefined,
};

test('before the first look is over there is nothing to press', () => {
  showPane({ doing: doing({ action: 'open' }) });
  expect(screen.getByRole('progressbar', { name: 'Reading the workbook…' })).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

test('an empty workbook has one thing to press', async () => {
  const { asked } = showPane({ isEmpty: true });
  await userEvent.click(screen.getByRole('button', { name: 'Insert sample data' }));
  expect(asked).toEqual([['insert-sample']]);
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

test('while designing there is a progress bar and a way out, by keyboard too', async () => {
  const { cancel } = showPane({
    doing: doing({
      action: 'design',
      covers: true,
      canCancel: true,
      stage: 'balance',
      done: 0.4,
      worst: 0.31,
    }),
  });
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0.4');
  expect(screen.getByText('Largest deviation so far: 31%')).toBeVisible();
  const button = screen.getByRole('button', { name: 'Cancel' });
  for (let stops = 0; stops < 5 && document.activeElement !== button; stops++) await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  expect(cancel).toHaveBeenCalledTimes(1);
});

test('while something is written nobody should edit, and nothing can be pressed', () => {
  showPane({ ...ready, doing: doing({ action: 'apply', words: 'writing.apply', covers: true }) });
  expect(screen.getByText('Please do not edit the sheets until this is done.')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});

test('while something covers the page, nothing of it and of its complaints is shown', () => {
  const refused = ['Setting seed: expected number, found "x".'];
  showPane({ ...ready, refused, doing: doing({ action: 'apply', covers: true }) }, { summary });
  expect(screen.getByRole('progressbar')).toBeVisible();
  expect(screen.queryByText(summary.accounts)).toBeNull();
  expect(screen.queryByText(refused.join())).toBeNull();
});

test('a look after a change covers nothing and keeps the focus', async () => {
  const { asked } = showPane({ ...ready, doing: doing({ done: 0.3 }) }, { summary });
  expect(screen.getByRole('progressbar', { name: 'Reading the workbook…' })).toBeVisible();
  expect(screen.getByText('24 accounts in the table Deals.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Design territories' }));
  expect(asked).toEqual([['design']]);
});

test('an Escape that ends something is not heard by Office, which would move the focus', async () => {
  const heard = jest.fn();
  document.addEventListener('keydown', heard);
  const { cancel, again } = showPane({ doing: doing({ action: 'design', covers: true, canCancel: true }) });
  screen.getByRole('button', { name: 'Cancel' }).focus();
  await userEvent.keyboard('{Escape}');
  expect([cancel.mock.calls.length, heard.mock.calls.length]).toEqual([1, 0]);
  view = { isStale: false, summary };
  again(<Frame state={{ ...startState, ...ready }} />);
  screen.getByRole('button', { name: 'Quota' }).focus();
  await userEvent.keyboard('{Escape}');
  expect(heard).toHaveBeenCalledTimes(1);
  document.removeEventListener('keydown', heard);
});

test('what is worked out behind a plan takes no button away', async () => {
  const quiet = doing({ action: 'work-out-choices', quiet: true, canCancel: true });
  const { asked } = showPane({ ...ready, designed: something('designed'), doing: quiet }, { preview });
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Apply to workbook' }));
  expect(asked).toContainEqual(['apply']);
});

test('what a hint brings up to date is not announced', () => {
  showPane({ ...ready, doing: doing({ action: 'look-again', quiet: true }) }, { summary });
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('a preview warns at the top and marks what is out of band by more than colour', () => {
  showPane({ ...ready, designed: something('designed') }, { preview });
  expect(screen.getByText('Acme is too large.')).toBeVisible();
  expect(screen.getByRole('cell', { name: 'above the band 130%' })).toHaveTextContent('▲');
  expect(screen.getByRole('img', { name: 'today 40%, plan 130%' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Apply to workbook' })).toBeEnabled();
  expect(screen.getByRole('button', { name: 'Back' })).toBeEnabled();
});

test('focus that is taken away goes to the title, where nothing is written by a key; nobody’s focus stays nobody’s', async () => {
  const { again } = showPane({ ...ready, designed: something('designed') }, { preview });
  const designing = <Frame state={{ ...startState, ...ready, doing: doing({ covers: true }) }} />;
  again(designing);
  expect(document.body).toHaveFocus();
  cleanup();
  const shown = showPane({ ...ready, designed: something('designed') }, { preview });
  await userEvent.tab();
  screen.getByRole('button', { name: 'Apply to workbook' }).focus();
  shown.again(designing);
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('a key that is pressed once more writes nothing: no button takes the place of another', async () => {
  const { again, asked } = showPane(ready, { summary });
  screen.getByRole('button', { name: 'Design territories' }).focus();
  await userEvent.keyboard('{Enter}');
  again(
    <Frame
      state={{ ...startState, ...ready, doing: doing({ action: 'design', covers: true, canCancel: true }) }}
    />,
  );
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  view = { isStale: false, preview };
  const previewed = { ...startState, ...ready, designed: something('designed') };
  again(<Frame state={previewed} />);
  expect(screen.getByRole('button', { name: 'Apply to workbook' })).not.toHaveFocus();
  await userEvent.keyboard('{Enter}');
  screen.getByRole('button', { name: 'Apply to workbook' }).focus();
  again(<Frame state={{ ...previewed, pending: { state: 'applied', at: '' } }} />);
  expect(screen.getByRole('button', { name: 'Keep' })).not.toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(asked).toEqual([['design']]);
});

test('Escape ends what can be ended', async () => {
  const { cancel } = showPane({
    ...ready,
    doing: doing({ action: 'design', covers: true, canCancel: true }),
  });
  screen.getByRole('button', { name: 'Cancel' }).focus();
  await userEvent.keyboard('{Escape}');
  expect(cancel).toHaveBeenCalledTimes(1);
});

test('plans to choose from are one group; the shown one says what it is best at, another is asked for by a click', async () => {
  const plan = (name: string, isShown: boolean) => ({
    name,
    meaning: `Meaning of ${name}`,
    figures: ['±10%', '198 km'],
    more: ['40 untouched prospects'],
    isShown,
  });
  const plans = {
    today: 'Today: ±40%',
    plans: [plan('As set', true), plan('Recommended', false)],
    isWorking: false,
  };
  const { asked } = showPane({ ...ready, designed: something('designed') }, { preview, plans });
  const group = screen.getByRole('group', { name: 'Plans to choose from' });
  expect(group).toBeVisible();
  expect(screen.getByRole('radio', { name: /^As set/ })).toBeChecked();
  expect(screen.getByText('Meaning of As set')).toBeVisible();
  expect(screen.getByText('Besides: 40 untouched prospects')).toBeVisible();
  expect(screen.getByText('Today: ±40%')).toBeVisible();
  expect(screen.queryByText('Meaning of Recommended')).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: /^Recommended/ }));
  expect(asked).toEqual([['choose-plan', 1]]);
});

test('more plans are worked out while a preview is shown and nothing else is done', () => {
  const plans = { today: undefined, plans: [], isWorking: true };
  const shown = showPane({ ...ready, designed: something('designed') }, { preview, plans });
  expect(shown.asked).toEqual([['work-out-choices']]);
  expect(screen.getByText('Working out more plans…')).toBeVisible();
  cleanup();
  const busy = showPane(
    { ...ready, designed: something('designed'), doing: doing({ quiet: true }) },
    { preview, plans },
  );
  expect(busy.asked).toEqual([]);
});

test('a preview of what is there no more can be designed again, not applied', async () => {
  const { asked } = showPane(
    { ...ready, designed: something('designed'), isStale: true },
    { preview, isStale: true },
  );
  expect(screen.getByText(/has changed since this plan was designed/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Apply to workbook' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Design again' }));
  expect(asked).toEqual([['design']]);
});

test('after Apply there are Keep and Revert', async () => {
  const { asked } = showPane(
    { ...ready, designed: something('designed'), pending: { state: 'applied', at: '' } },
    { preview },
  );
  await userEvent.click(screen.getByRole('button', { name: 'Revert' }));
  await userEvent.click(screen.getByRole('button', { name: 'Keep' }));
  expect(asked).toEqual([['revert'], ['keep']]);
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
});

test('the first plan is begun while the list is read, once a look; not over a plan that stands, nor while something runs', () => {
  const first = showPane(ready, { summary });
  expect(first.ahead).toEqual(['think-ahead']);
  cleanup();
  expect(showPane({ ...ready, thoughtAhead: ready.understanding }, { summary }).ahead).toEqual([]);
  cleanup();
  expect(showPane({ ...ready, standing: something('standing') }, { summary }).ahead).toEqual([]);
  cleanup();
  expect(showPane({ ...ready, doing: doing({}) }, { summary }).ahead).toEqual([]);
  cleanup();
  expect(showPane({ ...ready, designed: something('designed') }, { preview }).ahead).toEqual([]);
});

test('over a plan that stands further sheets are offered; without one, or with another in view, none', async () => {
  const standing = { ...something('understanding'), book: { record: {} } } as NonNullable<
    PaneState['understanding']
  >;
  const { asked } = showPane({ understanding: standing }, { summary });
  await userEvent.click(screen.getByRole('button', { name: 'Territory pages' }));
  expect(asked).toEqual([['write-sheet', 'territory-pages']]);
  cleanup();
  showPane({ understanding: standing, designed: something('designed') }, { preview });
  expect(screen.queryByRole('button', { name: 'Territory pages' })).toBeNull();
  cleanup();
  showPane(ready, { summary });
  expect(screen.queryByRole('button', { name: 'Territory pages' })).toBeNull();
});

test('what stands in the workbook and cannot be used is said', () => {
  showPane({ ...ready, refused: ['Setting seed: expected number, found "x".'] }, { summary });
  expect(screen.getByText('Setting seed: expected number, found "x".')).toBeVisible();
});

describe('several metrics', () => {
  const openBalance = async () => {
    const shown = showPane(ready, { summary });
    await userEvent.click(screen.getByRole('button', { name: 'Change: Balance' }));
    return shown;
  };

  test('each has its own tolerance', async () => {
    const { asked } = await openBalance();
    const field = screen.getByRole('spinbutton', { name: 'Tolerance of ARR in per cent' });
    expect(field).toHaveValue('5');
    await userEvent.clear(field);
    await userEvent.type(field, '7.5{Enter}');
    expect(asked).toEqual([['change-balance', { kind: 'tolerance', at: 1, tolerance: 0.075 }]]);
  });

  test('one is changed, added, taken away', async () => {
    const { asked } = await openBalance();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Metric 1' }), 'count');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Balance one more' }), 'count');
    await userEvent.click(screen.getByRole('button', { name: 'Do not balance Potential' }));
    expect(asked).toEqual([
      ['change-balance', { kind: 'metric', at: 0, metric: 'count' }],
      ['change-balance', { kind: 'add', metric: 'count' }],
      ['change-balance', { kind: 'remove', at: 0 }],
    ]);
  });
});

test('a rate is that of its own currency', async () => {
  const rates = [
    { currency: 'EUR', base: 'USD', rate: 1.1 },
    { currency: 'GBP', base: 'USD', rate: undefined },
  ];
  const { asked } = showPane(ready, { summary: { ...summary, rates } });
  await userEvent.click(screen.getByRole('button', { name: 'Change: Balance' }));
  expect(screen.getByRole('spinbutton', { name: '1 EUR in USD' })).toHaveValue('1.1');
  await userEvent.type(screen.getByRole('spinbutton', { name: '1 GBP in USD' }), '1.25{Enter}');
  expect(asked).toEqual([['set-rate', 'GBP', 1.25]]);
});

describe('columns and tables', () => {
  const line = (field: string, label: string) => ({ field, label, header: '', doubtful: false });
  const lists: Partial<Summary> = {
    columns: { text: '', lines: [line('city', 'City')], headers: ['Town'] },
    tables: [
      { value: 'Deals', label: 'Deals' },
      { value: 'Old!R1C1', label: 'Old' },
    ],
    teams: [
      { value: 'Reps', label: 'Reps' },
      { value: 'Reps2', label: 'Reps2' },
    ],
    teamTable: 'Reps',
    teamColumns: { text: '', lines: [line('manager', 'Manager')], headers: ['Boss'] },
  };
  const change = async (what: string) => {
    const shown = showPane(ready, { summary: { ...summary, ...lists } });
    await userEvent.click(screen.getByRole('button', { name: `Change: ${what}` }));
    return shown;
  };

  test('of the team are the team’s', async () => {
    const { asked } = await change('Team');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Manager' }), 'Boss');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Team list' }), 'Reps2');
    expect(asked).toEqual([
      ['change-settings', { repColumns: { manager: 'Boss' } }],
      ['choose-table', 'reps', 'Reps2'],
    ]);
  });

  test('of the accounts are the accounts’', async () => {
    const { asked } = await change('Columns');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'City' }), 'Town');
    await userEvent.click(screen.getByRole('button', { name: 'Change: Account list' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Account list' }), 'Old');
    expect(asked).toEqual([
      ['change-settings', { accountColumns: { city: 'Town' } }],
      ['choose-table', 'accounts', 'Old!R1C1'],
    ]);
  });
});

describe('many columns', () => {
  const found = [...'ABCDEFG'].map((name) => ({
    field: name,
    label: `Field ${name}`,
    header: `Header ${name}`,
    doubtful: name === 'A',
  }));
  const free = ['Churn', 'Größe', 'Tier'].map((label) => ({
    field: label,
    label,
    header: '',
    doubtful: false,
  }));
  const columns = {
    text: '7 of 9 columns are read',
    lines: [...found, ...free],
    headers: [...found.map(({ header }) => header), 'Size', 'Note'],
  };
  const open = async () => {
    const shown = showPane(ready, { summary: { ...summary, columns } });
    await userEvent.click(screen.getByRole('button', { name: 'Change: Columns' }));
    return shown;
  };
  const fields = () =>
    screen.getAllByRole('combobox').map((one) => (one as HTMLSelectElement).labels?.[0]?.textContent);

  test('those that are read stand there, guesses marked; others come when they are asked for', async () => {
    await open();
    expect(fields()).toEqual(found.map(({ label }) => label));
    expect(screen.getAllByText('please check')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: '3 more could be told' }));
    expect(fields()).toEqual([...found, ...free].map(({ label }) => label));
  });

  test('one is found by its name or its header, however it is spelt, and given', async () => {
    const { asked } = await open();
    const search = screen.getByRole('searchbox', { name: 'Find a column' });
    await userEvent.type(search, 'header b');
    expect(fields()).toEqual(['Field B']);
    await userEvent.clear(search);
    await userEvent.type(search, 'größ');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Größe' }), 'Size');
    expect(asked).toEqual([['change-settings', { accountColumns: { Größe: 'Size' } }]]);
    await userEvent.type(search, 'xyz');
    expect(screen.getByText('Nothing is called so.')).toBeVisible();
  });
});

describe('a list', () => {
  const picks = () => {
    const picked: string[] = [];
    const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));
    show(<Pick label="List" choices={choices} value="a" onPick={(value) => picked.push(value)} />);
    return picked;
  };
  /** As a browser does it: the entry changes between the key's going down and its coming up. */
  const walk = (value: string) => {
    const list = screen.getByRole('combobox', { name: 'List' });
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    fireEvent.change(list, { target: { value } });
    fireEvent.keyUp(list, { key: 'ArrowDown' });
    return list;
  };

  test('that is walked by its keys has been chosen from when it is left, or on Enter, once', () => {
    const picked = picks();
    walk('b');
    const list = walk('c');
    expect([picked, list]).toEqual([[], expect.objectContaining({ value: 'c' })]);
    fireEvent.blur(list);
    fireEvent.blur(list);
    expect(picked).toEqual(['c']);
    cleanup();
    const again = picks();
    fireEvent.keyDown(walk('b'), { key: 'Enter' });
    expect(again).toEqual(['b']);
  });

  test('gives back what was walked to on Escape, and tells nobody', () => {
    const picked = picks();
    const list = walk('b');
    fireEvent.keyDown(list, { key: 'Escape' });
    fireEvent.blur(list);
    expect([picked, list]).toEqual([[], expect.objectContaining({ value: 'a' })]);
  });

  test('that is opened and chosen from counts at once', () => {
    const picked = picks();
    const list = screen.getByRole('combobox', { name: 'List' });
    fireEvent.keyDown(list, { key: 'ArrowDown', altKey: true });
    fireEvent.change(list, { target: { value: 'b' } });
    fireEvent.change(list, { target: { value: 'c' } });
    expect(picked).toEqual(['b', 'c']);
  });
});

describe('a number', () => {
  const numberField = (isWhole: boolean) => {
    const given: number[] = [];
    show(
      <NumberField
        label="Number"
        value={20}
        min={1}
        max={1000}
        step={1}
        isWhole={isWhole}
        onNumber={(value) => given.push(value)}
      />,
    );
    return given;
  };
  const type = async (text: string) => {
    const field = screen.getByRole('spinbutton', { name: 'Number' });
    await userEvent.clear(field);
    await userEvent.type(field, `${text}{Enter}`);
    return field;
  };

  test('counts when it is settled', async () => {
    const given = numberField(false);
    await type('2.5');
    expect(given).toEqual([2.5]);
  });

  test('that is what it was, written in another way, is no change', async () => {
    const given = numberField(true);
    await type('20.0');
    expect(given).toEqual([]);
  });

  test('that may be none is cleared, once', async () => {
    const told: (number | 'none')[] = [];
    const field = (value: number | undefined) => (
      <NumberField
        label="Number"
        value={value}
        min={1}
        max={1000}
        step={1}
        onNumber={(typed) => told.push(typed)}
        onBlank={() => told.push('none')}
      />
    );
    const { again } = show(field(20));
    await userEvent.clear(screen.getByRole('spinbutton', { name: 'Number' }));
    await userEvent.tab();
    again(field(undefined));
    await userEvent.click(screen.getByRole('spinbutton', { name: 'Number' }));
    await userEvent.tab();
    expect(told).toEqual(['none']);
  });

  test.each(['1', '1000'])('%s is the last that is possible', async (text) => {
    const given = numberField(true);
    await type(text);
    expect(given).toEqual([Number(text)]);
  });

  test.each(['5000', '0.5', 'many', '2.5'])(
    '%s stays as it was typed, with what is possible',
    async (text) => {
      const given = numberField(true);
      expect(await type(text)).toHaveValue(text);
      expect(screen.getByText('Between 1 and 1000, a whole number.')).toBeVisible();
      expect(given).toEqual([]);
    },
  );
});
