import type { Cell, SheetSurvey } from '../plan/cells';
import { cellText, isBlank, trimText } from './cellText';
import { accountDictionary, repDictionary } from './dictionaries';

/** Where the header of a plain range stands: row and column count from 0 in the survey's top. */
export interface Header {
  readonly row: number;
  readonly from: number;
  readonly texts: readonly string[];
}

/**
 * The row of a range's top that reads like headers: several texts side by side, known ones above all,
 * with data below. Titles and filters above it have one or two filled cells.
 */
export function findHeader(sheet: SheetSurvey): Header | undefined {
  let best: (Header & { score: number }) | undefined;
  for (let row = 0; row < sheet.top.length; row++) {
    const cells = sheet.top[row] ?? [];
    const run = longestRun(cells);
    if (run === undefined || run.length < 2) continue;
    const { from, length } = run;
    const texts = cells.slice(from, from + length).map((cell) => cellText(cell));
    const words = texts.filter((text) => !isBlank(text) && !/^[\d.,\s$€%-]+$/.test(text)).length;
    if (words < 2 || words < 0.6 * length) continue;
    const known = texts.filter((text) => isKnown(text)).length;
    const distinct = new Set(texts.map((text) => trimText(text).toLowerCase())).size;
    const below = sheet.top[row + 1]?.slice(from, from + length).filter((cell) => !isBlank(cell)).length ?? 0;
    if (below === 0 && sheet.rowCount > row + 1 && sheet.top.length > row + 1) continue;
    const score = 3 * known + distinct + 0.2 * below - 0.3 * row;
    if (best === undefined || score > best.score) best = { row, from, texts, score };
  }
  return best;
}

const isKnown = (text: string) =>
  Math.max(
    0,
    ...accountDictionary.scores(text).scores.values(),
    ...repDictionary.scores(text).scores.values(),
  ) >= 0.8;

/** The longest run of cells that are filled, single gaps allowed (a header may be missing). */
function longestRun(cells: readonly Cell[]): { from: number; length: number } | undefined {
  let best: { from: number; length: number } | undefined;
  let from = -1;
  let last = -1;
  for (let c = 0; c <= cells.length; c++) {
    const filled = c < cells.length && !isBlank(cells[c]);
    if (filled) {
      if (from < 0) from = c;
      last = c;
    } else if (from >= 0 && (c === cells.length || c - last > 1)) {
      const length = last - from + 1;
      if (best === undefined || length > best.length) best = { from, length };
      from = -1;
    }
  }
  return best;
}
