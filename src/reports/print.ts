import type { Say } from '../text/say';
import type { SheetSpec } from './spec';

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
 * The column with which the second page begins: columns go on a page as long as there is room, on pages just so wide that
 * there are no more of them than said.
 * @param widths characters of the columns that are printed; the first stands on each page
 * @returns the number of columns where all are on one page
 */
export function secondPage(widths: readonly number[], pagesWide: number): number {
  const [title = 0] = widths;
  const pagesAt = (room: number): { pages: number; second: number } => {
    let [pages, used, second] = [1, 0, widths.length];
    widths.forEach((width, c) => {
      if (used + width > room && c > 0) {
        if (pages === 1) second = c;
        pages++;
        used = title;
      }
      used += width;
    });
    return { pages, second };
  };
  let room = Math.max(...widths);
  while (pagesAt(room).pages > pagesWide) room++;
  return pagesAt(room).second;
}

/** Characters across of some columns. */
export const widthOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** A day of ISO as the language of the sheet writes it. */
export function dateIn(say: Say, iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return say('sheet.date', { year, month, day });
}
