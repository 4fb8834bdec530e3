import { tableName, quotaName, type TableKey } from '../names';
import { columnRef, literal, sought, thisRow } from '../spec';
import type { QuotaContext } from './context';
import { CHOICES, wordOf, type Choice } from './words';

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
  /** Which of its choices a cell names, from 1, in any of our languages; an error where it names none. */
  readonly numberOf: (choice: Choice, cell: string) => string;
  /** The same in the words of the sheet; the first where a cell is blank or names none. */
  readonly worded: (choice: Choice, cell: string) => string;
}

/** The conventions that formulas go by: those of today, or those of the day when quotas were issued. */
export type When = 'now' | 'issue';

/** Cells of the conventions of one day. */
export interface ConventionCells {
  readonly year: string;
  /** Columns of the twelve periods. */
  readonly first: string;
  readonly last: string;
  readonly weight: string;
  readonly is: Formulas['is'];
  readonly isNot: Formulas['isNot'];
}

export function conventionCells({ layer, say }: Pick<QuotaContext, 'layer' | 'say'>, when: When) {
  const isNow = when === 'now';
  const setting = (key: string) => quotaName(layer, key, isNow ? '' : 'AtIssue');
  const months = (header: string) => columnRef(tableName(layer, 'quotaMonths'), header);
  const compared = (sign: '=' | '<>'): Formulas['is'] => {
    return (choice, code) => `(${setting(choice)}${sign}${literal(wordOf(say, choice, code))})`;
  };
  return {
    year: setting('fiscalYear'),
    first: months(say(isNow ? 'quota.first' : 'quota.firstAtIssue')),
    last: months(say(isNow ? 'quota.last' : 'quota.lastAtIssue')),
    weight: months(say(isNow ? 'quota.weightOfYear' : 'quota.weightAtIssue')),
    is: compared('='),
    isNot: compared('<>'),
  } satisfies ConventionCells;
}

/** The conventions that quotas in force go by. */
export const inForce = ({ quota }: Pick<QuotaContext, 'quota'>): When =>
  quota.issued === undefined ? 'now' : 'issue';

export function formulas({ layer, say }: Pick<QuotaContext, 'layer' | 'say'>): Formulas {
  const setting = (key: string) => quotaName(layer, key);
  const numberOf: Formulas['numberOf'] = (choice, cell) =>
    `(MOD(MATCH(${sought(`TRIM(${cell})`)},${quotaName(layer, choice, 'Words')},0)-1,${CHOICES[choice].length})+1)`;
  return {
    own: thisRow,
    column: (table, header) => columnRef(tableName(layer, table), header),
    setting,
    is: (choice, code) => `(${setting(choice)}=${literal(wordOf(say, choice, code))})`,
    isNot: (choice, code) => `(${setting(choice)}<>${literal(wordOf(say, choice, code))})`,
    numberOf,
    worded: (choice, cell) =>
      `INDEX(${quotaName(layer, choice, 'Choices')},IFERROR(${numberOf(choice, cell)},1))`,
  };
}

/** What stands for no upper bound, as formulas and as cells have it, and for a day that nobody lives to see. */
export const NO_BOUND = '10^15';
export const NO_BOUND_CELL = 10 ** 15;
export const NEVER = 'DATE(9999,12,31)';

/** A day that can be, of a cell that may hold anything; 0 for none. */
export const dayIn = (cell: string): string => `(N(${cell})*(N(${cell})>=1)*(N(${cell})<=${NEVER}))`;
