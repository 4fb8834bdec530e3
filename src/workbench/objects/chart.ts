import { parseAddress } from '../grid/address';
import type { Book } from '../model/book';
import type { Chart as ChartModel } from '../model/chart';
import { EventType } from '../model/events';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import { asBoolean, asNumber, asOneOf, asString } from './arguments';
import { decorated } from './chart-decoration';
import { ChartSeriesCollection } from './chart-series';
import { axes } from './chart-shapes';
import { fieldsClass } from './fields';
import { Range } from './range';

export const ChartLegend = fieldsClass({
  className: 'ChartLegend',
  scalars: {
    visible: asBoolean,
    position: (value) => asOneOf(value, ['Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom']),
  },
});
export const ChartTitle = fieldsClass({
  className: 'ChartTitle',
  scalars: { text: asString, visible: asBoolean },
});
const SCALARS = { name: asString, left: asNumber, top: asNumber, width: asNumber, height: asNumber };
const ChartFields = fieldsClass({
  className: 'Chart',
  scalars: SCALARS,
  parts: {
    title: ({ title }) => new ChartTitle(title as object),
    legend: ({ legend }) => new ChartLegend(legend as object),
    series: (model) => new ChartSeriesCollection(model as unknown as ChartModel),
    axes: ({ decoration }) => decorated(axes, decoration as ChartModel['decoration'], 'axes'),
  },
});

/** A chart. One that came with a file can be found and deleted; what it shows is the file's. */
export class Chart extends ChartFields {
  static readonly wire = wire<Chart & Record<string, unknown>>('Chart', {
    scalars: [...Object.keys(SCALARS), 'id', 'chartType'],
    navigations: ['title', 'legend', 'series', 'axes'],
    methods: ['delete', 'setPosition'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly model: ChartModel,
  ) {
    super(model);
  }

  get id(): string {
    return this.model.id;
  }

  override get wireId(): string {
    return this.model.id;
  }

  get chartType(): string {
    if (this.model.file) throw hostErrors.notImplemented('what a chart of a file shows');
    return this.model.type;
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
