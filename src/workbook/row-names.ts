import type { Cell } from '../plan/cells';
import type { TableBlock } from '../reports/spec';

/** What a row of a table of ours is known by, so that what users put beside it finds it in another writing of the table. */
export interface RowName {
  /** Texts that no other row has in their columns. */
  readonly alone: ReadonlyMap<string, string>;
  /** All its texts together, and of rows that have the same which one it is. */
  readonly all: string;
  readonly nth: number;
}

/** A cell of the body as it stands, its place counted from the first. */
export type StandingCell = (row: number, column: number) => Cell;

/**
 * The rows of a table by their texts: those of columns that the table says it is known by, else all that are fixed.
 * @param standing the cells as they stand: of a long table it is not remembered what was written
 * @returns undefined where nothing tells
 */
export function rowNames(block: TableBlock, standing?: StandingCell): readonly RowName[] | undefined {
  const columns = fixedTexts(block, standing);
  if (columns.size === 0) return undefined;
  // Columns that are named tell together: one of them alone may speak of another row of the same.
  const unique = block.known === undefined ? [...columns].filter(([, texts]) => areAlone(texts)) : [];
  const seen = new Map<string, number>();
  return Array.from({ length: block.rows }, (_, r) => {
    const all = JSON.stringify([...columns].map(([key, texts]) => [key, texts[r] ?? '']));
    const nth = seen.get(all) ?? 0;
    seen.set(all, nth + 1);
    return { alone: new Map(unique.map(([key, texts]) => [key, texts[r] ?? ''])), all, nth };
  });
}

/** A table with the cells that stand in it: its rows may be others than were written. */
export const asItStands = (block: TableBlock, rows: number, standing: StandingCell): TableBlock => ({
  ...block,
  rows,
  columns: block.columns.map((column, c) =>
    typeof column.cells === 'string'
      ? column
      : { ...column, cells: Array.from({ length: rows }, (_, r) => standing(r, c)) },
  ),
});

/** The row of that name; −1 where there is none. A column of texts that are alone in both writings tells before all else. */
export function rowNamed(name: RowName, rows: readonly RowName[]): number {
  const [first] = rows;
  for (const [key, text] of name.alone)
    if (first?.alone.has(key) === true) return rows.findIndex(({ alone }) => alone.get(key) === text);
  return rows.findIndex(({ all, nth }) => all === name.all && nth === name.nth);
}

function fixedTexts({ columns, known, rows }: TableBlock, standing?: StandingCell): Map<string, string[]> {
  const out = new Map<string, string[]>();
  columns.forEach(({ key, cells, style, blank = [] }, c) => {
    if (typeof cells === 'string' || style === 'input' || known?.includes(key) === false) return;
    if (cells.length === 0 && rows > 0) {
      if (known === undefined || standing === undefined) return;
      const left = new Set(
        blank.flatMap(([from, count]) => Array.from({ length: count }, (_, n) => from + n)),
      );
      out.set(
        key,
        Array.from({ length: rows }, (_, r) => (left.has(r) ? '' : String(standing(r, c)))),
      );
    } else if (
      cells.every((cell) => (known === undefined ? typeof cell === 'string' : typeof cell !== 'object'))
    )
      out.set(
        key,
        cells.map((cell) => (typeof cell === 'object' ? '' : String(cell))),
      );
  });
  return out;
}

const areAlone = (texts: readonly string[]): boolean =>
  texts.every((text) => text !== '') && new Set(texts).size === texts.length;
