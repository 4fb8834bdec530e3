import { changeSettings } from '../../../src/app/actions/change-settings';
import { apply } from '../../../src/app/actions/apply';
import { changeBalance } from '../../../src/app/actions/change-balance';
import { chooseTable } from '../../../src/app/actions/choose-table';
import { design } from '../../../src/app/actions/design';
import { keep } from '../../../src/app/actions/keep';
import { lookAgain } from '../../../src/app/actions/look-again';
import { makeTeamList } from '../../../src/app/actions/make-team-list';
import { revert } from '../../../src/app/actions/revert';
import { setRate } from '../../../src/app/actions/set-rate';
import type { Store } from '../../../src/app/store';
import { refKey } from '../../../src/app/understanding/tables';
import { clock, openSample, picture } from '../../support/job';
import { pane as openPane } from '../../support/pane';
import { openWorkbook, type OpenWorkbook } from '../../support/office';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

/** Time goes on: every plan has its own moment. */
let minutes = 0;
const ticking = { now: () => new Date(clock.now().getTime() + 60_000 * minutes++) };

const pane = () => openPane(ticking);

const metricsOf = ({ state }: Store) =>
  state.understanding?.choices.metrics.map(({ id, tolerance }) => [id, tolerance]);

async function designAndKeep(store: Store): Promise<void> {
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  expect(store.state.trouble).toBeUndefined();
}

/** The blue cell of the seed. */
async function setSeed(seed: number | string): Promise<void> {
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('EfSettings').getDataBodyRange();
    body.load('values');
    await context.sync();
    const row = body.values.findIndex(([label]) => label === 'Seed');
    body.getCell(row, 1).values = [[seed]];
    await context.sync();
  });
}

test('a plan with two metrics: touching one tolerance leaves the rest, in this pane and the next', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  await store.run(changeBalance, { kind: 'add', metric: 'count' });
  await store.run(changeBalance, { kind: 'tolerance', at: 1, tolerance: 0.3 });
  await store.run(changeBalance, { kind: 'tolerance', at: 0, tolerance: 0.15 });
  expect(metricsOf(store)).toEqual([
    ['potential', 0.15],
    ['count', 0.3],
  ]);
  expect(metricsOf(await pane())).toEqual(metricsOf(store));
});

test('after Keep a new pane starts where the plan left off: metrics, tolerances, seed, continuity', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  await store.run(changeBalance, { kind: 'add', metric: 'count' });
  await store.run(changeBalance, { kind: 'tolerance', at: 1, tolerance: 0.4 });
  await store.run(changeSettings, { seed: 11, continuity: 0.5 });
  await designAndKeep(store);
  const next = await pane();
  expect(next.state.understanding?.settings).toMatchObject({
    seed: 11,
    continuity: 0.5,
    balance: [{ metric: 'potential' }, { metric: 'count', tolerance: 0.4 }],
  });
  await next.run(changeBalance, { kind: 'tolerance', at: 0, tolerance: 0.2 });
  await designAndKeep(next);
  expect(metricsOf(await pane())).toEqual([
    ['potential', 0.2],
    ['count', 0.4],
  ]);
});

test('Revert gives the old plan’s settings back, but what was set after Apply stays set', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  await store.run(changeSettings, { seed: 11 });
  await store.run(design);
  await store.run(apply);
  // The pane leaves settings alone while a decision is open; another pane may have been faster.
  expect(store.can(changeSettings)).toBe(false);
  await store.run(revert);
  expect(store.state.understanding?.settings).toMatchObject({ seed: 11, balance: [] });
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
});

test('a blue cell that was changed between Apply and Revert stays the user’s word', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  await store.run(changeSettings, { seed: 11 });
  await store.run(design);
  await store.run(apply);
  await setSeed(7);
  await store.run(lookAgain);
  await store.run(revert);
  expect(store.state.trouble).toBeUndefined();
  expect(store.state.understanding?.book.record).toBeUndefined();
  expect(store.state.understanding?.settings.seed).toBe(7);
  expect((await pane()).state.understanding?.settings.seed).toBe(7);
});

test('a blue cell is the latest word at the next look; the pane may change it after that', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  await designAndKeep(await pane());
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('EfMetrics').getDataBodyRange();
    body.getCell(0, 2).values = [[0.25]];
    await context.sync();
  });
  const store = await pane();
  expect(metricsOf(store)).toEqual([['potential', 0.25]]);
  await store.run(changeBalance, { kind: 'tolerance', at: 0, tolerance: 0.3 });
  expect(metricsOf(store)).toEqual([['potential', 0.3]]);
  expect(metricsOf(await pane())).toEqual([['potential', 0.3]]);
});

test('a blue cell that cannot be is told; the pane opens all the same', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  await designAndKeep(await pane());
  await setSeed('seven');
  const store = await pane();
  expect(store.state.refused).toEqual(['Setting Seed: expected a number, found "seven".']);
  expect(store.state.understanding?.settings.seed).toBe(1);
  expect(store.can(design)).toBe(true);
});

test('of two tolerances typed on the sheet the one that cannot be is told by its metric; the other counts', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const first = await pane();
  await first.run(changeBalance, { kind: 'add', metric: 'count' });
  await designAndKeep(first);
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem('EfMetrics').getDataBodyRange();
    body.getCell(0, 2).values = [[0.25]];
    body.getCell(1, 2).values = [['tight']];
    body.getCell(1, 2).getOffsetRange(1, -2).values = [['Luck']];
    context.workbook.tables.getItem('EfMetrics').resize(body.getOffsetRange(-1, 0).getResizedRange(2, 0));
    await context.sync();
  });
  const store = await pane();
  expect(metricsOf(store)).toEqual([
    ['potential', 0.25],
    ['count', 0.2],
  ]);
  expect(store.state.refused).toEqual([
    'Setting Tolerance ± (Accounts): expected a number, found "tight".',
    'Setting Balanced metric: expected a metric, found "Luck".',
  ]);
});

const twoCurrencies = () =>
  openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Currency', 'Potential', 'Owner'],
        ...Array.from({ length: 20 }, (_, i) => [
          `Account ${i}`,
          i % 4 === 0 ? 'EUR' : 'USD',
          100,
          i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito',
        ]),
      ],
    },
  });

test('a rate does not switch what is balanced; that all can be added up now is said', async () => {
  book = await twoCurrencies();
  const store = await pane();
  expect(metricsOf(store)).toEqual([['count', 0.2]]);
  await store.run(setRate, 'EUR', 1.25);
  expect(metricsOf(store)).toEqual([['count', 0.2]]);
  expect(store.state.news).toMatch(/^All amounts are in USD now/);
  await store.run(changeBalance, { kind: 'metric', at: 0, metric: 'potential' });
  expect(metricsOf(store)).toEqual([['potential', 0.05]]);
  expect(store.state.understanding?.list.accounts.number.potential?.[0]).toBe(125);
});

test('while a rate is missing still, nothing is said of amounts that could be added up', async () => {
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Currency', 'Potential', 'Owner'],
        ...Array.from({ length: 20 }, (_, i) => [
          `Account ${i}`,
          ['USD', 'USD', 'EUR', 'GBP'][i % 4] ?? '',
          100,
          i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito',
        ]),
      ],
    },
  });
  const store = await pane();
  await store.run(setRate, 'EUR', 1.25);
  expect(store.state.news).toBeUndefined();
  await store.run(setRate, 'GBP', 1.5);
  expect(store.state.news).toMatch(/^All amounts are in USD now/);
});

test('a metric twice is refused with a sentence, and nothing has changed', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  await store.run(changeBalance, { kind: 'add', metric: 'potential' });
  expect(store.state.trouble).toBe('Potential is balanced already.');
  expect(metricsOf(store)).toEqual([['potential', 0.05]]);
});

test('metrics are changed and taken away one by one', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  await store.run(changeBalance, { kind: 'add', metric: 'count' });
  await store.run(changeBalance, { kind: 'metric', at: 0, metric: 'arr' });
  expect(metricsOf(store)?.map(([id]) => id)).toEqual(['arr', 'count']);
  await store.run(changeBalance, { kind: 'remove', at: 0 });
  expect(metricsOf(store)).toEqual([['count', 0.2]]);
});

test('another table is planned when it is chosen, and remembered', async () => {
  const rows = (name: string) => [
    ['Account Name', 'Potential', 'Owner'],
    ...Array.from({ length: 12 }, (_, i) => [`${name} ${i}`, 100 + i, i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito']),
  ];
  book = await openWorkbook({ sheets: { East: rows('East'), West: rows('West') } });
  const store = await pane();
  const other = store.state.understanding?.list.candidates.find(({ sheet }) => sheet === 'West');
  expect(store.state.understanding?.list.ref.sheet).toBe('East');
  expect(other).toBeDefined();
  await store.run(chooseTable, 'accounts', 'West!R1C1');
  expect(store.state.understanding?.list.ref.sheet).toBe('West');
  expect((await pane()).state.understanding?.list.ref.sheet).toBe('West');
  await store.run(chooseTable, 'accounts', 'nowhere');
  expect(store.state.understanding?.list.ref.sheet).toBe('West');
});

test('another team list is read when it is chosen, and remembered; the accounts stay', async () => {
  const team = (names: string[]) => [
    ['Rep Name', 'Manager', 'FTE'],
    ...names.map((name) => [name, 'Lee', 1]),
  ];
  book = await openWorkbook({
    sheets: {
      Export: [
        ['Account Name', 'Potential', 'Owner'],
        ...Array.from({ length: 12 }, (_, i) => [
          `Account ${i}`,
          100 + i,
          i % 2 === 0 ? 'Ana Ruiz' : 'Ben Ito',
        ]),
      ],
      Reps: team(['Ana Ruiz', 'Ben Ito']),
      'Team 2027': team(['Ana Ruiz', 'Ben Ito', 'Cy Moss']),
    },
  });
  const store = await pane();
  const { ref, candidates } = store.state.understanding?.team ?? {};
  const other = candidates?.find(({ sheet }) => sheet !== ref?.sheet);
  if (other === undefined) throw new Error('There are two team lists.');
  await store.run(chooseTable, 'reps', refKey(other));
  for (const { state } of [store, await pane()]) {
    expect(state.understanding?.team.ref?.sheet).toBe(other.sheet);
    expect(state.understanding?.list.ref.sheet).toBe('Export');
  }
});

test('a table chosen earlier that is gone since: the likeliest is read, and that is said', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  await store.run(makeTeamList);
  expect(store.state.understanding?.team.ref?.table).toBe('Reps2');
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Reps2').delete();
    await context.sync();
  });
  const next = await pane();
  expect(next.state.refused).toEqual([
    'Reps2, chosen earlier, is not in this workbook any more. The likeliest list is read instead: look whether it is the right one.',
  ]);
  expect(next.state.understanding?.team.ref?.table).toBe('Reps');
});

test('a second plan with other metrics or in another language is taken back whole', async () => {
  book = await openSample({ accounts: 40, reps: 3 });
  const store = await pane();
  await designAndKeep(store);
  for (const change of [
    () => store.run(changeBalance, { kind: 'add', metric: 'count' }),
    () => store.run(changeBalance, { kind: 'metric', at: 0, metric: 'arr' }),
    () => store.run(changeSettings, { language: 'de' }),
  ]) {
    const before = await picture(book);
    await change();
    await store.run(design);
    await store.run(apply);
    expect(store.state.pending.state).toBe('applied');
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.pending.state).toBe('none');
    const { EfRecord: _, ...now } = await picture(book);
    const { EfRecord: __, ...then } = before;
    expect(now).toEqual(then);
  }
}, 60_000);

/** The body of a table of the workbook, changed cell by cell. */
async function change(table: string, to: (rows: unknown[][]) => unknown[][]): Promise<void> {
  await book.run(async (context) => {
    const body = context.workbook.tables.getItem(table).getDataBodyRange();
    body.load('values');
    await context.sync();
    body.values = to(body.values as unknown[][]);
    await context.sync();
  });
}

test('a team list in another order: territories, names and locks stay with their reps', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  await designAndKeep(store);
  const { territories, resultHash } = store.state.understanding?.book.record ?? {};
  const before = territories?.map(({ id, name, owner }) => ({ id, name, owner }));
  const team = store.state.understanding?.team.ref?.table ?? '';
  await change(team, (rows) => [...rows].reverse());
  await store.run(lookAgain);
  await store.run(design);
  const after = store.state.designed?.plan;
  expect(after?.territories.map(({ id, name, owner }) => ({ id, name, owner }))).toEqual(before);
  expect(store.state.designed?.record.resultHash).toBe(resultHash);
});

test('a chosen column that was renamed since is said, with what is read in its place', async () => {
  book = await openSample({ accounts: 60, reps: 3 });
  const store = await pane();
  const { list } = store.state.understanding ?? {};
  const header = list?.source.headers[list.mapping.potential ?? -1] ?? '';
  await store.run(changeSettings, { accountColumns: { potential: header } });
  await book.run(async (context) => {
    const headers = context.workbook.tables.getItem(list?.ref.table ?? '').getHeaderRowRange();
    headers.load('values');
    await context.sync();
    const [row = []] = headers.values as string[][];
    headers.values = [row.map((text) => (text === header ? 'Size of prize' : text))];
    await context.sync();
  });
  await store.run(lookAgain);
  expect(store.state.understanding?.choices.notices).toContainEqual({
    code: 'columnGone',
    severity: 'warning',
    params: expect.objectContaining({ field: 'potential', header }) as unknown,
  });
});
