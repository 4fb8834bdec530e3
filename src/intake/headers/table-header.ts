import type { Cell, SheetSurvey } from '../../plan/cells';
import { cellText, isBlank, trimText } from '../cells/cell-text';
import { accountDictionary, repDictionary } from './dictionaries';
import { withoutPrefix } from './header-words';
import { isMadeUp, NUMERIC } from './made-up';

/** Where the header of a plain range stands: row and column count from 0 in the survey's top. */
export interface Header {
  readonly row: number;
  readonly from: number;
  readonly texts: readonly string[];
}

/** Blank rows that may lie between a header and its data. */
const BLANK_BELOW = 2;

/**
 * The row of a range's top that reads like headers: several texts side by side, known ones above all,
 * with data below. Titles and filters above it have one or two filled cells.
 */
export function findHeader(sheet: SheetSurvey): Header | undefined {
  let best: (Header & { score: number; known: number }) | undefined;
  for (let row = 0; row < sheet.top.length; row++) {
    const cells = sheet.top[row] ?? [];
    const below = firstFilledRow(sheet.top, row + 1, BLANK_BELOW + 1);
    const run = longestRun(cells, below ?? []);
    if (run === undefined || (run.length < 2 && !isNamesAlone(cells[run.from]))) continue;
    const { from, length } = run;
    const texts = Array.from({ length }, (_, i) => cellText(cells[from + i]));
    const filled = texts.filter((text) => !isBlank(text));
    // `Column1`, `Column2`: what a tool wrote above the headers, which it took for a row of data.
    if (isMadeUp(filled) && hasWords(below)) continue;
    const words = filled.filter((text) => !NUMERIC.test(text)).length;
    const names = new Set(filled.map((text) => trimText(text).toLowerCase()));
    // What stands in its column again below is a value: `CA`, `no`, `Technology`.
    const values = texts.filter((text, i) => !isBlank(text) && recurs(sheet.top, row, from + i, text)).length;
    const plain = withoutPrefix([...names]);
    const known = [...names].filter((name, i) => isKnown(name) || isKnown(plain[i] ?? '')).length;
    // Months or years may fill most of a header; then names that we know must stand beside them.
    if ((words < 2 && run.length > 1) || (words < 0.6 * filled.length && known < 3)) continue;
    const distinct = names.size;
    const numbers = texts.filter(
      (text, i) => NUMERIC.test(text) && isNumeric(sheet.top, row, from + i),
    ).length;
    const data = below?.slice(from, from + length).filter((cell) => !isBlank(cell)).length ?? 0;
    if (data === 0 && sheet.rowCount > row + 1 && sheet.top.length > row + 1) continue;
    const score = 3 * known + distinct + 0.2 * data - 0.3 * row - 3 * values - 1.5 * numbers;
    if (best === undefined || score > best.score) best = { row, from, texts, score, known };
  }
  // Where no header is one that anybody knows, headers stand on top all the same, or there are none.
  return best === undefined || best.known === 0 ? (topRow(sheet) ?? best) : best;
}

/** The first row, where it and the rows below it fill the same columns. */
function topRow({ top }: SheetSurvey): Header | undefined {
  const isBelow = hasWords(top[1]) && isMadeUp(textsOf(top[0]));
  const at = isBelow ? 1 : 0;
  const cells = top[at] ?? [];
  const run = longestRun(cells, top[at + 1] ?? []);
  if (run === undefined || run.length < 2 || top.length < at + 3) return undefined;
  const { from, length } = run;
  const filled = (row: readonly Cell[]) =>
    row.slice(from, from + length).filter((cell) => !isBlank(cell)).length;
  const widest = Math.max(...top.slice(at + 1).map(filled));
  if (filled(cells) < 2 || filled(cells) < 0.5 * widest) return undefined;
  return { row: at, from, texts: Array.from({ length }, (_, i) => cellText(cells[from + i])) };
}

/** A team list may be names alone. */
const isNamesAlone = (cell: Cell | undefined) =>
  (repDictionary.scores(cellText(cell ?? '')).scores.get('repName') ?? 0) >= 0.99;

const isKnown = (text: string) =>
  Math.max(
    0,
    ...accountDictionary.scores(text).scores.values(),
    ...repDictionary.scores(text).scores.values(),
  ) >= 0.8;

/** True of a row of texts, as headers are. */
const hasWords = (cells: readonly Cell[] | undefined): boolean => {
  const filled = textsOf(cells);
  return filled.length > 1 && filled.every((text) => !NUMERIC.test(text));
};
const textsOf = (cells: readonly Cell[] | undefined): string[] =>
  (cells ?? []).filter((cell) => !isBlank(cell)).map((cell) => cellText(cell));

/** True if most of what stands below in a column are numbers: one in their row is a value too. */
function isNumeric(top: SheetSurvey['top'], row: number, column: number): boolean {
  const below = top.slice(row + 1).map((cells) => cellText(cells[column]));
  const filled = below.filter((text) => !isBlank(text));
  return 2 * filled.filter((text) => NUMERIC.test(text)).length > filled.length;
}

/** True if a column's cell stands in it again further down, where it is not the whole row that comes again. */
function recurs(top: SheetSurvey['top'], row: number, column: number, text: string): boolean {
  const all = top[row] ?? [];
  return top
    .slice(row + 1)
    .some((cells) => cellText(cells[column]) === text && !all.every((cell, c) => cells[c] === cell));
}

function firstFilledRow(top: SheetSurvey['top'], from: number, within: number): readonly Cell[] | undefined {
  return top.slice(from, from + within).find((row) => row.some((cell) => !isBlank(cell)));
}

/**
 * The longest run of columns that have a header, or data below where a header is missing; one wholly blank
 * column may lie between. A first column without a header (row numbers, names) and last ones are taken
 * along where they have data.
 */
function longestRun(
  cells: readonly Cell[],
  below: readonly Cell[],
): { from: number; length: number } | undefined {
  let best: { from: number; length: number } | undefined;
  let from = -1;
  let last = -1;
  let gap = 0;
  const end = () => {
    const length = last - from + 1;
    if (from >= 0 && (best === undefined || length > best.length)) best = { from, length };
    from = -1;
  };
  for (let c = 0; c < Math.max(cells.length, below.length); c++) {
    if (!isBlank(cells[c])) {
      if (from < 0) from = c > 0 && isBlank(cells[c - 1]) && !isBlank(below[c - 1]) ? c - 1 : c;
      last = c;
      gap = 0;
    } else if (from >= 0 && last === c - 1 && !isBlank(below[c])) last = c;
    else if (from >= 0 && isBlank(below[c]) && ++gap > 1) end();
  }
  end();
  return best;
}
