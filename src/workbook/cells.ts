import type { Cell } from '../plan/cells';

/** Requests and responses end at 5 MB in Excel on the web; blocks are cut well below. */
const MAX_BLOCK_BYTES = 2_000_000;
export const READ_BLOCK_CELLS = 100_000;
export const READ_BLOCK_BYTES = 2_000_000;

/** Month names that Excel takes for dates when text begins with them (en-US, the API's language). */
const DATE_LIKE = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * A word and a number: an amount of money (`CHF 5`, `kr 1.5`, `R5`, `Rp1e6`), or a month of another language. With
 * more words behind it is neither.
 */
const NUMBER_LIKE =
  /^[\p{L}\p{M}]+[\p{P}\p{S}\p{Z}\s]*\p{N}[\p{N}\p{P}\p{S}\p{Z}\s]*(e[\p{N}\p{P}\p{S}]*|[ap]m?)?$/iu;

/** Years of emperors and the like: numbers among letters that are not Latin. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

/**
 * Text as it must be written so that it stays text: Excel parses what is written as if it were typed, so
 * `=Acme, 1`, `00123`, `1/2`, `€5` and `TRUE` get the apostrophe that marks text and is no part of the value. Without
 * it goes only what begins with a letter and no Excel takes for a number, whatever its language.
 */
export function asText(text: string): string {
  if (text === '') return text;
  const plain =
    /^\p{L}/u.test(text) &&
    !DATE_LIKE.test(text) &&
    !/^(true|false)$/i.test(text) &&
    !NUMBER_LIKE.test(text) &&
    !(OTHER_SCRIPT.test(text) && /\p{N}/u.test(text));
  return plain ? text : `'${text}`;
}

export const asWritten = (cell: Cell): Cell => (typeof cell === 'string' ? asText(cell) : cell);

/** What a cell reads as that must be written so. */
export const asRead = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell;

/** Rough size of a value in a request. */
export const bytesOf = (cell: unknown): number => (typeof cell === 'string' ? 2 * cell.length + 3 : 12);

/** Cuts rows into consecutive blocks that each fit a request: [first row, rows]. */
export function blocks(rows: readonly (readonly unknown[])[]): { from: number; rows: number }[] {
  const out: { from: number; rows: number }[] = [];
  let from = 0;
  let bytes = 0;
  rows.forEach((row, r) => {
    let size = 0;
    for (const cell of row) size += bytesOf(cell);
    if (bytes > 0 && bytes + size > MAX_BLOCK_BYTES) {
      out.push({ from, rows: r - from });
      from = r;
      bytes = 0;
    }
    bytes += size;
  });
  if (rows.length > from) out.push({ from, rows: rows.length - from });
  return out;
}

/**
 * Writes formulas or values (already as they must be written) in as many requests as their size needs.
 * @param ahead puts into each request what is to come before its rows
 */
export async function writeBlock(
  context: Excel.RequestContext,
  topLeft: Excel.Range,
  rows: readonly (readonly (Cell | null)[])[],
  ahead: (from: number, rows: number, columns: number) => void = () => undefined,
): Promise<void> {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  const parts = blocks(rows);
  await eachInTurn(parts, async ({ from, rows: count }) => {
    const part = topLeft.getOffsetRange(from, 0).getResizedRange(count - 1, width - 1);
    ahead(from, count, width);
    part.formulas = rows.slice(from, from + count) as Cell[][];
    if (parts.length > 1) await context.sync();
  });
}

/** Writes a whole range: Excel refuses it where the range has another size by now. Parts of a large one are not so safe. */
export async function writeAll(
  context: Excel.RequestContext,
  range: Excel.Range,
  rows: readonly (readonly (Cell | null)[])[],
): Promise<void> {
  if (blocks(rows).length > 1) await writeBlock(context, range.getCell(0, 0), rows);
  else range.formulas = rows as Cell[][];
}

/** One after the other: each request must be answered before the next is made. */
export async function eachInTurn<T>(
  items: readonly T[],
  act: (item: T, index: number) => Promise<void>,
): Promise<void> {
  await items.reduce((before, item, index) => before.then(() => act(item, index)), Promise.resolve());
}

/** Goes through rows so many at a time, from the first to the last. */
export const inBlocks = (
  rows: number,
  size: number,
  act: (start: number, count: number) => Promise<void>,
): Promise<void> =>
  eachInTurn(
    Array.from({ length: Math.ceil(rows / size) }, (_, i) => i * size),
    (start) => act(start, Math.min(size, rows - start)),
  );

/** One value for every cell of a range: Office.js takes a scalar, although its typings do not say so. */
export const everywhere = (value: Cell): Cell[][] => value as unknown as Cell[][];
