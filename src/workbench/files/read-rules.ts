import { parseAddress } from '../grid/address';
import type { Rect } from '../grid/rect';
import type { ConditionalFormatContents, ValidationContents } from '../model/contents';
import { newDataBar } from '../model/conditional-format';
import type { ConditionalLook } from '../model/conditional-format';
import type { ValidationRule } from '../model/validation';
import { readColor } from './colors';
import { fromFileFormula } from './file-formula';
import { attribute, child, children, flag, numberAttribute, textOf } from './xml';
import type { XmlNode } from './xml';

/** The blocks of an `sqref`: addresses with spaces between them. */
export function readRects(sqref: string): Rect[] {
  return sqref
    .trim()
    .split(/\s+/)
    .flatMap((text) => parseAddress(text)?.rect ?? []);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Operators of files for those of Office.js. */
export const OPERATORS: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};
/** In conditional formats two of them are spelt otherwise. */
export const CF_OPERATORS: Readonly<Record<string, string>> = {
  ...OPERATORS,
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThanOrEqual: 'LessThanOrEqual',
};

/** Data validation, of the sheet itself and of its extension list. */
export function readValidations(sheet: XmlNode): ValidationContents[] {
  const own = children(child(sheet, 'dataValidations'), 'dataValidation');
  const extended = extensions(sheet, 'dataValidations').flatMap((node) => children(node, 'dataValidation'));
  return [...own, ...extended].flatMap((node) => {
    const rule = readRule(node);
    const rects = readRects(attribute(node, 'sqref') ?? textOf(child(node, 'sqref')));
    if (!rule || rects.length === 0) return [];
    return [
      {
        rects,
        rule,
        prompt: {
          showPrompt: flag(node, 'showInputMessage'),
          title: attribute(node, 'promptTitle') ?? '',
          message: attribute(node, 'prompt') ?? '',
        },
        errorAlert: {
          showAlert: flag(node, 'showErrorMessage'),
          style: capital(attribute(node, 'errorStyle') ?? 'stop'),
          title: attribute(node, 'errorTitle') ?? '',
          message: attribute(node, 'error') ?? '',
        },
        ignoreBlanks: flag(node, 'allowBlank'),
      },
    ];
  });
}

const RULE_KINDS: Readonly<Record<string, 'wholeNumber' | 'decimal' | 'date' | 'time' | 'textLength'>> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
};

function readRule(node: XmlNode): ValidationRule | undefined {
  const type = attribute(node, 'type') ?? 'none';
  const first = formulaText(child(node, 'formula1'));
  const second = formulaText(child(node, 'formula2'));
  if (first === undefined) return undefined;
  if (type === 'list') {
    const inline = /^"((?:[^"]|"")*)"$/.exec(first);
    const source =
      inline?.[1] === undefined ? fromFileFormula(first, undefined) : inline[1].replace(/""/g, '"');
    // The attribute says the opposite of its name.
    return { list: { source, inCellDropDown: !flag(node, 'showDropDown') } };
  }
  if (type === 'custom') return { custom: { formula: fromFileFormula(first, undefined) } };
  const kind = RULE_KINDS[type];
  if (kind === undefined) return undefined;
  const operator = OPERATORS[attribute(node, 'operator') ?? 'between'] ?? 'Between';
  const operand = (text: string) =>
    Number.isFinite(Number(text)) ? Number(text) : fromFileFormula(text, undefined);
  return {
    [kind]: {
      formula1: operand(first),
      operator,
      ...(second === undefined ? {} : { formula2: operand(second) }),
    },
  };
}

/** The text of a formula element; extensions wrap it in `<xm:f>`. */
function formulaText(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined;
  const text = (child(node, 'f') ? textOf(child(node, 'f')) : textOf(node)).trim();
  return text === '' ? undefined : text;
}

function extensions(sheet: XmlNode, name: string): XmlNode[] {
  return children(child(sheet, 'extLst'), 'ext').flatMap((ext) => children(ext, name));
}

const CFVO_TYPES: Readonly<Record<string, string>> = {
  min: 'LowestValue',
  max: 'HighestValue',
  num: 'Number',
  percent: 'Percent',
  percentile: 'Percentile',
  formula: 'Formula',
  autoMin: 'Automatic',
  autoMax: 'Automatic',
};

/** Conditional formats by priority; rules of kinds the host does not hold are left out. */
export function readConditionalFormats(
  sheet: XmlNode,
  looks: readonly ConditionalLook[],
  theme: readonly string[],
): { formats: ConditionalFormatContents[]; dropped: boolean } {
  const found: { priority: number; format: ConditionalFormatContents }[] = [];
  let dropped = false;
  for (const block of children(sheet, 'conditionalFormatting')) {
    const rects = readRects(attribute(block, 'sqref') ?? '');
    for (const node of children(block, 'cfRule')) {
      const format = readFormat(node, rects, looks, theme);
      if (format) found.push({ priority: numberAttribute(node, 'priority') ?? 0, format });
      else dropped = true;
    }
  }
  found.sort((a, b) => a.priority - b.priority);
  return { formats: found.map(({ format }) => format), dropped };
}

function readFormat(
  node: XmlNode,
  rects: readonly Rect[],
  looks: readonly ConditionalLook[],
  theme: readonly string[],
): ConditionalFormatContents | undefined {
  const dxf = numberAttribute(node, 'dxfId');
  const base = {
    rects,
    stopIfTrue: flag(node, 'stopIfTrue'),
    look: structuredClone((dxf === undefined ? undefined : looks[dxf]) ?? { borders: {} }),
    dataBar: undefined,
    iconSet: undefined,
  };
  const formulas = children(node, 'formula').map((formula) => fromFileFormula(textOf(formula), undefined));
  const [formula1, formula2] = formulas;
  switch (attribute(node, 'type')) {
    case 'expression':
      return formula1 === undefined ? undefined : { ...base, type: 'Custom', rule: { formula: formula1 } };
    case 'cellIs': {
      const operator = CF_OPERATORS[attribute(node, 'operator') ?? ''];
      if (formula1 === undefined || operator === undefined) return undefined;
      const rule = formula2 === undefined ? { formula1, operator } : { formula1, formula2, operator };
      return { ...base, type: 'CellValue', rule };
    }
    case 'containsText':
      return {
        ...base,
        type: 'ContainsText',
        rule: { operator: 'Contains', text: attribute(node, 'text') ?? '' },
      };
    case 'notContainsText':
      return {
        ...base,
        type: 'ContainsText',
        rule: { operator: 'NotContains', text: attribute(node, 'text') ?? '' },
      };
    case 'beginsWith':
      return {
        ...base,
        type: 'ContainsText',
        rule: { operator: 'BeginsWith', text: attribute(node, 'text') ?? '' },
      };
    case 'endsWith':
      return {
        ...base,
        type: 'ContainsText',
        rule: { operator: 'EndsWith', text: attribute(node, 'text') ?? '' },
      };
    case 'top10': {
      const side = flag(node, 'bottom') ? 'Bottom' : 'Top';
      const type = `${side}${flag(node, 'percent') ? 'Percent' : 'Items'}`;
      return { ...base, type: 'TopBottom', rule: { rank: numberAttribute(node, 'rank') ?? 10, type } };
    }
    case 'duplicateValues':
      return { ...base, type: 'PresetCriteria', rule: { criterion: 'DuplicateValues' } };
    case 'uniqueValues':
      return { ...base, type: 'PresetCriteria', rule: { criterion: 'UniqueValues' } };
    case 'containsBlanks':
      return { ...base, type: 'PresetCriteria', rule: { criterion: 'Blanks' } };
    case 'notContainsBlanks':
      return { ...base, type: 'PresetCriteria', rule: { criterion: 'NonBlanks' } };
    case 'containsErrors':
      return { ...base, type: 'PresetCriteria', rule: { criterion: 'Errors' } };
    case 'notContainsErrors':
      return { ...base, type: 'PresetCriteria', rule: { criterion: 'NonErrors' } };
    case 'colorScale':
      return { ...base, type: 'ColorScale', rule: readColorScale(child(node, 'colorScale'), theme) };
    case 'dataBar': {
      const bar = child(node, 'dataBar');
      const look = newDataBar();
      const [lower, upper] = children(bar, 'cfvo');
      look.positive.fillColor = readColor(child(bar, 'color'), theme) ?? look.positive.fillColor;
      look.showDataBarOnly = !flag(bar, 'showValue', true);
      look.lowerBoundRule = boundRule(lower);
      look.upperBoundRule = boundRule(upper);
      return { ...base, type: 'DataBar', rule: {}, dataBar: look };
    }
    case 'iconSet':
      return { ...base, type: 'IconSet', rule: {}, iconSet: readIconSet(child(node, 'iconSet')) };
    default:
      return undefined;
  }
}

function boundRule(cfvo: XmlNode | undefined): Record<string, unknown> {
  const type = CFVO_TYPES[attribute(cfvo, 'type') ?? ''] ?? 'Automatic';
  const value = attribute(cfvo, 'val');
  return value === undefined ? { type } : { type, formula: value };
}

function readColorScale(scale: XmlNode | undefined, theme: readonly string[]): Record<string, unknown> {
  const points = children(scale, 'cfvo').map((cfvo, i) => {
    const rule = boundRule(cfvo);
    return { ...rule, color: readColor(children(scale, 'color')[i], theme) ?? '#FFFFFF' };
  });
  const [minimum, second, third] = points;
  return third ? { minimum, midpoint: second, maximum: third } : { minimum, maximum: second };
}

/** Icon sets of files, by Office.js's names. */
export const ICON_SETS: Readonly<Record<string, string>> = {
  '3Arrows': 'ThreeArrows',
  '3ArrowsGray': 'ThreeArrowsGray',
  '3Flags': 'ThreeFlags',
  '3TrafficLights1': 'ThreeTrafficLights1',
  '3TrafficLights2': 'ThreeTrafficLights2',
  '3Signs': 'ThreeSigns',
  '3Symbols': 'ThreeSymbols',
  '3Symbols2': 'ThreeSymbols2',
  '4Arrows': 'FourArrows',
  '4ArrowsGray': 'FourArrowsGray',
  '4RedToBlack': 'FourRedToBlack',
  '4Rating': 'FourRating',
  '4TrafficLights': 'FourTrafficLights',
  '5Arrows': 'FiveArrows',
  '5ArrowsGray': 'FiveArrowsGray',
  '5Rating': 'FiveRating',
  '5Quarters': 'FiveQuarters',
};

function readIconSet(node: XmlNode | undefined): NonNullable<ConditionalFormatContents['iconSet']> {
  const criteria = children(node, 'cfvo').map((cfvo, i) =>
    i === 0
      ? {}
      : {
          type: CFVO_TYPES[attribute(cfvo, 'type') ?? ''] ?? 'Percent',
          operator: flag(cfvo, 'gte', true) ? 'GreaterThanOrEqual' : 'GreaterThan',
          formula: `=${attribute(cfvo, 'val') ?? '0'}`,
        },
  );
  return {
    style: ICON_SETS[attribute(node, 'iconSet') ?? '3TrafficLights1'] ?? 'ThreeTrafficLights1',
    criteria,
    reverseIconOrder: flag(node, 'reverse'),
    showIconOnly: !flag(node, 'showValue', true),
  };
}
