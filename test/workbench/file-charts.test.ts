import JSZip from 'jszip';
import { readWorkbookFile, writeWorkbookFile } from '../../src/workbench';
import type { Chart } from '../../src/workbench/model/chart';
import { openWorkbook } from '../support/office';

const ROWS = [
  ['Territory', 'Share', 'Limit'],
  ['T01', 0.9, 1.1],
  ['T02', 1.2, 1.1],
];

/** A file with one chart at C5: bars of one column, a line of another, shares in per cent. */
async function fileWithChart(): Promise<Uint8Array> {
  const book = await openWorkbook({ sheets: { 'My list': ROWS } });
  try {
    await book.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('My list');
      sheet.getRange('A:A').format.columnWidth = 150;
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C3'), 'Columns');
      chart.name = 'Shares';
      chart.title.text = 'Share & limit';
      chart.axes.valueAxis.numberFormat = '0%';
      chart.series.getItemAt(1).chartType = 'Line';
      chart.setPosition('C5', 'F12');
      await context.sync();
    });
    return (await writeWorkbookFile(book.host)).bytes;
  } finally {
    book.dispose();
  }
}

async function opened<T>(bytes: Uint8Array, use: (chart: Chart | undefined) => T | Promise<T>): Promise<T> {
  const { host } = await readWorkbookFile(bytes, 'in.xlsx');
  try {
    return await use(host.book.sheets[0]?.charts[0]);
  } finally {
    host.dispose();
  }
}

const changed = async (change: (text: string) => string): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(await fileWithChart());
  const path = 'xl/charts/chart1.xml';
  zip.file(path, change((await zip.file(path)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'uint8array' });
};

test('a chart of a file stands where it stood, and reads the cells that it read', async () => {
  await opened(await fileWithChart(), (chart) => {
    expect(chart).toMatchObject({ name: 'Shares', type: 'ColumnClustered' });
    expect(chart?.title.text).toBe('Share & limit');
    expect(chart?.decoration.get('axes/valueAxis/numberFormat')).toBe('0%');
    // Column A is 150 points wide, B as wide as usual (48).
    expect(chart?.left).toBeCloseTo(198, 0);
    expect(chart?.top).toBeCloseTo(60, 0);
    expect(chart?.width).toBeCloseTo(4 * 48, 0);
    const read = chart?.series.map(({ name, values, categories, chartType }) => ({
      name,
      chartType,
      values: values?.area.rect,
      categories: categories?.area.rect,
      sheet: values?.sheet.name,
    }));
    const block = (column: number) => ({ row: 1, column, rows: 2, columns: 1 });
    expect(read).toEqual([
      { name: 'Share', chartType: undefined, values: block(1), categories: block(0), sheet: 'My list' },
      { name: 'Limit', chartType: 'Line', values: block(2), categories: block(0), sheet: 'My list' },
    ]);
  });
});

test('what it reads follows rows that are put in', async () => {
  const { host } = await readWorkbookFile(await fileWithChart(), 'in.xlsx');
  try {
    const [sheet] = host.book.sheets;
    const { openOfficeClient } = await import('../../src/workbench');
    const client = openOfficeClient(host);
    await client.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('My list').getRange('1:1').insert('Down');
      await context.sync();
    });
    client.dispose();
    expect(sheet?.charts[0]?.series[0]?.values?.area.rect.row).toBe(2);
  } finally {
    host.dispose();
  }
});

test('one that is damaged, too large, of another kind or over whole columns is not drawn, and goes through as it is', async () => {
  const cases = [
    await changed((text) => text.slice(0, text.length / 2)),
    await changed((text) => text.replace('<c:chart>', `<c:chart>${' '.repeat(2_000_001)}`)),
    await changed((text) =>
      text.replaceAll('barChart', 'surfaceChart').replaceAll('lineChart', 'surfaceChart'),
    ),
    await changed((text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>')),
  ];
  for (const bytes of cases) {
    await opened(bytes, (chart) => {
      expect(chart).toMatchObject({ name: 'Shares', series: [] });
      expect(chart?.left).toBeCloseTo(198, 0);
    });
    const { host } = await readWorkbookFile(bytes, 'in.xlsx');
    const before = await (await JSZip.loadAsync(bytes)).file('xl/charts/chart1.xml')?.async('string');
    const after = await JSZip.loadAsync((await writeWorkbookFile(host)).bytes);
    host.dispose();
    expect(await after.file('xl/charts/chart1.xml')?.async('string')).toBe(before);
  }
  const whole = await changed((text) => text.replaceAll(/\$([ABC])\$2:\$[ABC]\$3/g, '$$$1:$$$1'));
  await opened(whole, (chart) => {
    expect(chart?.series.map(({ values }) => values)).toEqual([undefined, undefined]);
  });
});
