import { createHost } from '../../src/workbench';
import { Mutation } from '../../src/workbench/grid/spreadsheet';
import { followUserShift } from '../../src/workbench/model/structure';
import { openWorkbook } from '../support/office';
import type { Cell, OpenWorkbook } from '../support/office';

const ACCOUNTS: readonly (readonly Cell[])[] = [
  ['Account', 'Potential', 'Territory'],
  ['Acme', 100, 'T1'],
  ['Bolt', 200, 'T2'],
  ['Corp', 300, 'T1'],
];

let book: OpenWorkbook;

/** Every test starts from one workbook: sheet and table `Accounts`, sheet `Report`. */
beforeEach(async () => {
  book = await openWorkbook({ sheets: { Accounts: ACCOUNTS, Report: [] } });
  await book.run(async (context) => {
    context.workbook.worksheets.getItem('Accounts').tables.add('A1:C4', true).name = 'Accounts';
    await context.sync();
  });
});
afterEach(() => book.dispose());

/** Runs a batch on a sheet and hands back what was loaded. */
function on<T>(
  name: string,
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return book.run((context) => batch(context.workbook.worksheets.getItem(name), context));
}

const valuesOf = (sheetName: string, address: string) =>
  on(sheetName, async (sheet, context) => {
    const range = sheet.getRange(address).load('values');
    await context.sync();
    return range.values;
  });

const formulasOf = (sheetName: string, address: string) =>
  on(sheetName, async (sheet, context) => {
    const range = sheet.getRange(address).load('formulas');
    await context.sync();
    return range.formulas;
  });

const fails = (code: string, batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown) =>
  expect(
    on('Accounts', async (sheet, context) => {
      batch(sheet, context);
      await context.sync();
    }),
  ).rejects.toMatchObject({ code });

describe('cells', () => {
  it('read values as Excel does, and tell types, texts and formulas apart', async () => {
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:F1').values = [["'=Acme, 1", '01234', '12%', '1/2/2024', '#N/A', true]];
      sheet.getRange('A2').numberFormat = [['@']];
      sheet.getRange('A2:B2').values = [['01234', '=1/0']];
      const range = sheet.getRange('A1:F2').load('values,text,formulas,valueTypes,numberFormat');
      await context.sync();
      expect(range.values).toEqual([
        ['=Acme, 1', 1234, 0.12, 45293, '#N/A', true],
        ['01234', '#DIV/0!', '', '', '', ''],
      ]);
      expect(range.valueTypes).toEqual([
        ['String', 'Double', 'Double', 'Double', 'Error', 'Boolean'],
        ['String', 'Error', 'Empty', 'Empty', 'Empty', 'Empty'],
      ]);
      expect(range.text[0]).toEqual(['=Acme, 1', '1234', '12%', '1/2/2024', '#N/A', 'TRUE']);
      expect(range.formulas[1]?.slice(0, 2)).toEqual(['01234', '=1/0']);
      expect(range.numberFormat[0]?.slice(2, 4)).toEqual(['0%', 'm/d/yyyy']);
    });
  });

  it('take null for unchanged, "" for empty and one value for all', async () => {
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:B2').values = 7 as never;
      await context.sync();
      sheet.getRange('A1:B2').values = [
        [null, ''],
        [8, null],
      ];
      await context.sync();
    });
    expect(await valuesOf('Report', 'A1:B2')).toEqual([
      [7, ''],
      [8, 7],
    ]);
  });

  it('refuse blocks of the wrong size, also in the chunks of a large write', async () => {
    await fails('InvalidArgument', (sheet) => (sheet.getRange('E1:F2').values = [[1, 2]]));
    await fails('InvalidArgument', (sheet) => {
      sheet.getRange('E1:F2000').values = Array.from({ length: 1_999 }, () => [1, 2]);
    });
    expect(await valuesOf('Accounts', 'E1:F1')).toEqual([['', '']]);
  });

  it('take large blocks and give them back', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => [i, `'Name ${i}`, i % 2 === 0]);
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:C3000').values = rows;
      await context.sync();
    });
    const read = await valuesOf('Report', 'A1:C3000');
    expect(read[2_999]).toEqual([2_999, 'Name 2999', false]);
    expect(read).toHaveLength(3_000);
  });

  it('answer null for the cells of whole columns, and refuse to set them', async () => {
    expect(await valuesOf('Accounts', 'A:A')).toBeNull();
    await fails('InvalidArgument', (sheet) => (sheet.getRange('E:E').values = [[1]]));
  });

  it('refuse what is no formula', async () => {
    await fails('InvalidArgument', (sheet) => (sheet.getRange('E1').formulas = [['=SUM(1']]));
    await fails('InvalidArgument', (sheet) => (sheet.getRange('E1').formulas = [['=SUM(Nobody[x])']]));
  });

  it('are found by used ranges, offsets, intersections and bounds', async () => {
    await on('Accounts', async (sheet, context) => {
      sheet.getRange('E9').format.fill.color = 'yellow';
      const used = sheet.getUsedRange().load('address');
      const filled = sheet.getUsedRange(true).load('address');
      const nothing = context.workbook.worksheets.getItem('Report').getUsedRangeOrNullObject();
      const a = sheet.getRange('B2:C3');
      const others = [
        a.getOffsetRange(1, -1),
        a.getResizedRange(1, 1),
        a.getBoundingRect('A1'),
        a.getIntersection('C3:D9'),
        a.getEntireColumn(),
        a.getRowsBelow(2),
        a.getLastCell(),
      ].map((range) => range.load('address'));
      const apart = a.getIntersectionOrNullObject('F1');
      await context.sync();
      expect(used.address).toBe('Accounts!A1:E9');
      expect(filled.address).toBe('Accounts!A1:C4');
      expect(nothing.isNullObject && apart.isNullObject).toBe(true);
      expect(others.map((range) => range.address.replace('Accounts!', ''))).toEqual([
        'A3:B4',
        'B2:D4',
        'A1:C3',
        'C3',
        'B:C',
        'B4:C5',
        'C3',
      ]);
    });
  });

  it('carry formats, sizes and hidden rows, and null where they differ', async () => {
    await on('Report', async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.format.font.bold = true;
      range.format.font.color = '#ff0000';
      range.format.horizontalAlignment = 'Center';
      range.format.wrapText = true;
      range.format.borders.getItem('EdgeBottom').style = 'Double';
      range.format.columnWidth = 90;
      range.format.rowHeight = 30;
      sheet.getRange('A1').format.fill.color = '#00FF00';
      sheet.getRange('2:2').rowHidden = true;
      range.load('rowHidden,columnHidden,format/columnWidth,format/rowHeight,format/horizontalAlignment');
      range.load('format/fill/color,format/font/bold,format/font/color,format/wrapText');
      const edge = sheet.getRange('A2').format.borders.getItem('EdgeBottom').load('style');
      await context.sync();
      expect(range.format.columnWidth).toBe(90);
      expect(range.format.rowHeight).toBe(30);
      expect(range.format.font.bold).toBe(true);
      expect(range.format.font.color).toBe('#FF0000');
      expect(range.format.fill.color).toBeNull();
      expect(range.format.horizontalAlignment).toBe('Center');
      expect(range.format.wrapText).toBe(true);
      expect(range.rowHidden).toBeNull();
      expect(range.columnHidden).toBe(false);
      expect(edge.style).toBe('Double');
    });
  });

  it('lose contents, formats or both by clear', async () => {
    await on('Accounts', async (sheet, context) => {
      const range = sheet.getRange('F1:F2');
      range.values = [[1], [2]];
      range.format.fill.color = '#112233';
      sheet.getRange('F1').clear('Contents');
      sheet.getRange('F2').clear('Formats');
      const first = sheet.getRange('F1').load('values,format/fill/color');
      const second = sheet.getRange('F2').load('values,format/fill/color');
      await context.sync();
      expect([first.values[0]?.[0], first.format.fill.color]).toEqual(['', '#112233']);
      expect([second.values[0]?.[0], second.format.fill.color]).toEqual([2, '#FFFFFF']);
    });
  });

  it('are merged, keeping the first value, and taken apart again', async () => {
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      sheet.getRange('A1:B2').merge();
      const values = sheet.getRange('A1:B2').load('values');
      await context.sync();
      expect(book.host.book.sheetNamed('Report')?.config.mergeData).toHaveLength(1);
      expect(values.values).toEqual([
        [1, ''],
        ['', ''],
      ]);
      sheet.getRange('A1').unmerge();
      await context.sync();
      expect(book.host.book.sheetNamed('Report')?.config.mergeData).toEqual([]);
    });
  });
});

describe('structured references', () => {
  beforeEach(() =>
    on('Report', async (sheet, context) => {
      sheet.getRange('A1:B2').formulas = [
        ['T1', '=SUMIFS(Accounts[Potential],Accounts[Territory],A1)'],
        ['T2', '=sumifs(Accounts[Potential],Accounts[Territory],A2)'],
      ];
      await context.sync();
    }),
  );

  it('are calculated over a table named like its sheet, and shown as written', async () => {
    expect(await valuesOf('Report', 'B1:B2')).toEqual([[400], [200]]);
    expect(await formulasOf('Report', 'B2')).toEqual([
      ['=SUMIFS(Accounts[Potential],Accounts[Territory],A2)'],
    ]);
  });

  it('follow a cell, a renamed column, a renamed table and a renamed sheet', async () => {
    await on('Accounts', async (sheet, context) => {
      sheet.getRange('C3').values = [['T1']];
      sheet.getRange('B1').values = [['Money']];
      const table = sheet.tables.getItem('Accounts');
      table.columns.getItem('Territory').name = 'Region';
      table.name = 'Customers';
      sheet.name = 'Data 2026';
      await context.sync();
    });
    expect(await valuesOf('Report', 'B1:B2')).toEqual([[600], [0]]);
    expect(await formulasOf('Report', 'B1')).toEqual([['=SUMIFS(Customers[Money],Customers[Region],A1)']]);
  });

  it('grow with the table and see rows inserted into it', async () => {
    await on('Accounts', async (sheet, context) => {
      sheet.getRange('A5:C5').values = [['Dune', 1000, 'T2']];
      await context.sync();
      expect(await valuesOf('Report', 'B2')).toEqual([[200]]);
      sheet.tables.getItem('Accounts').resize('A1:C5');
      sheet.getRange('3:3').insert('Down');
      sheet.getRange('A3:C3').values = [['Egg', 10_000, 'T2']];
      await context.sync();
    });
    expect(await valuesOf('Report', 'B1:B2')).toEqual([[400], [11_200]]);
  });

  it('turn into #REF! with their table', async () => {
    await on('Report', async (sheet, context) => {
      const other = sheet.tables.add('D1:E3', true);
      other.name = 'Short';
      sheet.getRange('A9').formulas = [['=ROWS(Short[#All])']];
      await context.sync();
      other.delete();
      await context.sync();
    });
    expect(await formulasOf('Report', 'A9')).toEqual([['=ROWS(#REF!)']]);
  });

  it('stand for their cells as addresses, like names', async () => {
    await on('Accounts', async (sheet, context) => {
      context.workbook.names.add('Money', '=Accounts[Potential]');
      await context.sync();
      const ranges = [
        'Accounts[Potential]',
        'Accounts[[#Headers],[Account]:[Potential]]',
        'Accounts',
        'Money',
      ].map((address) => sheet.getRange(address).load('address'));
      await context.sync();
      expect(ranges.map((range) => range.address)).toEqual([
        'Accounts!B2:B4',
        'Accounts!A1:B1',
        'Accounts!A2:C4',
        'Accounts!B2:B4',
      ]);
    });
    await fails('InvalidArgument', (sheet) => sheet.getRange('Accounts[Nothing]').load('address'));
    await fails('InvalidArgument', (sheet) => sheet.getRange('nonsense!').load('address'));
  });

  it('count names like tables, and refuse a name that is taken', async () => {
    await book.run(async (context) => {
      const { names, worksheets } = context.workbook;
      names.add('Rate', '=0.25', 'share');
      names.add('Block', worksheets.getItem('Accounts').getRange('B2:B4'));
      worksheets.getItem('Report').getRange('D1:D2').formulas = [['=B1*rate'], ['=SUM(Block)']];
      const rate = names.getItem('rate').load('comment,formula');
      const block = names.getItem('Block').getRange().load('address');
      await context.sync();
      expect([rate.comment, rate.formula]).toEqual(['share', '=0.25']);
      expect(block.address).toBe('Accounts!B2:B4');
      names.getItem('Rate').formula = '=0.5';
      await context.sync();
    });
    expect(await valuesOf('Report', 'D1:D2')).toEqual([[200], [600]]);
    await fails('ItemAlreadyExists', (_, context) => context.workbook.names.add('RATE', '=1'));
    await fails('ItemAlreadyExists', (_, context) => context.workbook.names.add('Accounts', '=1'));
    await fails('InvalidArgument', (_, context) => context.workbook.names.add('A1', '=1'));
  });
});

describe('tables', () => {
  it('keep header names unique and textual', async () => {
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:D1').values = [['Year', 2024, 'year', '']];
      const table = sheet.tables.add('A1:D3', true);
      table.columns.load('items/name');
      const header = table.getHeaderRowRange().load('values');
      await context.sync();
      expect(table.columns.items.map((column) => column.name)).toEqual(['Year', '2024', 'year2', 'Column1']);
      expect(header.values).toEqual([['Year', '2024', 'year2', 'Column1']]);
    });
  });

  it('let columns trade their names, and keep tables of one sheet apart', async () => {
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:C2').formulas = [
        ['a', 'b', 'own'],
        [1, 2, ''],
      ];
      sheet.getRange('E1:F2').formulas = [
        ['a', 'own'],
        [5, ''],
      ];
      sheet.tables.add('A1:C2', true).name = 'One';
      sheet.tables.add('E1:F2', true).name = 'Two';
      sheet.getRange('C2').formulas = [['=[@a]*10+One[@b]']];
      sheet.getRange('F2').formulas = [['=[@a]']];
      sheet.getRange('A1:B1').values = [['b', 'a']];
      const first = sheet.getRange('C2').load('formulas,values');
      const second = sheet.getRange('F2').load('formulas,values');
      const headers = sheet.getRange('A1:B1').load('values');
      await context.sync();
      expect(headers.values).toEqual([['b', 'a']]);
      expect([first.formulas[0]?.[0], first.values[0]?.[0]]).toEqual(['=[@b]*10+One[@a]', 12]);
      expect([second.formulas[0]?.[0], second.values[0]?.[0]]).toEqual(['=[@a]', 5]);
    });
  });

  it('follow rows that a user inserts at the spreadsheet itself', async () => {
    await on('Accounts', async (sheet, context) => {
      sheet.getRange('E4').formulas = [['=Accounts[@Potential]+B2']];
      const kept = sheet.getRange('A4').load('values');
      await context.sync();
      await book.host.userAction((model) => {
        const accounts = model.sheetNamed('Accounts');
        if (!accounts) throw new Error('no sheet');
        const range = { startRow: 1, endRow: 2, startColumn: 0, endColumn: 0 };
        // As Univer's own command does it.
        model.spreadsheet.commands.syncExecuteCommand(Mutation.InsertRows, {
          unitId: model.spreadsheet.unitId,
          subUnitId: accounts.id,
          range,
        });
        followUserShift(model, accounts, 'rows', 1, 2);
      });
      kept.load('values,address');
      const table = context.workbook.tables.getItem('Accounts').getRange().load('address');
      const formula = sheet.getRange('E6').load('formulas,values');
      await context.sync();
      expect([kept.address, kept.values[0]?.[0]]).toEqual(['Accounts!A6', 'Corp']);
      expect(table.address).toBe('Accounts!A1:C6');
      expect([formula.formulas[0]?.[0], formula.values[0]?.[0]]).toEqual(['=Accounts[@Potential]+B4', 400]);
    });
  });

  it('make a header row of their own when there is none', async () => {
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:B3').values = [
        [1, 2],
        [3, 4],
        ['below', ''],
      ];
      sheet.tables.add('A1:B2', false);
      const range = sheet.getRange('A1:B4').load('values');
      await context.sync();
      expect(range.values).toEqual([
        ['Column1', 'Column2'],
        [1, 2],
        [3, 4],
        ['below', ''],
      ]);
    });
  });

  it('gain and lose columns; what stands to the right moves', async () => {
    await on('Accounts', async (sheet, context) => {
      sheet.getRange('D1:D4').values = [['side'], ['s1'], ['s2'], ['s3']];
      const table = sheet.tables.getItem('Accounts');
      const column = table.columns.add(undefined, [['Rank'], [1], [2], [3]]);
      column.load('name,index,id');
      const range = sheet.getRange('A1:E2').load('values');
      await context.sync();
      expect([column.name, column.index]).toEqual(['Rank', 3]);
      expect(range.values).toEqual([
        ['Account', 'Potential', 'Territory', 'Rank', 'side'],
        ['Acme', 100, 'T1', 1, 's1'],
      ]);
      table.columns.getItem('Potential').delete();
      await context.sync();
      const after = sheet.getRange('A1:D2').load('values');
      const gone = table.columns.getItemOrNullObject('Potential');
      await context.sync();
      expect(after.values).toEqual([
        ['Account', 'Territory', 'Rank', 'side'],
        ['Acme', 'T1', 1, 's1'],
      ]);
      expect(gone.isNullObject).toBe(true);
    });
  });

  it('gain and lose rows, and fill calculated columns', async () => {
    await on('Accounts', async (sheet, context) => {
      const table = sheet.tables.getItem('Accounts');
      table.columns.add(undefined, [
        ['Twice'],
        ['=[@Potential]*2'],
        ['=[@Potential]*2'],
        ['=[@Potential]*2'],
      ]);
      sheet.getRange('A5:C5').values = [['Dune', 400, 'T2']];
      table.resize('A1:D5');
      sheet.getRange('2:2').delete('Up');
      const body = table.getDataBodyRange().load('values,address,formulas');
      await context.sync();
      expect(body.address).toBe('Accounts!A2:D4');
      expect(body.values).toEqual([
        ['Bolt', 200, 'T2', 400],
        ['Corp', 300, 'T1', 600],
        ['Dune', 400, 'T2', 800],
      ]);
      expect(body.formulas[2]?.[3]).toBe('=[@Potential]*2');
      sheet.getRange('A5:C5').values = [['Egg', 5, 'T1']];
      table.resize('A1:D5');
      const grown = sheet.getRange('D5').load('values');
      await context.sync();
      expect(grown.values).toEqual([[10]]);
    });
  });

  it('obey Excel’s rules for names, places and sizes', async () => {
    await fails('InvalidArgument', (sheet) => (sheet.tables.getItem('Accounts').name = 'No Spaces'));
    await fails('InvalidArgument', (sheet) => (sheet.tables.getItem('Accounts').name = 'AB12'));
    await fails('InvalidArgument', (sheet) => sheet.tables.add('B3:E9', true));
    await fails('InvalidArgument', (sheet) => sheet.tables.getItem('Accounts').resize('A2:C9'));
    await fails('ItemNotFound', (sheet) => sheet.tables.getItem('Nobody').load('name'));
    await fails('InsertDeleteConflict', (sheet) => sheet.getRange('A3').insert('Down'));
    await fails('InvalidArgument', (sheet) => (sheet.tables.getItem('Accounts').style = 'Fancy'));
  });

  it('show totals and looks', async () => {
    await on('Accounts', async (sheet, context) => {
      const table = sheet.tables.getItem('Accounts');
      table.showTotals = true;
      table.style = 'TableStyleLight9';
      table.showBandedRows = false;
      table.showFilterButton = false;
      const totals = sheet.getRange('A5:C5').load('address,values');
      table.load('showTotals,style,showBandedRows,showFilterButton');
      await context.sync();
      expect(totals.address).toBe('Accounts!A5:C5');
      expect(totals.values[0]?.[0]).toBe('Total');
      expect([table.showTotals, table.style, table.showBandedRows]).toEqual([
        true,
        'TableStyleLight9',
        false,
      ]);
      table.showTotals = false;
      const range = table.getRange().load('address');
      await context.sync();
      expect(range.address).toBe('Accounts!A1:C4');
    });
  });
});

describe('references to cells', () => {
  it('follow their cells over requests, and end with them', async () => {
    await on('Accounts', async (sheet, context) => {
      const bolt = sheet.getRange('A3').load('values');
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      sheet.getRange('A:A').insert('Right');
      bolt.load('values,address');
      await context.sync();
      expect(bolt.values).toEqual([['Bolt']]);
      expect(bolt.address).toBe('Accounts!B5');
      sheet.getRange('5:5').delete('Up');
      bolt.load('values');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
    });
  });

  it('are calculated right after cells were moved', async () => {
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:A3').values = [[1], [2], ['=SUM(A1:A2)']];
      sheet.getRange('B1:B2').values = [['=A3*10'], ['b2']];
      await context.sync();
      sheet.getRange('A2').insert('Down');
      sheet.getRange('A2').values = [[5]];
      await context.sync();
    });
    expect(await formulasOf('Report', 'A1:B4')).toEqual([
      [1, '=A4*10'],
      [5, 'b2'],
      [2, ''],
      ['=SUM(A1:A3)', ''],
    ]);
    expect(await valuesOf('Report', 'A4:A4')).toEqual([[8]]);
    await on('Report', async (sheet, context) => {
      sheet.getRange('A2').values = [[6]];
      await context.sync();
    });
    expect(await valuesOf('Report', 'B1')).toEqual([[90]]);
  });
});

describe('sheets', () => {
  it('are added, renamed, moved, hidden and deleted; references to them follow', async () => {
    await book.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('Extra').load('name,position,visibility,id');
      worksheets.getItem('Report').getRange('A1').formulas = [["=COUNTA('Extra'!A1:A3)"]];
      await context.sync();
      expect([added.name, added.position, added.visibility]).toEqual(['Extra', 2, 'Visible']);
      added.position = 0;
      added.name = "It's here";
      added.tabColor = '#FF9900';
      added.visibility = 'VeryHidden';
      added.showGridlines = false;
      added.load('name,position,visibility,tabColor,showGridlines');
      await context.sync();
      expect([added.name, added.position, added.visibility]).toEqual(["It's here", 0, 'VeryHidden']);
      expect([added.tabColor, added.showGridlines]).toEqual(['#FF9900', false]);
      added.delete();
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidOperation' });
    });
    expect(await formulasOf('Report', 'A1')).toEqual([["=COUNTA('It''s here'!A1:A3)"]]);
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("It's here");
      sheet.visibility = 'Hidden';
      sheet.delete();
      await context.sync();
    });
    expect(await formulasOf('Report', 'A1')).toEqual([['=COUNTA(#REF!)']]);
    expect(await valuesOf('Report', 'A1')).not.toEqual([[0]]);
  });

  it('take their tables along when they are deleted', async () => {
    await on('Accounts', async (sheet, context) => {
      sheet.delete();
      await context.sync();
    });
    await book.run(async (context) => {
      const tables = context.workbook.tables.load('items/name');
      await context.sync();
      expect(tables.items).toEqual([]);
    });
  });

  it('keep what names stand for when they are renamed, and when their cells move', async () => {
    await book.run(async ({ workbook }) => {
      workbook.names.add('Tolerance', '=Report!$A$1');
      workbook.worksheets.getItem('Report').getRange('A1').values = [[0.1]];
      workbook.worksheets.getItem('Accounts').getRange('E1').formulas = [['=1-Tolerance']];
      await workbook.context.sync();
      workbook.worksheets.getItem('Report').name = 'Paper';
      await workbook.context.sync();
    });
    expect(await valuesOf('Accounts', 'E1')).toEqual([[0.9]]);
    await on('Paper', async (sheet, context) => {
      sheet.getRange('1:2').insert('Down');
      await context.sync();
    });
    expect(await valuesOf('Accounts', 'E1')).toEqual([[0.9]]);
  });

  it('obey Excel’s rules for names and the last visible sheet', async () => {
    for (const name of ['', 'a/b', "'x", 'History', 'x'.repeat(32), 'Report']) {
      const code = name === 'Report' ? 'ItemAlreadyExists' : 'InvalidArgument';
      await fails(code, (sheet) => (sheet.name = name));
    }
    await fails('ItemAlreadyExists', (_, context) => context.workbook.worksheets.add('REPORT'));
    await fails('InvalidOperation', (sheet, context) => {
      context.workbook.worksheets.getItem('Report').visibility = 'Hidden';
      sheet.visibility = 'Hidden';
    });
  });

  it('freeze panes, keep print settings and outlines', async () => {
    await on('Report', async (sheet, context) => {
      sheet.freezePanes.freezeAt('A1:B3');
      const frozen = sheet.freezePanes.getLocation().load('address');
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintTitleRows('$1:$3');
      sheet.pageLayout.setPrintArea('A1:H40');
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P';
      sheet.pageLayout.load('orientation,zoom');
      const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load('address');
      sheet.getRange('C:D').group('ByColumns');
      await context.sync();
      expect(frozen.address).toBe('Report!A1:B3');
      expect(sheet.pageLayout.orientation).toBe('Landscape');
      expect(sheet.pageLayout.zoom).toEqual({ horizontalFitToPages: 1 });
      expect(titles.address).toBe('Report!1:3');
      expect(book.host.book.sheetNamed('Report')?.pageLayout.printArea).toBe('A1:H40');
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  it('are protected: locked cells and sheet-wide changes are refused, unlocked cells are not', async () => {
    await on('Accounts', async (sheet, context) => {
      sheet.getRange('C2:C4').format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: false }, 'secret');
      sheet.getRange('C2').values = [['T9']];
      sheet.protection.load('protected');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
    });
    await fails('AccessDenied', (sheet) => (sheet.getRange('A2').values = [['x']]));
    await fails('AccessDenied', (sheet) => (sheet.getRange('B2:C2').values = [['x', 'y']]));
    await fails('AccessDenied', (sheet) => sheet.getRange('9:9').insert('Down'));
    await fails('AccessDenied', (sheet) => sheet.tables.getItem('Accounts').resize('A1:C9'));
    await fails('AccessDenied', (sheet) => sheet.protection.unprotect('wrong'));
    await on('Accounts', async (sheet, context) => {
      sheet.protection.unprotect('secret');
      sheet.getRange('A2').values = [['open']];
      await context.sync();
    });
    expect(await valuesOf('Accounts', 'A2:C2')).toEqual([['open', 100, 'T9']]);
  });
});

describe('rules on cells', () => {
  it('validate by lists and comparisons, and are cleared in part', async () => {
    await on('Accounts', async (sheet, context) => {
      sheet.getRange('H1:H2').values = [['T1'], ['T2']];
      const cells = sheet.getRange('C2:C4');
      cells.dataValidation.rule = {
        list: { inCellDropDown: true, source: sheet.getRange('H1:H2') },
      } as never;
      cells.dataValidation.prompt = { showPrompt: true, title: 'Territory', message: 'Pick one.' };
      cells.dataValidation.errorAlert = {
        showAlert: true,
        style: 'Warning',
        title: 'No',
        message: 'No such one.',
      };
      cells.dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks');
      await context.sync();
      expect(cells.dataValidation.type).toBe('List');
      expect(cells.dataValidation.rule.list).toEqual({ inCellDropDown: true, source: '=Accounts!$H$1:$H$2' });
      expect(cells.dataValidation.prompt.message).toBe('Pick one.');
      sheet.getRange('C2').dataValidation.clear();
      const first = sheet.getRange('C2').dataValidation.load('type');
      const rest = sheet.getRange('C3:C4').dataValidation.load('type');
      await context.sync();
      expect(first.type).toBe('None');
      expect(rest.type).toBe('List');
    });
    await fails('InvalidArgument', (sheet) => {
      sheet.getRange('C2').dataValidation.rule = { list: { inCellDropDown: true, source: 'x,'.repeat(128) } };
    });
    await fails('InvalidArgument', (sheet) => {
      sheet.getRange('C2').dataValidation.rule = { custom: { formula: '=Accounts[Potential]>1' } };
    });
    await fails('InvalidArgument', (sheet) => {
      sheet.getRange('C2').dataValidation.rule = { decimal: { formula1: 1, operator: 'Between' } };
    });
  });

  it('format by conditions, the newest first', async () => {
    await on('Report', async (sheet, context) => {
      const range = sheet.getRange('A1:A9');
      const bar = range.conditionalFormats.add('DataBar');
      bar.dataBar.positiveFormat.fillColor = '#336699';
      const custom = range.conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=$A1>3';
      custom.custom.format.fill.color = '#FFCCCC';
      custom.stopIfTrue = true;
      range.conditionalFormats.load('items/type,items/id,items/stopIfTrue');
      custom.load('type,custom/rule/formula,custom/format/fill/color');
      const none = custom.dataBarOrNullObject;
      none.load('positiveFormat/fillColor');
      await context.sync();
      expect(range.conditionalFormats.items.map((item) => item.type)).toEqual(['Custom', 'DataBar']);
      expect(custom.custom.rule.formula).toBe('=$A1>3');
      expect(none.isNullObject).toBe(true);
      sheet.getRange('3:3').insert('Down');
      await context.sync();
      const standing = () =>
        book.host.book
          .sheetNamed('Report')
          ?.conditionalFormats[0]?.areas.map(({ rect }) => [rect.row, rect.rows]);
      expect(standing()).toEqual([[0, 10]]);
      sheet.getRange('A1:A4').conditionalFormats.clearAll();
      const count = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      expect(standing()).toEqual([[4, 6]]);
      expect(count.value).toBe(2);
    });
    await fails('InvalidArgument', (sheet) => {
      sheet.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '=[@Potential]>1';
    });
  });
});

describe('charts', () => {
  it('are kept with series, titles and decoration', async () => {
    await on('Accounts', async (sheet, context) => {
      const chart = sheet.charts.add('BarClustered', sheet.getRange('A1:B4'), 'Columns');
      chart.name = 'Potential';
      chart.title.text = 'Potential by account';
      chart.legend.visible = false;
      chart.axes.valueAxis.minimum = 0;
      chart.axes.valueAxis.majorGridlines.visible = false;
      chart.setPosition('E2', 'H10');
      chart.series.getItemAt(0).format.fill.setSolidColor('#123456');
      chart.series.getItemAt(0).gapWidth = 40;
      sheet.charts.load('items/name,items/chartType,items/id');
      chart.load(
        'title/text,legend/visible,width,left,axes/valueAxis/minimum,axes/valueAxis/majorGridlines/visible',
      );
      chart.series.load('items/name,items/gapWidth');
      await context.sync();
      expect(sheet.charts.items.map((item) => [item.name, item.chartType])).toEqual([
        ['Potential', 'BarClustered'],
      ]);
      expect(chart.title.text).toBe('Potential by account');
      expect(chart.axes.valueAxis.minimum).toBe(0);
      expect(chart.axes.valueAxis.majorGridlines.visible).toBe(false);
      expect(chart.series.items.map((series) => [series.name, series.gapWidth])).toEqual([['Potential', 40]]);
      expect(chart.left).toBe(4 * 48);
      const values = chart.series.getItemAt(0).getDimensionValues('Values');
      const names = chart.series.getItemAt(0).getDimensionValues('Categories');
      await context.sync();
      expect([values.value, names.value]).toEqual([
        [100, 200, 300],
        ['Acme', 'Bolt', 'Corp'],
      ]);
      chart.delete();
      sheet.charts.load('count');
      await context.sync();
      expect(sheet.charts.count).toBe(0);
    });
  });
});

describe('calculation', () => {
  it('waits in manual mode until it is asked for', async () => {
    await book.run(async (context) => {
      const { application, worksheets } = context.workbook;
      const sheet = worksheets.getItem('Report');
      const range = sheet.getRange('A1:B1');
      range.formulas = [[1, '=A1+1']];
      await context.sync();
      application.calculationMode = 'Manual';
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[1, 2]]);
      sheet.getRange('A1').values = [[10]];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[10, 2]]);
      application.calculate('Recalculate');
      range.load('values');
      application.load('calculationMode');
      await context.sync();
      expect(range.values).toEqual([[10, 11]]);
      expect(application.calculationMode).toBe('Manual');
    });
  });

  it('ends before an answer, whatever the dependencies', async () => {
    await on('Report', async (sheet, context) => {
      sheet.getRange('A1:A200').formulas = Array.from({ length: 200 }, (_, i) => [i === 0 ? 1 : `=A${i}+1`]);
      const last = sheet.getRange('A200').load('values');
      await context.sync();
      expect(last.values).toEqual([[200]]);
      sheet.getRange('A1').values = [[101]];
      last.load('values');
      await context.sync();
      expect(last.values).toEqual([[300]]);
    });
  });
});

describe('events', () => {
  /** Events arrive after the answer: waits until so many different ones have been noted. */
  const arrived = async (notes: readonly unknown[], count: number) => {
    for (let turn = 0; turn < 500 && new Set(notes).size < count; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };

  it('tell edits of the add-in once for each block, and edits of others as theirs', async () => {
    const told: string[] = [];
    await on('Accounts', async (sheet, context) => {
      const note =
        (kind: string) => async (event: { address: string; triggerSource?: string; source: string }) => {
          told.push(`${kind} ${event.address} ${event.source} ${event.triggerSource ?? ''}`);
        };
      sheet.onChanged.add(note('sheet'));
      context.workbook.worksheets.onChanged.add(note('any'));
      sheet.tables.getItem('Accounts').onChanged.add(note('table') as never);
      await context.sync();
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('B3:B4').values = [[2], [3]];
      sheet.getRange('Z9').values = [[1]];
      await context.sync();
    });
    await arrived(told, 5);
    expect(told.sort()).toEqual([
      'any B2:B4 Local ThisLocalAddin',
      'any Z9 Local ThisLocalAddin',
      'sheet B2:B4 Local ThisLocalAddin',
      'sheet Z9 Local ThisLocalAddin',
      'table B2:B4 Local ',
    ]);
    told.length = 0;
    await book.host.userAction((model) => {
      const sheet = model.sheetNamed('Accounts');
      if (sheet)
        model.events.changed({
          sheetId: sheet.id,
          rect: { row: 1, column: 2, rows: 1, columns: 1 },
          type: 'RangeEdited',
        });
    });
    await arrived(told, 3);
    expect(told).toContain('sheet C2 Local Unknown');
  });

  it('hand over the range of a change and its old and new value', async () => {
    const seen: unknown[] = [];
    await on('Accounts', async (sheet, context) => {
      sheet.onChanged.add(async (event) => {
        seen.push(event.details?.valueBefore, event.details?.valueAfter);
        await book.run(async (inner) => {
          const range = event.getRange(inner).load('address');
          await inner.sync();
          seen.push(range.address);
        });
      });
      await context.sync();
      sheet.getRange('B2').values = [[7]];
      await context.sync();
    });
    await arrived(seen, 3);
    expect(seen).toEqual([100, 7, 'Accounts!B2']);
  });

  it('tell selections, activations, new and deleted sheets and tables, and calculations', async () => {
    const told: string[] = [];
    await book.run(async (context) => {
      const { worksheets, tables } = context.workbook;
      const note = (kind: string) => async () => {
        told.push(kind);
      };
      context.workbook.onSelectionChanged.add(note('selected'));
      worksheets.onActivated.add(note('activated'));
      worksheets.onAdded.add(note('added'));
      worksheets.onDeleted.add(note('deleted'));
      worksheets.onCalculated.add(note('calculated'));
      tables.onAdded.add(note('table added'));
      tables.onDeleted.add(note('table deleted'));
      await context.sync();
      const sheet = worksheets.add('New');
      sheet.activate();
      sheet.getRange('B2:C3').select();
      sheet.getRange('A1').formulas = [['=1+1']];
      const table = sheet.tables.add('E1:F3', true);
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      expect([selected.address, cell.address]).toEqual(['New!B2:C3', 'New!B2']);
      table.delete();
      sheet.delete();
      await context.sync();
    });
    await arrived(told, 7);
    expect([...new Set(told)].sort()).toEqual([
      'activated',
      'added',
      'calculated',
      'deleted',
      'selected',
      'table added',
      'table deleted',
    ]);
  });

  it('are silent while the add-in switched them off', async () => {
    const told: string[] = [];
    await on('Accounts', async (sheet, context) => {
      const handler = sheet.onChanged.add(async (event) => {
        told.push(event.address);
      });
      await context.sync();
      context.runtime.enableEvents = false;
      sheet.getRange('B2').values = [[7]];
      await context.sync();
      context.runtime.enableEvents = true;
      sheet.getRange('B3').values = [[7]];
      await context.sync();
      handler.remove();
      await context.sync();
      sheet.getRange('B4').values = [[7]];
      await context.sync();
    });
    await arrived(told, 1);
    expect(told).toEqual(['B3']);
  });
});

describe('the host itself', () => {
  it('shares nothing with another open workbook', async () => {
    const other = createHost();
    const place = { row: 0, column: 0, rows: 1, columns: 2 };
    const write = (host: typeof other, sheetName: string, start: number) =>
      host.userAction((model) => {
        const sheet = model.sheetNamed(sheetName);
        if (!sheet) throw new Error('no sheet');
        sheet.cells.write(
          { ...place, row: 20 },
          (_, column) => (column === 0 ? start : '=A21+1'),
          (text) => ({ text, compiled: text }),
        );
        model.calculation.markDirty(sheet.id, { ...place, row: 20 });
      });
    await Promise.all([write(book.host, 'Accounts', 1), write(other, 'Sheet1', 100)]);
    const result = (host: typeof other) => host.book.sheets[0]?.cells.raw(20, 1)?.v;
    expect([result(book.host), result(other)]).toEqual([2, 101]);
    other.dispose();
    await on('Accounts', async (sheet, context) => {
      sheet.getRange('A21').values = [[5]];
      await context.sync();
    });
    expect(await valuesOf('Accounts', 'B21')).toEqual([[6]]);
  });

  it('names the class and member of an error', async () => {
    await expect(
      on('Nowhere', async (sheet, context) => {
        sheet.load('name');
        await context.sync();
      }),
    ).rejects.toMatchObject({
      code: 'ItemNotFound',
      debugInfo: { errorLocation: 'WorksheetCollection.getItem' },
    });
  });

  it('refuses loudly what it does not simulate, naming the member', async () => {
    await expect(
      on('Accounts', async (sheet, context) => {
        sheet.slicers.load('items/name');
        await context.sync();
      }),
    ).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('Worksheet.slicers'),
    });
  });

  it('makes requests wait, or refuses them, while a cell is being edited', async () => {
    book.host.cellEditMode = true;
    await fails('InvalidOperationInCellEditMode', (sheet) => (sheet.getRange('A9').values = [[1]]));
    let done = false;
    const waiting = book.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem('Accounts').getRange('A9').values = [[2]];
      await context.sync();
      done = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(done).toBe(false);
    book.host.cellEditMode = false;
    await waiting;
    expect(await valuesOf('Accounts', 'A9')).toEqual([[2]]);
  });

  it('fails on demand: before the work, after it, or by answering nothing', async () => {
    const write = (value: number) =>
      on('Accounts', async (sheet, context) => {
        sheet.getRange('A9').values = [[value]];
        await context.sync();
      });
    const { faults, statistics } = book.host;
    faults.at(statistics.requests + 1, 'before');
    await expect(write(1)).rejects.toMatchObject({ code: 'GeneralException' });
    expect(await valuesOf('Accounts', 'A9')).toEqual([['']]);
    faults.at(statistics.requests + 1, 'after', 'RequestAborted');
    await expect(write(2)).rejects.toMatchObject({ code: 'RequestAborted' });
    expect(await valuesOf('Accounts', 'A9')).toEqual([[2]]);
    faults.at(statistics.requests + 1, 'gone');
    const outcome = await Promise.race([
      write(3).then(() => 'answered'),
      new Promise((resolve) => setTimeout(() => resolve('silence'), 30)),
    ]);
    expect(outcome).toBe('silence');
    faults.clear();
    expect(await valuesOf('Accounts', 'A9')).toEqual([[2]]);
  });

  it('refuses requests and answers over its limit, and counts what went over the wire', async () => {
    book.dispose();
    book = await openWorkbook({ host: { limits: { maxPayloadBytes: 20_000 } } });
    const { statistics } = book.host;
    const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1');
    await expect(
      book.run(async (context) => {
        sheet(context).getRange('A1:A1400').values = Array.from({ length: 1_400 }, () => [
          '0123456789abcdef',
        ]);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    expect(statistics.largestRequestBytes).toBeGreaterThan(20_000);
    const read = book.run(async (context) => {
      sheet(context).getRange('A1:A1400').values = 'a rather long text' as never;
      const range = sheet(context).getRange('A1:A1400').load('values');
      await context.sync();
      return range.values;
    });
    await expect(read).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  it('declares ExcelApi 1.14, and refuses newer members under an older version', async () => {
    book.dispose();
    book = await openWorkbook({ host: { limits: { excelApi: '1.3' } } });
    const frozen = book.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').freezePanes.freezeRows(1);
      await context.sync();
    });
    await expect(frozen).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});
