import type { Cell, SourceTable } from '../../plan/cells';
import { cellText, isBlank, trimText } from '../cells/cell-text';
import { accountDictionary } from './dictionaries';

/** What a tool writes where it takes the headers for a row of data. */
const MADE_UP = /^(?:column|spalte|colonne|columna|coluna|colonna|kolom|unnamed:?)[ _]?\d+$/i;

export const NUMERIC = /^[\d.,\s$€£%-]*\d[\d.,\s$€£%-]*$/;

/** `Column1`, `Column2`, …: headers that nobody wrote. */
export const isMadeUp = (filled: readonly string[]): boolean =>
  filled.length > 1 && filled.every((text) => MADE_UP.test(text));

/** As many headers that we know tell that a row of words is one of headers. */
const KNOWN = 2;

/**
 * The headers of a table that stand in its first row, below made-up ones: texts all of them, two at least that we know.
 * Undefined where its first row is data.
 */
export function headersBelow(
  headers: readonly string[],
  first: readonly Cell[],
): readonly string[] | undefined {
  if (!isMadeUp(headers)) return undefined;
  const texts = headers.map((_, c) => trimText(cellText(first[c])));
  const filled = texts.filter((text) => !isBlank(text));
  if (2 * filled.length < headers.length || filled.some((text) => NUMERIC.test(text))) return undefined;
  const isKnown = (text: string) => Math.max(0, ...accountDictionary.scores(text).scores.values()) >= 0.8;
  return filled.filter(isKnown).length < KNOWN ? undefined : texts;
}

/** A table without its made-up headers: under those of its first row, which is no row of data any more. */
export function underOwnHeaders(source: SourceTable): SourceTable | undefined {
  if (source.rowCount < 2) return undefined;
  const headers = headersBelow(
    source.headers,
    source.columns.map((cells) => cells[0] ?? ''),
  );
  if (headers === undefined) return undefined;
  return {
    ...source,
    headers,
    headerRow: source.headerRow + 1,
    firstRow: source.firstRow + 1,
    rowCount: source.rowCount - 1,
    columns: source.columns.map((cells) => cells.slice(1)),
    ...(source.formatsApart !== undefined && {
      formatsApart: source.formatsApart.map(
        (formats) =>
          formats && new Map([...formats].flatMap(([row, format]) => (row > 0 ? [[row - 1, format]] : []))),
      ),
    }),
    hiddenRows: source.hiddenRows.filter((row) => row > 0).map((row) => row - 1),
  };
}
