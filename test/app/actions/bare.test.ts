import { carryOut } from '../../../src/app/actions/carry-out';
import { choosePlan } from '../../../src/app/actions/choose-plan';
import { choosePoint } from '../../../src/app/actions/choose-point';
import { decideConflict } from '../../../src/app/actions/decide-conflict';
import { asShownFirst } from '../../../src/app/actions/design';
import { discard } from '../../../src/app/actions/discard';
import { setLock } from '../../../src/app/actions/set-lock';
import { showRows } from '../../../src/app/actions/show-rows';
import { thinkAhead } from '../../../src/app/actions/think-ahead';
import type { EditOrder } from '../../../src/app/ports';
import type { DesignedPlan } from '../../../src/app/design';
import type { StandingPlan } from '../../../src/app/standing-plan';
import type { PaneState } from '../../../src/app/state';
import type { Understanding } from '../../../src/app/understanding/understand';
import { done, part } from '../../support/bare-action';

/** What single actions make of what the pane knows, without store and workbook. */

const list = part<Understanding>({
  book: { owned: undefined },
  list: {
    accounts: { count: 2, sheetRow: [2, 3] },
    source: { firstRow: 2 },
    ref: { sheet: 'Accounts', table: 'Accounts' },
    rows: { keys: ['a', 'b'] },
  },
  choices: { current: [-1, 0] },
  settings: { language: 'en' },
});
const designed = part<DesignedPlan>({ from: list, plan: {}, record: { settings: {} } });
const standing = part<StandingPlan>({ record: { territories: [{ name: 'T01' }, { name: 'T02' }] } });

describe('plans to choose from', () => {
  const [first, second] = [designed, part<DesignedPlan>({ ...designed, point: 1 })];
  const alternatives = { plans: [first, second], tried: [] };

  test('the one that is chosen is shown, and all of them stay', async () => {
    const choose = async (at: number): Promise<unknown> =>
      (await done((context) => choosePlan.perform(context, at), list, { designed, alternatives })).changes;
    expect(await choose(1)).toEqual([{ designed: second, alternatives }]);
    expect(await choose(2)).toEqual([]);
  });

  const curve = { of: list, points: part<NonNullable<PaneState['curve']>['points']>([{}, {}]) };
  const point = async (at: number, state: Partial<PaneState>): Promise<unknown> =>
    (await done((context) => choosePoint.perform(context, at), list, state)).changes;

  test('a point that was shown before is shown again', async () => {
    expect(await point(1, { designed, alternatives, curve })).toEqual([{ designed: second, alternatives }]);
  });

  test('no point of another look, beyond the curve, or without a preview is shown', async () => {
    const other = { ...curve, of: part<Understanding>({}) };
    expect(await point(1, { designed, alternatives, curve: other })).toEqual([]);
    expect(await point(2, { designed, alternatives, curve })).toEqual([]);
    expect(await point(1, { alternatives, curve })).toEqual([]);
    expect(await point(1, { designed, alternatives })).toEqual([]);
  });
});

test.each([
  ['nobody holds an account', [-1, -1], true, undefined],
  ['somebody said who stays', [0, -1], false, undefined],
  ['accounts are held and nothing was said', [0, -1], true, 'recommended'],
  ['the last account is held', [-1, 0], true, 'recommended'],
])('where %s the plan that is shown first follows', (_, current, isStayingOpen, aim) => {
  const read = part<Understanding>({ ...list, choices: { current } });
  const shown = asShownFirst({ isStayingOpen }, read);
  expect(shown.settings.aim).toBe(aim);
  expect(shown === read).toBe(aim === undefined);
  expect(shown.settings).toMatchObject(read.settings);
});

test('a conflict is decided of an account that is in one, and the others stay decided', async () => {
  const found = part<NonNullable<PaneState['merge']>['found']>({ conflicts: [{ key: 'a' }, { key: 'b' }] });
  const merge = { found, decided: { a: 'mine' } } as const;
  const decide = async (key: string): Promise<unknown> =>
    (await done((context) => decideConflict.perform(context, key, 'theirs'), list, { merge })).changes;
  expect(await decide('b')).toEqual([{ merge: { found, decided: { a: 'mine', b: 'theirs' } } }]);
  expect(await decide('c')).toEqual([]);
});

test('Back says the settings of before a scenario again, and looks; else it only drops the preview', async () => {
  const dropped = { designed: undefined, isStale: false, drift: undefined, saidBefore: undefined };
  expect(await done(discard.perform, list, { designed })).toEqual({ asked: [], changes: [dropped] });
  const said = part<NonNullable<PaneState['saidBefore']>>({});
  const { asked, changes } = await done(discard.perform, list, { designed, saidBefore: said });
  expect([asked, changes]).toEqual([['settings.takeBack'], [dropped]]);
});

/** What is written into the list. */
const edits = () => {
  const orders: EditOrder[] = [];
  const workbook = part<never>({
    edit: (order: EditOrder) => {
      orders.push(order);
      return Promise.resolve();
    },
  });
  return {
    orders,
    workbook,
    cells: () => orders.flatMap(({ cells }) => cells.map(({ column, said }) => [column, [...said]])),
  };
};

describe('the selected account', () => {
  const state = { understanding: list, standing, selected: { sheet: 'Accounts', row: 3 } };

  test('is locked, or its lock is taken away', async () => {
    for (const [locks, word, news] of [
      [true, 'Yes', 'locked'],
      [false, '', 'unlocked'],
    ] as const) {
      const { cells, workbook } = edits();
      const { changes } = await done((context) => setLock.perform(context, 'b', locks), list, state, {
        workbook,
        say: (id) => id,
      });
      expect(changes).toEqual([{ news: `news.${news}` }]);
      expect(cells()).toEqual([['lock', [[1, locks ? expect.stringMatching(/\S/) : word]]]]);
    }
  });

  test('that is another by now is not', async () => {
    const { orders, workbook } = edits();
    const lock = done((context) => setLock.perform(context, 'a', true), list, state, { workbook });
    await expect(lock).rejects.toMatchObject({ code: 'adviceOver' });
    expect(orders).toEqual([]);
  });
});

describe('a suggestion is carried out', () => {
  const suggestion = (key: string) => ({ key, moves: [{ account: 1, to: 1 }] });
  const carry = async (state: Partial<PaneState>) => {
    const { cells, workbook } = edits();
    const { changes } = await done(
      (context) => carryOut.perform(context, 'one'),
      list,
      { understanding: list, standing, ...state },
      { workbook, say: (id, params) => `${id} ${JSON.stringify(params)}` },
    );
    return [cells(), changes];
  };
  const made = [[['territory', [[1, 'T02']]]], [{ news: 'news.carriedOut {"count":1}' }]];
  const edit = part<NonNullable<PaneState['edit']>>({});
  const other = part<StandingPlan>({});
  const cases = (of: StandingPlan): [string, Partial<PaneState>][] => [
    [
      'the repair of the last move',
      {
        edit,
        advice: part<PaneState['advice']>({ edit, standing: of, helps: [], repair: suggestion('one') }),
      },
    ],
    [
      'one of several helps',
      {
        edit,
        advice: part<PaneState['advice']>({
          edit,
          standing: of,
          helps: [suggestion('two'), suggestion('one')],
        }),
      },
    ],
    [
      'one of the selected account',
      { card: part<PaneState['card']>({ standing: of, own: [suggestion('one')] }) },
    ],
    [
      'that of several rows',
      { several: part<PaneState['several']>({ standing: of, suggestion: suggestion('one') }) },
    ],
  ];

  test.each(cases(standing))('%s', async (_, state) => {
    expect(await carry(state)).toEqual(made);
  });

  test.each(cases(other))('but not %s where that is of another plan', async (_, state) => {
    await expect(carry(state)).rejects.toMatchObject({ code: 'adviceOver' });
  });

  test('but not one that is not among them', async () => {
    await expect(carry({})).rejects.toMatchObject({ code: 'adviceOver' });
  });
});

test('without the column of territories, or without a table, no rows can be shown', async () => {
  const show = (read: Understanding) =>
    done((context) => showRows.perform(context, 'T01'), read, { understanding: read });
  await expect(show(list)).rejects.toMatchObject({ code: 'editColumnGone' });
});

test('a long list is not thought about before somebody asks', async () => {
  const long = part<Understanding>({ ...list, list: { ...list.list, accounts: { count: 5001 } } });
  const { asked, changes } = await done(thinkAhead.perform, long, { understanding: long });
  expect([asked, changes]).toEqual([[], [{ thoughtAhead: long }]]);
});
