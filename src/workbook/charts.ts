import type { Cell } from '../plan/cells';
import type { ChartSpec, SheetSpec } from '../reports/spec';
import { isTable } from './grid';
import { CHART_INK } from './styles';

/** A series that was drawn, and what it has to show. */
interface Drawn {
  readonly chart: Excel.Chart;
  readonly spec: ChartSpec;
  readonly pairs: readonly {
    readonly shown: OfficeExtension.ClientResult<unknown[]>;
    readonly wanted: Excel.Range;
  }[];
}

/**
 * Draws the charts of a sheet anew. They stand apart, last: their decoration is what hosts refuse most often. What each
 * series shows is read back and compared with its column; a chart that shows anything else is taken away again, and a
 * line in its place says so.
 */
export async function drawCharts(
  context: Excel.RequestContext,
  spec: SheetSpec,
  name: string,
): Promise<void> {
  if (spec.charts.length === 0) return;
  const sheet = context.workbook.worksheets.getItem(name);
  const old = spec.charts.map((chart) => {
    const found = sheet.charts.getItemOrNullObject(chart.name);
    found.load('name');
    return found;
  });
  await context.sync();
  old.forEach((chart) => {
    if (!chart.isNullObject) chart.delete();
  });
  const drawn = spec.charts.flatMap((chart) => draw(sheet, spec, chart) ?? []);
  await context.sync();
  const wrong = drawn.filter(
    ({ pairs }) => !pairs.every(({ shown, wanted }) => isSame(shown.value, wanted.values)),
  );
  if (wrong.length === 0) return;
  for (const { chart, spec: chartSpec } of wrong) {
    chart.delete();
    const { row, column } = chartSpec.from;
    sheet.getRangeByIndexes(row, column, 1, 1).values = [[chartSpec.absent]];
  }
  await context.sync();
}

/** Numbers may come back as text, and the other way round. */
const isSame = (shown: readonly unknown[], wanted: readonly (readonly Cell[])[]): boolean =>
  shown.length === wanted.length &&
  wanted.every(([cell], r) => {
    const value = shown[r];
    return typeof cell === 'number'
      ? Math.abs(Number(value) - cell) <= 1e-9 * Math.abs(cell)
      : String(value) === String(cell);
  });

function draw(sheet: Excel.Worksheet, spec: SheetSpec, chart: ChartSpec): Drawn | undefined {
  const block = spec.blocks.filter(isTable).find((table) => table.name === chart.table);
  if (block === undefined)
    throw new RangeError(`The chart ${chart.name} speaks of a table that is not there.`);
  const column = (header: string) => {
    const c = block.columns.findIndex((candidate) => candidate.header === header);
    if (c < 0)
      throw new RangeError(`The chart ${chart.name} speaks of ${header}, which ${block.name} lacks.`);
    return sheet.getRangeByIndexes(block.row + 1, block.column + c, block.rows, 1);
  };
  const [main] = chart.series;
  if (main === undefined) return undefined;
  const made = sheet.charts.add(
    chart.kind === 'bar' ? 'BarClustered' : 'ColumnClustered',
    column(main.header),
    'Columns',
  );
  made.name = chart.name;
  made.title.text = chart.title;
  made.legend.visible = true;
  made.legend.position = 'Bottom';
  // Bars that do not begin at nothing make a difference of one per cent look like one of half.
  made.axes.valueAxis.minimum = 0;
  if (chart.format !== undefined) made.axes.valueAxis.numberFormat = chart.format;
  const pairs = chart.series.flatMap((series, n) => {
    const drawn = n === 0 ? made.series.getItemAt(0) : made.series.add(series.name);
    const values = column(series.header);
    const categories = column(chart.category);
    // Hosts guess what a range holds, and take its first cell for a name: everything is said.
    drawn.name = series.name;
    drawn.setValues(values);
    drawn.setXAxisValues(categories);
    if (series.as === 'line') {
      drawn.chartType = 'Line';
      drawn.format.line.color = CHART_INK.limit;
    } else {
      drawn.format.fill.setSolidColor(CHART_INK.bars[n % CHART_INK.bars.length] ?? CHART_INK.limit);
    }
    return [
      { shown: drawn.getDimensionValues('Values'), wanted: loaded(values) },
      { shown: drawn.getDimensionValues('Categories'), wanted: loaded(categories) },
    ];
  });
  made.setPosition(
    sheet.getRangeByIndexes(chart.from.row, chart.from.column, 1, 1),
    sheet.getRangeByIndexes(chart.to.row, chart.to.column, 1, 1),
  );
  return { chart: made, spec: chart, pairs };
}

function loaded(range: Excel.Range): Excel.Range {
  range.load('values');
  return range;
}
