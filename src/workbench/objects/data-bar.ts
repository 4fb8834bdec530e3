import type { DataBarLook } from '../model/conditional-format';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asOneOf, asRecord } from './arguments';

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
