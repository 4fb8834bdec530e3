import { formatRect } from '../grid/address';
import type { Area } from '../grid/area';
import type { ConditionalFormat } from '../model/conditional-format';
import type { Sheet } from '../model/sheet';
import type { ComparisonRule, Validation } from '../model/validation';
import { ruleKind } from '../model/validation';
import { toFileFormula } from './file-formula';
import { CF_OPERATORS, ICON_SETS, OPERATORS } from './read-rules';
import type { StyleSheet } from './write-styles';
import { escapeXml } from './xml';

const sqref = (areas: readonly Area[]) =>
  areas
    .filter((area) => !area.isGone)
    .map((area) => formatRect(area.rect))
    .join(' ');

function inverse(table: Readonly<Record<string, string>>, value: unknown): string | undefined {
  return Object.entries(table).find(([, known]) => known === value)?.[0];
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The formula of a rule without its `=`; a plain number or text as it is. */
function operand(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = String(value);
  if (text.startsWith('=')) return escapeXml(toFileFormula(text, undefined));
  const serial = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) / 86_400_000 + 25_569 : NaN;
  return escapeXml(Number.isNaN(serial) ? text : String(serial));
}

/** The `dataValidations` element; empty text if there are no rules. */
export function validationsXml(sheet: Sheet): string {
  const items = sheet.validations.filter((item) => sqref(item.areas) !== '').map(validationXml);
  return items.length === 0
    ? ''
    : `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

const FILE_KINDS: Readonly<Record<string, string>> = { wholeNumber: 'whole' };

function validationXml({ areas, rule, prompt, errorAlert, ignoreBlanks }: Validation): string {
  const kind = ruleKind(rule) ?? 'custom';
  const attributes = [
    `type="${FILE_KINDS[kind] ?? kind}"`,
    errorAlert.style === 'Stop' ? '' : `errorStyle="${lowered(errorAlert.style)}"`,
    ignoreBlanks ? 'allowBlank="1"' : '',
    // The attribute says the opposite of its name.
    kind === 'list' && rule.list?.inCellDropDown === false ? 'showDropDown="1"' : '',
    prompt.showPrompt ? 'showInputMessage="1"' : '',
    errorAlert.showAlert ? 'showErrorMessage="1"' : '',
    errorAlert.title === '' ? '' : `errorTitle="${escapeXml(errorAlert.title)}"`,
    errorAlert.message === '' ? '' : `error="${escapeXml(errorAlert.message)}"`,
    prompt.title === '' ? '' : `promptTitle="${escapeXml(prompt.title)}"`,
    prompt.message === '' ? '' : `prompt="${escapeXml(prompt.message)}"`,
  ];
  let formulas: string;
  if (kind === 'list') formulas = `<formula1>${listSource(rule.list?.source ?? '')}</formula1>`;
  else if (kind === 'custom') formulas = `<formula1>${operand(rule.custom?.formula)}</formula1>`;
  else {
    const comparison = rule[kind] as ComparisonRule;
    attributes.push(`operator="${inverse(OPERATORS, comparison.operator) ?? 'between'}"`);
    formulas =
      `<formula1>${operand(comparison.formula1)}</formula1>` +
      (comparison.formula2 === undefined ? '' : `<formula2>${operand(comparison.formula2)}</formula2>`);
  }
  const text = attributes.filter((attribute) => attribute !== '').join(' ');
  return `<dataValidation ${text} sqref="${sqref(areas)}">${formulas}</dataValidation>`;
}

function listSource(source: string): string {
  if (source.startsWith('=')) return escapeXml(toFileFormula(source, undefined));
  return escapeXml(`"${source.replace(/"/g, '""')}"`);
}

const CFVO: Readonly<Record<string, string>> = {
  LowestValue: 'min',
  HighestValue: 'max',
  Number: 'num',
  Percent: 'percent',
  Percentile: 'percentile',
  Formula: 'formula',
};

/** A threshold; `automatic` stands in for Excel's own choice of bound. */
function cfvo(rule: Record<string, unknown>, automatic: string, extra = ''): string {
  const type = CFVO[String(rule['type'])] ?? automatic;
  const formula = rule['formula'];
  if (type === 'min' || type === 'max' || formula === undefined || formula === null)
    return `<cfvo type="${type}"/>`;
  return `<cfvo type="${type}" val="${escapeXml(String(formula).replace(/^=/, ''))}"${extra}/>`;
}

const color = (value: unknown) => `<color rgb="FF${String(value).replace('#', '').toUpperCase()}"/>`;

/** The `conditionalFormatting` elements; the first format has priority 1. */
export function conditionalFormatsXml(sheet: Sheet, styles: StyleSheet): string {
  return sheet.conditionalFormats
    .map((format, index) => {
      const place = sqref(format.areas);
      const rule = place === '' ? undefined : ruleXml(format, index + 1, styles);
      return rule === undefined
        ? ''
        : `<conditionalFormatting sqref="${place}">${rule}</conditionalFormatting>`;
    })
    .join('');
}

function ruleXml(format: ConditionalFormat, priority: number, styles: StyleSheet): string | undefined {
  const stop = format.stopIfTrue ? ' stopIfTrue="1"' : '';
  const looked = (type: string, attributes: string, formulas: readonly string[]) =>
    `<cfRule type="${type}" dxfId="${styles.addLook(format.look)}" priority="${priority}"${stop}${attributes}>` +
    `${formulas.map((text) => `<formula>${text}</formula>`).join('')}</cfRule>`;
  const plain = (type: string, inner: string) =>
    `<cfRule type="${type}" priority="${priority}"${stop}>${inner}</cfRule>`;
  const { rule } = format;
  switch (format.type) {
    case 'Custom':
      return looked('expression', '', [operand(withEquals(rule['formula']))]);
    case 'CellValue': {
      const operator = inverse(CF_OPERATORS, rule['operator']) ?? 'equal';
      const formulas = [rule['formula1'], rule['formula2']].filter(
        (f) => f !== undefined && f !== null && f !== '',
      );
      return looked(
        'cellIs',
        ` operator="${operator}"`,
        formulas.map((f) => operand(f as string)),
      );
    }
    case 'ContainsText':
      return textRule(format, looked);
    case 'TopBottom': {
      const type = String(rule['type']);
      const attributes =
        `${type.startsWith('Bottom') ? ' bottom="1"' : ''}${type.endsWith('Percent') ? ' percent="1"' : ''}` +
        ` rank="${Number(rule['rank'] ?? 10)}"`;
      return looked('top10', attributes, []);
    }
    case 'PresetCriteria': {
      const type = PRESETS[String(rule['criterion'])];
      return type === undefined ? undefined : looked(type, '', []);
    }
    case 'ColorScale':
      return plain('colorScale', colorScaleXml(rule));
    case 'DataBar': {
      const bar = format.dataBar;
      if (!bar) return undefined;
      const shown = bar.showDataBarOnly ? ' showValue="0"' : '';
      const bounds = cfvo(bar.lowerBoundRule, 'min') + cfvo(bar.upperBoundRule, 'max');
      return plain('dataBar', `<dataBar${shown}>${bounds}${color(bar.positive.fillColor)}</dataBar>`);
    }
    case 'IconSet':
      return plain('iconSet', iconSetXml(format));
  }
}

const withEquals = (formula: unknown) => {
  const text = String(formula ?? '');
  return text.startsWith('=') ? text : `=${text}`;
};

const PRESETS: Readonly<Record<string, string>> = {
  DuplicateValues: 'duplicateValues',
  UniqueValues: 'uniqueValues',
  Blanks: 'containsBlanks',
  NonBlanks: 'notContainsBlanks',
  Errors: 'containsErrors',
  NonErrors: 'notContainsErrors',
};

/** A text rule carries both the text and the formula that tests it. */
function textRule(
  format: ConditionalFormat,
  looked: (type: string, attributes: string, formulas: readonly string[]) => string,
): string {
  const text = String(format.rule['text'] ?? '');
  const quoted = escapeXml(`"${text.replace(/"/g, '""')}"`);
  const area = format.areas.find((known) => !known.isGone);
  const cell = area ? formatRect({ ...area.rect, rows: 1, columns: 1 }) : 'A1';
  const attribute = ` text="${escapeXml(text)}"`;
  switch (format.rule['operator']) {
    case 'NotContains':
      return looked('notContainsText', ` operator="notContains"${attribute}`, [
        `ISERROR(SEARCH(${quoted},${cell}))`,
      ]);
    case 'BeginsWith':
      return looked('beginsWith', ` operator="beginsWith"${attribute}`, [
        `LEFT(${cell},${text.length})=${quoted}`,
      ]);
    case 'EndsWith':
      return looked('endsWith', ` operator="endsWith"${attribute}`, [
        `RIGHT(${cell},${text.length})=${quoted}`,
      ]);
    default:
      return looked('containsText', ` operator="containsText"${attribute}`, [
        `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
      ]);
  }
}

function colorScaleXml(rule: Record<string, unknown>): string {
  const points = ['minimum', 'midpoint', 'maximum'].flatMap((key) => {
    const point = rule[key] as Record<string, unknown> | undefined;
    return point
      ? [{ point, automatic: key === 'maximum' ? 'max' : key === 'minimum' ? 'min' : 'percentile' }]
      : [];
  });
  return (
    '<colorScale>' +
    points.map(({ point, automatic }) => cfvo(point, automatic)).join('') +
    points.map(({ point }) => color(point['color'])).join('') +
    '</colorScale>'
  );
}

function iconSetXml({ iconSet }: ConditionalFormat): string {
  const style = inverse(ICON_SETS, iconSet?.style) ?? '3TrafficLights1';
  const criteria = (iconSet?.criteria ?? []) as readonly Record<string, unknown>[];
  const count = Math.max(criteria.length, 3);
  const icons = Array.from({ length: count }, (_, i) => {
    if (i === 0) return '<cfvo type="percent" val="0"/>';
    const criterion = criteria[i] ?? {};
    const extra = criterion['operator'] === 'GreaterThan' ? ' gte="0"' : '';
    const rule =
      criterion['formula'] === undefined
        ? { type: 'Percent', formula: Math.round((100 * i) / count) }
        : criterion;
    return cfvo(rule, 'percent', extra);
  });
  const attributes =
    (iconSet?.showIconOnly ? ' showValue="0"' : '') + (iconSet?.reverseIconOrder ? ' reverse="1"' : '');
  return `<iconSet iconSet="${style}"${attributes}>${icons.join('')}</iconSet>`;
}
