import { parseAddress } from '../grid/address';
import { valueOf } from '../grid/cell-value';
import type { Book } from './book';
import type { Chart, ChartSource, FileChart, FileCorner } from './chart';
import { newChart } from './chart-data';
import type { Sheet } from './sheet';

const POINTS_PER_PIXEL = 0.75;
/** Of more cells, whole columns say, nothing is drawn. */
const MOST_CELLS = 5000;

/** Charts that came with a file: where they stand, and the blocks they read, which follow their cells from now on. */
export function loadChart(book: Book, sheet: Sheet, file: FileChart): void {
  const chart = newChart(`{${book.takeId().toString(16).padStart(8, '0')}}`, file.name, '', file);
  sheet.charts.push(chart);
  putInPlace(chart, sheet, file.place);
  const { shows } = file;
  if (shows === undefined) return;
  const source = (text: string | undefined): ChartSource | undefined => {
    const address = text === undefined ? undefined : parseAddress(text);
    if (!address || address.rect.rows * address.rect.columns > MOST_CELLS) return undefined;
    const there = address.sheetName === undefined ? sheet : book.sheetNamed(address.sheetName);
    return there && { sheet: there, area: there.follow(address.rect) };
  };
  chart.type = shows.type;
  chart.title.text = shows.title;
  chart.legend.visible = shows.hasLegend;
  if (shows.format !== undefined) chart.decoration.set('axes/valueAxis/numberFormat', shows.format);
  for (const { name, nameAt, values, categories, chartType } of shows.series) {
    const nameSource = source(nameAt);
    const head = nameSource?.area.rect;
    chart.series.push({
      name: name ?? (head && String(valueOf(nameSource.sheet.cells.raw(head.row, head.column)))),
      nameSource,
      values: source(values),
      categories: source(categories),
      chartType,
      decoration: new Map(),
    });
  }
}

function putInPlace(chart: Chart, sheet: Sheet, place: FileChart['place']): void {
  if (place === undefined) return;
  const { univerSheet } = sheet.cells;
  const sum = (count: number, size: (line: number) => number) => {
    let pixels = 0;
    for (let line = 0; line < count; line++) pixels += size(line);
    return pixels * POINTS_PER_PIXEL;
  };
  const left = ({ column, columnOffset }: FileCorner) =>
    sum(column, (c) => univerSheet.getColumnWidth(c)) + columnOffset;
  const top = ({ row, rowOffset }: FileCorner) => sum(row, (r) => univerSheet.getRowHeight(r)) + rowOffset;
  const { from, to, size } = place;
  chart.left = left(from);
  chart.top = top(from);
  if (to !== undefined) {
    chart.width = Math.max(0, left(to) - chart.left);
    chart.height = Math.max(0, top(to) - chart.top);
  } else if (size !== undefined) Object.assign(chart, size);
}
