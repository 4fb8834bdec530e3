import { MAIN_LAYER } from '../../src/plan/layer';
import type { SheetSpec } from '../../src/reports/spec';
import { verifySheets } from '../../src/workbook/verify-sheets';
import { paneOn } from '../support/write-jobs';
import { apply } from '../../src/app/actions/apply';
import { changeSettings } from '../../src/app/actions/change-settings';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import type { Store } from '../../src/app/store';
import { requestsOf } from '../support/faults';
import { handAt } from '../support/hands';
import { beforeRequest, byAccount, openList } from '../support/meddle';
import { openWorkbook, type Cell, type OpenWorkbook } from '../support/office';
import { act, calculationMode, panesByTheMinute } from '../support/pane';

let book: OpenWorkbook;
afterEach(() => {
  book.dispose();
});

async function secondPlan(paneOf: () => Promise<Store>): Promise<Store> {
  book = await openList('table', 12);
  const store = await paneOf();
  await store.run(changeSettings, { territories: 2 });
  await store.run(design);
  await store.run(apply);
  await store.run(keep);
  await store.run(changeSettings, { territories: 3 });
  await store.run(design);
  return store;
}

/** Where a text stands on a sheet, how often. */
const count = (sheet: string, text: string) =>
  book.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange(true);
    used.load('values');
    await context.sync();
    return (used.values as Cell[][]).flat().filter((cell) => cell === text).length;
  });

const cellAt = (address: string) =>
  book.run(async (context) => {
    const [sheet = '', cell = ''] = address.replaceAll("'", '').split('!');
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
    range.load('values');
    await context.sync();
    return (range.values[0] as Cell[])[0];
  });

const headers = () =>
  book.run(async (context) => {
    const rows = ['EfBalance', 'EfTerritories'].map((name) =>
      context.workbook.tables.getItem(name).getHeaderRowRange(),
    );
    for (const row of rows) row.load('values');
    await context.sync();
    return rows.map(({ values }) => values);
  });

/** Requests that write cells of our sheets, or their looks. */
const writesOurs = (text: string) => text.includes('EfUndo') || text.includes('EfCheckpoint');

test.each([
  ['Balance', '1:1'],
  ['Territory Plan', '5:5'],
])(
  'a row that comes into %s while it is written: all goes back with a sentence, and a later plan and its Revert work',
  async (sheet, row) => {
    const undisturbed = await secondPlan(panesByTheMinute());
    const before = [await headers(), await byAccount(book, 'Territory')];
    const all = await requestsOf(book, () => undisturbed.run(apply), writesOurs);
    expect(all.length).toBeGreaterThan(10);
    let broken = 0;
    const lost: number[] = [];
    for (const n of all.slice(-12, -3)) {
      book.dispose();
      const paneOf = panesByTheMinute();
      const store = await secondPlan(paneOf);
      const stop = handAt(book, n, () =>
        act(book, ({ worksheets }) => {
          const on = worksheets.getItem(sheet);
          on.getRange(row).insert('Down');
          on.getRange(row).getCell(0, 0).values = [['CO1']];
        }),
      );
      await store.run(apply);
      expect(stop()).toBe(true);
      expect([n, await calculationMode(book)]).toEqual([n, 'Automatic']);
      const left = await count(sheet, 'CO1');
      if (left === 0) lost.push(n);
      if (store.state.trouble === undefined) {
        expect([n, await headers()]).not.toEqual([n, before[0]]);
      } else {
        broken++;
        const [, said, address] =
          /^(.*put back as it was\.)(?: Cells that stood in the way are in (.*) now\.)?$/.exec(
            store.state.trouble,
          ) ?? [];
        expect([n, said]).toEqual([
          n,
          `Rows, columns or tables of the sheet ${sheet} moved while it was written, perhaps because somebody else works on it. The workbook was put back as it was.`,
        ]);
        if (address !== undefined) expect([n, await cellAt(address)]).toEqual([n, 'CO1']);
        expect([n, store.state.pending.state]).toEqual([n, 'none']);
        expect([n, [await headers(), await byAccount(book, 'Territory')]]).toEqual([n, before]);
        await store.run(design);
        await store.run(apply);
        expect([n, store.state.trouble]).toEqual([n, undefined]);
      }
      await store.run(revert);
      expect([n, store.state.trouble]).toEqual([n, undefined]);
      expect([n, await headers()]).toEqual([n, before[0]]);
      expect([n, await byAccount(book, 'Territory')]).toEqual([n, before[1]]);
      expect([n, await count(sheet, 'CO1')]).toEqual([n, left]);
    }
    // What is typed right before the request that writes by places is read in that request.
    expect(lost).toEqual([]);
    expect(broken).toBeGreaterThan(0);
  },
  600_000,
);

test('where one of our columns has another header by now, others have moved what stands there', async () => {
  book = await openWorkbook();
  const spec: SheetSpec = {
    layer: MAIN_LAYER,
    key: 'try',
    name: 'Try',
    blocks: [
      {
        kind: 'table',
        row: 0,
        column: 0,
        name: 'EfTry',
        rows: 2,
        columns: ['First', 'Second'].map((header) => ({ key: header, header, cells: ['a', 'b'] })),
      },
    ],
    names: [],
    charts: [],
    conditional: [],
    widths: [12, 12],
    freezeRows: 0,
    print: { landscape: true },
  };
  await paneOn().apply({ layer: MAIN_LAYER, sheets: [spec], decision: false });
  const verify = () => book.run((context) => verifySheets(context, [{ spec, name: 'Try' }]));
  await verify();
  await act(book, ({ tables }) => {
    tables.getItem('EfTry').columns.getItem('First').name = 'Mine';
  });
  await expect(verify()).rejects.toMatchObject({ code: 'sheetMoved', params: { sheet: 'Try' } });
});

test('a row with a remark that comes into a table of ours right before that is raised anew: all goes back, the remark stays', async () => {
  const store = await secondPlan(panesByTheMinute());
  let isDone = false;
  beforeRequest(book, async (text) => {
    if (isDone || !text.includes('"Resize"') || !text.includes('EfSettings')) return;
    isDone = true;
    await act(book, ({ worksheets }) => {
      const sheet = worksheets.getItem('Territory Plan');
      sheet.getRange('5:5').insert('Down');
      sheet.getRange('A5').values = [['mine']];
    });
  });
  await store.run(apply);
  expect(isDone).toBe(true);
  expect(store.state.trouble).toMatch(/^Rows, columns or tables of the sheet Territory Plan moved while/);
  expect(await count('Territory Plan', 'mine')).toBe(1);
});
