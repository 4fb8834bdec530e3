import type { Cell } from '../plan/cells';
import type { TableBlock } from '../reports/spec';
import type { Other } from './foreign-cells';
import { columnCells, type Extent } from './grid';
import type { Standing } from './inserted-rows';
import { asKept } from './journal';
import { rowNamed, rowNames } from './row-names';

/**
 * What users typed in columns of a table of ours that are theirs to fill, since it was written; what they cleared is blank.
 * Rows are told by what stands in them: users may have sorted the table, or put rows into it.
 * @param lines the cells of its area, the headers first
 */
export function typedInTable(
  block: TableBlock,
  area: Extent,
  lines: readonly (readonly Standing[])[],
): Other[] {
  if (!block.columns.some(({ typed }) => typed === true)) return [];
  const [headers = [], ...rows] = lines;
  const known = new Set<Cell>(block.columns.map(({ header }) => header));
  // One that has another name by now stands where it stood, if all others do.
  const places = block.columns.map(({ header }, c) => {
    const at = headers.findIndex(({ value }) => value === header);
    const isRenamed = headers.length === block.columns.length && !known.has(headers[c]?.value ?? '');
    return at < 0 && isRenamed ? c : at;
  });
  const asStanding: TableBlock = {
    ...block,
    rows: rows.length,
    columns: block.columns.map((column) =>
      typeof column.cells === 'string' ? column : { ...column, cells: [] },
    ),
  };
  const then = rowNames(block) ?? [];
  const names = rowNames(asStanding, (r, c) => rows[r]?.[places[c] ?? -1]?.value ?? '') ?? [];
  return block.columns.flatMap(({ key, cells, typed }, c) => {
    const j = places[c] ?? -1;
    if (typed !== true || j < 0) return [];
    const wrote = columnCells(cells, block.rows);
    return rows.flatMap((line, i): Other[] => {
      const row = names[i];
      const cell = asKept(line[j]?.formula ?? '', line[j]?.value ?? '');
      if (cell === ((row && wrote[rowNamed(row, then)]) ?? '')) return [];
      const of = row && { of: { table: block.name, column: key, row } };
      return [{ row: area.row + 1 + i, column: area.column + j, cell, ...of }];
    });
  });
}
