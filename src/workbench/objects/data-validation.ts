import { formatAddress } from '../grid/address';
import { contains, intersection } from '../grid/rect';
import type { Rect } from '../grid/rect';
import { checkFormula } from '../formula/tokens';
import { clearValidation } from '../model/clear';
import type { Sheet } from '../model/sheet';
import { NO_PROMPT, ruleKind, STOP_ALERT, VALIDATION_TYPES } from '../model/validation';
import type { Validation, ValidationRule } from '../model/validation';
import { hostErrors } from '../protocol/host-error';
import { wire } from '../protocol/wire-class';
import type { WireObject } from '../protocol/wire-class';
import { asBoolean, asOneOf, asRecord } from './arguments';
import { Range } from './range';

/** Excel's limits: an inline list 255 characters, titles 32, messages 255. */
const MAX_INLINE_LIST = 255;
const MAX_TITLE = 32;
const MAX_MESSAGE = 255;

interface Validated {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/** `range.dataValidation`. */
export class DataValidation implements WireObject {
  static readonly wire = wire<DataValidation>('DataValidation', {
    scalars: ['type', 'rule', 'prompt', 'errorAlert', 'ignoreBlanks'],
    methods: ['clear'],
  });

  constructor(private readonly of: Validated) {}

  /** The rules on the range's cells, and whether one rule covers them all. */
  private found(): { touching: Validation[]; whole: Validation | undefined } {
    const { sheet, rect } = this.of;
    const touching = sheet.validations.filter((v) => v.areas.some((area) => intersection(area.rect, rect)));
    const whole = touching.find((v) => v.areas.some((area) => contains(area.rect, rect)));
    return { touching, whole };
  }

  get type(): string {
    const { touching, whole } = this.found();
    if (touching.length === 0) return 'None';
    if (touching.length > 1) return 'Inconsistent';
    const kind = whole && ruleKind(whole.rule);
    return kind === undefined ? 'MixedCriteria' : VALIDATION_TYPES[kind];
  }

  get rule(): ValidationRule | null {
    const { touching, whole } = this.found();
    return touching.length === 0 ? {} : (whole?.rule ?? null);
  }

  set rule(value: unknown) {
    const { sheet, rect } = this.of;
    sheet.checkUnprotected();
    const before = this.found().whole;
    const rule = readRule(value);
    clearValidation(sheet, rect);
    sheet.validations.push({
      areas: [sheet.follow(rect)],
      rule,
      prompt: before?.prompt ?? NO_PROMPT,
      errorAlert: before?.errorAlert ?? STOP_ALERT,
      ignoreBlanks: before?.ignoreBlanks ?? true,
    });
  }

  get prompt(): unknown {
    return this.found().whole?.prompt ?? NO_PROMPT;
  }

  set prompt(value: unknown) {
    const { showPrompt, title, message } = asRecord(value);
    const prompt = { showPrompt: asBoolean(showPrompt), ...texts(title, message) };
    this.change((validation) => (validation.prompt = prompt));
  }

  get errorAlert(): unknown {
    return this.found().whole?.errorAlert ?? STOP_ALERT;
  }

  set errorAlert(value: unknown) {
    const { showAlert, style, title, message } = asRecord(value);
    const alert = {
      showAlert: asBoolean(showAlert ?? true),
      style: asOneOf(style ?? 'Stop', ['Stop', 'Warning', 'Information']),
      ...texts(title, message),
    };
    this.change((validation) => (validation.errorAlert = alert));
  }

  get ignoreBlanks(): boolean {
    return this.found().whole?.ignoreBlanks ?? true;
  }

  set ignoreBlanks(value: unknown) {
    const ignore = asBoolean(value);
    this.change((validation) => (validation.ignoreBlanks = ignore));
  }

  clear(): void {
    this.of.sheet.checkUnprotected();
    clearValidation(this.of.sheet, this.of.rect);
  }

  private change(apply: (validation: Validation) => void): void {
    this.of.sheet.checkUnprotected();
    const { whole } = this.found();
    if (!whole) throw hostErrors.invalidOperation('Set a rule before its prompt or alert.');
    apply(whole);
  }
}

function texts(title: unknown, message: unknown): { title: string; message: string } {
  const result = { title: String(title ?? ''), message: String(message ?? '') };
  if (result.title.length > MAX_TITLE || result.message.length > MAX_MESSAGE) {
    throw hostErrors.invalidArgument(`A title has ${MAX_TITLE} characters, a message ${MAX_MESSAGE}.`);
  }
  return result;
}

function readRule(value: unknown): ValidationRule {
  const rule = asRecord(value) as ValidationRule;
  const kind = ruleKind(rule);
  if (kind === undefined) throw hostErrors.invalidArgument('A validation rule has exactly one kind.');
  if (kind === 'list') return { list: readList(rule.list) };
  if (kind === 'custom') return { custom: { formula: readFormula(rule.custom?.formula) } };
  const comparison = asRecord(rule[kind]);
  const operator = asOneOf(comparison['operator'] ?? 'Between', OPERATORS);
  const formula1 = readOperand(comparison['formula1']);
  const needsTwo = operator === 'Between' || operator === 'NotBetween';
  const formula2 = comparison['formula2'];
  if (needsTwo && (formula2 === undefined || formula2 === null)) throw hostErrors.invalidArgument();
  return {
    [kind]: needsTwo ? { formula1, formula2: readOperand(formula2), operator } : { formula1, operator },
  };
}

const OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;

/** A list is text with commas, a formula such as `=$A$1:$A$9`, or a range. */
function readList(value: unknown): NonNullable<ValidationRule['list']> {
  const { source, inCellDropDown } = asRecord(value);
  const inCell = asBoolean(inCellDropDown ?? true);
  if (source instanceof Range) {
    const text = `=${formatAddress(source.sheet.name, source.rect, { absolute: true })}`;
    return { inCellDropDown: inCell, source: text };
  }
  if (typeof source !== 'string' || source === '') throw hostErrors.invalidArgument();
  if (source.startsWith('=')) return { inCellDropDown: inCell, source: readFormula(source) };
  if (source.length > MAX_INLINE_LIST) {
    throw hostErrors.invalidArgument(`A list in the rule itself has at most ${MAX_INLINE_LIST} characters.`);
  }
  return { inCellDropDown: inCell, source };
}

/** Excel takes no structured references in validation formulas. */
function readFormula(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('=')) throw hostErrors.invalidArgument();
  checkFormula(value);
  if (/\[/.test(value.replace(/"[^"]*"/g, ''))) {
    throw hostErrors.invalidArgument('A validation rule cannot use structured references.');
  }
  return value;
}

function readOperand(value: unknown): string | number {
  if (value instanceof Range) return `=${formatAddress(value.sheet.name, value.rect, { absolute: true })}`;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') throw hostErrors.invalidArgument();
  if (value.startsWith('=')) return readFormula(value);
  return value;
}
