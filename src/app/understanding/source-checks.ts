import { columnLetters, quoteSheet, type SourceTable } from '../../plan/cells';
import { columnRef } from '../../reports/spec';
import type { Say } from '../../text/say';
import type { LineAbove, TableRef } from '../ports';

/** What is added under a plain range is seen so far down. */
const ROWS_BELOW = 1000;
/** A stage, a status: of columns with more different words no count is kept. */
const MOST_WORDS = 20;
/** Excel compares no longer words. */
const LONGEST = 200;

/**
 * Lines above a list that was made of the rows of another: that its amounts are values, and what has changed in those
 * rows since, as formulas over them. 0 is as it was.
 *
 * @param used columns of the rows that went into the list, 0-based
 * @param states of these, the ones that say how it stands with a row: each of their words is counted
 */
export function sourceChecks(
  source: SourceTable,
  from: TableRef,
  { used, states }: { readonly used: readonly number[]; readonly states: readonly number[] },
  what: string,
  say: Say,
): LineAbove[] {
  const cellsOf = (column: number) => source.columns[column] ?? [];
  // An error would be all that a sum over it says; a formula that shows nothing counts as filled.
  const isSound = (column: number) =>
    cellsOf(column).every(
      (cell) => !String(cell).startsWith('#') && (cell !== '' || source.isFormula[column] !== true),
    );
  const sound = [...new Set(used)].filter((column) => column >= 0 && isSound(column)).sort((a, b) => a - b);
  const place = placeOf(source, from);
  const filled = sound.reduce((n, column) => n + cellsOf(column).filter((cell) => cell !== '').length, 0);
  const sum = sound.reduce(
    (total, column) =>
      total + cellsOf(column).reduce<number>((part, cell) => part + (typeof cell === 'number' ? cell : 0), 0),
    0,
  );
  const counted = (name: string) => sound.map((column) => `${name}(${place(column)})`).join('+');
  const words = states.flatMap((column) => {
    const counts = new Map<string, number>();
    for (const cell of cellsOf(column)) {
      const word = String(cell).toLowerCase();
      // Excel would read these as a pattern or a comparison.
      if (typeof cell !== 'string' || word === '' || /[*?~]|^[=<>]/.test(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    if (counts.size > MOST_WORDS || [...counts.keys()].some((word) => word.length > LONGEST)) return [];
    return [...counts].map(
      ([word, n]) => `ABS(COUNTIF(${place(column)},"${word.replaceAll('"', '""')}")-${n})`,
    );
  });
  if (sound.length === 0) return [{ text: what }];
  return [
    { text: what },
    { text: say('derived.check.cells'), formula: `=${counted('COUNTA')}-${filled}` },
    { text: say('derived.check.sum'), formula: `=ROUND(${counted('SUM')}-(${plain(sum)}),2)` },
    ...(words.length === 0 ? [] : [{ text: say('derived.check.states'), formula: `=${words.join('+')}` }]),
  ];
}

/** How formulas speak of a column of the rows. */
export function placeOf(
  { headers, firstRow, firstColumn, rowCount }: SourceTable,
  { sheet, table }: TableRef,
) {
  const lastRow = firstRow + rowCount - 1 + ROWS_BELOW;
  return (column: number): string => {
    const header = headers[column] ?? '';
    const isNamed = header !== '' && headers.indexOf(header) === headers.lastIndexOf(header);
    if (table !== undefined && isNamed) return columnRef(table, header);
    const letters = columnLetters(firstColumn + column);
    return `${quoteSheet(sheet)}!$${letters}$${firstRow}:$${letters}$${lastRow}`;
  };
}

/** A number as formulas have it, without an exponent. */
const plain = (value: number): string => value.toFixed(2);
