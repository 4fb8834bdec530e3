import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { insertSample } from '../../src/app/actions/insert-sample';
import { keep } from '../../src/app/actions/keep';
import { makeTeamList } from '../../src/app/actions/make-team-list';
import { open } from '../../src/app/actions/open';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { valuesOf } from '../support/job';
import { openList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, appliedPane, calculationMode, pane, sheetNames } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

const on = (deed: (workbook: Excel.Workbook) => void) => act(book, deed);

const headersOf = async (sheet: string) => (await valuesOf(book, sheet))[0]?.map(String) ?? [];

async function applied(): Promise<Store> {
  book = await openList('table');
  return appliedPane();
}

async function kept(): Promise<Store> {
  const store = await applied();
  await store.run(keep);
  return store;
}

async function secondApplied(): Promise<Store> {
  const store = await kept();
  await store.run(changeSettings, { territories: 2, seed: 5 });
  await store.run(design);
  await store.run(apply);
  expect(store.state.pending.state).toBe('applied');
  return store;
}

/** The user gives the first territory another name in the list of territories. */
const renameFirst = () =>
  on(({ tables }) => {
    const names = tables.getItem('EfTerritories').columns.getItem('Territory').getDataBodyRange();
    names.getCell(0, 0).values = [['Harbour']];
  });

describe('new names of territories are not carried where that cannot be, and it is said', () => {
  test('the list is no table any more', async () => {
    const store = await kept();
    await on(({ tables }) => tables.getItem('Deals').convertToRange());
    await renameFirst();
    await store.run(open);
    expect(store.state.refused.join(' ')).toMatch(/the accounts on Export keep the old ones/);
    expect(store.state.news ?? '').not.toMatch(/renamed/);
    expect(JSON.stringify(await valuesOf(book, 'Export'))).not.toMatch(/Harbour/);
  });

  test('the list is protected; unprotected, the names follow', async () => {
    const store = await kept();
    await on(({ worksheets }) => {
      worksheets.getItem('Export').protection.protect();
    });
    await renameFirst();
    await store.run(open);
    expect(store.state.refused.join(' ')).toMatch(/^The sheet Export is protected\..*Nothing was changed\.$/);
    expect(await sheetNames(book)).not.toContain('EfUndo');
    await on(({ worksheets }) => {
      worksheets.getItem('Export').protection.unprotect();
    });
    await store.run(open);
    expect(JSON.stringify(await valuesOf(book, 'Export'))).toMatch(/Harbour/);
  });
});

test('a checkpoint whose head was cleared is damaged, not one that was never begun', async () => {
  await applied();
  await on(({ worksheets }) => {
    worksheets.getItem('EfCheckpoint').getRange('A1').clear('Contents');
  });
  const store = await pane();
  expect(store.state.pending.state).toBe('broken');
  expect(store.state.trouble).toMatch(/is damaged/);
});

test('the plan was taken back in another pane: this one does not say that it is applied', async () => {
  const store = await applied();
  const other = await pane();
  await other.run(revert);
  await store.run(open);
  expect(store.state.pending.state).toBe('none');
  expect(store.state.news ?? '').not.toMatch(/^Applied/);
});

test('cells side by side beyond a blank column are no part of a list', async () => {
  book = await openList('range');
  await on(({ worksheets }) => {
    worksheets.getItem('Export').getRange('S1:T2').values = [
      ['FX', 'rate'],
      ['EUR', 1.1],
    ];
  });
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toBeUndefined();
  const headers = await headersOf('Export');
  expect(headers.slice(-2)).toEqual(['FX', 'rate']);
  expect(headers.filter((header) => /^Column\d/.test(header))).toEqual([]);
});

test('defined names that our tables and sheets would have: they get others', async () => {
  book = await openList('range');
  await on(({ names, worksheets }) => {
    names.add('Accounts', worksheets.getItem('Notes').getRange('A1'));
    names.add('Reps', worksheets.getItem('Notes').getRange('B1'));
  });
  const store = await pane();
  await store.run(makeTeamList);
  expect(store.state.trouble).toBeUndefined();
  expect(await sheetNames(book)).toContain('Reps2');
  await store.run(design);
  await store.run(apply);
  expect(store.state).toMatchObject({ trouble: undefined, pending: { state: 'applied' } });
});

test('a second list is refused as long as the plan stands on the first', async () => {
  const store = await kept();
  const rows = (await valuesOf(book, 'Export')).slice(0, 25).map((row) => row.slice(0, 7));
  await on(({ worksheets }) => {
    const sheet = worksheets.add('Others');
    sheet.getRange('A1:G25').values = rows;
    sheet.tables.add('A1:G25', true).name = 'OtherDeals';
  });
  await store.run(changeSettings, { accounts: { table: 'OtherDeals' } });
  await store.run(design);
  const before = await valuesOf(book, 'Others');
  await store.run(apply);
  expect(store.state.trouble).toMatch(/^The plan of this workbook stands on Deals/);
  expect(await valuesOf(book, 'Others')).toEqual(before);
});

test('the record is lost: our columns and sheets are still ours', async () => {
  const store = await kept();
  const headers = await headersOf('Export');
  await on(({ worksheets }) => {
    const record = worksheets.getItem('EfRecord');
    record.visibility = 'Visible';
    record.delete();
  });
  const next = await pane();
  expect(next).not.toBe(store);
  await next.run(design);
  await next.run(apply);
  expect(next.state).toMatchObject({ trouble: undefined, pending: { state: 'applied' } });
  expect(await headersOf('Export')).toEqual(headers);
  expect((await sheetNames(book)).filter((name) => name.startsWith('Ef '))).toEqual([]);
});

test('the record is lost: what the user put on our sheets stays, and Revert gives back what stood there', async () => {
  await kept();
  await on(({ tables, worksheets }) => {
    const record = worksheets.getItem('EfRecord');
    record.visibility = 'Visible';
    record.delete();
    const below = tables.getItem('EfTerritories').getRange().getLastRow().getOffsetRange(1, 0);
    below.getCell(0, 0).values = [['ask HR by Friday']];
    worksheets.getItem('Balance').getRange('B2').values = [['mine']];
  });
  const picture = async () =>
    Promise.all(['Export', 'Balance', 'Territory Plan'].map((name) => valuesOf(book, name)));
  const before = await picture();
  const store = await pane();
  await store.run(changeSettings, { territories: 5, seed: 5 });
  await store.run(design);
  await store.run(apply);
  expect(store.state).toMatchObject({ trouble: undefined, pending: { state: 'applied' } });
  expect(JSON.stringify(await valuesOf(book, 'Territory Plan'))).toContain('ask HR by Friday');
  expect(JSON.stringify(await valuesOf(book, 'Balance'))).toContain('mine');
  await store.run(revert);
  expect(store.state).toMatchObject({ trouble: undefined, pending: { state: 'none' } });
  expect(await picture()).toEqual(before);
});

test('a taller table beside the list: Revert says what stands in the way, and can once it is gone', async () => {
  const store = await secondApplied();
  await on(({ tables, worksheets }) => {
    tables.getItem('Deals').columns.getItem('Territory').delete();
    const sheet = worksheets.getItem('Export');
    sheet.getRange('P1:Q40').values = Array.from({ length: 40 }, (_, i) => (i > 0 ? [i, i] : ['k', 'v']));
    sheet.tables.add('P1:Q40', true).name = 'Side';
  });
  await store.run(revert);
  expect(store.state.trouble).toMatch(/^Export!P1:Q40 stands to the right of the list/);
  expect(store.state.pending.state).toBe('applied');
  await on(({ tables, worksheets }) => {
    tables.getItem('Side').convertToRange();
    worksheets.getItem('Export').getRange('P1:Q40').clear();
  });
  await store.run(revert);
  expect(store.state).toMatchObject({ trouble: undefined, pending: { state: 'none' } });
});

test('a table of the user’s with a name of ours is not taken for ours', async () => {
  book = await openList('table');
  await on(({ worksheets }) => {
    const sheet = worksheets.getItem('Notes');
    sheet.getRange('D1:E2').values = [
      ['p', 'q'],
      [1, 2],
    ];
    sheet.tables.add('D1:E2', true).name = 'EfTerritories';
  });
  const store = await pane();
  await store.run(design);
  await store.run(apply);
  expect(store.state.trouble).toMatch(/called EfTerritories/);
  expect(store.state.pending.state).toBe('none');
});

test('calculation that the user set to manual since Apply is manual after Revert', async () => {
  const store = await applied();
  await on(({ application }) => {
    application.calculationMode = 'Manual';
  });
  await store.run(revert);
  expect(store.state.pending.state).toBe('none');
  expect(await calculationMode(book)).toBe('Manual');
});

test('only sheets of ours are visible: Revert is refused before it begins', async () => {
  const store = await applied();
  await on(({ worksheets }) => {
    for (const name of ['Export', 'Notes']) worksheets.getItem(name).visibility = 'Hidden';
  });
  await store.run(revert);
  expect(store.state.trouble).toMatch(/^Only sheets of Evenfield are visible/);
  expect(store.state.pending.state).toBe('applied');
});

test('sample data is refused where its names are taken, by whatever has them', async () => {
  book = await openList('range');
  await on(({ names, worksheets }) => {
    names.add('Reps', worksheets.getItem('Notes').getRange('A1'));
    worksheets.getItem('Export').getRange().clear();
    worksheets.getItem('Notes').getRange().clear();
  });
  const store = await pane();
  await store.run(insertSample);
  expect(store.state.trouble).toMatch(/a defined name called Reps/);
});

test('a column of ours that went with its whole sheet column: what speaks of it says #REF!, and a later plan can be taken back', async () => {
  const store = await kept();
  await on(({ worksheets }) => worksheets.getItem('Export').getRange('H:H').delete('Left'));
  expect((await headersOf('Export')).slice(6, 8)).toEqual(['Churn Risk', 'Territory Owner']);
  const speaking = await book.run(async ({ workbook }) => {
    const used = workbook.worksheets.getItem('Balance').getUsedRange();
    used.load('formulas');
    await workbook.context.sync();
    return JSON.stringify(used.formulas);
  });
  expect([speaking.includes('#REF!'), speaking.includes('Deals[Territory]')]).toEqual([true, false]);
  await store.run(changeSettings, { territories: 2, seed: 5 });
  await store.run(design);
  await store.run(apply);
  expect(store.state).toMatchObject({ trouble: undefined, pending: { state: 'applied' } });
  await store.run(revert);
  expect(store.state).toMatchObject({ trouble: undefined, pending: { state: 'none' } });
  expect((await headersOf('Export')).slice(6, 8)).toEqual(['Churn Risk', 'Territory Owner']);
});
