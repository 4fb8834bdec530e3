import { changeSettings } from '../../src/app/actions/change-settings';
import { apply } from '../../src/app/actions/apply';
import { design } from '../../src/app/actions/design';
import { keep } from '../../src/app/actions/keep';
import { revert } from '../../src/app/actions/revert';
import { requestsOf, withFault } from '../support/faults';
import { byAccount, openList, sortList } from '../support/meddle';
import type { OpenWorkbook } from '../support/office';
import { act, appliedPane, pane, sheetNames } from '../support/pane';

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openList('table');
});
afterEach(() => {
  book.dispose();
});

const on = (deed: (workbook: Excel.Workbook) => void) => act(book, deed);

describe('something of the user’s on a sheet of ours keeps the sheet', () => {
  test.each([
    [
      'a chart',
      (sheet: Excel.Worksheet) => {
        sheet.charts.add('ColumnClustered', sheet.getRange('A1:B5')).name = 'mine';
      },
    ],
    [
      'a shape',
      (sheet: Excel.Worksheet) => {
        sheet.shapes.addGeometricShape('Rectangle').name = 'mine';
      },
    ],
    [
      'a comment',
      (sheet: Excel.Worksheet) => {
        sheet.comments.add('Balance!B2', 'look at this');
      },
    ],
  ])('%s', async (_what, add) => {
    const store = await appliedPane();
    await on(({ worksheets }) => {
      add(worksheets.getItem('Balance'));
    });
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toBe(
      'Everything of ours is as it was before; what is yours stays as it is now. On the sheet Balance there is a chart, a picture, a comment or the like of yours: it stays with it.',
    );
    expect(await sheetNames(book)).toEqual(expect.arrayContaining(['Export', 'Notes', 'Balance']));
    const left = await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Balance');
      sheet.charts.load('items/name');
      sheet.shapes.load('items/name');
      sheet.comments.load('items/content');
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      return {
        objects: [...sheet.charts.items, ...sheet.shapes.items].map(({ name }) => name),
        comments: sheet.comments.items.length,
        isEmpty: used.isNullObject,
      };
    });
    expect(left.objects.filter((name) => name !== 'mine')).toEqual([]);
    expect(left.objects.length + left.comments).toBe(1);
    expect(left.isEmpty).toBe(true);
  });
});

describe('formulas of the user’s that speak of what Revert takes away', () => {
  const speak = () =>
    on(({ worksheets, names }) => {
      worksheets.getItem('Notes').getRange('A5:C5').formulas = [
        ['=COUNTA(Deals[Territory])', '=Balance!A1', '=COUNTA(Deals[City])'],
      ];
      names.add('MyFigure', '=Balance!$B$5');
    });

  test('are counted, and the first is named', async () => {
    await on(({ worksheets }) => {
      worksheets.getItem('Notes').getRange('A3').formulas = [['=#REF!+1']];
    });
    const store = await appliedPane();
    await speak();
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.news).toBe(
      'Everything of ours is as it was before; what is yours stays as it is now. 3 formulas or names of yours speak of what was taken away (#REF!), first in MyFigure.',
    );
  });

  test('are counted after a break, too', async () => {
    const begun = async () => {
      const store = await appliedPane();
      await speak();
      return () => store.run(revert);
    };
    // Late enough that it has begun to take away, whatever it reads before.
    const all = await requestsOf(book, await begun());
    book.dispose();
    book = await openList('table');
    await withFault(book, Math.round(0.85 * all.length), 'gone', await begun());
    const again = await pane();
    expect(again.state.news).toMatch(/^A Revert that broke off has been finished\./);
    expect(again.state.news).toMatch(
      / 3 formulas or names of yours speak of what was taken away \(#REF!\)\.$/,
    );
  });

  test('that said #REF! before are not spoken of', async () => {
    await on(({ worksheets }) => {
      worksheets.getItem('Notes').getRange('A3').formulas = [['=#REF!+1']];
    });
    const store = await appliedPane();
    await store.run(revert);
    expect(store.state.news).toBe('Everything Evenfield changed is as it was before.');
  });
});

describe('a formula that the user put into a cell of ours, and that speaks of a table deleted since', () => {
  const put = (row: number, formula: string) =>
    on(({ tables }) => {
      const cells = tables.getItem('Deals').columns.getItem('Territory').getDataBodyRange();
      cells.getCell(row, 0).formulas = [[formula]];
    });

  test('says #REF!, which is told; all else is given back', async () => {
    await on(({ worksheets }) => {
      const cells = worksheets.getItem('Notes').getRange('F1:F3');
      cells.values = [['p'], [1], [2]];
      cells.worksheet.tables.add(cells, true).name = 'Others';
    });
    const store = await appliedPane();
    await store.run(keep);
    await put(2, '=IF(SUM(Others[p])>100,"West","")');
    await put(3, '=IF(1>2,"West","")');
    const territories = await byAccount(book, 'Territory');
    await store.run(changeSettings, { territories: 2, seed: 5 });
    await store.run(design);
    await store.run(apply);
    expect(store.state.pending.state).toBe('applied');
    await on(({ tables }) => {
      tables.getItem('Others').delete();
    });
    await sortList(book);
    await store.run(revert);
    expect(store.state.trouble).toBeUndefined();
    expect(store.state.pending.state).toBe('none');
    expect(store.state.news).toMatch(
      /^The plan was taken back, but formulas in the column Territory say #REF! now: /,
    );
    expect(await byAccount(book, 'Territory')).toEqual({ ...territories, A002: '#REF!' });
    expect(territories['A003']).toBe('');
  });
});
