import type { ConditionalFormat, ConditionalLook, DataBarLook } from '../model/conditional-format';
import { checkFormula, formulaTokens, TokenType } from '../formula/tokens';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asOneOf, asRecord, asString } from './arguments';

/** Excel takes no structured references in the formulas of conditional formats. */
function checkedFormula(value: unknown): string {
  const formula = asString(value);
  checkFormula(formula.startsWith('=') ? formula : `=${formula}`);
  if (formulaTokens(formula).some((token) => token.type === TokenType.REF_STRUCT)) {
    throw hostErrors.invalidArgument('A conditional format cannot use structured references.');
  }
  return formula;
}

export class CustomConditionalFormat implements WireObject {
  static readonly wire = wire<CustomConditionalFormat>('CustomConditionalFormat', {
    navigations: ['rule', 'format'],
  });

  constructor(private readonly of: ConditionalFormat) {}

  get rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.of);
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.of.look);
  }
}

export class ConditionalFormatRule implements WireObject {
  static readonly wire = wire<ConditionalFormatRule>('ConditionalFormatRule', {
    scalars: ['formula', 'formulaLocal'],
  });

  constructor(private readonly of: ConditionalFormat) {}

  get formula(): string {
    return String(this.of.rule['formula'] ?? '');
  }

  set formula(formula: unknown) {
    this.of.rule['formula'] = checkedFormula(formula);
  }

  get formulaLocal(): string {
    return this.formula;
  }

  set formulaLocal(formula: unknown) {
    this.formula = formula as string;
  }
}

/** A rule that is one plain object: cell value, text, top/bottom, preset. */
abstract class PlainRule implements WireObject {
  constructor(protected readonly of: ConditionalFormat) {}

  get rule(): Record<string, unknown> {
    return this.of.rule;
  }

  set rule(rule: unknown) {
    const record = { ...asRecord(rule) };
    for (const key of ['formula1', 'formula2']) {
      const formula = record[key];
      if (typeof formula === 'string' && formula !== '') record[key] = checkedFormula(formula);
    }
    this.of.rule = record;
  }

  get format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.of.look);
  }
}

export class CellValueConditionalFormat extends PlainRule {
  static readonly wire = wire<CellValueConditionalFormat>('CellValueConditionalFormat', {
    scalars: ['rule'],
    navigations: ['format'],
  });
}

export class TextConditionalFormat extends PlainRule {
  static readonly wire = wire<TextConditionalFormat>('TextConditionalFormat', {
    scalars: ['rule'],
    navigations: ['format'],
  });
}

export class TopBottomConditionalFormat extends PlainRule {
  static readonly wire = wire<TopBottomConditionalFormat>('TopBottomConditionalFormat', {
    scalars: ['rule'],
    navigations: ['format'],
  });
}

export class PresetCriteriaConditionalFormat extends PlainRule {
  static readonly wire = wire<PresetCriteriaConditionalFormat>('PresetCriteriaConditionalFormat', {
    scalars: ['rule'],
    navigations: ['format'],
  });
}

export class ColorScaleConditionalFormat implements WireObject {
  static readonly wire = wire<ColorScaleConditionalFormat>('ColorScaleConditionalFormat', {
    scalars: ['threeColorScale', 'criteria'],
  });

  constructor(private readonly of: ConditionalFormat) {}

  get threeColorScale(): boolean {
    return this.of.rule['midpoint'] !== undefined;
  }

  get criteria(): Record<string, unknown> {
    return this.of.rule;
  }

  set criteria(criteria: unknown) {
    const record = asRecord(criteria);
    const points = ['minimum', 'midpoint', 'maximum'].filter(
      (key) => record[key] !== undefined && record[key] !== null,
    );
    if (!points.includes('minimum') || !points.includes('maximum')) throw hostErrors.invalidArgument();
    this.of.rule = Object.fromEntries(
      points.map((key) => {
        const point = asRecord(record[key]);
        return [key, { ...point, color: asColor(point['color']) }];
      }),
    );
  }
}

export class IconSetConditionalFormat implements WireObject {
  static readonly wire = wire<IconSetConditionalFormat>('IconSetConditionalFormat', {
    scalars: ['reverseIconOrder', 'showIconOnly', 'style', 'criteria'],
  });

  constructor(private readonly of: ConditionalFormat) {}

  private get set(): NonNullable<ConditionalFormat['iconSet']> {
    if (!this.of.iconSet) throw hostErrors.itemNotFound();
    return this.of.iconSet;
  }

  get style(): string {
    return this.set.style;
  }

  set style(style: unknown) {
    this.set.style = asString(style);
    const icons = /^(Three|Four|Five)/.exec(this.set.style)?.[1];
    const count = icons === 'Five' ? 5 : icons === 'Four' ? 4 : 3;
    this.set.criteria = Array.from({ length: count }, () => ({}));
  }

  get criteria(): unknown[] {
    return this.set.criteria;
  }

  set criteria(criteria: unknown) {
    if (!Array.isArray(criteria) || criteria.length !== this.set.criteria.length)
      throw hostErrors.invalidArgument();
    this.set.criteria = criteria;
  }

  get reverseIconOrder(): boolean {
    return this.set.reverseIconOrder;
  }

  set reverseIconOrder(reverse: unknown) {
    this.set.reverseIconOrder = asBoolean(reverse);
  }

  get showIconOnly(): boolean {
    return this.set.showIconOnly;
  }

  set showIconOnly(only: unknown) {
    this.set.showIconOnly = asBoolean(only);
  }
}

export class DataBarConditionalFormat implements WireObject {
  static readonly wire = wire<DataBarConditionalFormat>('DataBarConditionalFormat', {
    scalars: [
      'showDataBarOnly',
      'barDirection',
      'axisFormat',
      'axisColor',
      'lowerBoundRule',
      'upperBoundRule',
    ],
    navigations: ['positiveFormat', 'negativeFormat'],
  });

  constructor(private readonly look: DataBarLook) {}

  get showDataBarOnly(): boolean {
    return this.look.showDataBarOnly;
  }

  set showDataBarOnly(only: unknown) {
    this.look.showDataBarOnly = asBoolean(only);
  }

  get barDirection(): string {
    return this.look.barDirection;
  }

  set barDirection(direction: unknown) {
    this.look.barDirection = asOneOf(direction, ['Context', 'LeftToRight', 'RightToLeft']);
  }

  get axisFormat(): string {
    return this.look.axisFormat;
  }

  set axisFormat(format: unknown) {
    this.look.axisFormat = asOneOf(format, ['Automatic', 'None', 'CellMidPoint']);
  }

  get axisColor(): string {
    return this.look.axisColor;
  }

  set axisColor(color: unknown) {
    this.look.axisColor = color === '' ? '' : asColor(color);
  }

  get lowerBoundRule(): Record<string, unknown> {
    return this.look.lowerBoundRule;
  }

  set lowerBoundRule(rule: unknown) {
    this.look.lowerBoundRule = asRecord(rule);
  }

  get upperBoundRule(): Record<string, unknown> {
    return this.look.upperBoundRule;
  }

  set upperBoundRule(rule: unknown) {
    this.look.upperBoundRule = asRecord(rule);
  }

  get positiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(this.look.positive);
  }

  get negativeFormat(): ConditionalDataBarNegativeFormat {
    return new ConditionalDataBarNegativeFormat(this.look.negative);
  }
}

export class ConditionalDataBarPositiveFormat implements WireObject {
  static readonly wire = wire<ConditionalDataBarPositiveFormat>('ConditionalDataBarPositiveFormat', {
    scalars: ['fillColor', 'gradientFill', 'borderColor'],
  });

  constructor(private readonly look: DataBarLook['positive']) {}

  get fillColor(): string {
    return this.look.fillColor;
  }

  set fillColor(color: unknown) {
    this.look.fillColor = asColor(color);
  }

  get gradientFill(): boolean {
    return this.look.gradientFill;
  }

  set gradientFill(gradient: unknown) {
    this.look.gradientFill = asBoolean(gradient);
  }

  get borderColor(): string {
    return this.look.borderColor;
  }

  set borderColor(color: unknown) {
    this.look.borderColor = color === '' ? '' : asColor(color);
  }
}

export class ConditionalDataBarNegativeFormat implements WireObject {
  static readonly wire = wire<ConditionalDataBarNegativeFormat>('ConditionalDataBarNegativeFormat', {
    scalars: ['fillColor', 'matchPositiveFillColor', 'borderColor', 'matchPositiveBorderColor'],
  });

  constructor(private readonly look: DataBarLook['negative']) {}

  get fillColor(): string {
    return this.look.fillColor;
  }

  set fillColor(color: unknown) {
    this.look.fillColor = asColor(color);
  }

  get matchPositiveFillColor(): boolean {
    return this.look.matchPositiveFillColor;
  }

  set matchPositiveFillColor(match: unknown) {
    this.look.matchPositiveFillColor = asBoolean(match);
  }

  get borderColor(): string {
    return this.look.borderColor;
  }

  set borderColor(color: unknown) {
    this.look.borderColor = color === '' ? '' : asColor(color);
  }

  get matchPositiveBorderColor(): boolean {
    return this.look.matchPositiveBorderColor;
  }

  set matchPositiveBorderColor(match: unknown) {
    this.look.matchPositiveBorderColor = asBoolean(match);
  }
}

export class ConditionalRangeFormat implements WireObject {
  static readonly wire = wire<ConditionalRangeFormat>('ConditionalRangeFormat', {
    scalars: ['numberFormat'],
    navigations: ['fill', 'font', 'borders'],
  });

  constructor(private readonly look: ConditionalLook) {}

  get numberFormat(): string | null {
    return this.look.numberFormat ?? null;
  }

  set numberFormat(format: unknown) {
    this.look.numberFormat = asString(format);
  }

  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.look);
  }

  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.look);
  }

  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(this.look);
  }
}

export class ConditionalRangeFill implements WireObject {
  static readonly wire = wire<ConditionalRangeFill>('ConditionalRangeFill', {
    scalars: ['color'],
    methods: ['clear'],
  });

  constructor(private readonly look: ConditionalLook) {}

  get color(): string {
    return this.look.fill ?? '';
  }

  set color(color: unknown) {
    this.look.fill = asColor(color);
  }

  clear(): void {
    delete this.look.fill;
  }
}

export class ConditionalRangeFont implements WireObject {
  static readonly wire = wire<ConditionalRangeFont>('ConditionalRangeFont', {
    scalars: ['color', 'italic', 'bold', 'underline', 'strikethrough'],
    methods: ['clear'],
  });

  constructor(private readonly look: ConditionalLook) {}

  get color(): string {
    return this.look.fontColor ?? '';
  }

  set color(color: unknown) {
    this.look.fontColor = asColor(color);
  }

  get bold(): boolean | null {
    return this.look.bold ?? null;
  }

  set bold(bold: unknown) {
    this.look.bold = asBoolean(bold);
  }

  get italic(): boolean | null {
    return this.look.italic ?? null;
  }

  set italic(italic: unknown) {
    this.look.italic = asBoolean(italic);
  }

  get underline(): string {
    return this.look.underline ?? 'None';
  }

  set underline(underline: unknown) {
    this.look.underline = asOneOf(underline, ['None', 'Single', 'Double']);
  }

  get strikethrough(): boolean | null {
    return this.look.strikethrough ?? null;
  }

  set strikethrough(strike: unknown) {
    this.look.strikethrough = asBoolean(strike);
  }

  clear(): void {
    delete this.look.fontColor;
    delete this.look.bold;
    delete this.look.italic;
    delete this.look.underline;
    delete this.look.strikethrough;
  }
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

export class ConditionalRangeBorderCollection implements WireObject {
  static readonly wire = wire<ConditionalRangeBorderCollection>('ConditionalRangeBorderCollection', {
    scalars: ['count'],
    navigations: ['top', 'bottom', 'left', 'right'],
    methods: ['getItem'],
  });

  constructor(private readonly look: ConditionalLook) {}

  get count(): number {
    return EDGES.length;
  }

  items(): ConditionalRangeBorder[] {
    return EDGES.map((edge) => new ConditionalRangeBorder(this.look, edge));
  }

  getItem(edge: unknown): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.look, asOneOf(edge, EDGES));
  }

  get top(): ConditionalRangeBorder {
    return this.getItem('EdgeTop');
  }

  get bottom(): ConditionalRangeBorder {
    return this.getItem('EdgeBottom');
  }

  get left(): ConditionalRangeBorder {
    return this.getItem('EdgeLeft');
  }

  get right(): ConditionalRangeBorder {
    return this.getItem('EdgeRight');
  }
}

export class ConditionalRangeBorder implements WireObject {
  static readonly wire = wire<ConditionalRangeBorder>('ConditionalRangeBorder', {
    scalars: ['sideIndex', 'style', 'color'],
  });

  constructor(
    private readonly look: ConditionalLook,
    readonly sideIndex: (typeof EDGES)[number],
  ) {}

  private get line(): { style: string; color: string } {
    return this.look.borders[this.sideIndex] ?? { style: 'None', color: '#000000' };
  }

  get style(): string {
    return this.line.style;
  }

  set style(style: unknown) {
    const kind = asOneOf(style, ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot']);
    this.look.borders[this.sideIndex] = { ...this.line, style: kind };
  }

  get color(): string {
    return this.line.color;
  }

  set color(color: unknown) {
    this.look.borders[this.sideIndex] = { ...this.line, color: asColor(color) };
  }
}
