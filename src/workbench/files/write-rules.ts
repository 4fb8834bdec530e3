import { formatRect } from '../grid/address';
import type { Area } from '../grid/area';
import type { ConditionalFormat } from '../model/conditional-format';
import type { Sheet } from '../model/sheet';
import type { ComparisonRule, Validation } from '../model/validation';
import { ruleKind } from '../model/validation';
import { toFileFormula } from './file-formula';
import { OPERATORS } from './read-rules';
import { KEY, mark } from './marks';
import { lookXml } from './write-styles';
import { escapeAttribute, escapeFormula, escapeXml } from './xml';

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
  if (text.startsWith('=')) return escapeFormula(toFileFormula(text, undefined));
  const serial = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) / 86_400_000 + 25_569 : NaN;
  return escapeXml(Number.isNaN(serial) ? text : String(serial));
}

/** The `dataValidations` element, also where there are no rules: the file may have some of its own. */
export function validationsXml(sheet: Sheet): string {
  const items = sheet.validations.map((item, n) =>
    sqref(item.areas) === '' ? '' : validationXml(item, item.fileKey ?? `new${n}`),
  );
  return `<dataValidations>${items.join('')}</dataValidations>`;
}

const FILE_KINDS: Readonly<Record<string, string>> = { wholeNumber: 'whole' };

function validationXml({ areas, rule, prompt, errorAlert, ignoreBlanks }: Validation, key: string): string {
  const kind = ruleKind(rule) ?? 'custom';
  const attributes = [
    `type="${FILE_KINDS[kind] ?? kind}"`,
    errorAlert.style === 'Stop' ? '' : `errorStyle="${lowered(errorAlert.style)}"`,
    ignoreBlanks ? 'allowBlank="1"' : '',
    // The attribute says the opposite of its name.
    kind === 'list' && rule.list?.inCellDropDown === false ? 'showDropDown="1"' : '',
    prompt.showPrompt ? 'showInputMessage="1"' : '',
    errorAlert.showAlert ? 'showErrorMessage="1"' : '',
    errorAlert.title === '' ? '' : `errorTitle="${escapeAttribute(errorAlert.title)}"`,
    errorAlert.message === '' ? '' : `error="${escapeAttribute(errorAlert.message)}"`,
    prompt.title === '' ? '' : `promptTitle="${escapeAttribute(prompt.title)}"`,
    prompt.message === '' ? '' : `prompt="${escapeAttribute(prompt.message)}"`,
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
  return `<dataValidation ${KEY}="${key}" ${text} sqref="${sqref(areas)}">${formulas}</dataValidation>`;
}

function listSource(source: string): string {
  if (source.startsWith('=')) return escapeFormula(toFileFormula(source, undefined));
  return escapeXml(`"${source.replace(/"/g, '""')}"`);
}

const color = (value: string) => `<color rgb="FF${value.replace('#', '').toUpperCase()}"/>`;

/**
 * The `conditionalFormatting` elements: rules of one block of the file stand together again. New rules come after
 * those of the file.
 */
export function conditionalFormatsXml(sheet: Sheet): string {
  const blocks = new Map<string, { place: string; rules: string }>();
  for (const format of sheet.conditionalFormats) {
    const place = sqref(format.areas);
    if (place === '') continue;
    const rule = ruleXml(format);
    const key = format.fileKey?.block ?? format.id;
    const known = blocks.get(key);
    const apart = known && known.place !== place ? `${key} ${format.id}` : key;
    blocks.set(apart, { place, rules: (blocks.get(apart)?.rules ?? '') + rule });
  }
  return [...blocks]
    .map(
      ([key, { place, rules }]) =>
        `<conditionalFormatting ${KEY}="${key}" sqref="${place}">${rules}</conditionalFormatting>`,
    )
    .join('');
}

/** A rule of a kind the host does not hold is said to be there, and no more: the file knows the rest. */
function ruleXml({ fileKey, id, type, stopIfTrue, rule, look, bar }: ConditionalFormat): string {
  const stop = stopIfTrue ? ' stopIfTrue="1"' : '';
  const key = ` ${KEY}="${fileKey?.rule ?? id}"`;
  // The file knows the priority of its own rules.
  const rank = fileKey ? '' : ` priority="${mark('priority')}"`;
  if (type === 'Other') return `<cfRule${key}/>`;
  if (type === 'DataBar')
    return (
      `<cfRule${key} type="dataBar"${rank}${stop}><dataBar><cfvo type="min"/><cfvo type="max"/>` +
      `${color(bar.fillColor)}</dataBar></cfRule>`
    );
  return (
    `<cfRule${key} type="expression" dxfId="${mark(`look ${lookXml(look)}`)}"${rank}${stop}>` +
    `<formula>${operand(withEquals(rule.formula))}</formula></cfRule>`
  );
}

const withEquals = (formula = '') => (formula.startsWith('=') ? formula : `=${formula}`);
