import { valueOf, type CellValue } from '../grid/cell-value';
import type { Chart, ChartSeries as SeriesModel, ChartSource } from '../model/chart';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asInteger, asOneOf, asString } from './arguments';
import { decorated } from './chart-decoration';
import { dataLabels, SERIES_SCALARS, seriesFormat } from './chart-shapes';
import { CHART_TYPES } from './chart-types';
import { Range } from './range';

export class ChartSeriesCollection implements WireObject {
  static readonly wire = wire<ChartSeriesCollection>('ChartSeriesCollection', {
    scalars: ['count'],
    methods: ['add', 'getCount', 'getItemAt'],
  });

  constructor(private readonly chart: Chart) {}

  get count(): number {
    return this.chart.series.length;
  }

  items(): ChartSeries[] {
    return this.chart.series.map((series) => new ChartSeries(this.chart, series));
  }

  getCount(): number {
    return this.count;
  }

  getItemAt(index: unknown): ChartSeries {
    const series = this.chart.series[asInteger(index)];
    if (!series) throw hostErrors.invalidArgument();
    return new ChartSeries(this.chart, series);
  }

  add(name: unknown, index: unknown): ChartSeries {
    const series: SeriesModel = {
      name: name === null || name === undefined ? undefined : asString(name),
      nameSource: undefined,
      values: undefined,
      categories: undefined,
      chartType: undefined,
      axisGroup: 'Primary',
      decoration: new Map(),
    };
    const at = index === null || index === undefined ? this.count : asInteger(index);
    this.chart.series.splice(at, 0, series);
    return new ChartSeries(this.chart, series);
  }
}

export class ChartSeries implements WireObject {
  static readonly wire = wire<ChartSeries & Record<string, unknown>>('ChartSeries', {
    scalars: ['name', 'chartType', 'axisGroup', ...Object.keys(SERIES_SCALARS)],
    navigations: ['format', 'dataLabels'],
    methods: ['delete', 'getDimensionValues', 'setValues', 'setXAxisValues'],
  });

  constructor(
    private readonly chart: Chart,
    readonly model: SeriesModel,
  ) {}

  get name(): string {
    if (this.model.name !== undefined) return this.model.name;
    const { nameSource } = this.model;
    if (nameSource && !nameSource.area.isGone) {
      const { row, column } = nameSource.area.rect;
      return String(valueOf(nameSource.sheet.cells.raw(row, column)));
    }
    return `Series${this.chart.series.indexOf(this.model) + 1}`;
  }

  set name(name: unknown) {
    this.model.name = asString(name);
  }

  get chartType(): string {
    return this.model.chartType ?? this.chart.type;
  }

  set chartType(type: unknown) {
    this.model.chartType = asOneOf(type, CHART_TYPES);
  }

  get axisGroup(): string {
    return this.model.axisGroup;
  }

  set axisGroup(group: unknown) {
    this.model.axisGroup = asOneOf(group, ['Primary', 'Secondary']);
  }

  get format(): WireObject {
    return decorated(seriesFormat, this.model.decoration, 'format');
  }

  get dataLabels(): WireObject {
    return decorated(dataLabels, this.model.decoration, 'dataLabels');
  }

  setValues(range: unknown): void {
    this.model.values = sourceOf(range);
  }

  setXAxisValues(range: unknown): void {
    this.model.categories = sourceOf(range);
  }

  getDimensionValues(dimension: unknown): CellValue[] {
    const of = asOneOf(dimension, ['Values', 'Categories']) === 'Values' ? 'values' : 'categories';
    const source = this.model[of];
    if (!source || source.area.isGone) return [];
    const { row, column, rows, columns } = source.area.rect;
    const cells = Array.from({ length: rows * columns }, (_, n) =>
      valueOf(source.sheet.cells.raw(row + Math.floor(n / columns), column + (n % columns))),
    );
    return of === 'values' ? cells : cells.map(String);
  }

  delete(): void {
    const at = this.chart.series.indexOf(this.model);
    if (at < 0) throw hostErrors.itemNotFound();
    this.chart.series.splice(at, 1);
  }
}

function sourceOf(range: unknown): ChartSource {
  if (!(range instanceof Range)) throw hostErrors.invalidArgument();
  return { sheet: range.sheet, area: range.sheet.follow(range.rect) };
}

for (const [name, initial] of Object.entries(SERIES_SCALARS)) {
  Object.defineProperty(ChartSeries.prototype, name, {
    get(this: ChartSeries) {
      return this.model.decoration.has(name) ? this.model.decoration.get(name) : initial;
    },
    set(this: ChartSeries, value: unknown) {
      this.model.decoration.set(name, value);
    },
  });
}
