import { sha256Hex } from '../plan/sha256';
import { inBlocks } from './cells';

/**
 * Text in cells of a very hidden sheet of ours, in pieces of at most 30,000 characters (a cell holds 32,767), one
 * below the other. A head says how long it is and what its checksum is, and is written last: text without its
 * head was never finished, text that does not fit its head is damaged.
 */
const PIECE = 30_000;
/** Keeps cells text whatever they begin with. */
const MARK = '~';
const PIECES_PER_REQUEST = 20;
const LAST_ROW = 1_048_576;

export interface Head {
  readonly pieces: number;
  readonly characters: number;
  readonly sha256: string;
}

export const marked = (text: string): string => MARK + text;
export const unmarked = (cell: unknown): string =>
  String(cell).startsWith(MARK) ? String(cell).slice(MARK.length) : '';

export function cut(text: string): { readonly pieces: string[]; readonly head: Head } {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return { pieces, head: { pieces: pieces.length, characters: text.length, sha256: sha256Hex(text) } };
}

/** Whether a text is the one that its head speaks of. */
export const isWhole = (head: Head, text: string): boolean =>
  text.length === head.characters && sha256Hex(text) === head.sha256;

/** What a head cell says; undefined where there is none. */
export function readHead<T extends object>(cell: unknown): T | undefined {
  try {
    const parsed: unknown = JSON.parse(unmarked(cell));
    return typeof parsed === 'object' && parsed !== null ? (parsed as T) : undefined;
  } catch {
    // No JSON: no head. What that means is the caller's to say.
    return undefined;
  }
}

/** Writes pieces below a head row; the head is left to the caller, with the last request of whose it is. */
export async function writePieces(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  column: number,
  pieces: readonly string[],
): Promise<void> {
  await inBlocks(pieces.length, PIECES_PER_REQUEST, async (start, count) => {
    const part = pieces.slice(start, start + count);
    sheet.getRangeByIndexes(1 + start, column, part.length, 1).values = part.map((piece) => [marked(piece)]);
    // The last ones travel with the head.
    if (start + count < pieces.length) await context.sync();
  });
}

/** Reads the pieces below a head row. */
export async function readPieces(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  column: number,
  count: number,
): Promise<string> {
  let text = '';
  // A damaged head may name any number: no sheet has such rows, and no text fits it.
  if (!Number.isInteger(count) || count < 0 || count >= LAST_ROW) return text;
  await inBlocks(count, PIECES_PER_REQUEST, async (start, rows) => {
    const part = sheet.getRangeByIndexes(1 + start, column, rows, 1);
    part.load('values');
    await context.sync();
    for (const [cell] of part.values) text += unmarked(cell);
  });
  return text;
}
