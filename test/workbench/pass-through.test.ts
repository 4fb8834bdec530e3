import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { openOfficeClient, readWorkbookFile, writeWorkbookFile } from '../../src/workbench';
import { readContents } from '../../src/workbench/files/contents-of-file';

/** A workbook with a list on one sheet, and on the others what the host knows nothing of. */
async function oddWorkbook(): Promise<JSZip> {
  const book = new ExcelJS.Workbook();
  const list = book.addWorksheet('List');
  list.addTable({
    name: 'Accounts',
    ref: 'A1',
    totalsRow: true,
    columns: [
      { name: 'Name', totalsRowLabel: 'Sum' },
      { name: 'Potential', totalsRowFunction: 'average' },
    ],
    rows: [
      ['Acme', 1],
      ['Bolt', 2],
    ],
  });
  list.getCell('B4').value = { formula: 'SUBTOTAL(101,Accounts[Potential])', result: 1.5 };
  list.getCell('D9').value = { richText: [{ text: 'two ' }, { text: 'looks', font: { bold: true } }] };
  list.getCell('A2').font = { color: { theme: 4 }, bold: true, size: 13 };
  const odd = book.addWorksheet('Odd', { state: 'hidden' });
  odd.getCell('A1').value = { formula: 'C3:C4*2', shareType: 'array', ref: 'A1:A2', result: 2 } as never;
  odd.getCell('B1').protection = { hidden: true };
  odd.addConditionalFormatting({
    ref: 'C1:C9',
    rules: [
      {
        type: 'colorScale',
        priority: 1,
        cfvo: [{ type: 'min' }, { type: 'max' }],
        color: [{ argb: 'FFFF0000' }, { argb: 'FF00FF00' }],
      },
    ],
  });
  book.addWorksheet('Gone').getCell('A1').note = 'a comment';
  const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  const change = async (path: string, from: string, to: string) => {
    const text = (await zip.file(path)?.async('string')) ?? '';
    if (!text.includes(from)) throw new Error(`${path} lacks ${from}`);
    zip.file(path, text.replace(from, to));
  };
  await change(
    'xl/worksheets/sheet2.xml',
    '</sheetData>',
    '<row r="7" spans="1:3"><c r="A7"><f t="dataTable" ref="A7:B8" dt2D="1" dtr="1" r1="D1" r2="D2"/><v>4</v></c></row></sheetData>',
  );
  await change(
    'xl/worksheets/sheet2.xml',
    '</worksheet>',
    '<extLst><ext uri="{x}"><x14:sparklineGroups xmlns:x14="urn:x14"/></ext></extLst></worksheet>',
  );
  await change('xl/workbook.xml', '<sheets>', '<fileRecoveryPr repairLoad="1"/><sheets>');
  zip.file('xl/media/image1.png', new Uint8Array([1, 2, 3]));
  zip.file('xl/vbaProject.bin', 'macros');
  zip.file('customXml/item1.xml', '<mine xmlns="urn:mine"/>');
  await change(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>' +
      '<Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
  );
  return zip;
}

const pack = (zip: JSZip) => zip.generateAsync({ type: 'uint8array' });

/** Opens a file, lets the client work on it, and packs it again. */
async function through(
  bytes: Uint8Array,
  work: (context: Excel.RequestContext) => void = () => undefined,
  name = 'odd.xlsm',
) {
  const { host } = await readWorkbookFile(bytes, name);
  const client = openOfficeClient(host);
  try {
    await client.Excel.run(async (context) => {
      work(context);
      await context.sync();
    });
    const { bytes: written, lost } = await writeWorkbookFile(host);
    return { zip: await JSZip.loadAsync(written), lost };
  } finally {
    client.dispose();
    host.dispose();
  }
}

const text = async (zip: JSZip, path: string) => (await zip.file(path)?.async('string')) ?? '';

async function changedParts(before: JSZip, after: JSZip): Promise<string[]> {
  const paths = Object.values(before.files)
    .filter((file) => !file.dir)
    .map((file) => file.name);
  const same = await Promise.all(
    paths.map(async (path) => (await text(before, path)) === (await text(after, path))),
  );
  return paths.filter((_, i) => !same[i]).sort();
}

let before: JSZip;
let bytes: Uint8Array;
beforeAll(async () => {
  before = await oddWorkbook();
  bytes = await pack(before);
});

test('a file nobody has changed comes back part by part as it was', async () => {
  const { zip, lost } = await through(bytes);
  // Without its macros' content type ExcelJS’s file says it is none of the kind its name says.
  expect(await changedParts(before, zip)).toEqual(['[Content_Types].xml']);
  expect(lost).toEqual([]);
});

test('a column beside a table changes its sheet, its table and the lists they point to; all else stays', async () => {
  const { zip, lost } = await through(bytes, ({ workbook }) => {
    const sheet = workbook.worksheets.getItem('List');
    sheet.getRange('C1:C3').values = [['Territory'], ["'=T1"], ['T2']];
    sheet.getRange('C2').format.font.bold = true;
    sheet.tables.getItem('Accounts').resize('A1:C4');
    sheet.getRange('A2').format.fill.color = '#FFEE00';
  });
  expect(await changedParts(before, zip)).toEqual([
    '[Content_Types].xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/tables/table1.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(lost).toEqual([]);
  const table = await text(zip, 'xl/tables/table1.xml');
  expect(table).toContain('totalsRowFunction="average"');
  expect(table).toMatch(/ref="A1:C4".*<tableColumns count="3">.*name="Territory"/s);
  // Indices of the file keep their meaning, and the changed format differs in its fill alone.
  const styles = [await text(before, 'xl/styles.xml'), await text(zip, 'xl/styles.xml')];
  const formats = styles.map((xml) => /<cellXfs.*?>(.*)<\/cellXfs>/s.exec(xml)?.[1] ?? '');
  expect(formats[1]?.startsWith(formats[0] ?? '-')).toBe(true);
  expect(formats[1]).toContain('quotePrefix="1"');
  expect(styles[1]).toContain('<color theme="4"/>');
  const sheet = await text(zip, 'xl/worksheets/sheet1.xml');
  const index = Number(/r="A2" s="(\d+)"/.exec(sheet)?.[1]);
  const fontOf = (xml: string, at: number) =>
    /fontId="(\d+)"/.exec([...xml.matchAll(/<xf.*?(?:\/>|<\/xf>)/gs)][at]?.[0] ?? '')?.[1];
  const first = Number(/r="A2" s="(\d+)"/.exec(await text(before, 'xl/worksheets/sheet1.xml'))?.[1]);
  expect(fontOf(formats[1] ?? '', index)).toBe(fontOf(formats[0] ?? '', first));
});

test('a deleted sheet takes its own parts along, and names of other sheets still find theirs', async () => {
  const named = await oddWorkbook();
  const workbook = await text(named, 'xl/workbook.xml');
  named.file(
    'xl/workbook.xml',
    workbook.replace(
      '</sheets>',
      '</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">Odd!$A$1</definedName></definedNames>',
    ),
  );
  const { zip, lost } = await through(await pack(named), ({ workbook: open }) => {
    open.worksheets.getItem('List').tables.getItem('Accounts').delete();
    open.worksheets.getItem('List').delete();
    open.worksheets.add('New');
  });
  expect(lost).toEqual([]);
  expect(zip.file('xl/tables/table1.xml')).toBeNull();
  expect(zip.file('xl/comments3.xml')).not.toBeNull();
  expect(await text(zip, 'xl/workbook.xml')).toMatch(/name="_xlnm._FilterDatabase" localSheetId="0"/);
});

test('macros stay in a workbook whose name may hold them; without them that is said', async () => {
  const kept = await through(bytes);
  expect(await text(kept.zip, '[Content_Types].xml')).toContain(
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
  const left = await through(bytes, undefined, 'odd.xlsx');
  expect(left.zip.file('xl/vbaProject.bin')).toBeNull();
  expect(left.lost).toEqual([{ what: 'xl/vbaProject.bin', count: 1 }]);
});

test('line ends and escapes in texts and formulas mean the same afterwards', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('S');
  sheet.getCell('A1').value = 'x';
  sheet.getCell('B1').value = 'y';
  const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  const strings = await text(zip, 'xl/sharedStrings.xml');
  zip.file('xl/sharedStrings.xml', strings.replace('>x<', '>a_x000D_&#10;b\r\nc_x005F_x0041_<'));
  const values: unknown[] = [];
  const { zip: after } = await through(await pack(zip), ({ workbook }) => {
    const cell = workbook.worksheets.getItem('S').getRange('A1').load('values');
    workbook.worksheets.getItem('S').getRange('B1').values = [['d\r\ne_x0041_']];
    void cell.context.sync().then(() => values.push(cell.values[0]?.[0]));
  });
  expect(values).toEqual(['a\r\nb\nc_x0041_']);
  expect(await text(after, 'xl/sharedStrings.xml')).toContain('d_x000D_\ne_x005F_x0041_');
});

test('a merged block as large as the sheet is read in no time and kept', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('S').getCell('A1').value = 1;
  const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  const sheet = await text(zip, 'xl/worksheets/sheet1.xml');
  zip.file(
    'xl/worksheets/sheet1.xml',
    sheet.replace(
      '</sheetData>',
      '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    ),
  );
  const { zip: after } = await through(await pack(zip), ({ workbook }) => {
    workbook.worksheets.getItem('S').getRange('B2').values = [[2]];
  });
  expect(await text(after, 'xl/worksheets/sheet1.xml')).toContain('<mergeCell ref="A1:XFD1048576"/>');
});

test('a colour given to a cell of a theme’s colour is the only one that its font has', async () => {
  const { zip } = await through(bytes, ({ workbook }) => {
    workbook.worksheets.getItem('List').getRange('A2').format.font.color = '#1F4FBF';
  });
  const styles = await text(zip, 'xl/styles.xml');
  expect(styles).toContain('<color rgb="FF1F4FBF"/>');
  // The old font stands there still, for whoever else has it.
  expect(styles).toContain('<color theme="4"/>');
});

/** A workbook of ExcelJS with its parts changed. */
async function changedBook(
  fill: (book: ExcelJS.Workbook) => void,
  change: Readonly<Record<string, (xml: string) => string | Uint8Array>> = {},
): Promise<JSZip> {
  const book = new ExcelJS.Workbook();
  fill(book);
  const zip = await JSZip.loadAsync(await book.xlsx.writeBuffer());
  for (const [path, to] of Object.entries(change)) zip.file(path, to(await text(zip, path)));
  return zip;
}

/** Formulas that the file has other results of than the host's own engine would give. */
const withResults = () =>
  changedBook(
    (book) => {
      const list = book.addWorksheet('List');
      list.getCell('A1').value = 1;
      list.getCell('C1').value = new Date(Date.UTC(2026, 0, 5));
      list.getCell('D1').value = { formula: 'C1+0' } as never;
      const own = book.addWorksheet('Own');
      own.getCell('A1').value = { formula: 'TODAY()', result: 40_000 };
      own.getCell('B1').value = { formula: 'A1-""', result: 'as Excel had it' };
      book.addWorksheet('Told').getCell('A1').value = { formula: 'Twice', result: 2 };
      book.addWorksheet('Beside').getCell('A1').value = { formula: 'Told!A1+1', result: 3 };
    },
    {
      'xl/workbook.xml': (xml) =>
        xml.replace(
          '</sheets>',
          '</sheets><definedNames><definedName name="First">List!$A$1</definedName>' +
            '<definedName name="Twice">First*2</definedName></definedNames>',
        ),
    },
  );

test('sheets that speak of nothing edited keep their figures to the byte; others are told', async () => {
  const file = await withResults();
  const { zip } = await through(
    await pack(file),
    ({ workbook }) => {
      workbook.worksheets.getItem('List').getRange('A1').values = [[10]];
      // Formulas that speak of a name are compiled anew when it changes.
      workbook.names.add('First_of_all', workbook.worksheets.getItem('List').getRange('C1'));
    },
    'x.xlsx',
  );
  expect(await changedParts(file, zip)).toEqual([
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet3.xml',
    'xl/worksheets/sheet4.xml',
  ]);
  expect(await text(zip, 'xl/worksheets/sheet3.xml')).toContain('<f>Twice</f><v>20</v>');
  expect(await text(zip, 'xl/worksheets/sheet4.xml')).toContain('<f>Told!A1+1</f><v>21</v>');
  // A formula that was there takes on no number format because it is calculated.
  expect(await text(zip, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="D1"><f>C1\+0<\/f><v>46027<\/v>/);
});

test('formulas that Excel would not take are kept, and nobody falls over them', async () => {
  const long = '1+'.repeat(20_000) + '1';
  const deep = 'IF(1,'.repeat(3_000) + '1' + ')'.repeat(3_000);
  const file = await changedBook((book) => {
    const sheet = book.addWorksheet('S');
    sheet.getCell('A1').value = { formula: long, result: 7 };
    sheet.getCell('B1').value = { formula: deep, result: 8 };
  });
  const { zip } = await through(
    await pack(file),
    ({ workbook }) => {
      workbook.worksheets.getItem('S').getRange('C1').values = [[1]];
    },
    'x.xlsx',
  );
  const sheet = await text(zip, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain(`<f>${long}</f><v>7</v>`);
  expect(sheet).toContain(`<f>${deep}</f><v>8</v>`);
});

test.each([
  ['[Content_Types].xml', (xml: string) => xml.slice(0, -30)],
  ['[Content_Types].xml', () => '<html/>'],
  ['xl/sharedStrings.xml', () => ''],
  ['xl/sharedStrings.xml', (xml: string) => xml.slice(0, -9)],
  ['xl/styles.xml', () => ''],
  ['xl/styles.xml', (xml: string) => xml.replace('</cellXfs>', '')],
])('what is written to is looked at while reading: %s', async (path, change) => {
  const file = await changedBook(
    (book) => {
      book.addWorksheet('S').getCell('A1').value = 'text';
    },
    { [path]: change },
  );
  await expect(readWorkbookFile(await pack(file), 'x.xlsx')).rejects.toMatchObject({ code: 'damaged' });
  file.remove(path);
  file.remove('xl/worksheets/sheet1.xml');
  await expect(readWorkbookFile(await pack(file), 'x.xlsx')).rejects.toMatchObject({ code: 'damaged' });
});

test.each([
  ['UTF-16', 'utf16le' as const, '\ufeff'],
  ['ISO-8859-1', 'latin1' as const, ''],
])('a part in %s is read as what it says, and written as UTF-8', async (name, encoding, mark) => {
  const encoded = (xml: string) =>
    Buffer.from(mark + xml.replace(/encoding="UTF-8"/, `encoding="${name}"`), encoding);
  const file = await changedBook(
    (book) => {
      const sheet = book.addWorksheet('S');
      sheet.getCell('A1').value = 'Müller';
      sheet.getCell('B1').value = 2;
    },
    { 'xl/worksheets/sheet1.xml': encoded, 'xl/sharedStrings.xml': encoded },
  );
  const { zip } = await through(
    await pack(file),
    ({ workbook }) => {
      workbook.worksheets.getItem('S').getRange('C1').values = [['Ärger']];
    },
    'x.xlsx',
  );
  expect(await text(zip, 'xl/sharedStrings.xml')).toMatch(/encoding="UTF-8".*Müller.*Ärger/s);
  expect(await text(zip, 'xl/worksheets/sheet1.xml')).toMatch(/encoding="UTF-8".*<v>2<\/v>/s);
});

test('a part that only looks like the list of texts is not written over', async () => {
  const file = await changedBook((book) => {
    book.addWorksheet('S').getCell('A1').value = 1;
  });
  const rels = await text(file, 'xl/_rels/workbook.xml.rels');
  file.file('xl/_rels/workbook.xml.rels', rels.replace(/<Relationship [^>]*sharedStrings[^>]*>/, ''));
  file.file('xl/sharedStrings.xml', '<mine/>');
  const { zip } = await through(
    await pack(file),
    ({ workbook }) => {
      workbook.worksheets.getItem('S').getRange('B1').values = [['x']];
    },
    'x.xlsx',
  );
  expect(await text(zip, 'xl/sharedStrings.xml')).toBe('<mine/>');
  expect(await text(zip, 'xl/sharedStrings1.xml')).toContain('<t>x</t>');
});

test('a height in every row of a long sheet is read and kept', async () => {
  const rows = Array.from({ length: 130_000 }, (_, i) => `<row r="${i + 1}" ht="20" customHeight="1"/>`);
  const sheetData = `<sheetData>${rows.join('')}</sheetData>`;
  const file = await changedBook((book) => book.addWorksheet('S'), {
    'xl/worksheets/sheet1.xml': (xml) => xml.replace('<sheetData/>', sheetData),
  });
  const { zip } = await through(
    await pack(file),
    ({ workbook }) => {
      workbook.worksheets.getItem('S').getRange('A130001').values = [[1]];
    },
    'x.xlsx',
  );
  expect(await text(zip, 'xl/worksheets/sheet1.xml')).toContain(sheetData.slice(0, -'</sheetData>'.length));
});

test('a table whose columns are others than its area says is refused', async () => {
  const table = await text(before, 'xl/tables/table1.xml');
  const file = await oddWorkbook();
  file.file('xl/tables/table1.xml', table.replace(/ ref="[^"]*"/, ' ref="A1:XFD1048576"'));
  await expect(readWorkbookFile(await pack(file), 'x.xlsx')).rejects.toMatchObject({ code: 'damaged' });
});

test('a list is refused while reading if its plan would not fit into memory beside it', async () => {
  const file = await pack(
    await changedBook((book) => {
      const sheet = book.addWorksheet('S');
      for (let row = 1; row <= 10; row++) sheet.getCell(row, 1).value = row;
    }),
  );
  await expect(readContents(file, 'x.xlsx', 100)).rejects.toMatchObject({ code: 'tooLarge' });
  await expect(readContents(file, 'x.xlsx', 200)).resolves.toMatchObject({ sheets: [{ name: 'S' }] });
});

test('new parts take no name that differs in capitals alone from one that is there', async () => {
  const file = await changedBook((book) => book.addWorksheet('S'));
  const rels = await text(file, 'xl/_rels/workbook.xml.rels');
  file.file('xl/_rels/workbook.xml.rels', rels.replace('worksheets/sheet1.xml', 'worksheets/Sheet1.xml'));
  const types = await text(file, '[Content_Types].xml');
  file.file('[Content_Types].xml', types.replace('worksheets/sheet1.xml', 'worksheets/Sheet1.xml'));
  file.file('xl/worksheets/Sheet1.xml', await text(file, 'xl/worksheets/sheet1.xml'));
  file.remove('xl/worksheets/sheet1.xml');
  const { zip } = await through(
    await pack(file),
    ({ workbook }) => {
      workbook.worksheets.add('New').getRange('A1').values = [[1]];
    },
    'x.xlsx',
  );
  const paths = Object.keys(zip.files).map((path) => path.toLowerCase());
  expect(new Set(paths).size).toBe(paths.length);
});
