import type { SheetSpec } from '../reports/spec';
import { isTable } from './grid';
import { isNear } from './widths';

const TITLE_POINTS = 24;
const HEADER_POINTS = 30;

/** How many lines a text takes in a column of so many characters; bold letters are a tenth wider. */
function linesOf(text: string, characters = Infinity): number {
  let lines = 1;
  let room = characters;
  for (const word of text.split(' ')) {
    const width = 1.1 * word.length;
    if (width > room && room < characters) {
      lines++;
      room = characters;
    }
    room -= width + 1;
  }
  return lines;
}

/** Heights of rows that are not left to Excel, by row. */
export function heightsOf({ blocks, widths }: Pick<SheetSpec, 'blocks' | 'widths'>): Map<number, number> {
  const heights = new Map<number, number>();
  for (const block of blocks) {
    // Two lines, or as many as there are: hosts do not fit rows to wrapped text by themselves.
    if (isTable(block)) {
      const lines = block.columns.map(({ header }, c) => linesOf(header, widths[block.column + c]));
      if (block.flat !== true) heights.set(block.row, (HEADER_POINTS / 2) * Math.max(2, ...lines));
      continue;
    }
    block.cells.forEach((line, r) => {
      if (line.some((cell) => cell?.style === 'title')) heights.set(block.row + r, TITLE_POINTS);
    });
  }
  return heights;
}

/**
 * Asks with the caller's next request which rows are as high as a job before made them, and are not to be any more. What
 * the user has made of them since, and rows that are hidden, stay.
 * @param was what stood on the sheet; undefined: nothing of ours
 * @param spec what is going to stand there
 */
export function loadHigh(
  sheet: Excel.Worksheet,
  was: Pick<SheetSpec, 'blocks' | 'widths'> | undefined,
  spec: Pick<SheetSpec, 'blocks' | 'widths'>,
): () => number[] {
  const next = heightsOf(spec);
  const asked = [...heightsOf(was ?? { blocks: [], widths: [] })]
    .filter(([row]) => !next.has(row))
    .map(([row, points]) => {
      const range = sheet.getRangeByIndexes(row, 0, 1, 1);
      range.load('rowHidden');
      range.format.load('rowHeight');
      return { row, points, range };
    });
  return () =>
    asked
      .filter(({ points, range }) => !range.rowHidden && isNear(range.format.rowHeight, points))
      .map(({ row }) => row);
}
