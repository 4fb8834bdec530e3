import { OfficeWorkbook } from '../../src/workbook/office-workbook';
import { carryOut, clock, openSample, picture } from '../support/job';
import type { OpenWorkbook } from '../support/office';

let book: OpenWorkbook;
beforeEach(async () => {
  book = await openSample({ accounts: 24, reps: 3 });
  await carryOut();
});
afterEach(() => {
  book.dispose();
});

test('the chart of Balance shows the share of fair as columns and its band as two lines, below the checks', async () => {
  const { series, place, from } = await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Balance');
    const chart = sheet.charts.getItem('EfBalanceChart');
    chart.load('top,left');
    chart.axes.valueAxis.load('minimum');
    chart.series.load('items/name,items/chartType');
    const cell = sheet.getRange('A14');
    cell.load('top,left');
    await context.sync();
    return {
      series: chart.series.items.map(({ name, chartType }) => [name, chartType]),
      place: [chart.top >= cell.top, chart.left],
      from: chart.axes.valueAxis.minimum as unknown,
    };
  });
  expect(series).toEqual([
    ['Potential', 'ColumnClustered'],
    ['Lower limit', 'Line'],
    ['Upper limit', 'Line'],
  ]);
  expect(place).toEqual([true, 0]);
  // Bars begin at nothing, or a territory at 97 % looks like half of one at 101 %.
  expect(from).toBe(0);
});

test('what is far from fair is red, and not amber as well: of two rules that fit the first wins', async () => {
  const rules = await book.run(async (context) => {
    const table = context.workbook.tables.getItem('EfBalance');
    const formats = table.columns.getItem('% of fair share').getDataBodyRange().conditionalFormats;
    // They come by their priority, the highest first.
    formats.load('items/id');
    await context.sync();
    const looks = formats.items.map(({ custom }) => {
      custom.rule.load('formula');
      custom.format.fill.load('color');
      return custom;
    });
    await context.sync();
    return looks.map(({ rule, format }) => [/MAX\((0\.\d+)/.exec(rule.formula)?.[1], format.fill.color]);
  });
  expect(rules).toEqual([
    ['0.15', '#FDE7E9'],
    ['0.1', '#FFF4CE'],
  ]);
});

test('our sheets are printed across, one page wide, without gridlines', async () => {
  await book.run(async (context) => {
    for (const name of ['Balance', 'Territory Plan']) {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.load('showGridlines');
      sheet.pageLayout.load('orientation,zoom');
      await context.sync();
      expect([sheet.showGridlines, sheet.pageLayout.orientation, sheet.pageLayout.zoom]).toEqual([
        false,
        'Landscape',
        expect.objectContaining({ horizontalFitToPages: 1 }),
      ]);
    }
  });
});

test('names of metrics that are balanced no more go, and Revert gives them back', async () => {
  const tolerances = async () =>
    book.run(async (context) => {
      const { names } = context.workbook;
      names.load('items/name');
      await context.sync();
      return names.items.map(({ name }) => name).filter((name) => name.startsWith('EfTolerance'));
    });
  const metrics = (...ids: string[]) => ({ balance: ids.map((metric) => ({ metric })) });
  const first = new OfficeWorkbook(clock);
  await first.keep();
  await carryOut(metrics('potential', 'count', 'employees'));
  await first.keep();
  expect((await tolerances()).sort()).toEqual(['EfTolerance1', 'EfTolerance2', 'EfTolerance3']);
  const before = await picture(book);
  const { workbook } = await carryOut(metrics('potential'));
  expect(await tolerances()).toEqual(['EfTolerance1']);
  await workbook.revert();
  expect(await picture(book)).toEqual(before);
});

test('our sheets say what they are at the head of each page, and which page it is at its foot', async () => {
  await book.run(async (context) => {
    for (const name of ['Balance', 'Territory Plan']) {
      const { pageLayout } = context.workbook.worksheets.getItem(name);
      const texts = pageLayout.headersFooters.defaultForAllPages;
      texts.load('leftHeader,rightHeader,centerFooter');
      pageLayout.load('paperSize');
      await context.sync();
      expect(texts.leftHeader).toMatch(/^Territory plan: /);
      expect(texts.rightHeader).toBe('2026-11-22');
      expect(texts.centerFooter).toBe('Page &P of &N');
      expect(['Letter', 'Tabloid']).toContain(pageLayout.paperSize);
    }
  });
});

test('a table of Balance that goes on on the next page has its head there, and nothing beside it', async () => {
  book.dispose();
  book = await openSample({ accounts: 60, reps: 3 });
  await carryOut({ territories: 31 });
  await book.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Balance');
    const rows = sheet.pageLayout.getPrintTitleRows();
    rows.load('rowIndex');
    const cells = sheet.getUsedRange();
    cells.load('values');
    await context.sync();
    expect((cells.values[rows.rowIndex] ?? []).slice(0, 5)).toEqual(['', '', '', '', 'Territory']);
  });
});
