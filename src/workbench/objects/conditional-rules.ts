import { TokenType, checkFormula, formulaTokens } from '../formula/tokens';
import type { ConditionalFormat } from '../model/conditional-format';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asColor, asRecord, asString } from './arguments';
import { ConditionalRangeFormat } from './conditional-look';

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
