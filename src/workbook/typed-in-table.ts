import type { Cell } from '../plan/cells';
import type { TableBlock } from '../reports/spec';
import type { Other } from './foreign-cells';
import { columnCells, isFilled, type Extent } from './grid';
import type { Standing } from './inserted-rows';
import { asKept } from './journal';
import { isBlue } from './own-inputs';
import { asItStands, rowNamed, rowNames } from './row-names';

/**
 * What users typed in columns of a table of ours that are theirs to fill, since it was written; what they cleared is blank.
 * Of blue cells, which are read as settings whatever becomes of the sheet, formulas alone.
 * Rows are told by what stands in them: users may have sorted the table, or put rows into it.
 * @param lines the cells of its area, the headers first
 */
export function typedInTable(
  block: TableBlock,
  area: Extent,
  lines: readonly (readonly Standing[])[],
): Other[] {
  if (!block.columns.some(isFilled)) return [];
  const [headers = [], ...rows] = lines;
  const known = new Set<Cell>(block.columns.map(({ header }) => header));
  // One that has another name by now stands where it stood, if all others do.
  const places = block.columns.map(({ header }, c) => {
    const at = headers.findIndex(({ value }) => value === header);
    const isRenamed = headers.length === block.columns.length && !known.has(headers[c]?.value ?? '');
    return at < 0 && isRenamed ? c : at;
  });
  const standing = asItStands(block, rows.length, (r, c) => rows[r]?.[places[c] ?? -1]?.value ?? '');
  const then = rowNames(block) ?? [];
  const names = rowNames(standing) ?? [];
  return block.columns.flatMap((column, c) => {
    const { key, cells } = column;
    const j = places[c] ?? -1;
    if (j < 0) return [];
    const wrote = columnCells(cells, block.rows);
    return rows.flatMap((line, i): Other[] => {
      const row = names[i];
      const was = row === undefined ? -1 : rowNamed(row, then);
      const cell = asKept(line[j]?.formula ?? '', line[j]?.value ?? '');
      const isFormula = cell === line[j]?.formula && String(cell).startsWith('=');
      if (column.typed !== true && !(isFormula && isBlue(column, was))) return [];
      if (cell === (wrote[was] ?? '')) return [];
      const of = row && { of: { table: block.name, column: key, row } };
      return [{ row: area.row + 1 + i, column: area.column + j, cell, ...of }];
    });
  });
}
