import type { Cell } from '../support/office';
import type { Sheets } from './libre-office';

/** Cells of ours that are shown otherwise by somebody else. */
export function differing(ours: Sheets | undefined, theirs: Sheets | undefined, decimal: string): string[] {
  const found: string[] = [];
  for (const [sheet, lines] of ours ?? [])
    lines.forEach((line, r) => {
      line.forEach((cell, c) => {
        const other = theirs?.get(sheet)?.[r]?.[c] ?? '';
        if (!isAlike(cell, other, decimal))
          found.push(`${sheet} R${r + 1}C${c + 1}: ${String(cell)} | ${String(other)}`);
      });
    });
  return found;
}

/** Numbers to nine digits; sentences whatever the separators in them. */
function isAlike(ours: Cell, theirs: Cell, decimal: string): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number')
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  const plain = (cell: Cell) => String(cell ?? '').replaceAll(decimal === ',' ? ',' : '\0', '.');
  return plain(ours) === plain(theirs);
}
