import type { Say } from '../text/say';
import type { Block, PrintArea, PrintBand, SheetSpec } from './spec';

/** Characters of columns that go on a page across at 70 %: on Letter and A4, and on Tabloid and A3. */
const USUAL = 180;
const WIDE = 285;

/** On how many pages beside each other so many characters are printed. */
export const pagesWideOf = (across: number): number => Math.ceil(across / WIDE);

/** The wider paper of each that is usual somewhere. */
const WIDER: Readonly<Record<string, string>> = { Letter: 'Tabloid', A4: 'A3' };

/**
 * Paper and pages of a sheet that became wider than it was thought to be.
 * @param across characters that are printed across
 */
export function paperFor(
  across: number,
  { paper, pagesWide = 1 }: SheetSpec['print'],
): { paper: string | undefined; pagesWide: number } {
  if (paper === undefined || across <= USUAL) return { paper, pagesWide };
  return { paper: WIDER[paper] ?? paper, pagesWide: Math.max(pagesWide, pagesWideOf(across)) };
}

/**
 * How a sheet of ours is printed: one page wide, on paper so wide that it is read without a lens; its title and date
 * above, page of pages below.
 * @param date ISO
 * @param across characters that are printed across
 */
export function printOf(
  say: Say,
  title: string,
  date: string,
  across: number,
  { titleColumn, ...more }: Partial<SheetSpec['print']> = {},
): SheetSpec['print'] {
  const wide = pagesWideOf(across);
  return {
    landscape: true,
    paper: say(across <= USUAL ? 'print.paper' : 'print.paperWide'),
    pagesWide: wide,
    header: { left: title, right: dateIn(say, date) },
    footer: say('print.footer', { page: '&P', pages: '&N' }),
    // On one page the names stand beside their figures anyway.
    ...(titleColumn === undefined || wide === 1 ? {} : { titleColumn }),
    ...more,
  };
}

/**
 * The columns with which pages begin, the first page left out: as few pages as the paper allows, no wider than they must be.
 * @param widths characters of the columns that are printed @param titles so many of the first stand on each page
 * @returns none where all are on one page
 */
export function pageBreaks(widths: readonly number[], titles: number, paper = WIDE): number[] {
  const title = widthOf(widths.slice(0, titles));
  const breaksAt = (room: number): number[] => {
    const breaks: number[] = [];
    let used = 0;
    widths.forEach((width, c) => {
      if (used + width > room && c > titles) {
        breaks.push(c);
        used = title;
      }
      used += width;
    });
    return breaks;
  };
  const pages = breaksAt(paper).length;
  let room = Math.ceil(Math.max(...widths.map((width, c) => (c < titles ? title : title + width))));
  while (room < paper && breaksAt(room).length > pages) room++;
  return breaksAt(room);
}

/** How bands are printed where columns are so wide: rectangles, each no wider than a page of the wider paper. */
export const areasOf = (
  { bands = [], titleColumns = 1 }: SheetSpec['print'],
  widths: readonly number[],
): PrintArea[] =>
  bands.flatMap(({ row, rows, columns, goesOn = { row, rows }, parts = [] }) => {
    const ends = [...parts.filter((part) => part < columns), columns];
    const title = widths.slice(0, titleColumns);
    const starts = ends.flatMap((end, n) => {
      const start = ends[n - 1] ?? 0;
      const breaks =
        start === 0
          ? pageBreaks(widths.slice(0, end), titleColumns)
          : pageBreaks([...title, ...widths.slice(start, end)], titleColumns).map(
              (c) => c - title.length + start,
            );
      return [start, ...breaks];
    });
    return starts.map((column, n): PrintArea => ({
      ...(n === 0 ? { row, rows } : { row: goesOn.row, rows: goesOn.rows }),
      column,
      columns: (starts[n + 1] ?? columns) - column,
    }));
  });

/** So many rows go on a page of the wider paper. */
export const MOST_ROWS = 55;

/** All rows from one on that blocks stand in, as wide as these are. */
export function bandOf(row: number, blocks: readonly Block[], least = 0): PrintBand {
  const ends = blocks.map((block) => {
    const { length } = block.kind === 'table' ? { length: block.rows + 1 } : block.cells;
    const across =
      block.kind === 'table' ? block.columns.length : Math.max(...block.cells.map((line) => line.length));
    return { row: block.row + length, column: block.column + across };
  });
  return {
    row,
    rows: Math.max(...ends.map((end) => end.row)) - row,
    columns: Math.max(least, ...ends.map((end) => end.column)),
  };
}

/** Characters across of some columns. */
export const widthOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** A day of ISO as the language of the sheet writes it. */
export function dateIn(say: Say, iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return say('sheet.date', { year, month, day });
}
