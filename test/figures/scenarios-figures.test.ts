import { choosePlan } from '../../src/app/actions/choose-plan';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { discard } from '../../src/app/actions/discard';
import { keep } from '../../src/app/actions/keep';
import { lookAgain } from '../../src/app/actions/look-again';
import { changeSettings } from '../../src/app/actions/change-settings';
import { saveScenario } from '../../src/app/actions/save-scenario';
import { workOutChoices } from '../../src/app/actions/work-out-choices';
import { writeSheet } from '../../src/app/actions/write-sheet';
import { worstOf } from '../../src/plan/design';
import type { DesignedPlan } from '../../src/app/design';
import type { Store } from '../../src/app/store';
import { openSample, valuesOf } from '../support/job';
import type { Cell, OpenWorkbook } from '../support/office';
import { act, pane } from '../support/pane';
import { tableIn, type Row } from './audit';

let book: OpenWorkbook;
let store: Store;
const saved: { name: string; designed: DesignedPlan; who: ReadonlyMap<string, string> }[] = [];

const ID = 'Account ID (18)';
const list = async (): Promise<Row[]> => tableIn(await valuesOf(book, 'Accounts'), ID, 'Account Name');
const sheet = () => valuesOf(book, 'Scenarios');
const plan = () => {
  const { designed } = store.state;
  if (designed === undefined) throw new Error('No plan is shown.');
  return designed;
};
/** Account id → owner under a plan. */
function whoUnder({ plan: { assignment, territories }, from }: DesignedPlan): Map<string, string> {
  const { headers, columns } = from.list.source;
  const ids = columns[headers.indexOf(ID)] ?? [];
  return new Map(Array.from(assignment, (j, i) => [String(ids[i]), territories[j]?.owner ?? '']));
}

beforeAll(async () => {
  book = await openSample({ accounts: 120, reps: 4 });
  store = await pane();
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  for (const [name, metric] of [
    ['Fair potential', 'potential'],
    ['Even books', 'count'],
  ] as const) {
    await store.run(changeSettings, { balance: [{ metric }] });
    await store.run(design);
    await store.run(workOutChoices);
    await store.run(
      choosePlan,
      store.state.alternatives === undefined ? 0 : store.state.alternatives.plans.length - 1,
    );
    await store.run(saveScenario, name);
    expect(store.state.trouble).toBeUndefined();
    saved.push({ name, designed: plan(), who: whoUnder(plan()) });
    await store.run(discard);
  }
  await store.run(changeSettings, { balance: [{ metric: 'potential' }] });
  await store.run(writeSheet, 'scenarios');
  expect(store.state.trouble).toBeUndefined();
}, 60_000);
afterAll(() => {
  book.dispose();
});

/** The line of a figure: a cell a plan. */
const figure = async (label: string): Promise<Cell[]> =>
  (await sheet()).find(([first]) => first === label)?.slice(1) ?? [];
const total = (rows: readonly Row[], header: string) =>
  rows.reduce((sum, row) => sum + Number(row[header]), 0);

async function audit(): Promise<void> {
  const rows = await list();
  const held = rows.filter((row) => row['Holder Before'] !== '');
  const moved = (owner: (row: Row) => string) => held.filter((row) => owner(row) !== row['Holder Before']);
  const owners = [
    (row: Row) => String(row['Holder Before']),
    (row: Row) => String(row['Territory Owner']),
    ...saved.map(
      ({ who }) =>
        (row: Row) =>
          who.get(String(row[ID])) ?? '',
    ),
  ];
  const changed = await figure('Accounts that change owner');
  expect(changed.slice(0, 4)).toEqual(owners.map((owner) => moved(owner).length));
  expect(Number(changed[1])).toBeGreaterThan(0);
  expect(changed[2]).not.toBe(changed[3]);
  const money = await figure('Potential that changes owner');
  owners.forEach((owner, n) => {
    expect(Number(money[n])).toBeCloseTo(total(moved(owner), 'Account Potential (read)'), 2);
  });
  expect((await figure('Accounts placed')).slice(1, 4)).toEqual([rows.length, 120, 120]);
}

test('plans stand beside each other, and every figure is what the list says', async () => {
  expect((await figure('Beside each other')).slice(0, 4)).toEqual([
    'Today',
    'In the workbook',
    '1 · Fair potential',
    '2 · Even books',
  ]);
  expect((await figure('Balanced')).slice(0, 4)).toEqual(['–', 'Potential', 'Potential', 'Accounts']);
  await audit();
  expect((await figure('Accounts of the list that are not told apart below'))[0]).toBe(0);
  const [first] = saved;
  const [, , largest] = await figure('Largest % of fair share, Potential');
  const [, , smallest] = await figure('Smallest % of fair share, Potential');
  const worst = first === undefined ? NaN : worstOf(first.designed.plan);
  expect(Math.max(Number(largest) - 1, 1 - Number(smallest))).toBeCloseTo(worst, 6);
  const miles = await figure('Mean distance when this was written, mi');
  saved.forEach(({ designed }, n) => {
    expect(Number(miles[n + 2])).toBeCloseTo(designed.plan.meanKm / 1.609344, 4);
  });
});

test('they follow the list of territories: one renamed, another handed over', async () => {
  const before = await figure('Accounts that change owner');
  const cells = await valuesOf(book, 'Territory Plan');
  const at = cells.findIndex((row) => row.includes('Territory') && row.includes('Owner'));
  const heads = cells[at] ?? [];
  const type = (row: number, header: string, text: Cell) =>
    act(book, ({ worksheets }) => {
      const sheet = worksheets.getItem('Territory Plan');
      sheet.getRangeByIndexes(at + 1 + row, heads.indexOf(header), 1, 1).values = [[text]];
    });
  const [name, owner] = [heads.indexOf('Territory'), heads.indexOf('Owner')].map((c) => cells[at + 1]?.[c]);
  await type(0, 'Territory', 'West "A" 1*');
  await store.run(lookAgain);
  expect(await figure('Accounts placed')).toContain(120);
  await audit();
  expect(await figure('Accounts that change owner')).toEqual(before);
  await type(0, 'Owner', cells[at + 2]?.[heads.indexOf('Owner')] ?? '');
  await audit();
  expect((await figure('Accounts that change owner'))[1]).toBeGreaterThan(Number(before[1]));
  await type(0, 'Owner', owner ?? '');
  await type(0, 'Territory', name ?? '');
  await store.run(lookAgain);
});

test('they follow the list: an account edited, another gone', async () => {
  await act(book, ({ tables }) => {
    const column = tables.getItem('Accounts').columns.getItem('Territory').getDataBodyRange();
    column.getCell(0, 0).values = [['Unassigned']];
  });
  expect((await figure('Accounts placed')).slice(1, 4)).toEqual([119, 120, 120]);
  // Shares of the plan in the workbook are of what is placed there.
  const rows = await list();
  const names = [...new Set(rows.map((row) => row['Territory']))].filter((name) => name !== 'Unassigned');
  const loads = names.map((name) =>
    total(
      rows.filter((row) => row['Territory'] === name),
      'Account Potential (read)',
    ),
  );
  const fair = loads.reduce((sum, load) => sum + load, 0) / loads.length;
  expect((await figure('Largest % of fair share, Potential'))[1]).toBeCloseTo(Math.max(...loads) / fair, 9);
  await act(book, ({ tables }) => {
    tables.getItem('Accounts').getDataBodyRange().getRow(5).delete('Up');
  });
  expect((await figure('Accounts placed')).slice(1, 4)).toEqual([118, 119, 119]);
  const [today] = await figure('Accounts that change owner');
  expect(today).toBe(0);
});

test('a territory that is gone from that list has nothing; without the list nothing is known, and nothing is 0', async () => {
  const cells = await valuesOf(book, 'Territory Plan');
  const at = cells.findIndex((row) => row.includes('Territory') && row.includes('Owner'));
  const gone = cells[at + 1]?.[cells[at]?.indexOf('Territory') ?? -1];
  const held = (await list()).filter((row) => row['Territory'] === gone).length;
  const [, before] = await figure('Accounts placed');
  await act(book, ({ tables }) => {
    tables.getItem('EfTerritories').getDataBodyRange().getRow(0).delete('Up');
  });
  expect(held).toBeGreaterThan(0);
  expect((await figure('Accounts placed'))[1]).toBe(Number(before) - held);
  await act(book, ({ worksheets }) => {
    worksheets.getItem('Territory Plan').delete();
  });
  expect((await figure('Accounts that change owner'))[1]).toBe('#REF!');
  expect((await figure('Accounts that change owner'))[0]).toBe(0);
});
