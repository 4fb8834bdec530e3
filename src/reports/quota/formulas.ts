import { tableName, quotaName, type TableKey } from '../names';
import { columnRef, literal, thisRow } from '../spec';
import type { QuotaContext } from './context';
import { wordOf, type Choice } from './words';

/** Formulas of one workbook's quota sheets: how columns, settings and choices are called there. */
export interface Formulas {
  /** The cell of this row under a header. */
  readonly own: (header: string) => string;
  readonly column: (table: TableKey, header: string) => string;
  /** The cell of a setting. */
  readonly setting: (key: string) => string;
  /** Whether a setting is a choice. */
  readonly is: (choice: Choice, code: string) => string;
  readonly isNot: (choice: Choice, code: string) => string;
}

export function formulas({ layer, say }: Pick<QuotaContext, 'layer' | 'say'>): Formulas {
  const setting = (key: string) => quotaName(layer, key);
  return {
    own: thisRow,
    column: (table, header) => columnRef(tableName(layer, table), header),
    setting,
    is: (choice, code) => `(${setting(choice)}=${literal(wordOf(say, choice, code))})`,
    isNot: (choice, code) => `(${setting(choice)}<>${literal(wordOf(say, choice, code))})`,
  };
}

/** What stands for no upper bound, and for a day that nobody lives to see. */
export const NO_BOUND = '999999999999999';
export const NEVER = '2958465';
