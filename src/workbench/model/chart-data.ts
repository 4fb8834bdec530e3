import { valueOf } from '../grid/cell-value';
import { rectOf } from '../grid/rect';
import type { Rect } from '../grid/rect';
import type { Chart, ChartSeries, ChartSource, FileChart } from './chart';
import type { Sheet } from './sheet';

/** Excel's size of a new chart, in points. */
const NEW_WIDTH = 360;
const NEW_HEIGHT = 216;

export function newChart(id: string, name: string, type: string, file?: FileChart): Chart {
  return {
    id,
    ...(file && { file }),
    name,
    type,
    left: 100,
    top: 100,
    width: NEW_WIDTH,
    height: NEW_HEIGHT,
    seriesBy: 'Auto',
    series: [],
    title: { text: '', visible: true },
    legend: { visible: true, position: 'Bottom' },
    decoration: new Map(),
  };
}

/**
 * Reads the series of a block: a first row of texts names them, a first column of texts holds the
 * categories. `Auto` makes series of the shorter side, as Excel does.
 */
export function setChartData(chart: Chart, sheet: Sheet, rect: Rect, by: Chart['seriesBy']): void {
  chart.seriesBy = by === 'Auto' ? (rect.columns > rect.rows ? 'Rows' : 'Columns') : by;
  const isText = (row: number, column: number) => typeof valueOf(sheet.cells.raw(row, column)) === 'string';
  const below = rect.rows > 1 ? rect.row + 1 : rect.row;
  const beside = rect.columns > 1 ? rect.column + 1 : rect.column;
  const headRow = rect.rows > 1 && isText(rect.row, rect.column + rect.columns - 1);
  const headColumn = rect.columns > 1 && isText(below, rect.column);
  const body: Rect = {
    row: headRow ? below : rect.row,
    column: headColumn ? beside : rect.column,
    rows: rect.rows - (headRow ? 1 : 0),
    columns: rect.columns - (headColumn ? 1 : 0),
  };
  const source = (block: Rect): ChartSource => ({ sheet, area: sheet.follow(block) });
  const series = (values: Rect, name: Rect | undefined, categories: Rect | undefined): ChartSeries => ({
    name: undefined,
    nameSource: name && source(name),
    values: source(values),
    categories: categories && source(categories),
    chartType: undefined,
    decoration: new Map(),
  });
  chart.series.length = 0;
  if (chart.seriesBy === 'Columns') {
    const categories = headColumn ? rectOf(body.row, rect.column, body.rows, 1) : undefined;
    for (let c = body.column; c < body.column + body.columns; c++) {
      const name = headRow ? rectOf(rect.row, c) : undefined;
      chart.series.push(series(rectOf(body.row, c, body.rows, 1), name, categories));
    }
  } else {
    const categories = headRow ? rectOf(rect.row, body.column, 1, body.columns) : undefined;
    for (let r = body.row; r < body.row + body.rows; r++) {
      const name = headColumn ? rectOf(r, rect.column) : undefined;
      chart.series.push(series(rectOf(r, body.column, 1, body.columns), name, categories));
    }
  }
}
