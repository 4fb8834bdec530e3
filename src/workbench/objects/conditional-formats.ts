import { intersection } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { clearConditionalFormats } from '../model/clear';
import type { Book } from '../model/book';
import { newDataBar } from '../model/conditional-format';
import type { ConditionalFormat as Format, ConditionalFormatType } from '../model/conditional-format';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asInteger, asOneOf } from './arguments';
import {
  CellValueConditionalFormat,
  ColorScaleConditionalFormat,
  CustomConditionalFormat,
  IconSetConditionalFormat,
  PresetCriteriaConditionalFormat,
  TextConditionalFormat,
  TopBottomConditionalFormat,
} from './conditional-rules';
import { DataBarConditionalFormat } from './data-bar';
import { Range } from './range';
import { RangeAreas } from './range-areas';

const TYPES: readonly ConditionalFormatType[] = [
  'Custom',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
  'CellValue',
];

/** `range.conditionalFormats`: the formats that touch the range, by priority. */
export class ConditionalFormatCollection implements WireObject {
  static readonly wire = wire<ConditionalFormatCollection>('ConditionalFormatCollection', {
    methods: ['add', 'clearAll', 'getCount', 'getItem', 'getItemAt'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly rect: Rect,
  ) {}

  private formats(): Format[] {
    return this.sheet.conditionalFormats.filter((format) =>
      format.areas.some((area) => !area.isGone && intersection(area.rect, this.rect)),
    );
  }

  items(): ConditionalFormat[] {
    return this.formats().map((format) => new ConditionalFormat(this.book, this.sheet, format));
  }

  /** A new format comes first: it has the highest priority. */
  add(type: unknown): ConditionalFormat {
    this.sheet.checkUnprotected();
    const kind = asOneOf(type, TYPES);
    const format: Format = {
      id: `{${String(this.book.takeId()).padStart(8, '0')}-0000-4000-8000-000000000000}`,
      type: kind,
      areas: [this.sheet.follow(this.rect)],
      stopIfTrue: false,
      rule: {},
      look: { borders: {} },
      dataBar: kind === 'DataBar' ? newDataBar() : undefined,
      iconSet:
        kind === 'IconSet'
          ? {
              style: 'ThreeTrafficLights1',
              criteria: [{}, {}, {}],
              reverseIconOrder: false,
              showIconOnly: false,
            }
          : undefined,
    };
    this.sheet.conditionalFormats.unshift(format);
    return new ConditionalFormat(this.book, this.sheet, format);
  }

  clearAll(): void {
    this.sheet.checkUnprotected();
    clearConditionalFormats(this.sheet, this.rect);
  }

  getCount(): number {
    return this.formats().length;
  }

  getItem(id: unknown): ConditionalFormat {
    const format = this.formats().find((known) => known.id === id);
    if (!format) throw hostErrors.itemNotFound();
    return new ConditionalFormat(this.book, this.sheet, format);
  }

  getItemAt(index: unknown): ConditionalFormat {
    const format = this.formats()[asInteger(index)];
    if (!format) throw hostErrors.invalidArgument();
    return new ConditionalFormat(this.book, this.sheet, format);
  }
}

export class ConditionalFormat implements WireObject {
  static readonly wire = wire<ConditionalFormat>('ConditionalFormat', {
    scalars: ['stopIfTrue', 'priority', 'type', 'id'],
    navigations: [
      'custom',
      'cellValue',
      'dataBar',
      'colorScale',
      'iconSet',
      'topBottom',
      'preset',
      'textComparison',
    ],
    methods: ['delete', 'getRange', 'getRanges'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly format: Format,
  ) {}

  get id(): string {
    return this.format.id;
  }

  get wireId(): string {
    return this.format.id;
  }

  get type(): string {
    return this.format.type;
  }

  get stopIfTrue(): boolean {
    return this.format.stopIfTrue;
  }

  set stopIfTrue(stop: unknown) {
    this.format.stopIfTrue = asBoolean(stop);
  }

  get priority(): number {
    return this.sheet.conditionalFormats.indexOf(this.format);
  }

  set priority(priority: unknown) {
    const { conditionalFormats } = this.sheet;
    const to = Math.max(0, Math.min(asInteger(priority), conditionalFormats.length - 1));
    conditionalFormats.splice(this.priority, 1);
    conditionalFormats.splice(to, 0, this.format);
  }

  get custom(): CustomConditionalFormat {
    return this.part('Custom', () => new CustomConditionalFormat(this.format));
  }

  get cellValue(): CellValueConditionalFormat {
    return this.part('CellValue', () => new CellValueConditionalFormat(this.format));
  }

  get dataBar(): DataBarConditionalFormat {
    const { dataBar } = this.format;
    return this.part('DataBar', () => new DataBarConditionalFormat(dataBar ?? newDataBar()));
  }

  get colorScale(): ColorScaleConditionalFormat {
    return this.part('ColorScale', () => new ColorScaleConditionalFormat(this.format));
  }

  get iconSet(): IconSetConditionalFormat {
    return this.part('IconSet', () => new IconSetConditionalFormat(this.format));
  }

  get topBottom(): TopBottomConditionalFormat {
    return this.part('TopBottom', () => new TopBottomConditionalFormat(this.format));
  }

  get preset(): PresetCriteriaConditionalFormat {
    return this.part('PresetCriteria', () => new PresetCriteriaConditionalFormat(this.format));
  }

  get textComparison(): TextConditionalFormat {
    return this.part('ContainsText', () => new TextConditionalFormat(this.format));
  }

  /** The part of a type exists only for that type. */
  private part<T>(type: ConditionalFormatType, create: () => T): T {
    if (this.format.type !== type) throw hostErrors.itemNotFound();
    return create();
  }

  delete(): void {
    this.sheet.checkUnprotected();
    const at = this.priority;
    if (at < 0) throw hostErrors.itemNotFound();
    this.sheet.conditionalFormats.splice(at, 1);
    for (const area of this.format.areas) this.sheet.untrack(area);
  }

  /** @throws HostError ItemNotFound if the format stands on several blocks, as Excel documents. */
  getRange(): Range {
    const [area, ...more] = this.format.areas.filter((known) => !known.isGone);
    if (!area || more.length > 0) throw hostErrors.itemNotFound();
    return new Range(this.book, this.sheet, area.rect);
  }

  getRanges(): RangeAreas {
    const rects = this.format.areas.filter((area) => !area.isGone).map((area) => area.rect);
    return new RangeAreas(this.book, this.sheet, rects);
  }
}
