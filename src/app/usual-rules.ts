import type { Cell } from '../plan/cells';
import type { Rep } from '../plan/roster';
import { spelledAlike } from '../plan/rules/segment';
import { comparable } from '../plan/score-points';
import type { SegmentRule, SizeField, WordField } from '../plan/segments';
import type { Say } from '../text/say';

/** Columns of the list that rules can ask for, by account. */
interface Sizes {
  readonly field: SizeField;
  readonly cells: { readonly numbers: Float64Array };
}
interface Words {
  readonly field: WordField;
  readonly cells: readonly Cell[];
}

/** Where a company is usually called large, and where small, by heads. */
const USUAL_LINES: Readonly<Partial<Record<SizeField, readonly [large: number, small: number]>>> = {
  employees: [1000, 100],
};
/** A segment of fewer accounts than this part says too little. */
const LEAST_PART = 0.05;
/** Else a tenth of the accounts are large, and six tenths small. */
const LARGE = 0.9;
const SMALL = 0.6;

/** Words of teams for sizes, the largest first. */
const SIZE_WORDS: readonly RegExp[] = [
  /^(?:enterprise|ent|strategic|large|key|major|global|konzern|großkunden?|grosskunden?)$/,
  /^(?:mid-?\s?market|mm|commercial|corporate|medium|mid|mittelstand|mittel)$/,
  /^(?:smb|smb\/?mm|small|small business|sme|kmu|klein|kleinkunden?|velocity|growth)$/,
];

/**
 * The rules of segments until somebody says: those of the team where its segments are words of the list, or words for sizes;
 * else three by size.
 */
export function usualRules(
  seats: readonly Pick<Rep, 'segment'>[],
  sizes: readonly Sizes[],
  words: readonly Words[],
  say: Say,
): readonly SegmentRule[] {
  const said = seats.flatMap(({ segment = '' }) => (segment.trim() === '' ? [] : [segment.trim()]));
  const names = [...new Set(spelledAlike(said))];
  const ofWords = names.length < 2 ? undefined : byWords(names, words);
  if (ofWords !== undefined) return ofWords;
  const size = sizes[0];
  const lines = size === undefined ? undefined : linesOf(size);
  if (size !== undefined && lines !== undefined) {
    const usual = [say('segments.large'), say('segments.medium'), say('segments.small')];
    const ours = SIZE_WORDS.map(
      (is, n) => names.find((name) => is.test(name.toLowerCase())) ?? usual[n] ?? '',
    );
    const [large, small] = lines;
    const part = (bound: number) => ({ [size.field]: bound });
    return [
      { name: ours[0] ?? '', from: part(large), below: {}, is: {} },
      { name: ours[1] ?? '', from: part(small), below: {}, is: {} },
      { name: ours[2] ?? '', from: {}, below: part(small), is: {} },
    ];
  }
  // Nothing tells sizes: the most frequent words of the first column that has some.
  const [first] = words;
  const found = first === undefined ? [] : mostFrequent(first.cells);
  return found.length > 0 && first !== undefined
    ? found.map((word) => ({ name: word, from: {}, below: {}, is: { [first.field]: word } }))
    : [{ name: say('segments.all'), from: {}, below: {}, is: {} }];
}

/** Segments of the team that are words of one column. */
function byWords(names: readonly string[], words: readonly Words[]): readonly SegmentRule[] | undefined {
  for (const { field, cells } of words) {
    const known = new Set(cells.map(comparable));
    if (!names.every((name) => known.has(comparable(name)))) continue;
    return names.map((name) => ({ name, from: {}, below: {}, is: { [field]: name } }));
  }
  return undefined;
}

/** Above what an account is large, below what small; undefined where all are alike. */
function linesOf({ field, cells: { numbers } }: Sizes): readonly [large: number, small: number] | undefined {
  const sorted = numbers.filter((value) => !Number.isNaN(value)).sort();
  const count = sorted.length;
  if (count === 0 || sorted[0] === sorted[count - 1]) return undefined;
  const partBelow = (line: number) => sorted.filter((value) => value < line).length / count;
  const usual = USUAL_LINES[field];
  if (usual !== undefined) {
    const [large, small] = usual;
    const parts = [1 - partBelow(large), partBelow(large) - partBelow(small), partBelow(small)];
    if (parts.every((part) => part >= LEAST_PART)) return usual;
  }
  const at = (part: number) => Number((sorted[Math.floor(part * (count - 1))] ?? 0).toPrecision(2));
  const [large, small] = [at(LARGE), at(SMALL)];
  return large > small && small > 0 ? [large, small] : undefined;
}

const MOST_WORDS = 5;

function mostFrequent(cells: readonly Cell[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const word = String(cell).trim();
    if (word !== '' && !word.startsWith('#') && !word.includes(';'))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}
