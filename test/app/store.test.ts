import type { Action } from '../../src/app/action';
import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { discard } from '../../src/app/actions/discard';
import { insertSample } from '../../src/app/actions/insert-sample';
import { keep } from '../../src/app/actions/keep';
import { listFindings } from '../../src/app/actions/list-findings';
import { makeTeamList } from '../../src/app/actions/make-team-list';
import { open } from '../../src/app/actions/open';
import { revert } from '../../src/app/actions/revert';
import type { SolverPort, WorkbookPort } from '../../src/app/ports';
import { designPage } from '../../src/app/pages/design/view';
import { Store } from '../../src/app/store';
import type { Design } from '../../src/engine/problem';
import { MAIN_LAYER } from '../../src/plan/layer';
import { Failure } from '../../src/plan/failures';
import { owning } from '../../src/plan/ownership';
import { InlineSolver } from '../../src/worker/inline-solver';
import { fakeWorkbook } from '../support/fake-workbook';
import { clock, places } from '../support/job';

const storeOver = (workbook: WorkbookPort, solver: SolverPort = new InlineSolver()): Store =>
  new Store({ workbook, solver, places, clock }, 'en');

async function opened(workbook: WorkbookPort, solver?: SolverPort): Promise<Store> {
  const store = storeOver(workbook, solver);
  await store.run(open);
  return store;
}

const view = (store: Store) => designPage(store.say, store.numbers)(store.state);

/** A solver that goes on until it is ended. */
const endless: SolverPort = {
  counsel: (...args) => new InlineSolver().counsel(...args),
  design: (_problem, onProgress, signal) =>
    new Promise<Design>((_, reject) => {
      onProgress({ stage: 'balance', done: 0.5, worstDeviation: 0.3 });
      signal?.addEventListener('abort', () => {
        reject(signal.reason as Error);
      });
    }),
};

/** Waits until the store is in a state. */
const until = (store: Store, is: (store: Store) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!is(store)) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });

test('from opening to kept: found, previewed, applied, kept', async () => {
  const workbook = fakeWorkbook();
  const store = await opened(workbook);
  expect(view(store).summary?.accounts).toBe('24 accounts in the table Deals.');
  expect(view(store).summary?.team).toBe('2 territories, one for each owner named in the list.');
  await store.run(design);
  expect(view(store).preview?.headline).toMatch(/^2 of 2 territories within ±5%/);
  expect(workbook.calls).toEqual([]);
  await store.run(apply);
  expect(store.state.pending.state).toBe('applied');
  expect(store.state.news).toContain('Columns written: Territory, Territory Owner');
  await store.run(keep);
  expect(workbook.calls).toEqual(['apply', 'keep']);
  expect(store.state).toMatchObject({ pending: { state: 'none' }, designed: undefined, doing: undefined });
  expect(store.state.news).toBe('The plan is kept.');
});

test('cancel ends a design and leaves what was there', async () => {
  const store = await opened(fakeWorkbook(), endless);
  const designing = store.run(design);
  await until(store, ({ state }) => (state.doing?.done ?? 0) > 0);
  expect(store.state.doing).toMatchObject({
    action: 'design',
    stage: 'balance',
    worst: 0.3,
    canCancel: true,
  });
  store.cancel();
  await designing;
  expect(store.state).toMatchObject({
    doing: undefined,
    designed: undefined,
    trouble: undefined,
    news: 'Cancelled. Nothing was changed.',
  });
});

test('what cannot be ended is not ended', async () => {
  let finish: () => void = () => undefined;
  const workbook = fakeWorkbook();
  const slow = { ...workbook, keep: () => new Promise<void>((resolve) => (finish = resolve)) };
  const store = await opened(slow);
  await store.run(design);
  await store.run(apply);
  const keeping = store.run(keep);
  await until(store, ({ state }) => state.doing?.action === 'keep');
  store.cancel();
  finish();
  await keeping;
  expect(store.state.pending.state).toBe('none');
});

test('an action that cannot be ended never hears that it should be', async () => {
  const store = await opened(fakeWorkbook());
  const heard: boolean[] = [];
  const action = (canCancel: boolean): Action => ({
    name: 'test',
    label: 'action.look',
    canCancel,
    when: () => true,
    perform({ signal }) {
      store.cancel();
      heard.push(signal.aborted);
      return Promise.resolve();
    },
  });
  await store.run(action(false));
  await store.run(action(true));
  expect(heard).toEqual([false, true]);
});

test('no action is lost because another runs: they run in the order in which they were asked for', async () => {
  const workbook = fakeWorkbook();
  const store = await opened(workbook, endless);
  const designing = store.run(design);
  await until(store, ({ state }) => (state.doing?.done ?? 0) > 0);
  const first = store.run(changeSettings, { territories: 3 });
  const second = store.run(changeSettings, { planName: 'West' });
  expect(store.state.waiting).toBe(2);
  store.cancel();
  await Promise.all([designing, first, second]);
  expect(store.state.waiting).toBe(0);
  expect(store.state.understanding?.settings).toMatchObject({ territories: 3, planName: 'West' });
});

test('the second of two clicks on one button does nothing', async () => {
  const workbook = fakeWorkbook();
  const store = await opened(workbook);
  await store.run(design);
  await Promise.all([store.run(apply), store.run(apply)]);
  expect(workbook.calls).toEqual(['apply']);
  expect(store.state.trouble).toBeUndefined();
  await Promise.all([store.run(keep), store.run(keep)]);
  expect(workbook.calls).toEqual(['apply', 'keep']);
});

test('an action that cannot be done when its turn comes waits no more, and is said; what went well stays said', async () => {
  const store = await opened(fakeWorkbook());
  await store.run(design);
  await Promise.all([store.run(apply), store.run(changeSettings, { seed: 2 })]);
  expect(store.state).toMatchObject({ waiting: 0, doing: undefined, pending: { state: 'applied' } });
  expect(store.state.news).toMatch(/^Applied|Columns written/);
  expect(store.state.trouble).toBe(
    '“Change” was not done: the applied plan waits for its decision. Choose Keep or Revert, then do it again.',
  );
  await store.run(keep);
  expect(store.state.understanding?.settings.seed).toBe(1);
});

test('why it cannot be done is said as it is', async () => {
  const trouble = async (store: Store, action: Action) => {
    await store.run(action);
    return store.state.trouble;
  };
  const store = await opened(fakeWorkbook());
  expect(await trouble(store, keep)).toBe(
    '“Keep” was not done: what stood here when it was asked for has changed since.',
  );
  const unread = await opened(fakeWorkbook({ survey: () => Promise.resolve([]) }));
  expect(await trouble(unread, design)).toMatch(
    /^No account list .* “Design territories” was not done: there is no list/,
  );
  const once = unread.state.trouble;
  expect(await trouble(unread, design)).toBe(once);
  const other = { state: 'otherPane', seconds: 3 } as const;
  const busy = await opened(fakeWorkbook({ pending: () => Promise.resolve(other) }));
  expect(await trouble(busy, design)).toMatch(/another pane is writing/);
});

test('what failed before stays said beside what could not be done because of it', async () => {
  const store = await opened(fakeWorkbook({ apply: () => Promise.reject(new Failure('cellEditMode')) }));
  await store.run(design);
  await Promise.all([store.run(apply), store.run(keep)]);
  expect(store.state.trouble).toMatch(/^A cell is being edited\..* “Keep” was not done/);
});

test('the same button again with another word is no second click', async () => {
  const store = await opened(fakeWorkbook());
  await store.run(design);
  await Promise.all([store.run(apply), store.run(apply), store.run(changeSettings, { seed: 2 })]);
  expect(store.state.trouble).toMatch(/^“Change” was not done/);
  await store.run(keep);
  await Promise.all([store.run(changeSettings, { seed: 2 }), store.run(changeSettings, { seed: 3 })]);
  expect(store.state.understanding?.settings.seed).toBe(3);
});

test.each([
  ['a changed setting', (store: Store) => store.run(changeSettings, { territories: 3 })],
  ['a new team list', (store: Store) => store.run(makeTeamList)],
])('%s drops the preview of before', async (_, change) => {
  const store = await opened(fakeWorkbook());
  await store.run(design);
  await change(store);
  expect(store.state).toMatchObject({ designed: undefined, isStale: false, trouble: undefined });
  expect(store.can(design)).toBe(true);
});

test('what was said of one action is gone with the next', async () => {
  const store = await opened(fakeWorkbook());
  await store.run(listFindings);
  expect(store.state.news).toBeDefined();
  await store.run(changeSettings, { seed: 3 });
  expect(store.state.news).toBeUndefined();
});

test('a workbook that has been emptied since leaves nothing to apply', async () => {
  let isEmpty = false;
  const store = await opened(fakeWorkbook({ isEmpty: () => Promise.resolve(isEmpty) }));
  await store.run(design);
  isEmpty = true;
  await store.run(open);
  expect(store.state).toMatchObject({ isEmpty: true, understanding: undefined, designed: undefined });
  expect(store.can(apply)).toBe(false);
});

test('sample data is read as soon as it is there', async () => {
  let isEmpty = true;
  const insert = () => Promise.resolve(void (isEmpty = false));
  const store = await opened(fakeWorkbook({ insert, isEmpty: () => Promise.resolve(isEmpty) }));
  await store.run(insertSample);
  expect(store.state.isEmpty).toBe(false);
  expect(view(store).summary?.accounts).toBe('24 accounts in the table Deals.');
});

test('a record that cannot be read is told; the pane goes on without it', async () => {
  const store = await opened(fakeWorkbook({ record: () => Promise.resolve({ schema: 99 }) }));
  expect(store.state.refused).toEqual([
    'The record of the plan in this workbook cannot be read, so its settings are not taken over. Perhaps a newer Evenfield wrote it.',
  ]);
  expect(store.can(design)).toBe(true);
});

test('a refusal is said in words, and the pane goes on from where it was', async () => {
  const workbook = fakeWorkbook({
    apply: () => Promise.reject(new Failure('noRoom', { address: 'Export!G9' })),
  });
  const store = await opened(workbook);
  await store.run(design);
  await store.run(apply);
  expect(store.state.pending.state).toBe('none');
  expect(store.state.trouble).toMatch(/^There is something in Export!G9/);
  expect(store.state.designed).toBeDefined();
  await store.run(discard);
  expect(store.state).toMatchObject({ trouble: undefined, designed: undefined });
});

test('an error nobody foresaw is said too, and nothing hangs', async () => {
  const store = await opened(fakeWorkbook({ apply: () => Promise.reject(new TypeError('x is not a y')) }));
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBe('Something went wrong inside Evenfield: TypeError: x is not a y');
  expect(store.state.doing).toBeUndefined();
});

test('a plan that was applied before the pane was opened can be reverted', async () => {
  const workbook = fakeWorkbook();
  await workbook.apply({ layer: MAIN_LAYER, sheets: [] });
  const store = await opened(workbook);
  expect(store.state.pending.state).toBe('applied');
  expect(store.can(design)).toBe(false);
  await store.run(revert);
  expect(workbook.calls).toContain('revert');
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
});

test('an Apply that broke off before and was put back is told', async () => {
  const pending = () => Promise.resolve({ state: 'rolledBack', at: '2026-11-22' } as const);
  const store = await opened(fakeWorkbook({ pending }));
  expect(store.state.news).toBe('An earlier Apply broke off. The workbook has been put back as it was.');
  expect(store.can(design)).toBe(true);
});

test('too many territories block the design, with the reason', async () => {
  const store = await opened(fakeWorkbook());
  await store.run(changeSettings, { territories: 30 });
  expect(view(store).summary?.blocked).toBe('30 territories were asked for, but there are only 24 accounts.');
  expect(store.can(design)).toBe(false);
});

test('an empty workbook is offered sample data and nothing else', async () => {
  const store = await opened(fakeWorkbook({ isEmpty: () => Promise.resolve(true) }));
  expect(store.state).toMatchObject({ isEmpty: true, understanding: undefined });
  expect(store.can(design)).toBe(false);
});

test('a team list is added, remembered and said; what goes wrong is said too', async () => {
  const inserted: string[] = [];
  const workbook = fakeWorkbook({
    insert: (sheets, _onProgress, remember = {}) => {
      inserted.push(...sheets.map(({ name }) => name));
      if (inserted.length > 1) return Promise.reject(new Failure('nameTaken', { name: 'Reps' }));
      for (const [key, value] of Object.entries(remember)) workbook.saved.set(key, value);
      return Promise.resolve();
    },
  });
  const store = await opened(workbook);
  await store.run(makeTeamList);
  expect(workbook.saved.get('settings')).toMatchObject({ said: { reps: { table: 'Reps' } } });
  expect(store.state.news).toMatch(/^The table Reps was added/);
  await store.run(makeTeamList);
  expect(store.state.trouble).toMatch(/^There is already a sheet, a table or a defined name called Reps/);
  expect(inserted).toEqual(['Reps', 'Reps']);
});

test('columns that were chosen for another team list do not hold for a new one', async () => {
  const workbook = fakeWorkbook();
  const store = await opened(workbook);
  await store.run(changeSettings, { repColumns: { manager: 'Owner' } });
  await store.run(makeTeamList);
  expect(store.state.understanding?.settings.repColumns).toEqual({});
});

test('a sheet that got another name is told and shown under the name it got', async () => {
  const names = { columns: {}, sheets: { 'data-quality': 'Ef Data Quality' } };
  const workbook = fakeWorkbook({ owned: () => Promise.resolve(owning(MAIN_LAYER, names, undefined)) });
  const store = await opened(workbook);
  await store.run(listFindings);
  expect(workbook.calls.at(-1)).toBe("select 'Ef Data Quality'!A1");
  expect(store.state.news).toBe('Every finding is listed on the sheet Ef Data Quality.');
});

test('findings are listed on a sheet without a decision to make', async () => {
  const workbook = fakeWorkbook();
  const store = await opened(workbook);
  await store.run(listFindings);
  expect(workbook.calls).toEqual(['apply', "select 'Data Quality'!A1"]);
  expect(store.state).toMatchObject({
    pending: { state: 'none' },
    news: 'Every finding is listed on the sheet Data Quality.',
  });
});

describe('hints from the workbook', () => {
  type Hint = Parameters<Parameters<WorkbookPort['watch']>[0]>[0];

  /** A workbook whose hints the test gives. */
  function hinting() {
    let hint: (kind: Hint) => void = () => undefined;
    let reads = 0;
    let isWatched = false;
    const workbook = fakeWorkbook({
      watch: (onHint) => {
        hint = onHint;
        isWatched = true;
        return Promise.resolve(() => {
          isWatched = false;
          return Promise.resolve();
        });
      },
    });
    const { read } = workbook;
    let cells: Awaited<ReturnType<typeof read>> | undefined;
    workbook.read = async (ref) => {
      reads++;
      return cells ?? (await read(ref));
    };
    return {
      workbook,
      hint: (kind: Hint) => {
        hint(kind);
      },
      reads: () => reads,
      isWatched: () => isWatched,
      /** The user writes into the first cell of a column. */
      edit: async (header: string, value: string | number) => {
        const table = await read({
          sheet: 'Export',
          headerRow: 1,
          firstColumn: 1,
          columnCount: 1,
          rowCount: 1,
        });
        const columns = table.columns.map((column, c) =>
          table.headers[c] === header ? [value, ...column.slice(1)] : column,
        );
        cells = { ...table, columns };
      },
    };
  }

  /** All that was asked for is done. */
  const idle = (store: Store) =>
    until(store, ({ state }) => state.doing === undefined && state.waiting === 0);

  test('an edit is seen without a word said over what stands there', async () => {
    const { workbook, hint, edit } = hinting();
    const store = await opened(workbook);
    await store.watch();
    await store.run(makeTeamList);
    const { news } = store.state;
    await edit('Potential', 777);
    hint('edited');
    await idle(store);
    expect(store.state.understanding?.list.accounts.number.potential?.[0]).toBe(777);
    expect(store.state.news).toBe(news);
  });

  test('an edit is seen while a decision on an applied plan is open, too', async () => {
    const { workbook, hint, edit } = hinting();
    const store = await opened(workbook);
    await store.watch();
    for (const action of [design, apply]) await store.run(action);
    await edit('Potential', 777);
    hint('edited');
    await idle(store);
    expect(store.state.understanding?.list.accounts.number.potential?.[0]).toBe(777);
    expect(store.state).toMatchObject({ pending: { state: 'applied' }, isStale: false });
  });

  test('in the middle of an action they wait their turn, and many make one look', async () => {
    const { workbook, hint, reads } = hinting();
    const store = await opened(workbook, endless);
    await store.watch();
    const designing = store.run(design);
    await until(store, ({ state }) => (state.doing?.done ?? 0) > 0);
    const before = reads();
    hint('edited');
    hint('sheets');
    hint('edited');
    expect(store.state.doing?.action).toBe('design');
    expect(reads()).toBe(before);
    store.cancel();
    await designing;
    await idle(store);
    expect(reads()).toBe(before + 1);
  });

  test('a selection is no change', async () => {
    const { workbook, hint, reads } = hinting();
    const store = await opened(workbook);
    await store.watch();
    const before = reads();
    hint('selected');
    await idle(store);
    expect(reads()).toBe(before);
  });

  test('where the user is in the workbook is followed while there is a plan, beside all that runs', async () => {
    const { workbook, hint, reads } = hinting();
    const store = await opened(workbook);
    await store.watch();
    hint('selected');
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.state.selected).toBeUndefined();
    await store.run(design);
    const before = reads();
    hint('selected');
    await until(store, ({ state }) => state.selected !== undefined);
    expect(store.state.selected).toEqual({ sheet: 'Export', row: 2 });
    expect(reads()).toBe(before);
    workbook.activeRow = () => Promise.reject(new Failure('hostGone'));
    hint('selected');
    await until(store, ({ state }) => state.selected === undefined);
    expect(store.state.trouble).toBeUndefined();
  });

  test('a preview of what is there no more says so and cannot be applied; it can be designed again', async () => {
    const { workbook, hint, edit } = hinting();
    const store = await opened(workbook);
    await store.watch();
    await store.run(design);
    hint('edited');
    await idle(store);
    expect(view(store).isStale).toBe(false);
    expect(store.can(design)).toBe(false);
    await edit('Potential', 9999);
    hint('edited');
    await idle(store);
    expect(view(store).isStale).toBe(true);
    expect(store.can(apply)).toBe(false);
    await store.run(design);
    expect(store.state.isStale).toBe(false);
    expect(store.can(apply)).toBe(true);
  });

  test('a hint that never came does not put a plan on the wrong rows: Apply looks itself', async () => {
    const { workbook, edit } = hinting();
    const store = await opened(workbook);
    await store.run(design);
    await edit('Account Name', 'Another account');
    await store.run(apply);
    expect(workbook.calls).toEqual([]);
    expect(store.state.trouble).toBe(
      '1 row changed since the design: 1 with other values. Nothing was written. Design again, or apply to the rest.',
    );
  });

  test('a closed pane hears nothing more', async () => {
    const { workbook, isWatched } = hinting();
    const store = await opened(workbook);
    await store.watch();
    await store.watch();
    expect(isWatched()).toBe(true);
    await store.close();
    expect(isWatched()).toBe(false);
  });

  test('what could not be read and now can is no trouble any more', async () => {
    const { workbook, hint } = hinting();
    const { survey } = workbook;
    workbook.survey = () => Promise.resolve([]);
    const store = await opened(workbook);
    await store.watch();
    expect(store.state.trouble).toMatch(/^No account list was found/);
    workbook.survey = survey;
    hint('edited');
    await idle(store);
    expect(store.state.trouble).toBeUndefined();
    expect(store.can(design)).toBe(true);
  });
});
