import { areasOf, paperFor } from './print';
import type { Block, SheetSpec } from './spec';

/** Of the width of a digit: a letter of a head, which is bold, and one of a label. */
const BOLD = 1.12;
const PLAIN = 0.92;
/** What is longer may run out of sight: names of users, sentences. */
const LONGEST_LABEL = 52;
const LONGEST_WORD = 24;
/** `$123,456,789`: what formulas come to is not known before; number signs instead of a figure are the worst. */
const AMOUNT = 13;
const MONEY = /^"[^"]+"#,##0/;

/**
 * Columns as wide as what stands in them of our own words: the longest word of a head is not broken, and a label or word
 * with a filled cell beside it is not cut. No column becomes narrower.
 * @param widths characters, by column from the left
 */
export function roomFor(blocks: readonly Block[], widths: readonly number[]): number[] {
  const room = [...widths];
  const need = (column: number, characters: number): void => {
    const width = room[column];
    if (width !== undefined) room[column] = Math.max(width, Math.ceil(characters));
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      block.columns.forEach(({ header, cells, format = '', indent = 0 }, c) => {
        need(block.column + c, indent + 2 + BOLD * longest(header.split(/[ -]/)));
        if (typeof cells === 'string') {
          if (MONEY.test(format)) need(block.column + c, AMOUNT);
          return;
        }
        if (c === block.columns.length - 1) return;
        const words = cells.filter((cell) => typeof cell === 'string').map(String);
        need(block.column + c, 2 + PLAIN * Math.min(LONGEST_WORD, longest(words)));
      });
      continue;
    }
    for (const line of block.cells)
      line.forEach((cell, c) => {
        const beside = line[c + 1];
        const isFilled = beside?.value !== undefined || beside?.formula !== undefined;
        if (typeof cell?.value !== 'string' || !isFilled) return;
        need(block.column + c, 1 + PLAIN * Math.min(LONGEST_LABEL, cell.value.length));
      });
  }
  return room;
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

/** Characters of a sentence in the width of one digit: letters are narrower. */
const PER_DIGIT = 1.1;

/** A sentence in as many lines as it takes in so much room, words whole. @param room characters as columns are measured */
export function inLines(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && longer.length <= PER_DIGIT * room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A sheet with room for what stands in it, on paper for what it is across then. */
export function roomy(spec: SheetSpec): SheetSpec {
  const widths = roomFor(spec.blocks, spec.widths);
  const { print } = spec;
  if (print.bands !== undefined)
    return { ...spec, widths, print: { ...print, areas: areasOf(print, widths), pagesWide: 1 } };
  const across = widths.slice(0, print.columns).reduce((sum, width) => sum + width, 0);
  const { paper, pagesWide } = paperFor(across, print);
  const titles = pagesWide > (print.pagesWide ?? 1) ? { titleColumn: 0, ...print } : print;
  return { ...spec, widths, print: { ...titles, ...(paper === undefined ? {} : { paper, pagesWide }) } };
}
