import { advise } from '../../../src/app/actions/advise';
import { considerAccount } from '../../../src/app/actions/consider-account';
import { keep } from '../../../src/app/actions/keep';
import { mergeTerritories } from '../../../src/app/actions/merge-territories';
import { moveAccount } from '../../../src/app/actions/move-account';
import { putBack } from '../../../src/app/actions/put-back';
import { setQuota } from '../../../src/app/actions/set-quota';
import type { Action, ActionContext } from '../../../src/app/action';
import type { WriteOrder } from '../../../src/app/ports';
import { startState, type PaneState } from '../../../src/app/state';
import type { StandingPlan } from '../../../src/app/standing-plan';
import type { Understanding } from '../../../src/app/understanding/understand';
import { Failure } from '../../../src/plan/failures';
import { MAIN_LAYER } from '../../../src/plan/layer';
import { owning, type LayerNames } from '../../../src/plan/ownership';
import { TextColumnBuilder } from '../../../src/plan/columns';
import { done, part } from '../../support/bare-action';

/** What is proposed by hand, cell by cell, over a list of four accounts; no store, no workbook. */

const NAMES = ['Acme', 'Bolt', 'Core', 'Dash'];
const texts = new TextColumnBuilder(NAMES.length);
NAMES.forEach((name, i) => texts.set(i, name));
const columns = { territory: 'Territory', accepted: 'Accepted Territory' };
const whole = (territories: readonly string[], accepted: readonly string[]) => ({
  headers: ['Account', 'Territory', 'Accepted Territory'],
  columns: [NAMES, territories, accepted],
  firstRow: 2,
  firstColumn: 1,
});
const ACCEPTED = ['T01', 'T01', 'T02', 'T02'];
const listWith = (territories: readonly string[], owned: object = columns): Understanding =>
  part<Understanding>({
    book: { owned: owning(MAIN_LAYER, part<LayerNames>({ columns: owned, sheets: {} }), undefined) },
    list: {
      accounts: { count: 4, sheetRow: [2, 3, 4, 5], text: { accountName: texts.build() }, number: {} },
      source: { firstRow: 2 },
      ref: { sheet: 'Accounts', table: 'Accounts' },
      rows: { keys: NAMES },
      whole: whole(territories, ACCEPTED),
    },
    settings: { language: 'en' },
  });
const standingWith = (assignment: readonly number[], more: object = {}): StandingPlan =>
  part<StandingPlan>({
    record: { territories: [{ name: 'T01' }, { name: 'T02' }] },
    assignment: Int32Array.from(assignment),
    dated: [],
    metrics: [],
    ...more,
  });
const standing = standingWith([0, 0, 1, 1]);
const asAccepted = listWith(ACCEPTED);

/** What an action writes into the list, by column and row, and what it says. */
async function written(
  perform: (context: ActionContext) => Promise<void>,
  now: Understanding,
  state: Partial<PaneState> = {},
) {
  const cells: unknown[] = [];
  const orders: WriteOrder[] = [];
  const take = (edit: WriteOrder['edit']) =>
    edit?.cells.forEach(({ column, said }) => cells.push([column, ...said].flat(1)));
  const { changes } = await done(
    perform,
    now,
    { understanding: now, standing, ...state },
    {
      workbook: part({
        edit: (edit: NonNullable<WriteOrder['edit']>) => {
          take(edit);
          return Promise.resolve();
        },
        apply: (order: WriteOrder) => {
          orders.push(order);
          take(order.edit);
          return Promise.resolve();
        },
        keep: () => Promise.resolve(),
      }),
      say: (id, params) => [id, JSON.stringify(params ?? {})].join(' '),
    },
  );
  return { cells, orders, changes };
}
const asked =
  <Args extends readonly unknown[]>(action: Action<Args>, ...args: Args) =>
  (context: ActionContext) =>
    action.perform(context, ...args);
const code = (one: Promise<unknown>): Promise<unknown> =>
  one.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.code : error),
  );

test('an account is proposed for a territory, or for none, by its name', async () => {
  const { cells, changes } = await written(asked(moveAccount, 'bolt', 't02'), asAccepted);
  expect(cells).toEqual([['territory', 1, 'T02']]);
  expect(changes).toEqual([{ news: 'news.accountMoved {"account":"bolt","name":"T02"}' }]);
  expect((await written(asked(moveAccount, 'Core', 'unassigned'), asAccepted)).cells).toEqual([
    ['territory', 2, 'Unassigned'],
  ]);
  expect(await code(written(asked(moveAccount, 'Bolts', 'T02'), asAccepted))).toBe('noSuchAccount');
  expect(await code(written(asked(moveAccount, 'Bolt', 'T03'), asAccepted))).toBe('noTerritoryCalled');
});

test('all accounts of a territory, and no others, are proposed for another', async () => {
  const { cells, changes } = await written(asked(mergeTerritories, 'T01', 'T02'), asAccepted);
  expect(cells).toEqual([['territory', 0, 'T02', 1, 'T02']]);
  expect(changes).toEqual([{ news: 'news.merged {"count":2,"from":"T01","into":"T02"}' }]);
  expect(await code(written(asked(mergeTerritories, 'T01', 'T01'), asAccepted))).toBe('mergeSame');
  const nobody = { standing: standingWith([1, 1, 1, 1]) };
  expect(await code(written(asked(mergeTerritories, 'T01', 'T02'), asAccepted, nobody))).toBe('noneThere');
});

describe('what is proposed goes back', () => {
  const moved = listWith(['T02', 'T01', 'Unassigned', 't02']);
  const back = ['territory', 0, 'T01', 2, 'T02'];

  test('cell by cell, in whatever letters it is said', async () => {
    const { cells, orders, changes } = await written(putBack.perform, moved);
    expect([cells, orders]).toEqual([[back], []]);
    expect(changes).toEqual([{ edit: undefined, news: 'news.putBack {"count":2}' }]);
  });

  test('and the days that were said of it with it', async () => {
    const dated = { standing: standingWith([0, 0, 1, 1], { dated: [{}] }) };
    const { cells, orders } = await written(putBack.perform, moved, dated);
    expect(cells).toEqual([back]);
    expect(orders).toEqual([expect.objectContaining({ sheets: [], decision: false })]);
    expect(Object.values(orders[0]?.remember ?? {})).toEqual([[]]);
  });

  test('but not where nobody knows what was accepted', async () => {
    const lost = listWith(['T02', 'T01', 'T02', 'T02'], { territory: 'Territory' });
    expect(await code(written(putBack.perform, lost))).toBe('editColumnGone');
    expect(await code(written(asked(mergeTerritories, 'T01', 'T02'), lost))).toBe('editColumnGone');
  });
});

describe('Keep says what stands from now on', () => {
  const kept = async (pending: PaneState['pending']): Promise<unknown> =>
    (await written(keep.perform, asAccepted, { pending })).changes;
  const closed = { pending: { state: 'none' }, designed: undefined, isStale: false, drift: undefined };

  test.each([
    ['columns were written without a plan', { state: 'applied', at: '' } as const, 'news.keptWritten'],
    ['it was undone in part', { state: 'applied', at: '', isUndone: true } as const, 'news.keptBroken'],
    [
      'it broke off',
      { state: 'broken', at: '', failure: new Failure('noSeats') } as const,
      'news.keptBroken',
    ],
  ])('where %s', async (_, pending, news) => {
    expect(await kept(pending)).toEqual([closed, { news: `${news} {}` }]);
  });
});

test('a convention of quota is kept for later where its sheets do not stand', async () => {
  const said: unknown[] = [];
  const settings = part<never>({
    say: (change: unknown) => {
      said.push(change);
      return Promise.resolve();
    },
  });
  let looks = 0;
  const look = () => {
    looks++;
    return Promise.resolve(asAccepted);
  };
  await done((context) => setQuota.perform(context, { unit: 100 }), asAccepted, {}, { settings, look });
  expect([said, looks]).toEqual([[{ quota: { unit: 100 } }], 2]);
});

describe('advice that cannot be worked out', () => {
  const edit = part<NonNullable<PaneState['edit']>>({ moved: [] });
  const state = {
    ...startState,
    understanding: asAccepted,
    standing,
    edit,
    selected: { sheet: 'Accounts', row: 3 },
  };
  const tried = async (action: Action, signal: AbortSignal): Promise<unknown[]> => {
    const changes: unknown[] = [];
    const change = (one: unknown) => changes.push(one);
    await expect(
      done(action.perform, asAccepted, state, { signal, change: change as never }),
    ).rejects.toBeDefined();
    return changes;
  };

  test('is not asked for again', async () => {
    const { signal } = new AbortController();
    expect(await tried(considerAccount, signal)).toEqual([{ card: { account: 1, standing, own: [] } }]);
    expect(await tried(advise, signal)).toEqual([{ advice: { edit, standing, helps: [] } }]);
  });

  test('is, where something else came between', async () => {
    expect(await tried(considerAccount, AbortSignal.abort())).toEqual([]);
    expect(await tried(advise, AbortSignal.abort())).toEqual([]);
  });
});
