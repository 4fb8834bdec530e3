import { formatAt, type SourceTable } from '../../plan/cells';
import { cellText } from '../cells/cell-text';
import { isPlausibleSerial } from '../cells/dates';
import { isDateFormat } from '../cells/formats';
import { cellAt, isoDate, note, type ReadContext } from './column-reader';

/** What Excel shows as a day that no list means: blank formulas, and "for ever". */
const NO_DAYS: ReadonlySet<number> = new Set([0, 1, 2_958_465]);
/** From so many on, numbers that are no day of these times say that the column's format is the mistake. */
const MISTAKEN = 0.1;

/** What is said of one cell speaks of no others. */
const ALONE = { count: 0, filled: 0 } as const;

/**
 * Cells of a column of numbers that show a date: a value that only its format tells from an amount. What can be a day of
 * these times is one, and no amount; another number is an amount in the wrong format. A column that shows dates
 * throughout is told of once: where its numbers cannot be days its format is the mistake, and all of it counts.
 *
 * @returns whether the number of row i is a date
 */
export function datesAmongNumbers(context: ReadContext, column: number): (i: number) => boolean {
  const { source, rows } = context;
  const isThroughout = isDateFormat(source.formats[column] ?? 'General');
  const apart = source.formatsApart?.[column];
  if (!isThroughout && apart === undefined) return () => false;
  const shown: number[] = [];
  const odd: number[] = [];
  let filled = 0;
  rows.forEach((row, i) => {
    const cell = cellAt(context, i, column);
    if (cell === '') return;
    filled++;
    if (typeof cell !== 'number' || !isDateFormat(formatAt(source, column, row))) return;
    if (isPlausibleSerial(cell)) shown.push(i);
    else if (!NO_DAYS.has(cell)) odd.push(i);
  });
  const all = shown.length + odd.length;
  if (all === 0) return () => false;
  const isMistake = isThroughout && odd.length >= MISTAKEN * all;
  const header = source.headers[column] ?? '';
  const of = { count: all, filled };
  if (isMistake) {
    const example = cellText(cellAt(context, odd[0] ?? 0, column));
    note(context, -1, column, 'shownAsDate', 'warning', header, example, of);
    return () => false;
  }
  if (isThroughout) note(context, -1, column, 'dateNotNumber', 'warning', header, undefined, of);
  else
    for (const i of shown) {
      const day = isoDate(Number(cellAt(context, i, column)));
      note(context, i, column, 'dateNotNumber', 'warning', day, undefined, ALONE);
    }
  for (const i of odd) {
    const text = cellText(cellAt(context, i, column));
    note(context, i, column, 'shownAsDate', 'warning', text, text, ALONE);
  }
  const dates = new Set(shown);
  return (i) => dates.has(i);
}

/** Whether a cell holds a day of these times that its format shows as one. */
export function isDateCell(source: SourceTable, column: number, row: number): boolean {
  const cell = source.columns[column]?.[row];
  return typeof cell === 'number' && isPlausibleSerial(cell) && isDateFormat(formatAt(source, column, row));
}
