import type { Cell } from '../../plan/cells';
import type { Failure } from '../../plan/failures';
import { isNamed, refusalOf, type Said } from './said';

/** What a cell of quota says, and what of it cannot be. */
export interface CountedWord {
  /** As the formulas of the sheets count it; undefined where these have no figure for it either. */
  readonly word: Said | undefined;
  readonly refused: readonly Failure[];
}

/** Settings that stand in several cells, with what a blank one of each counts as: nothing where it is as usual. */
const BLANKS: Readonly<Record<string, (part: string) => Cell | undefined>> = {
  lines: (part) => (part === 'amount' || part === 'overAssignment' ? 0 : undefined),
  ramps: () => 1,
  season: () => 0,
};

/**
 * The sheets count a cell that cannot be read as a blank one, and say so in red. Here it counts alike, so that pane, JSON
 * and whatever is issued have the figures of the sheet; each such cell is refused by its name.
 * @param key path of the setting: `lines`, or `seats/T07/start`
 * @param wordOf what a value of this cell says
 */
export function countedWord(key: string, value: Cell, wordOf: (value: Cell) => Said): CountedWord {
  const blank = BLANKS[key];
  const word = wordOf(value);
  const refusal = refusalOf(word);
  if (refusal === undefined) return { word, refused: [] };
  if (blank === undefined) return { word: key === 'tiers' ? undefined : wordOf(''), refused: [refusal] };
  const list: unknown = JSON.parse(String(value));
  const refused: Failure[] = [];
  for (let left = cellsIn(list); left > 0; left--) {
    const next = refusalOf(wordOf(JSON.stringify(list)));
    if (next === undefined) return { word: wordOf(JSON.stringify(list)), refused };
    refused.push(next);
    // quota.lines.0.amount
    const path = String(next.params['path']).split('.').slice(2);
    if (!clear(list, path, blank(path.at(-1) ?? ''))) break;
  }
  return { word: undefined, refused };
}

const cellsIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + cellsIn(part), 1);
  return isNamed(value) ? cellsIn(Object.values(value)) : 1;
};

/** Puts a blank where a path leads. @returns whether it leads anywhere */
function clear(list: unknown, path: readonly string[], blank: Cell | undefined): boolean {
  const [name, ...deeper] = path;
  // The list itself cannot be: it has too few cells, say.
  if (name === undefined) return false;
  if (Array.isArray(list)) {
    const at = Number(name);
    if (!(at in list)) return false;
    if (deeper.length > 0) return clear(list[at], deeper, blank);
    list[at] = blank;
    return blank !== undefined;
  }
  if (!isNamed(list) || !(name in list)) return false;
  if (deeper.length > 0) return clear(list[name], deeper, blank);
  if (blank === undefined) Reflect.deleteProperty(list, name);
  else list[name] = blank;
  return true;
}
