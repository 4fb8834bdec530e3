import { changeSettings } from '../../../src/app/actions/change-settings';
import { apply } from '../../../src/app/actions/apply';
import { applyAgain } from '../../../src/app/actions/apply-again';
import { applyRest } from '../../../src/app/actions/apply-rest';
import { changeBalance } from '../../../src/app/actions/change-balance';
import { chooseTable } from '../../../src/app/actions/choose-table';
import { design } from '../../../src/app/actions/design';
import { discard } from '../../../src/app/actions/discard';
import { insertSample } from '../../../src/app/actions/insert-sample';
import { keep } from '../../../src/app/actions/keep';
import { listFindings } from '../../../src/app/actions/list-findings';
import { lookAgain } from '../../../src/app/actions/look-again';
import { makeTeamList } from '../../../src/app/actions/make-team-list';
import { open } from '../../../src/app/actions/open';
import { revert } from '../../../src/app/actions/revert';
import { select } from '../../../src/app/actions/select';
import { setRate } from '../../../src/app/actions/set-rate';
import { takeOver } from '../../../src/app/actions/take-over';
import { sheetsOnOffer, writeSheet } from '../../../src/app/actions/write-sheet';
import type { PendingState, SolverPort, WorkbookPort } from '../../../src/app/ports';
import type { PreparedOrder } from '../../../src/app/write-order';
import { startState } from '../../../src/app/state';
import { Store } from '../../../src/app/store';
import { MAIN_LAYER } from '../../../src/plan/layer';
import { owning, type LayerNames } from '../../../src/plan/ownership';
import type { SheetSpec } from '../../../src/reports/spec';
import { Failure } from '../../../src/plan/failures';
import type { Cell, SourceTable } from '../../../src/plan/cells';
import { InlineSolver } from '../../../src/worker/inline-solver';
import { fakeWorkbook } from '../../support/fake-workbook';

/** The lists have no places, so that nothing is looked up. */
const places = { fetchChunk: () => Promise.resolve(undefined) };
const clock = { now: () => new Date('2026-11-22T12:00:00Z') };

const rows = (name: string, many = 24): Cell[][] =>
  Array.from({ length: many }, (_, i) => [
    `${name} ${i}`,
    100 + (i % 5),
    'USD',
    ['Ana Ruiz', 'Ben Ito'][i % 2] ?? '',
  ]);

/** A workbook whose lists, and what stands between Apply and Keep, the test changes. */
function changing(change: Partial<WorkbookPort> = {}) {
  const lists = new Map<string, Cell[][]>([['East', rows('East')]]);
  const further = new Map<string, readonly string[]>();
  const headersOf = (sheet: string): readonly string[] =>
    further.get(sheet) ?? ['Account Name', 'Potential', 'Currency', 'Owner'];
  let pending: PendingState | undefined;
  const asked: unknown[] = [];
  const workbook = fakeWorkbook({
    survey: () =>
      Promise.resolve(
        [...lists].map(([sheet, body]) => ({
          sheet,
          visible: true,
          isProtected: false,
          top: [headersOf(sheet), ...body],
          firstRow: 1,
          firstColumn: 1,
          rowCount: body.length + 1,
          columnCount: headersOf(sheet).length,
          tables: [
            {
              name: `T${sheet}`,
              headers: headersOf(sheet),
              headerRow: 1,
              firstColumn: 1,
              rowCount: body.length,
              hasTotals: false,
            },
          ],
        })),
      ),
    read: ({ sheet }) => {
      const headers = headersOf(sheet);
      const body = lists.get(sheet) ?? [];
      const source: SourceTable = {
        sheet,
        table: `T${sheet}`,
        headerRow: 1,
        firstRow: 2,
        firstColumn: 1,
        rowCount: body.length,
        headers,
        columns: headers.map((_, c) => body.map((row) => row[c] ?? '')),
        formats: headers.map(() => 'General'),
        isFormula: headers.map(() => false),
        hiddenRows: [],
      };
      return Promise.resolve(source);
    },
    ...change,
  });
  const usual = workbook.pending;
  workbook.pending = (other) => {
    asked.push(other);
    return pending === undefined ? usual() : Promise.resolve(pending);
  };
  return {
    workbook,
    lists,
    /** Headers of sheets that are no list of accounts like the others. */
    further,
    asked,
    stands: (state: PendingState | undefined) => {
      pending = state;
    },
  };
}

async function opened(workbook: WorkbookPort, solver: SolverPort = new InlineSolver()): Promise<Store> {
  const store = new Store({ workbook, solver, places, clock }, 'en');
  await store.run(open);
  return store;
}

const metricsOf = ({ state }: Store) =>
  state.understanding?.choices.metrics.map(({ id, tolerance }) => [id, tolerance]);

/** What changes the plan or what it is made from. */
const CHANGES = [
  changeSettings,
  changeBalance,
  chooseTable,
  setRate,
  makeTeamList,
  listFindings,
  design,
  apply,
];

test('before a list is understood there is nothing to set, to design or to write', async () => {
  const store = await opened(fakeWorkbook({ survey: () => Promise.resolve([]) }));
  for (const action of [...CHANGES, writeSheet])
    expect([action.name, store.can(action)]).toEqual([action.name, false]);
});

test('while a plan waits for its decision nothing else can be done to it than to decide', async () => {
  const { workbook } = changing();
  const store = await opened(workbook);
  for (const action of [keep, revert, discard, apply, applyAgain, applyRest])
    expect([action.name, store.can(action)]).toEqual([action.name, false]);
  for (const action of [design, apply]) await store.run(action);
  for (const action of [...CHANGES, discard])
    expect([action.name, store.can(action)]).toEqual([action.name, false]);
  for (const action of [keep, revert]) expect(store.can(action)).toBe(true);
});

test('sample data is offered in an empty workbook, and in no other', async () => {
  expect((await opened(fakeWorkbook())).can(insertSample)).toBe(false);
  expect((await opened(fakeWorkbook({ isEmpty: () => Promise.resolve(true) }))).can(insertSample)).toBe(true);
});

test('where no list is found it is offered too, but not while a plan waits for its decision', () => {
  const listless = { ...startState, isListless: true };
  expect(insertSample.when(listless)).toBe(true);
  expect(insertSample.when({ ...listless, pending: { state: 'applied', at: '' } })).toBe(false);
});

describe('design', () => {
  test('is done once; a preview that still holds need not be made again', async () => {
    const store = await opened(changing().workbook);
    expect(store.can(design)).toBe(true);
    await store.run(design);
    expect(store.can(design)).toBe(false);
    await store.run(discard);
    expect([store.state.designed, store.can(design)]).toEqual([undefined, true]);
  });

  test('ended before the engine begins asks nothing of the engine', async () => {
    let designs = 0;
    const inline = new InlineSolver();
    const counting: SolverPort = {
      counsel: (...args) => inline.counsel(...args),
      design: (...args) => {
        designs++;
        return inline.design(...args);
      },
    };
    const { workbook } = changing();
    const store = await opened(workbook, counting);
    const { read } = workbook;
    workbook.read = (ref) => {
      store.cancel();
      return read(ref);
    };
    await store.run(design);
    expect([designs, store.state.designed, store.state.trouble]).toEqual([0, undefined, undefined]);
  });

  test('of a workbook that has been emptied since makes no plan', async () => {
    const { workbook } = changing();
    const store = await opened(workbook);
    workbook.isEmpty = () => Promise.resolve(true);
    await store.run(design);
    expect(store.state).toMatchObject({ designed: undefined, trouble: undefined, isEmpty: true });
  });
});

describe('accounts that come, go or change between design and Apply', () => {
  async function drifted() {
    const book = changing();
    const store = await opened(book.workbook);
    await store.run(design);
    expect(store.can(applyRest)).toBe(false);
    book.lists.set('East', [...rows('East').slice(1), ['Newcomer', 50, 'USD', 'Ana Ruiz']]);
    return { ...book, store };
  }

  test('stop Apply, which says how many and writes nothing; the rest can be applied', async () => {
    const { workbook, store } = await drifted();
    await store.run(apply);
    expect(workbook.calls).toEqual([]);
    expect(store.state.trouble).toBe(
      '2 rows changed since the design: 1 new, 1 gone. Nothing was written. Design again, or apply to the rest.',
    );
    expect([store.can(apply), store.can(applyRest), store.can(design)]).toEqual([false, true, true]);
  });

  test('are left unassigned when the rest is applied', async () => {
    const { workbook, store } = await drifted();
    await store.run(lookAgain);
    await store.run(applyRest);
    expect(workbook.calls).toEqual(['apply']);
    expect(store.state).toMatchObject({ pending: { state: 'applied' }, isStale: false, drift: undefined });
    const plan = store.state.designed?.plan;
    expect([plan?.unassigned, plan?.reason(23)]).toEqual([1, { code: 'added' }]);
    expect(store.state.news).toMatch(/^Applied\. Columns written: /);
  });

  test('wait while another pane is at work', async () => {
    const { stands, store } = await drifted();
    await store.run(lookAgain);
    stands({ state: 'otherPane', seconds: 1 });
    await store.run(lookAgain);
    expect([store.state.isStale, store.can(applyRest)]).toEqual([true, false]);
  });

  test('may be all: of a workbook that has been emptied since nothing is written, and nothing is wrong', async () => {
    const { workbook } = changing();
    const store = await opened(workbook);
    await store.run(design);
    workbook.isEmpty = () => Promise.resolve(true);
    await store.run(apply);
    expect([workbook.calls, store.state.trouble, store.state.isEmpty]).toEqual([[], undefined, true]);
  });

  test('a list with other settings is another plan: it is designed anew, the rest cannot be applied', async () => {
    const { workbook, store } = await drifted();
    workbook.saved.set('settings', { schema: 2, since: null, said: { seed: 9 }, taken: {} });
    await store.run(apply);
    expect(workbook.calls).toEqual([]);
    expect(store.state.trouble).toBe(
      'The workbook is not any more what this plan was designed from. Nothing was written. Design again.',
    );
    expect([store.can(applyRest), store.can(design)]).toEqual([false, true]);
  });
});

test('Apply says what it wrote, what it made again and what it moved', async () => {
  const { workbook } = changing();
  const write = workbook.apply;
  workbook.apply = async (order) => {
    await write(order);
    return { remade: ['Balance'], moved: [{ from: 'Balance!A1', to: 'Balance!A40' }] };
  };
  const store = await opened(workbook);
  for (const action of [design, apply]) await store.run(action);
  expect(store.state.news).toMatch(
    /^Applied\. Columns written: Territory, Territory Owner, [^.]*Reason and \d+ hidden ones\. Sheets written: Territory Plan, Balance\./,
  );
  expect(store.state.news).toMatch(
    / before\. Balance had been deleted since the last Apply, and was made anew\. Your cells in Balance!A1 had to move/,
  );
});

test('how far a write is can be seen while it goes on', async () => {
  const { workbook } = changing();
  const write = workbook.apply;
  const seen: unknown[] = [];
  const store = await opened(workbook);
  workbook.apply = (order, onProgress) => {
    onProgress?.(0.4);
    seen.push(store.state.doing);
    return write(order);
  };
  await store.run(design);
  await store.run(apply);
  expect(seen).toMatchObject([{ action: 'apply', done: 0.4, words: 'writing.apply' }]);
});

describe('Keep and Revert', () => {
  test('what broke and was kept has its own sentence; nothing is open then', async () => {
    const { workbook, stands } = changing();
    stands({ state: 'broken', at: '2026-11-22', failure: new Failure('noTable') });
    const store = await opened(workbook);
    workbook.keep = () => {
      stands(undefined);
      return Promise.resolve();
    };
    expect(store.can(keep)).toBe(true);
    await store.run(keep);
    expect(store.state).toMatchObject({
      pending: { state: 'none' },
      news: 'Everything stays as it stands now. There is nothing to revert any more.',
    });
  });

  test('Keep drops the preview, Revert leaves it to be applied again', async () => {
    const { workbook } = changing();
    const store = await opened(workbook);
    for (const action of [design, apply, revert]) await store.run(action);
    expect(store.state.designed).toBeDefined();
    for (const action of [apply, keep]) await store.run(action);
    expect(store.state).toMatchObject({ designed: undefined, isStale: false, drift: undefined });
    expect(workbook.calls).toEqual(['apply', 'revert', 'apply', 'keep']);
  });

  test('Revert saves nothing where nothing was set', async () => {
    const { workbook } = changing();
    const store = await opened(workbook);
    for (const action of [design, apply]) await store.run(action);
    let saves = 0;
    const { save } = workbook;
    workbook.save = (key, value) => {
      saves++;
      return save(key, value);
    };
    await store.run(revert);
    expect(saves).toBe(0);
  });

  test('Revert keeps what was set since Apply, although the workbook goes back to what it was', async () => {
    const { workbook } = changing();
    const store = await opened(workbook);
    for (const action of [design, apply]) await store.run(action);
    const since =
      store.state.understanding?.book.record?.designedAt ?? store.state.designed?.record.designedAt;
    workbook.saved.set('settings', { schema: 2, since, said: { seed: 7 }, taken: {} });
    await store.run(lookAgain);
    const back = workbook.revert;
    workbook.revert = (onProgress) => {
      workbook.saved.delete('settings');
      return back(onProgress);
    };
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.understanding?.settings.seed).toBe(7);
    expect(workbook.saved.get('settings')).toMatchObject({ said: { seed: 7 } });
  });

  test('what Excel’s Undo took back in part is said on opening, and can be finished with a preview at hand', async () => {
    const { workbook, stands } = changing();
    stands({ state: 'applied', at: '2026-11-22', isUndone: true });
    const store = await opened(workbook);
    expect(store.state.trouble).toMatch(/^The columns of the plan are not in the list any more/);
    expect(store.state.trouble).not.toContain('Apply again');
    expect([store.can(applyAgain), store.can(keep), store.can(revert)]).toEqual([false, true, true]);
  });

  test('Apply again takes back the rest and writes the plan anew', async () => {
    const { workbook, stands } = changing();
    const store = await opened(workbook);
    for (const action of [design, apply]) await store.run(action);
    expect(store.can(applyAgain)).toBe(false);
    stands({ state: 'applied', at: '2026-11-22', isUndone: true });
    await store.run(lookAgain);
    expect(store.state.trouble).toContain('Apply again');
    expect(store.can(applyAgain)).toBe(true);
    stands(undefined);
    await store.run(applyAgain);
    expect(workbook.calls).toEqual(['apply', 'revert', 'apply']);
    expect(store.state.pending).toEqual({ state: 'applied', at: '2026-11-22' });
  });
});

describe('another pane is at work', () => {
  test('which is said, and nothing is written until it is done or this pane takes over', async () => {
    const { workbook, stands, asked } = changing();
    stands({ state: 'otherPane', seconds: 20 });
    const store = await opened(workbook);
    expect(store.state.trouble).toMatch(/20 seconds ago/);
    expect([store.can(design), store.can(changeSettings), store.can(takeOver)]).toEqual([false, false, true]);
    stands({ state: 'rolledBack', at: '2026-11-22' });
    await store.run(takeOver);
    expect(asked).toContain('takeOver');
    expect(store.state).toMatchObject({
      trouble: undefined,
      news: 'An earlier Apply broke off. The workbook has been put back as it was.',
    });
    expect([store.can(design), store.can(takeOver)]).toEqual([true, false]);
  });

  test('taking over looks anew: the list may be another', async () => {
    const { workbook, stands, lists } = changing();
    stands({ state: 'otherPane', seconds: 20 });
    const store = await opened(workbook);
    stands({ state: 'none' });
    lists.set('East', rows('East', 30));
    await store.run(takeOver);
    expect(store.state.understanding?.list.accounts.count).toBe(30);
  });
});

describe('settings from the pane', () => {
  test('metrics are added, changed and taken away one by one; each keeps its tolerance', async () => {
    const store = await opened(changing().workbook);
    expect(metricsOf(store)).toEqual([['potential', 0.05]]);
    await store.run(changeBalance, { kind: 'tolerance', at: 0, tolerance: 0.08 });
    await store.run(changeBalance, { kind: 'add', metric: 'count' });
    expect(metricsOf(store)).toEqual([
      ['potential', 0.08],
      ['count', 0.2],
    ]);
    await store.run(changeBalance, { kind: 'remove', at: 0 });
    expect(metricsOf(store)).toEqual([['count', 0.2]]);
    await store.run(changeBalance, { kind: 'metric', at: 0, metric: 'potential' });
    expect(metricsOf(store)).toEqual([['potential', 0.05]]);
  });

  test('a change of one metric is of the one that was shown, whatever another pane has done to the list since', async () => {
    const { workbook } = changing();
    const here = await opened(workbook);
    await here.run(changeBalance, { kind: 'add', metric: 'count' });
    const there = await opened(workbook);
    await there.run(changeBalance, { kind: 'remove', at: 0 });
    await here.run(changeBalance, { kind: 'tolerance', at: 1, tolerance: 0.3 });
    expect(metricsOf(here)).toEqual([['count', 0.3]]);
    await there.run(changeBalance, { kind: 'metric', at: 0, metric: 'potential' });
    await here.run(changeBalance, { kind: 'tolerance', at: 0, tolerance: 0.4 });
    expect(here.state.trouble).toMatch(/^Nothing was changed: another pane has taken Accounts out/);
    // And the pane shows what holds.
    expect(metricsOf(here)).toEqual([['potential', 0.3]]);
  });

  test('a rate leaves what another pane has put into the balance since', async () => {
    const { workbook } = changing();
    const here = await opened(workbook);
    const there = await opened(workbook);
    await there.run(changeBalance, { kind: 'metric', at: 0, metric: 'count' });
    await here.run(setRate, 'EUR', 1.1);
    expect(metricsOf(here)?.map(([id]) => id)).toEqual(['count']);
  });

  test('while another pane has a plan applied nothing is set, which is said', async () => {
    const { workbook, stands } = changing();
    const store = await opened(workbook);
    stands({ state: 'applied', at: '2026-11-22' });
    await store.run(changeSettings, { seed: 99 });
    expect(store.state.trouble).toMatch(/^“Change” was not done: .*Keep or Revert/);
    stands({ state: 'none' });
    await store.run(open);
    expect(store.state.understanding?.settings.seed).toBe(1);
  });

  test('a changed setting is looked at anew, and drops preview and drift', async () => {
    const { workbook, lists } = changing();
    const store = await opened(workbook);
    await store.run(design);
    lists.set('East', rows('East', 23));
    await store.run(lookAgain);
    expect(store.state).toMatchObject({ isStale: true, drift: { gone: 1 } });
    await store.run(changeSettings, { territories: 4 });
    expect(store.state).toMatchObject({ designed: undefined, isStale: false, drift: undefined });
    expect(store.state.understanding?.choices.seats).toHaveLength(4);
  });

  test('another table is read when it is chosen: by its table where it has one', async () => {
    const { workbook, lists } = changing();
    lists.set('West', rows('West', 30));
    const store = await opened(workbook);
    const { candidates, ref } = store.state.understanding?.list ?? {};
    const other = candidates?.find(({ table }) => table !== ref?.table);
    await store.run(chooseTable, 'accounts', other?.table ?? '');
    expect(store.state.understanding?.list.ref.table).toBe(other?.table);
    expect(workbook.saved.get('settings')).toMatchObject({
      said: { accounts: { sheet: other?.sheet, table: other?.table } },
    });
    const before = workbook.saved.get('settings');
    await store.run(chooseTable, 'accounts', 'TNowhere');
    await store.run(chooseTable, 'reps', 'TNowhere');
    expect(workbook.saved.get('settings')).toEqual(before);
  });

  test('another team list is read when it is chosen; the list of accounts stays', async () => {
    const { workbook, lists, further } = changing();
    for (const [sheet, extra] of [
      ['Reps', []],
      ['Reps27', ['Cy Moss']],
    ] as const) {
      further.set(sheet, ['Rep Name', 'Manager', 'FTE', 'Hire Date']);
      lists.set(
        sheet,
        ['Ana Ruiz', 'Ben Ito', ...extra].map((name) => [name, 'Lee', 1, 45000]),
      );
    }
    const store = await opened(workbook);
    const { candidates, ref } = store.state.understanding?.team ?? {};
    const other = candidates?.find(({ table }) => table !== ref?.table);
    expect(other?.table).toMatch(/^TReps/);
    await store.run(chooseTable, 'reps', other?.table ?? '');
    expect(store.state.understanding?.team.ref?.table).toBe(other?.table);
    expect(store.state.understanding?.list.ref.table).toBe('TEast');
  });

  test('rates make amounts comparable one by one; that all are is said with the currency of the plan', async () => {
    const { workbook, lists } = changing();
    const currencies = ['USD', 'USD', 'EUR', 'GBP'];
    lists.set(
      'East',
      rows('East').map(([name, amount, , owner], i) => [
        name ?? '',
        amount ?? '',
        currencies[i % 4] ?? '',
        owner ?? '',
      ]),
    );
    const store = await opened(workbook);
    expect(metricsOf(store)).toEqual([['count', 0.2]]);
    await store.run(setRate, 'EUR', 1.25);
    expect(store.state.news).toBeUndefined();
    await store.run(setRate, 'GBP', 1.5);
    expect(store.state.news).toMatch(/^All amounts are in USD now/);
    expect(metricsOf(store)).toEqual([['count', 0.2]]);
    const { potential } = store.state.understanding?.list.accounts.number ?? {};
    expect([potential?.[0], potential?.[2], potential?.[3]]).toEqual([100, 102 * 1.25, 103 * 1.5]);
  });
});

test('a team list is made of the seats known so far; the preview of before is dropped', async () => {
  const { workbook } = changing();
  const inserted: unknown[] = [];
  const { insert } = workbook;
  workbook.insert = (sheets, onProgress, remember) => {
    inserted.push(...sheets.map(({ name, rows: body }) => [name, body.length]));
    onProgress?.(1);
    return insert(sheets, onProgress, remember);
  };
  const store = await opened(workbook);
  await store.run(changeSettings, { repColumns: { manager: 'Boss' } });
  await store.run(design);
  await store.run(makeTeamList);
  expect(inserted).toEqual([['Reps', 2]]);
  expect(store.state).toMatchObject({ designed: undefined, isStale: false, drift: undefined });
  expect(store.state.news).toMatch(/^The table Reps was added/);
  expect(workbook.saved.get('settings')).toMatchObject({
    said: { reps: { sheet: 'Reps', table: 'Reps' }, repColumns: { manager: null } },
  });
  expect(store.state.understanding?.settings.repColumns).toEqual({});
  workbook.isEmpty = () => Promise.resolve(true);
  await store.run(makeTeamList);
  expect(inserted).toHaveLength(1);
});

test('sample data fills an empty workbook with accounts and a team', async () => {
  const inserted: string[] = [];
  let isEmpty = true;
  const { workbook } = changing({
    isEmpty: () => Promise.resolve(isEmpty),
    insert: (sheets) => {
      isEmpty = false;
      inserted.push(...sheets.map(({ name }) => name));
      return Promise.resolve();
    },
  });
  const store = await opened(workbook);
  await store.run(insertSample);
  expect(inserted).toEqual(['Accounts', 'Reps']);
  expect(store.can(insertSample)).toBe(false);
});

test('a list of findings of a workbook that has been emptied since is none', async () => {
  const { workbook } = changing();
  const store = await opened(workbook);
  workbook.isEmpty = () => Promise.resolve(true);
  await store.run(listFindings);
  expect([workbook.calls, store.state.news]).toEqual([[], undefined]);
});

test('a cell that a sentence speaks of is shown, and the sentence stays', async () => {
  const { workbook } = changing();
  const store = await opened(workbook);
  await store.run(makeTeamList);
  const { news } = store.state;
  await store.run(select, 'East!B3');
  expect(workbook.calls).toEqual(['select East!B3']);
  expect(store.state.news).toBe(news);
});

test('findings are listed on a sheet of their own, which is shown: there is nothing to keep or revert', async () => {
  const { workbook } = changing();
  const orders: unknown[] = [];
  const write = workbook.apply;
  workbook.apply = (order) => {
    orders.push([order.layer, order.sheets.map(({ key }) => key), order.decision, order.accounts]);
    return write(order).finally(() => void workbook.keep());
  };
  const store = await opened(workbook);
  await store.run(listFindings);
  expect(orders).toEqual([[MAIN_LAYER, ['data-quality'], false, undefined]]);
  expect(workbook.calls.at(-1)).toBe("select 'Data Quality'!A1");
  expect(store.state.news).toBe('Every finding is listed on the sheet Data Quality.');
});

describe('further sheets', () => {
  const tableOn = (block: SheetSpec['blocks'][number]) =>
    block.kind !== 'table'
      ? []
      : [
          {
            name: block.name,
            headers: block.columns.map(({ header }) => header),
            ...{ headerRow: 1, firstColumn: 1, rowCount: 1, hasTotals: false },
          },
        ];

  test('are written over the plan that stands, under the name they got, and shown', async () => {
    const { workbook, lists, further } = changing();
    const store = await opened(workbook);
    const write = workbook.apply;
    const written = new Map<string, SheetSpec>();
    let names: LayerNames = { columns: {}, sheets: {} };
    workbook.apply = (order) => {
      for (const sheet of order.sheets) written.set(sheet.key, sheet);
      if (order.accounts !== undefined) names = (order as PreparedOrder).names;
      return write(order);
    };
    for (const action of [design, apply, keep]) await store.run(action);
    further.set('East', [
      ...['Account Name', 'Potential', 'Currency', 'Owner'],
      ...Object.values(names.columns),
    ]);
    for (const { name } of written.values()) lists.set(name, [[]]);
    const { survey } = workbook;
    const tablesOf = (sheet: string) =>
      [...written.values()].flatMap(({ name, blocks }) => (name === sheet ? blocks : [])).flatMap(tableOn);
    workbook.survey = async () =>
      (await survey()).map((sheet) => ({ ...sheet, tables: [...tablesOf(sheet.sheet), ...sheet.tables] }));
    workbook.written = (_, key) => Promise.resolve(written.get(key));
    workbook.owned = () =>
      Promise.resolve({ ...owning(MAIN_LAYER, names, undefined), accountsTable: 'TEast' });
    await store.run(writeSheet, 'territory-pages');
    expect(store.state.trouble).toBeUndefined();
    expect([...written.keys()]).toContain('territory-pages');
    expect(workbook.calls.slice(-2)).toEqual(['apply', "select 'Territory Pages'!A1"]);
    expect(store.state.news).toBe('The sheet Territory Pages is written. Its figures follow the plan.');
  });

  test('are on offer over the plan that stands, and only there', async () => {
    const { workbook } = changing();
    const store = await opened(workbook);
    const offered = () => sheetsOnOffer(store.state).map(({ key }) => key);
    expect(offered()).toEqual([]);
    await store.run(design);
    expect(offered()).toEqual([]);
    await store.run(apply);
    expect([offered(), store.can(writeSheet)]).toEqual([[], false]);
    await store.run(keep);
    expect(sheetsOnOffer(store.state)).toContainEqual({
      key: 'territory-pages',
      label: 'action.territoryPages',
      hint: 'offer.territoryPages',
    });
    expect(offered()).not.toContain('balance');
    expect(offered()).not.toContain('data-quality');
    expect(store.can(writeSheet)).toBe(true);
    await store.run(design);
    expect([offered(), store.can(writeSheet)]).toEqual([[], false]);
  });

  test('that nobody knows are not written, and nothing is said', async () => {
    const { workbook } = changing();
    const store = await opened(workbook);
    for (const action of [design, apply, keep]) await store.run(action);
    await store.run(writeSheet, 'balance');
    expect(workbook.calls).toEqual(['apply', 'keep']);
    expect(store.state).toMatchObject({ news: undefined, trouble: undefined });
  });
});
