import type { Cell } from '../../plan/cells';
import { cellText, isBlank, isErrorText, isPlaceholder, trimText } from '../cells/cell-text';
import { isDateFormat } from '../cells/formats';
import { CELL_KINDS, kindsOf, type CellKind } from './cell-kinds';

/**
 * What the cells of a column look like, from a sample spread over all rows. Of each kind of cell: its share
 * of the filled cells of the sample, 0…1.
 */
export interface ColumnProfile extends Readonly<Record<CellKind, number>> {
  /** Cells that hold something, as a share of the cells looked at. */
  readonly filled: number;
  readonly sampled: number;
  /** Distinct values as a share of the sample. */
  readonly distinct: number;
  /** Of the numbers; Infinity and −Infinity where there is none. */
  readonly minimum: number;
  readonly maximum: number;
  readonly averageLength: number;
}

const SAMPLE = 300;
const LOOKED_AT = 4000;

/** @param format number format of the column */
export function profileColumn(cells: readonly Cell[], format = 'General'): ColumnProfile {
  const { sample, filled } = takeSample(cells);
  const dates = isDateFormat(format);
  const counts = new Map<CellKind, number>();
  let minimum = Infinity;
  let maximum = -Infinity;
  let length = 0;
  for (const cell of sample) {
    const text = trimText(cellText(cell));
    length += text.length;
    const { kinds, value } = kindsOf(cell, text, dates);
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (value === undefined) continue;
    minimum = Math.min(minimum, value);
    maximum = Math.max(maximum, value);
  }
  const share = (count: number) => (sample.length === 0 ? 0 : count / sample.length);
  const shares = CELL_KINDS.map((kind) => [kind, share(counts.get(kind) ?? 0)]);
  return {
    ...(Object.fromEntries(shares) as Record<CellKind, number>),
    filled,
    sampled: sample.length,
    distinct: share(new Set(sample).size),
    minimum,
    maximum,
    averageLength: share(length),
  };
}

/** Filled cells spread over the column, without placeholders and errors; and how many are filled. */
function takeSample(cells: readonly Cell[]): { sample: Cell[]; filled: number } {
  const step = Math.max(1, Math.floor(cells.length / LOOKED_AT));
  const found: Cell[] = [];
  let looked = 0;
  let filled = 0;
  for (let i = 0; i < cells.length; i += step) {
    const cell = cells[i];
    looked++;
    if (cell === undefined || isBlank(cell)) continue;
    filled++;
    if (typeof cell === 'string' && (isErrorText(cell) || isPlaceholder(trimText(cell)))) continue;
    if (cell === -999 || cell === '-999') continue;
    found.push(cell);
  }
  const every = Math.max(1, found.length / SAMPLE);
  const sample: Cell[] = [];
  for (let at = 0; at < found.length && sample.length < SAMPLE; at += every) {
    const cell = found[Math.floor(at)];
    if (cell !== undefined) sample.push(cell);
  }
  return { sample, filled: looked === 0 ? 0 : filled / looked };
}
