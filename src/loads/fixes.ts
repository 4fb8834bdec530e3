import type { Cell } from '../plan/cells';
import type { Comparison, Mismatch, MismatchCode, SystemRow } from './mismatches';

/** What makes another system say what the plan says: rows to change, rows to add, and what takes each back. */
export const FIX_FILES = ['fixes', 'fixesBack', 'adds', 'addsBack'] as const;
export type FixKey = (typeof FIX_FILES)[number];

export interface FixFile {
  readonly key: FixKey;
  /** Headers of the other system's own table. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Rows that a change sets right. Of two rows with one key nobody can say which is meant. */
const CHANGED: ReadonlySet<MismatchCode> = new Set([
  'noOwner',
  'unknownOwner',
  'inactiveOwner',
  'owner',
  'territory',
]);

/** What empties a cell where a blank leaves it as it is. */
const CLEAR = '#N/A';

/** How the other system's table is called, column by column; undefined for what it does not know. */
export interface SystemHeaders {
  readonly keys: readonly string[];
  readonly owner?: string;
  readonly territory?: string;
}

/**
 * @param wordOf how the owner of a territory is written there; undefined where nobody has it, or nobody knows
 * @param nameOf what a territory is called
 */
export function fixFiles(
  { mismatches }: Comparison,
  rows: readonly SystemRow[],
  headers: SystemHeaders,
  wordOf: (territory: number) => string | undefined,
  nameOf: (territory: number) => string,
): FixFile[] {
  const said = ({ to }: Mismatch): Cell[] => [
    ...(headers.owner === undefined ? [] : [wordOf(to) ?? '']),
    ...(headers.territory === undefined ? [] : [nameOf(to)]),
  ];
  const wanted = mismatches.filter(({ to }) => canFix(headers, wordOf, to));
  const changed = wanted.filter(({ code, others }) => CHANGED.has(code) && others.length === 0);
  const added = wanted.filter(({ code }) => code === 'gap');
  const header = [...headers.keys, headers.owner, headers.territory].filter((one) => one !== undefined);
  const before = ({ at = -1 }: Mismatch): Cell[] => {
    const { owner, territory } = rows[at] ?? {};
    const cells = [
      ...(headers.owner === undefined ? [] : [owner ?? '']),
      ...(headers.territory === undefined ? [] : [territory ?? '']),
    ];
    return cells.map((cell) => (cell.trim() === '' ? CLEAR : cell));
  };
  return [
    { key: 'fixes', header, rows: changed.map((one) => [...one.cells, ...said(one)]) },
    { key: 'fixesBack', header, rows: changed.map((one) => [...one.cells, ...before(one)]) },
    { key: 'adds', header, rows: added.map((one) => [...one.cells, ...said(one)]) },
    { key: 'addsBack', header: headers.keys, rows: added.map((one) => one.cells) },
  ];
}

/** A blank would leave what is there. */
export const canFix = (
  headers: SystemHeaders,
  wordOf: (territory: number) => string | undefined,
  to: number,
): boolean => to >= 0 && (headers.owner === undefined || wordOf(to) !== undefined);

/** Whether a mismatch is one that a row of a file sets right, if anybody can be written there. */
export const isFixable = ({ code, others }: Mismatch): boolean =>
  code === 'gap' || (CHANGED.has(code) && others.length === 0);
