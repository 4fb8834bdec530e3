import type { Cell, SourceTable } from '../../plan/cells';
import type { AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import { cellText, isBlank } from '../cells/cell-text';
import { accountDictionary } from '../headers/dictionaries';

const SURELY = 0.9;
/** `48.137.154`: a program that has the point between thousands has read 48.137154. */
const GROUPED = /^-?\d{1,3}(?:[.,]\d{3}){2,}$/;
const MOST_DEGREES = 180;

/**
 * Columns that are called latitude or longitude and were left out, since most of what stands in them is no degree: what
 * remains of 40.4636667 where a program took its point for that of thousands is 404636667.
 */
export function lostDegrees(source: SourceTable, mapping: AccountMapping): Finding[] {
  return source.headers.flatMap((header, column): Finding[] => {
    const { scores } = accountDictionary.scores(header);
    const field = (['latitude', 'longitude'] as const).find((one) => (scores.get(one) ?? 0) >= SURELY);
    if (field === undefined || mapping[field] !== undefined) return [];
    const cells = source.columns[column] ?? [];
    const first = cells.findIndex(isNoDegree);
    const filled = cells.filter((cell) => !isBlank(cell)).length;
    const count = cells.filter(isNoDegree).length;
    if (first < 0 || 2 * count < filled) return [];
    return [
      {
        code: 'lostDegrees',
        severity: 'warning',
        sheet: source.sheet,
        row: source.firstRow + first,
        column: source.firstColumn + column,
        read: cellText(cells[first]),
        params: { field, header, count },
      },
    ];
  });
}

const isNoDegree = (cell: Cell): boolean =>
  typeof cell === 'number' ? Math.abs(cell) > MOST_DEGREES : GROUPED.test(cellText(cell));
