import type { Book } from '../model/book';
import { newChart, setChartData } from '../model/chart-data';
import { EventType } from '../model/events';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asOneOf } from './arguments';
import { Chart } from './chart';
import { CHART_TYPES } from './chart-types';
import { Range } from './range';

/** The charts of a sheet. */
export class ChartCollection implements WireObject {
  static readonly wire = wire<ChartCollection>('ChartCollection', {
    scalars: ['count'],
    methods: ['add', 'getItem'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
  ) {}

  get count(): number {
    return this.sheet.charts.length;
  }

  items(): Chart[] {
    return this.sheet.charts.map((chart) => new Chart(this.book, this.sheet, chart));
  }

  /** By id or name. */
  getItem(key: unknown): Chart {
    const wanted = String(key).toLowerCase();
    const chart = this.sheet.charts.find((c) => c.id === key || c.name.toLowerCase() === wanted);
    if (!chart) throw hostErrors.itemNotFound();
    return new Chart(this.book, this.sheet, chart);
  }

  add(type: unknown, source: unknown, seriesBy: unknown): Chart {
    this.sheet.checkUnprotected();
    const kind = asOneOf(type, CHART_TYPES);
    if (!(source instanceof Range)) throw hostErrors.invalidArgument('A chart needs a source range.');
    const by = asOneOf(seriesBy ?? 'Auto', ['Auto', 'Columns', 'Rows']);
    const number = this.book.takeId();
    const chart = newChart(
      `{${number.toString(16).padStart(8, '0')}}`,
      `Chart ${this.sheet.charts.length + 1}`,
      kind,
    );
    setChartData(chart, source.sheet, source.rect, by);
    this.sheet.charts.push(chart);
    this.book.events.push(EventType.ChartAdded, this.sheet.id, {
      chartId: chart.id,
      source: 'Local',
      worksheetId: this.sheet.id,
    });
    return new Chart(this.book, this.sheet, chart);
  }
}
