import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import { isRaisedElsewhere, notedOf } from '../../src/workbook/spoken-elsewhere';
import { copies } from '../support/copies';
import { withFault } from '../support/faults';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, appliedPane, designAsSet, pane } from '../support/pane';

/*
 * What users say of our tables on sheets of their own: a table that is to stand elsewhere is a range for a moment, and
 * Excel makes formulas speak of its cells from then on.
 */

const SAID = [
  ['=SUM(EfBalance[Accounts])'],
  ['=SUM(EfBalance[Accounts])'],
  ['=SUM(EfBalance[Accounts])'],
  ['=COUNTA(EfTerritories[Owner])&" owners"'],
];

/** A plan is kept, and its user has a sheet, a name and a column of the list that speak of it. */
const spoken = copies(async () => {
  const book = await openList('table');
  const store = await appliedPane();
  await store.run(keep);
  await act(book, ({ worksheets, names, tables }) => {
    worksheets.getItem('Notes').getRange('A5:A8').formulas = SAID;
    names.add('MyAccounts', '=EfBalance[Accounts]');
    const list = tables.getItem('Deals');
    list.columns.add(undefined, undefined, 'Mine');
    list.columns.getItem('Mine').getDataBodyRange().formulas =
      '=COUNTIF(EfBalance[Owner],[@Owner])' as unknown as string[][];
  });
  return { book, found: undefined };
});

let book: OpenWorkbook;
beforeEach(async () => {
  ({ book } = await spoken());
});
afterEach(() => {
  book.dispose();
});

async function said() {
  return book.run(async ({ workbook }) => {
    const cells = workbook.worksheets.getItem('Notes').getRange('A5:A8');
    const column = workbook.tables.getItem('Deals').columns.getItem('Mine').getDataBodyRange();
    const name = workbook.names.getItem('MyAccounts');
    const table = workbook.tables.getItem('EfBalance').getRange();
    for (const range of [cells, column]) range.load('formulas,values');
    name.load('formula');
    table.load('rowIndex');
    await workbook.context.sync();
    return {
      cells: cells.formulas as string[][],
      accounts: cells.values[2]?.[0] as number,
      column: new Set((column.formulas as string[][]).flat()),
      name: name.formula,
      row: table.rowIndex,
    };
  });
}

/** Another plan, whose table of figures stands further down. */
const begun = async () => {
  const store = await pane();
  await store.run(changeSettings, {
    balance: [
      { metric: 'count', tolerance: 0.5 },
      { metric: 'potential', tolerance: 0.5 },
    ],
  });
  await designAsSet(store);
  return store;
};

test('speak of our tables after the next plan, and after Revert', async () => {
  const before = await said();
  expect(before.cells).toEqual(SAID);
  const store = await begun();
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  const after = await said();
  expect(after.row).not.toBe(before.row);
  expect({ ...after, row: before.row }).toEqual(before);
  await store.run(revert);
  expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  expect(await said()).toEqual(before);
});

/** The number of the request that makes a range of a table, among those of a job. */
async function requestThatConverts(job: () => Promise<unknown>): Promise<number> {
  const { host } = book;
  const request = host.request.bind(host);
  let at = 0;
  let count = 0;
  host.request = (text, flags) => {
    count++;
    if (at === 0 && text.includes('ConvertToRange')) at = count;
    return request(text, flags);
  };
  await job();
  host.request = request;
  expect(at).toBeGreaterThan(0);
  return at;
}

test('speak of them after an Apply or a Revert that broke off anywhere', async () => {
  const before = await said();
  const store = await begun();
  const inApply = await requestThatConverts(() => store.run(apply));
  const inRevert = await requestThatConverts(() => store.run(revert));
  for (const k of [inApply + 1, inApply + 2, inApply + 4]) {
    book.dispose();
    ({ book } = await spoken());
    const again = await begun();
    await withFault(book, k, 'gone', () => again.run(apply));
    await pane();
    expect([k, await said()]).toEqual([k, before]);
  }
  for (const k of [inRevert + 1, inRevert + 3]) {
    book.dispose();
    ({ book } = await spoken());
    const again = await begun();
    await again.run(apply);
    await withFault(book, k, 'gone', () => again.run(revert));
    expect((await pane()).state.news).toMatch(/^A Revert that broke off has been finished\./);
    expect([k, await said()]).toEqual([k, before]);
  }
});

describe('tables', () => {
  const at = (name: string, row: number, column = 0) => ({ name, row, column });
  test.each([
    [[at('A', 3)], [at('A', 3)], false],
    [[at('A', 3)], [at('A', 4)], true],
    [[at('A', 3)], [at('A', 3, 1)], true],
    // It goes: nothing can speak of it any more.
    [[at('A', 3)], [at('B', 4)], false],
  ])('%j that is to stand as %j is raised elsewhere: %s', (now, next, is) => {
    expect(isRaisedElsewhere(now, next)).toBe(is);
  });

  test('no more is written down than one cell takes', () => {
    const cell = (row: number) => ({
      sheet: 'S',
      row,
      column: 0,
      rows: 1,
      formula: `=SUM(EfBalance[${'x'.repeat(90)}])`,
    });
    const noted = notedOf({ names: [], cells: Array.from({ length: 200 }, (_, row) => cell(row)) });
    expect(noted.cells.length).toBeGreaterThan(20);
    expect(JSON.stringify(noted).length).toBeLessThan(12_000);
  });
});
