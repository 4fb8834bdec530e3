import type { Block, SheetSpec } from '../reports/spec';
import { extentOf, isTable, type Extent } from './grid';

/** Rows and columns of a block's area that came in among ours, counted from its first cell. */
export interface Came {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

export const NOTHING_CAME: Came = { rows: new Set(), columns: new Set() };

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * The spec of a sheet as its blocks stand now, and with them what it says of single cells by their place: conditional
 * formats, charts, the title row, hidden columns.
 * @param areas where each block is; undefined: it is gone
 */
export function specNow(
  spec: SheetSpec,
  areas: readonly (Extent | undefined)[],
  came: readonly (Came | undefined)[],
): SheetSpec {
  const placeNow = (place: Place): Place => {
    const n = nearest(spec.blocks, place);
    const block = spec.blocks[n];
    const area = areas[n];
    if (block === undefined || area === undefined) return place;
    const { rows, columns } = came[n] ?? NOTHING_CAME;
    return {
      row: area.row + past(rows, place.row - block.row),
      column: area.column + past(columns, place.column - block.column),
    };
  };
  const columnNow = (column: number): number => {
    const table = spec.blocks.find((block) => isTable(block) && holds(block, { row: block.row, column }));
    return table === undefined ? column : placeNow({ row: table.row, column }).column;
  };
  const { titleRow, titleColumn, areas: printed } = spec.print;
  return {
    ...spec,
    blocks: spec.blocks.map((block, n) => {
      const { row, column } = areas[n] ?? block;
      return { ...opened(block, came[n] ?? NOTHING_CAME), row, column };
    }),
    charts: spec.charts.map((chart) => {
      const from = placeNow(chart.from);
      const moved = ({ row, column }: Place): Place => ({
        row: row + from.row - chart.from.row,
        column: column + from.column - chart.from.column,
      });
      return { ...chart, from, to: moved(chart.to) };
    }),
    conditional: spec.conditional.map((one) => {
      const first = placeNow(one);
      const last = placeNow({ row: one.row + one.rows - 1, column: one.column + one.columns - 1 });
      return {
        ...one,
        ...first,
        rows: last.row - first.row + 1,
        columns: last.column - first.column + 1,
      };
    }),
    ...(spec.hidden && {
      hidden: spec.hidden.map(columnNow),
    }),
    print: {
      ...spec.print,
      ...(titleRow === undefined ? {} : { titleRow: placeNow({ row: titleRow, column: 0 }).row }),
      ...(titleColumn === undefined ? {} : { titleColumn: columnNow(titleColumn) }),
      ...(printed === undefined
        ? {}
        : {
            areas: printed.map((area) => {
              const first = placeNow(area);
              const last = placeNow({
                row: area.row + area.rows - 1,
                column: area.column + area.columns - 1,
              });
              return { ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 };
            }),
          }),
    },
  };
}

/** Where the k-th of our lines stands among those that came in. */
function past(came: ReadonlySet<number>, k: number): number {
  let at = k;
  for (const line of [...came].sort((a, b) => a - b)) if (line <= at) at++;
  return at;
}

function holds(block: Block, { row, column }: Place): boolean {
  const extent = extentOf(block);
  return (
    row >= extent.row &&
    row < extent.row + extent.rows &&
    column >= extent.column &&
    column < extent.column + extent.columns
  );
}

/** The block that a place is in, else the last one that begins above it. */
function nearest(blocks: readonly Block[], place: Place): number {
  const inside = blocks.findIndex((block) => holds(block, place));
  if (inside >= 0) return inside;
  const above = blocks
    .map((block, n) => ({ row: block.row, n }))
    .filter(({ row }) => row <= place.row)
    .sort((a, b) => a.row - b.row);
  return above.at(-1)?.n ?? -1;
}

/** A block of cells with a blank where lines came in: looks stay with their cells. Tables are looked after by Excel. */
function opened(block: Block, { rows, columns }: Came): Block {
  if (isTable(block) || rows.size + columns.size === 0) return block;
  const among = <T>(lines: readonly T[], gaps: ReadonlySet<number>, blank: T): T[] => {
    const out: T[] = [];
    for (const line of lines) {
      while (gaps.has(out.length)) out.push(blank);
      out.push(line);
    }
    return out;
  };
  return {
    ...block,
    cells: among(
      block.cells.map((line) => among(line, columns, null)),
      rows,
      [],
    ),
  };
}
