import type { Area } from '../grid/area';

/** `Excel.DataValidationRule`: one of these keys, with the rule's own fields. */
export interface ValidationRule {
  readonly list?: { readonly inCellDropDown: boolean; readonly source: string };
  readonly wholeNumber?: ComparisonRule;
  readonly decimal?: ComparisonRule;
  readonly date?: ComparisonRule;
  readonly time?: ComparisonRule;
  readonly textLength?: ComparisonRule;
  readonly custom?: { readonly formula: string };
}

export interface ComparisonRule {
  readonly formula1: string | number;
  readonly formula2?: string | number;
  readonly operator: string;
}

export interface ValidationPrompt {
  readonly showPrompt: boolean;
  readonly title: string;
  readonly message: string;
}

export interface ValidationAlert {
  readonly showAlert: boolean;
  readonly style: string;
  readonly title: string;
  readonly message: string;
}

/** One rule and the blocks it stands on. */
export interface Validation {
  /** Its place among the rules of the file. */
  readonly fileKey?: string;
  readonly areas: Area[];
  rule: ValidationRule;
  prompt: ValidationPrompt;
  errorAlert: ValidationAlert;
  ignoreBlanks: boolean;
}

export const NO_PROMPT: ValidationPrompt = { showPrompt: true, title: '', message: '' };
export const STOP_ALERT: ValidationAlert = { showAlert: true, style: 'Stop', title: '', message: '' };

/** The kinds of rule, in Office.js's spelling of `DataValidation.type`. */
export const VALIDATION_TYPES: Readonly<Record<keyof ValidationRule, string>> = {
  list: 'List',
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

/** The one kind a rule has, or undefined. */
export function ruleKind(rule: ValidationRule): keyof ValidationRule | undefined {
  const kinds = (Object.keys(VALIDATION_TYPES) as (keyof ValidationRule)[]).filter((kind) => rule[kind]);
  return kinds.length === 1 ? kinds[0] : undefined;
}
