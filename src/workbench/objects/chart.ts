import { parseAddress } from '../grid/address';
import type { Book } from '../model/book';
import type { Chart as ChartModel } from '../model/chart';
import { setChartData } from '../model/chart-data';
import { EventType } from '../model/events';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asInteger, asNumber, asOneOf, asString } from './arguments';
import { decorated } from './chart-decoration';
import { ChartLegend, ChartTitle } from './chart-parts';
import { ChartSeriesCollection } from './chart-series';
import { areaFormat, axes, dataLabels, plotArea } from './chart-shapes';
import { CHART_TYPES } from './chart-types';
import { Range } from './range';
import { Worksheet } from './worksheet';

export class Chart implements WireObject {
  static readonly wire = wire<Chart>('Chart', {
    scalars: [
      'name',
      'top',
      'left',
      'width',
      'height',
      'id',
      'chartType',
      'plotBy',
      'style',
      'displayBlanksAs',
      'plotVisibleOnly',
    ],
    navigations: ['title', 'dataLabels', 'legend', 'series', 'axes', 'format', 'worksheet', 'plotArea'],
    methods: ['activate', 'delete', 'setData', 'setPosition'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly model: ChartModel,
  ) {}

  get id(): string {
    return this.model.id;
  }

  get wireId(): string {
    return this.model.id;
  }

  get name(): string {
    return this.model.name;
  }

  set name(name: unknown) {
    this.model.name = asString(name);
  }

  get chartType(): string {
    return this.model.type;
  }

  set chartType(type: unknown) {
    this.model.type = asOneOf(type, CHART_TYPES);
  }

  get left(): number {
    return this.model.left;
  }

  set left(points: unknown) {
    this.model.left = asNumber(points);
  }

  get top(): number {
    return this.model.top;
  }

  set top(points: unknown) {
    this.model.top = asNumber(points);
  }

  get width(): number {
    return this.model.width;
  }

  set width(points: unknown) {
    this.model.width = asNumber(points);
  }

  get height(): number {
    return this.model.height;
  }

  set height(points: unknown) {
    this.model.height = asNumber(points);
  }

  get plotBy(): string {
    return this.model.seriesBy === 'Rows' ? 'Rows' : 'Columns';
  }

  set plotBy(by: unknown) {
    const { source } = this.model;
    const direction = asOneOf(by, ['Rows', 'Columns']);
    if (source) setChartData(this.model, source.sheet, source.area.rect, direction);
  }

  get style(): unknown {
    return this.model.decoration.get('style') ?? 201;
  }

  set style(style: unknown) {
    this.model.decoration.set('style', asInteger(style));
  }

  get displayBlanksAs(): unknown {
    return this.model.decoration.get('displayBlanksAs') ?? 'NotPlotted';
  }

  set displayBlanksAs(kind: unknown) {
    this.model.decoration.set('displayBlanksAs', asOneOf(kind, ['NotPlotted', 'Zero', 'Interplotted']));
  }

  get plotVisibleOnly(): unknown {
    return this.model.decoration.get('plotVisibleOnly') ?? true;
  }

  set plotVisibleOnly(only: unknown) {
    this.model.decoration.set('plotVisibleOnly', asBoolean(only));
  }

  get title(): ChartTitle {
    return new ChartTitle(this.model);
  }

  get legend(): ChartLegend {
    return new ChartLegend(this.model);
  }

  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.model);
  }

  get dataLabels(): WireObject {
    return decorated(dataLabels, this.model.decoration, 'dataLabels');
  }

  get axes(): WireObject {
    return decorated(axes, this.model.decoration, 'axes');
  }

  get format(): WireObject {
    return decorated(areaFormat, this.model.decoration, 'format');
  }

  get plotArea(): WireObject {
    return decorated(plotArea, this.model.decoration, 'plotArea');
  }

  get worksheet(): Worksheet {
    return new Worksheet(this.book, this.sheet);
  }

  activate(): void {
    this.book.activate(this.sheet);
  }

  delete(): void {
    this.sheet.checkUnprotected();
    const at = this.sheet.charts.indexOf(this.model);
    if (at < 0) throw hostErrors.itemNotFound();
    this.sheet.charts.splice(at, 1);
    this.book.events.push(EventType.ChartDeleted, this.sheet.id, {
      chartId: this.model.id,
      source: 'Local',
      worksheetId: this.sheet.id,
    });
  }

  setData(source: unknown, seriesBy: unknown): void {
    if (!(source instanceof Range)) throw hostErrors.invalidArgument();
    const by = asOneOf(seriesBy ?? 'Auto', ['Auto', 'Columns', 'Rows']);
    setChartData(this.model, source.sheet, source.rect, by);
  }

  /** Lays the chart over cells. */
  setPosition(start: unknown, end: unknown): void {
    const first = this.cellRange(start);
    const last = end === null || end === undefined ? undefined : this.cellRange(end);
    this.model.left = first.left;
    this.model.top = first.top;
    if (last) {
      this.model.width = last.left + last.width - first.left;
      this.model.height = last.top + last.height - first.top;
    }
  }

  private cellRange(value: unknown): Range {
    if (value instanceof Range) return value;
    const address = parseAddress(asString(value));
    if (!address) throw hostErrors.invalidArgument();
    return new Range(this.book, this.sheet, address.rect);
  }
}
