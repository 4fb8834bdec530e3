import type { Say } from '../text/say';
import type { Refresh } from './refresh';

/** More ids than these are told by their number. */
const MOST_IDS = 5;

/** What of an export is not taken over, and why. */
export function leftInWords(
  { nameless, twice, blanks, errors, strange, doubled, formulas, more, renamed, lacking, back }: Refresh,
  say: Say,
): string[] {
  return [
    ...renamed.map((pair) => say('refresh.renamed', { ...pair })),
    ...(lacking.length === 0 ? [] : [say('refresh.lacking', { headers: lacking.join(', ') })]),
    ...(back.length === 0 ? [] : [say('refresh.back', { count: back.length, names: someOf(back) })]),
    ...(nameless === 0 ? [] : [say('refresh.nameless', { count: nameless })]),
    ...(twice.length === 0 ? [] : [say('refresh.twice', { headers: twice.join(', ') })]),
    ...(blanks === 0 ? [] : [say('refresh.blanks', { count: blanks })]),
    ...(errors === 0 ? [] : [say('refresh.errors', { count: errors })]),
    ...(strange === undefined ? [] : [say('refresh.strange', { ...strange })]),
    ...(doubled.length === 0
      ? []
      : [say('refresh.doubled', { count: doubled.length, ids: someOf(doubled) })]),
    ...(formulas.length === 0 ? [] : [say('refresh.formulas', { headers: formulas.join(', ') })]),
    ...(more.length === 0 ? [] : [say('refresh.more', { headers: more.join(', ') })]),
  ];
}

const someOf = (ids: readonly string[]): string =>
  ids.length > MOST_IDS ? `${ids.slice(0, MOST_IDS).join(', ')} …` : ids.join(', ');
