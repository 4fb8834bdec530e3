import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { openOfficeClient, readWorkbookFile, writeWorkbookFile } from '../../src/workbench';
import type { Host, OfficeClient } from '../../src/workbench';
import { decodeText, fieldValue } from '../../src/workbench/files/csv';
import { openWorkbook } from '../support/office';

/** Opens bytes, hands the real client to `use`, and closes everything. */
async function withFile<T>(
  bytes: Uint8Array,
  name: string,
  use: (context: Excel.RequestContext, opened: { host: Host; client: OfficeClient }) => Promise<T>,
): Promise<T> {
  const { host } = await readWorkbookFile(bytes, name);
  const client = openOfficeClient(host);
  try {
    return await client.Excel.run((context) => use(context, { host, client }));
  } finally {
    client.dispose();
    host.dispose();
  }
}

async function cellsOf(context: Excel.RequestContext, sheet: string, address: string) {
  const range = context.workbook.worksheets.getItem(sheet).getRange(address);
  range.load('values,formulas,numberFormat,text,valueTypes,address');
  await context.sync();
  return range;
}

const text = (content: string) => new TextEncoder().encode(content);

/** The head of a compound file, and the name of the stream that holds a locked workbook. */
const locked = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

describe('a .csv file', () => {
  it('keeps texts as texts and reads plain numbers as numbers', async () => {
    const csv =
      'Account,Zip,Id,Revenue,Note\r\n' +
      '"=Acme, 1",01234,0015g00000XyZabAAF,1200.5,"two\r\nlines, ""quoted"""\r\n' +
      '+1 Corp,90210,12345678901234567,"1,500","$5"\r\n' +
      '@home,,1/2/2024,-3,TRUE\r\n';
    await withFile(text(csv), 'My export [2026].csv', async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
      const used = sheet.getUsedRange().load('values,address,formulas');
      await context.sync();
      expect(sheet.name).toBe('My export _2026_');
      expect(used.values).toEqual([
        ['Account', 'Zip', 'Id', 'Revenue', 'Note'],
        ['=Acme, 1', '01234', '0015g00000XyZabAAF', 1200.5, 'two\r\nlines, "quoted"'],
        ['+1 Corp', 90210, '12345678901234567', '1,500', '$5'],
        ['@home', '', '1/2/2024', -3, 'TRUE'],
      ]);
    });
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffä;b\n1;2', 'utf8'), ['ä', 'b']],
    ['UTF-8', Buffer.from('ä;ß\n1;2', 'utf8'), ['ä', 'ß']],
    ['Windows-1252', Buffer.from('ä\t€'.replace('€', '\x80'), 'latin1'), ['ä', '€']],
    ['UTF-16', Buffer.from('\ufeffä,b', 'utf16le'), ['ä', 'b']],
    ['UTF-16 without its mark', Buffer.from('Account,Owner\nA,B', 'utf16le'), ['Account', 'Owner']],
    ['a declared separator', Buffer.from('sep=|\na,x|b', 'utf8'), ['a,x', 'b']],
  ])('is read in %s', async (_, bytes, first) => {
    await withFile(bytes, 'x.csv', async (context) => {
      expect((await cellsOf(context, 'x', 'A1:B1')).values[0]).toEqual(first);
    });
  });

  it('reads as numbers only what comes back the same', () => {
    expect(['0', '-1.50', '007', '1e5', '.5', '123456789012345', '1234567890123456'].map(fieldValue)).toEqual(
      [0, -1.5, '007', '1e5', '.5', 123456789012345, '1234567890123456'],
    );
    // Shift-JIS by its kana; umlauts before letters would be signs of it, too, and are none.
    const clinic = Buffer.from([
      0x83, 0x4e, 0x83, 0x8a, 0x83, 0x6a, 0x83, 0x62, 0x83, 0x4e, 0x2c, 0x96, 0xbc,
    ]);
    expect(decodeText(clinic)).toBe('クリニック,名');
    const narrow = Buffer.from([0xb8, 0xd8, 0xc6, 0xaf, 0xb8, 0xb1, 0xb2]);
    expect(decodeText(Buffer.concat([clinic, narrow]))).toBe('クリニック,名ｸﾘﾆｯｸｱｲ');
    expect(decodeText(Buffer.from('Müller,Größe,Café', 'latin1'))).toBe('Müller,Größe,Café');
    expect(decodeText(Buffer.from([0xfe, 0xff, 0, 0x41]))).toBe('A');
  });

  it.each([
    ['nothing', new Uint8Array(), 'x.csv', 'empty'],
    ['only blanks', text(' \n \n'), 'x.csv', 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 0]), 'x.csv', 'notAWorkbook'],
    ['text called .xlsx', text('hello'), 'x.xlsx', 'notAWorkbook'],
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'x.xls', 'oldWorkbook'],
    ['a locked workbook', locked, 'x.xlsx', 'encrypted'],
    ['half an archive', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'x.xlsx', 'damaged'],
  ])('is refused with a code: %s', async (_, bytes, name, code) => {
    await expect(readWorkbookFile(bytes, name)).rejects.toMatchObject({ code });
  });
});

/** A workbook as another program writes it. */
async function foreignWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const data = workbook.addWorksheet('Data', { views: [{ state: 'frozen', xSplit: 1, ySplit: 2 }] });
  data.addRow(['Name', 'Amount', 'Date', 'Done']);
  data.addRow(['=Acme', 1234.5, new Date(Date.UTC(2026, 0, 15, 12)), true]);
  data.addRow([' spaced ', -3, null, false]);
  data.getCell('B2').numFmt = '$#,##0.00';
  data.getCell('C2').numFmt = 'yyyy-mm-dd hh:mm';
  data.getCell('A2').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEE00' } };
  data.getCell('A2').font = { bold: true, color: { argb: 'FF0000FF' } };
  data.getCell('E2').value = { formula: 'B2*2', result: 2469 };
  data.getCell('E3').value = { formula: '1/0', result: { error: '#DIV/0!' } as never };
  data.getCell('E4').value = { formula: 'SUM(B2:B3)' } as never;
  data.getCell('F2').value = { formula: 'NOSUCHFUNCTION(B2)', result: 'kept' };
  for (const row of [5, 6, 7]) data.getCell(`H${row}`).value = row;
  data.getCell('I5').value = { formula: 'H5*2', result: 10, shareType: 'shared', ref: 'I5:I7' } as never;
  data.getCell('I6').value = { sharedFormula: 'I5', result: 12 } as never;
  data.getCell('I7').value = { sharedFormula: 'I5', result: 14 } as never;
  data.mergeCells('K1:L2');
  data.getColumn(2).width = 20;
  data.getColumn(3).hidden = true;
  data.getRow(3).hidden = true;
  data.getCell('D2').dataValidation = {
    type: 'list',
    formulae: ['"yes,no"'],
    allowBlank: true,
    showErrorMessage: true,
  };
  data.addConditionalFormatting({
    ref: 'B2:B9',
    rules: [
      {
        type: 'cellIs',
        priority: 1,
        operator: 'lessThan',
        formulae: ['0'],
        style: { font: { color: { argb: 'FFFF0000' } } },
      },
    ],
  });
  const reps = workbook.addWorksheet('Reps', { state: 'veryHidden' });
  reps.addTable({
    name: 'Reps',
    ref: 'A1',
    columns: [{ name: 'Rep' }, { name: 'Pay' }],
    rows: [
      ['Ann', 10],
      ['Bob', 20],
    ],
  });
  const links = workbook.addWorksheet('Links', {
    views: [{ state: 'normal', rightToLeft: true, zoomScale: 150 }],
  });
  links.getCell('A1').value = { text: 'site', hyperlink: 'https://example.com/?a=1&b=2', tooltip: 'go' };
  links.getCell('A2').alignment = { textRotation: 45, horizontal: 'right', indent: 2, wrapText: true };
  const locked = workbook.addWorksheet('Locked');
  locked.getCell('A1').value = 'closed';
  locked.getCell('B1').value = 'open';
  locked.getCell('B1').protection = { locked: false };
  await locked.protect('', {});
  workbook.definedNames.add('Data!$B$2:$B$3', 'Amounts');
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function partOf(bytes: Uint8Array, path: string): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(path)?.async('string')) ?? '';
}

describe('an .xlsx file of another program', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await foreignWorkbook();
  });

  it('gives its values, formulas and formats', async () => {
    await withFile(bytes, 'foreign.xlsx', async (context) => {
      const range = await cellsOf(context, 'Data', 'A1:F4');
      expect(range.values).toEqual([
        ['Name', 'Amount', 'Date', 'Done', '', ''],
        ['=Acme', 1234.5, 46037.5, true, 2469, 'kept'],
        [' spaced ', -3, '', false, '#DIV/0!', ''],
        ['', '', '', '', 1231.5, ''],
      ]);
      expect(range.formulas[1]?.slice(4)).toEqual(['=B2*2', '=NOSUCHFUNCTION(B2)']);
      expect(range.valueTypes[1]?.[0]).toBe('String');
      expect(range.text[1]?.slice(1, 3)).toEqual(['$1,234.50', '2026-01-15 12:00']);
      expect((await cellsOf(context, 'Data', 'I5:I7')).formulas).toEqual([['=H5*2'], ['=H6*2'], ['=H7*2']]);
    });
  });

  it('gives its look, rules, tables, names, hidden things and protection', async () => {
    await withFile(bytes, 'foreign.xlsx', async (context) => {
      const data = context.workbook.worksheets.getItem('Data');
      const cell = data.getRange('A2').load('format/fill/color,format/font/bold,format/font/color');
      const frozen = data.freezePanes.getLocation().load('address');
      const hidden = data.getRange('C3').load('rowHidden,columnHidden');
      const width = data.getRange('B1').load('format/columnWidth');
      const rule = data.getRange('D2').dataValidation.load('type,rule');
      const conditions = data.getRange('B2').conditionalFormats.getCount();
      const reps = context.workbook.worksheets.getItem('Reps').load('visibility');
      const table = context.workbook.tables.getItem('Reps').getDataBodyRange().load('values');
      const amounts = context.workbook.names.getItem('Amounts').getRange().load('address');
      const locked = context.workbook.worksheets.getItem('Locked').protection.load('protected');
      await context.sync();
      expect([cell.format.fill.color, cell.format.font.bold, cell.format.font.color]).toEqual([
        '#FFEE00',
        true,
        '#0000FF',
      ]);
      expect(frozen.address).toBe('Data!A1:A2');
      expect([hidden.rowHidden, hidden.columnHidden]).toEqual([true, true]);
      expect(width.format.columnWidth).toBeCloseTo(105, 0);
      expect([rule.type, rule.rule.list]).toEqual(['List', { inCellDropDown: true, source: 'yes,no' }]);
      expect(conditions.value).toBe(1);
      expect(reps.visibility).toBe('VeryHidden');
      expect(table.values).toEqual([
        ['Ann', 10],
        ['Bob', 20],
      ]);
      expect(amounts.address).toBe('Data!B2:B3');
      expect(locked.protected).toBe(true);
      context.workbook.worksheets.getItem('Locked').getRange('B1').values = [['written']];
      await context.sync();
      context.workbook.worksheets.getItem('Locked').getRange('A1').values = [['x']];
      await expect(context.sync()).rejects.toMatchObject({ code: 'AccessDenied' });
    });
  });

  it('is not changed by a copy in what the host carries', async () => {
    const { host } = await readWorkbookFile(bytes, 'foreign.xlsx');
    const copy = (await writeWorkbookFile(host)).bytes;
    host.dispose();
    const read = async (from: Uint8Array) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load(from as never);
      return workbook.worksheets.map((sheet) => {
        const cells: unknown[] = [];
        sheet.eachRow((row) => row.eachCell((cell) => cells.push([cell.address, cell.value, cell.numFmt])));
        return { name: sheet.name, state: sheet.state, cells };
      });
    };
    const [before, after] = [await read(bytes), await read(copy)];
    expect(after.map(({ name, state }) => [name, state])).toEqual(
      before.map(({ name, state }) => [name, state]),
    );
    // The one formula without a value has been calculated, and a shared formula is written out.
    const known = (cells: readonly unknown[]) =>
      cells.filter((cell) => !/"(E4|I\d)"/.test(JSON.stringify(cell)));
    const links = (from: Uint8Array) => partOf(from, 'xl/worksheets/sheet3.xml');
    for (const piece of ['rightToLeft="1"', 'zoomScale="150"', 'tooltip="go"'])
      expect(await links(copy)).toContain(piece);
    expect(await partOf(copy, 'xl/worksheets/_rels/sheet3.xml.rels')).toContain(
      'https://example.com/?a=1&amp;b=2',
    );
    expect(await partOf(copy, 'xl/styles.xml')).toContain(
      '<alignment horizontal="right" wrapText="1" indent="2" textRotation="45"/>',
    );
    after.forEach((sheet, i) => expect(known(sheet.cells)).toEqual(known(before[i]?.cells ?? [])));
    expect(after[0]?.cells).toContainEqual(['E4', { formula: 'SUM(B2:B3)', result: 1231.5 }, undefined]);
  });
});

describe('a workbook made through the client', () => {
  test('a table of a file that is none any more, or another one, leaves no part behind', async () => {
    const first = await openWorkbook({
      sheets: {
        Data: [
          ['a', 'b'],
          [1, 2],
          [3, 4],
        ],
      },
    });
    await first.run(async (context) => {
      context.workbook.worksheets.getItem('Data').tables.add('A1:B3', true).name = 'Deals';
      await context.sync();
    });
    const { bytes } = await writeWorkbookFile(first.host);
    first.dispose();
    const again = await withFile(bytes, 'a.xlsx', async (context, { host }) => {
      const { tables, worksheets } = context.workbook;
      tables.getItem('Deals').convertToRange();
      worksheets.getItem('Data').tables.add('A2:B3', false).name = 'Deals';
      await context.sync();
      return (await writeWorkbookFile(host)).bytes;
    });
    await withFile(again, 'b.xlsx', async (context) => {
      const { tables } = context.workbook;
      tables.load('items/name');
      const range = tables.getItem('Deals').getRange().load('address');
      await context.sync();
      expect([tables.items.map(({ name }) => name), range.address]).toEqual([['Deals'], 'Data!A2:B4']);
    });
    const parts = Object.keys((await JSZip.loadAsync(again)).files);
    expect(parts.filter((path) => path.includes('/tables/'))).toHaveLength(1);
  });

  test('formulas that wait for calculation can be written without values, for Excel to calculate', async () => {
    const book = await openWorkbook({ sheets: { Sheet1: [[2]] } });
    await book.run(async (context) => {
      context.workbook.application.calculationMode = 'Manual';
      await context.sync();
      context.workbook.worksheets.getItem('Sheet1').getRange('B1').formulas = [['=A1*2']];
      await context.sync();
      context.workbook.application.calculationMode = 'Automatic';
      await context.sync();
    });
    const cellOf = async (calculate: boolean) => {
      const { bytes } = await writeWorkbookFile(book.host, undefined, { calculate });
      const zip = await JSZip.loadAsync(bytes);
      const xml = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
      return /<c r="B1".*?<\/c>/.exec(xml)?.[0];
    };
    expect(await cellOf(false)).toBe('<c r="B1"><f>A1*2</f></c>');
    expect(await cellOf(true)).toBe('<c r="B1"><f>A1*2</f><v>4</v></c>');
    book.dispose();
  });

  it('comes back from its file as it was', async () => {
    const book = await openWorkbook({
      sheets: {
        Accounts: [
          ['Account', 'Potential', 'Territory'],
          ["'=Acme, 1", 100, 'T1'],
          ['B\nb ', 200, 'T2'],
        ],
      },
    });
    await book.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const sheet = worksheets.getItem('Accounts');
      const table = sheet.tables.add('A1:C3', true);
      table.name = 'Accounts';
      table.style = 'TableStyleLight2';
      table.columns.add(undefined, [['Twice'], ['=[@Potential]*2'], ['=[@Potential]*2']]);
      const report = worksheets.add('Report');
      report.getRange('A1:B1').formulas = [
        ['T1', '=SUMIFS(Accounts[Potential],Accounts[Territory],A1)+STDEV.P(Accounts[Potential])'],
      ];
      report.getRange('B1').numberFormat = [['#,##0.0']];
      report.getRange('A5').dataValidation.rule = {
        list: { inCellDropDown: true, source: '=Accounts!$C$2:$C$3' },
      };
      report.getRange('A5').dataValidation.errorAlert = {
        showAlert: true,
        style: 'Warning',
        title: 'a',
        message: '<&">',
      };
      const custom = report.getRange('B1:B3').conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=$B1>10';
      custom.custom.format.fill.color = '#00FF00';
      custom.stopIfTrue = true;
      report.getRange('B1:B3').conditionalFormats.add('DataBar');
      report.freezePanes.freezeRows(2);
      report.pageLayout.orientation = 'Landscape';
      report.pageLayout.setPrintTitleRows('$1:$1');
      report.getRange('D:E').group('ByColumns');
      report.getRange('D:E').columnHidden = true;
      const chart = report.charts.add('ColumnStacked', sheet.getRange('A1:B3'), 'Columns');
      chart.title.text = 'R & D';
      worksheets.add('Checkpoint').visibility = 'VeryHidden';
      names.add('Rate', '=0.05', 'why');
      await context.sync();
    });
    const now = new Date(Date.UTC(2026, 0, 1));
    const first = await writeWorkbookFile(book.host, undefined, { now });
    const second = await writeWorkbookFile(book.host, undefined, { now });
    book.dispose();
    expect(first.lost).toEqual([]);
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    await withFile(first.bytes, 'again.xlsx', async (context, { host }) => {
      const accounts = await cellsOf(context, 'Accounts', 'A1:D3');
      expect(accounts.values).toEqual([
        ['Account', 'Potential', 'Territory', 'Twice'],
        ['=Acme, 1', 100, 'T1', 200],
        ['B\nb ', 200, 'T2', 400],
      ]);
      expect(accounts.formulas[2]?.[3]).toBe('=[@Potential]*2');
      const report = context.workbook.worksheets.getItem('Report');
      const total = await cellsOf(context, 'Report', 'B1');
      expect(total.values).toEqual([[150]]);
      expect(total.formulas).toEqual([
        ['=SUMIFS(Accounts[Potential],Accounts[Territory],A1)+STDEV.P(Accounts[Potential])'],
      ]);
      const rule = report.getRange('A5').dataValidation.load('rule,errorAlert');
      const conditions = report.getRange('B1').conditionalFormats;
      conditions.load('items/type,items/stopIfTrue');
      const titles = report.pageLayout.getPrintTitleRows().load('address');
      const rate = context.workbook.names.getItem('Rate').load('formula,comment');
      const hidden = report.getRange('D1:E1').load('columnHidden');
      const frozen = report.freezePanes.getLocation().load('address');
      const table = context.workbook.tables.getItem('Accounts').load('style');
      await context.sync();
      expect(rule.rule.list?.source).toBe('=Accounts!$C$2:$C$3');
      expect(rule.errorAlert).toEqual({ showAlert: true, style: 'Warning', title: 'a', message: '<&">' });
      expect(conditions.items.map((item) => [item.type, item.stopIfTrue])).toEqual([
        ['DataBar', false],
        ['Custom', true],
      ]);
      expect([titles.address, frozen.address]).toEqual(['Report!1:1', 'Report!1:2']);
      expect([rate.formula, rate.comment]).toEqual(['=0.05', 'why']);
      expect([hidden.columnHidden, table.style]).toEqual([true, 'TableStyleLight2']);
      expect(host.book.sheetNamed('Checkpoint')?.visibility).toBe('VeryHidden');
      expect(host.book.sheetNamed('Report')?.columnGroups).toHaveLength(1);
    });
  });

  it('is spelt in the file as Excel spells it', async () => {
    const book = await openWorkbook({
      sheets: {
        Data: [
          ['a', 'b c'],
          [1, 2],
          [3, 4],
        ],
      },
    });
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      const table = sheet.tables.add('A1:B3', true);
      table.name = 'T';
      table.columns.add(undefined, [['sum'], ['=[@a]+[@[b c]]'], ['=[@a]+[@[b c]]']]);
      sheet.getRange('F1').formulas = [['=MAXIFS(T[a],T[b c],">2")']];
      sheet.charts.add('Line', sheet.getRange('A1:B3'), 'Columns');
      await context.sync();
    });
    const { bytes } = await writeWorkbookFile(book.host);
    book.dispose();
    const zip = await JSZip.loadAsync(bytes);
    const part = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
    expect(await part('xl/worksheets/sheet1.xml')).toContain(
      '<f>T[[#This Row],[a]]+T[[#This Row],[b c]]</f><v>3</v>',
    );
    expect(await part('xl/worksheets/sheet1.xml')).toContain(
      '<f>_xlfn.MAXIFS(T[a],T[b c],&quot;&gt;2&quot;)</f><v>3</v>',
    );
    expect(await part('xl/tables/table1.xml')).toContain(
      '<calculatedColumnFormula>T[[#This Row],[a]]+T[[#This Row],[b c]]</calculatedColumnFormula>',
    );
    expect(await part('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(await part('xl/charts/chart1.xml')).toContain('<c:f>Data!$A$2:$A$3</c:f>');
    expect(await part('[Content_Types].xml')).toContain('/xl/charts/chart1.xml');
  });

  it('is never written over the file it came from', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'workbench-'));
    try {
      const path = join(folder, 'in.csv');
      await writeFile(path, 'a,b\n1,2\n');
      const { host } = await readWorkbookFile(path);
      await expect(writeWorkbookFile(host, path)).rejects.toThrow(/opened from/);
      const out = join(folder, 'out.xlsx');
      const { bytes } = await writeWorkbookFile(host, out);
      host.dispose();
      expect(Buffer.from(await readFile(out)).equals(Buffer.from(bytes))).toBe(true);
      expect(await readFile(path, 'utf8')).toBe('a,b\n1,2\n');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
