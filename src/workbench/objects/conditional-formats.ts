import { checkFormula, formulaTokens, TokenType } from '../formula/tokens';
import { intersection } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { clearConditionalFormats } from '../model/clear';
import type { Book } from '../model/book';
import { NEW_BAR } from '../model/conditional-format';
import type { ConditionalFormat as Format } from '../model/conditional-format';
import type { Sheet } from '../model/sheet';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asOneOf, asString } from './arguments';
import { fieldsClass } from './fields';
import { Range } from './range';
import { RangeAreas } from './range-areas';

/** `range.conditionalFormats`: the formats that touch the range, by priority. */
export class ConditionalFormatCollection implements WireObject {
  static readonly wire = wire<ConditionalFormatCollection>('ConditionalFormatCollection', {
    methods: ['add', 'clearAll', 'getCount', 'getItem'],
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
    return this.formats().map((format) => this.of(format));
  }

  /** A new format comes first: it has the highest priority. */
  add(type: unknown): ConditionalFormat {
    this.sheet.checkUnprotected();
    if (type !== 'Custom' && type !== 'DataBar')
      throw hostErrors.notImplemented(`conditional formats of type ${String(type)}`);
    const format: Format = {
      id: `{${String(this.book.takeId()).padStart(8, '0')}-0000-4000-8000-000000000000}`,
      type: asOneOf(type, ['Custom', 'DataBar']),
      areas: [this.sheet.follow(this.rect)],
      stopIfTrue: false,
      rule: {},
      look: { fill: {}, font: {} },
      bar: { ...NEW_BAR },
    };
    this.sheet.conditionalFormats.unshift(format);
    return this.of(format);
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
    return this.of(format);
  }

  private of(format: Format): ConditionalFormat {
    return new ConditionalFormat(this.book, this.sheet, format);
  }
}

export class ConditionalFormat implements WireObject {
  static readonly wire = wire<ConditionalFormat>('ConditionalFormat', {
    scalars: ['stopIfTrue', 'type', 'id'],
    navigations: ['custom', 'dataBar'],
    methods: ['delete', 'getRange', 'getRanges'],
  });

  constructor(
    private readonly book: Book,
    private readonly sheet: Sheet,
    private readonly format: Format,
  ) {}

  delete(): void {
    this.sheet.checkUnprotected();
    const { conditionalFormats } = this.sheet;
    const at = conditionalFormats.indexOf(this.format);
    if (at < 0) throw hostErrors.itemNotFound();
    conditionalFormats.splice(at, 1);
    for (const area of this.format.areas) this.sheet.untrack(area);
  }

  /** Only where it stands on one block. */
  getRange(): Range {
    const [only, ...others] = this.rects();
    if (only === undefined || others.length > 0) throw hostErrors.itemNotFound();
    return new Range(this.book, this.sheet, only);
  }

  getRanges(): RangeAreas {
    return new RangeAreas(this.book, this.sheet, this.rects());
  }

  private rects(): Rect[] {
    return this.format.areas.flatMap((area) => (area.isGone ? [] : [area.rect]));
  }

  get id(): string {
    return this.format.id;
  }

  get wireId(): string {
    return this.format.id;
  }

  get type(): string {
    if (this.format.type === 'Other') throw hostErrors.notImplemented('this type of conditional format');
    return this.format.type;
  }

  get stopIfTrue(): boolean {
    return this.format.stopIfTrue;
  }

  set stopIfTrue(stop: unknown) {
    this.format.stopIfTrue = asBoolean(stop);
  }

  /** The part of a type exists only for that type. */
  get custom(): WireObject {
    if (this.format.type !== 'Custom') throw hostErrors.itemNotFound();
    return new CustomConditionalFormat(this.format);
  }

  get dataBar(): WireObject {
    if (this.format.type !== 'DataBar') throw hostErrors.itemNotFound();
    return new DataBarConditionalFormat(this.format);
  }
}

/** Excel takes no structured references in the formulas of conditional formats. */
function checkedFormula(value: unknown): string {
  const formula = asString(value);
  checkFormula(formula.startsWith('=') ? formula : `=${formula}`);
  if (formulaTokens(formula).some((token) => token.type === TokenType.REF_STRUCT)) {
    throw hostErrors.invalidArgument('A conditional format cannot use structured references.');
  }
  return formula;
}

export const ConditionalFormatRule = fieldsClass({
  className: 'ConditionalFormatRule',
  scalars: { formula: checkedFormula },
});
export const ConditionalRangeFill = fieldsClass({
  className: 'ConditionalRangeFill',
  scalars: { color: asColor },
});
export const ConditionalRangeFont = fieldsClass({
  className: 'ConditionalRangeFont',
  scalars: { color: asColor, bold: asBoolean, italic: asBoolean, strikethrough: asBoolean },
});
export const ConditionalRangeFormat = fieldsClass({
  className: 'ConditionalRangeFormat',
  parts: {
    fill: ({ fill }) => new ConditionalRangeFill(fill as object),
    font: ({ font }) => new ConditionalRangeFont(font as object),
  },
});
export const CustomConditionalFormat = fieldsClass({
  className: 'CustomConditionalFormat',
  parts: {
    rule: ({ rule }) => new ConditionalFormatRule(rule as object),
    format: ({ look }) => new ConditionalRangeFormat(look as object),
  },
});
export const ConditionalDataBarPositiveFormat = fieldsClass({
  className: 'ConditionalDataBarPositiveFormat',
  scalars: { fillColor: asColor },
});
export const DataBarConditionalFormat = fieldsClass({
  className: 'DataBarConditionalFormat',
  parts: { positiveFormat: ({ bar }) => new ConditionalDataBarPositiveFormat(bar as object) },
});
