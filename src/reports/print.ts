import type { Say } from '../text/say';
import type { SheetSpec } from './spec';

/** Characters of columns that go on a page across at 70 %: on Letter and A4, and on Tabloid and A3. */
const USUAL = 180;
const WIDE = 285;

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
  const pagesWide = Math.ceil(across / WIDE);
  return {
    landscape: true,
    paper: say(across <= USUAL ? 'print.paper' : 'print.paperWide'),
    pagesWide,
    header: { left: title, right: dateIn(say, date) },
    footer: say('print.footer', { page: '&P', pages: '&N' }),
    // On one page the names stand beside their figures anyway.
    ...(titleColumn === undefined || pagesWide === 1 ? {} : { titleColumn }),
    ...more,
  };
}

/** Characters across of some columns. */
export const widthOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** A day of ISO as the language of the sheet writes it. */
export function dateIn(say: Say, iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return say('sheet.date', { year, month, day });
}
