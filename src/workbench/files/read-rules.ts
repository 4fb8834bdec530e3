import { parseAddress } from '../grid/address';
import type { Rect } from '../grid/rect';
import type { ConditionalFormatContents, ValidationContents } from '../model/contents';
import { NEW_BAR } from '../model/conditional-format';
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
/** Data validation, of the sheet itself and of its extension list. */
export function readValidations(sheet: XmlNode): ValidationContents[] {
  const own = children(child(sheet, 'dataValidations'), 'dataValidation');
  const extended = extensions(sheet, 'dataValidations').flatMap((node) => children(node, 'dataValidation'));
  const keyed = [
    ...own.map((node, i) => [node, String(i)] as const),
    ...extended.map((node, i) => [node, `x${i}`] as const),
  ];
  return keyed.flatMap(([node, fileKey]) => {
    const rule = readRule(node);
    const rects = readRects(attribute(node, 'sqref') ?? textOf(child(node, 'sqref')));
    if (!rule || rects.length === 0) return [];
    return [
      {
        fileKey,
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

/** Conditional formats by priority; rules of kinds the host does not hold stay in the file alone. */
export function readConditionalFormats(
  sheet: XmlNode,
  looks: readonly ConditionalLook[],
  theme: readonly string[],
): ConditionalFormatContents[] {
  const found: { priority: number; format: ConditionalFormatContents }[] = [];
  for (const [i, block] of children(sheet, 'conditionalFormatting').entries()) {
    const rects = readRects(attribute(block, 'sqref') ?? '');
    for (const [r, node] of children(block, 'cfRule').entries()) {
      if (rects.length > 0)
        found.push({
          priority: numberAttribute(node, 'priority') ?? 0,
          format: {
            ...readFormat(node, rects, looks, theme),
            fileKey: { block: String(i), rule: String(r) },
          },
        });
    }
  }
  found.sort((a, b) => a.priority - b.priority);
  return found.map(({ format }) => format);
}

/** A rule of a kind the host does not hold is known by its place alone. */
function readFormat(
  node: XmlNode,
  rects: readonly Rect[],
  looks: readonly ConditionalLook[],
  theme: readonly string[],
): ConditionalFormatContents {
  const dxf = numberAttribute(node, 'dxfId');
  const base = {
    rects,
    stopIfTrue: flag(node, 'stopIfTrue'),
    rule: {},
    look: structuredClone((dxf === undefined ? undefined : looks[dxf]) ?? { fill: {}, font: {} }),
    bar: { ...NEW_BAR },
  };
  const [formula] = children(node, 'formula').map((item) => fromFileFormula(textOf(item), undefined));
  if (attribute(node, 'type') === 'expression' && formula !== undefined)
    return { ...base, type: 'Custom', rule: { formula } };
  if (attribute(node, 'type') !== 'dataBar') return { ...base, type: 'Other' };
  const color = readColor(child(child(node, 'dataBar'), 'color'), theme);
  return { ...base, type: 'DataBar', bar: { fillColor: color ?? NEW_BAR.fillColor } };
}
