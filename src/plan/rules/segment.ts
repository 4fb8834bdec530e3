import type { Accounts } from '../accounts';
import { textAt } from '../columns';
import type { Rep } from '../roster';
import type { Rule } from './rule';

/**
 * Accounts of a segment go to the seats of that segment, and to seats without one. The rule does not speak
 * of accounts without a segment.
 */
export function segmentRule({ count, text }: Accounts, seats: readonly Rep[]): Rule<'segment'> {
  const names = (text.segment?.pool ?? []).map(foldSegment);
  const distinct = [...new Set(names)];
  const groupOfName = names.map((name) => distinct.indexOf(name));
  const own = seats.map(({ segment }) => (segment === undefined ? undefined : foldSegment(segment)));
  return {
    id: 'segment',
    groupOf: new Int32Array(count).map((_, i) => groupOfName[text.segment?.codes[i] ?? -1] ?? -1),
    groups: distinct.length,
    admits: (group, j) => own[j] === undefined || own[j] === distinct[group],
    explain: (i) => ({ rule: 'segment', params: { segment: textAt(text.segment, i)?.trim() ?? '' } }),
  };
}

/**
 * Segments as pools of the team, each of which is fair within itself: K numbers, in the order in which they first come.
 * Undefined where segments do not part the accounts: a side says nothing of them, or a seat is open to all.
 */
export function segmentPools(
  { text }: Accounts,
  seats: readonly Pick<Rep, 'segment'>[],
): Int32Array | undefined {
  const own = seats.map(({ segment }) => foldSegment(segment ?? ''));
  const distinct = [...new Set(own)];
  const known = new Set(text.segment?.pool.map(foldSegment));
  const apart = distinct.length > 1 && distinct.every((segment) => known.has(segment));
  return apart ? Int32Array.from(own, (segment) => distinct.indexOf(segment)) : undefined;
}

/** Segments or regions of the team in one spelling each, that in which it comes first: cells compare letters. */
export function spelledAlike(segments: readonly string[]): string[] {
  const first = new Map<string, string>();
  return segments.map((segment) => {
    const fold = foldSegment(segment);
    if (!first.has(fold)) first.set(fold, segment);
    return first.get(fold) ?? segment;
  });
}

/** `Mid-Market`, `mid market` and `MidMarket` are one segment. */
const foldSegment = (segment: string): string => segment.toLowerCase().replace(/[\s_–-]+/g, '');

/**
 * Whether team and list speak of the same segments: most of the seats that have one name one of the list's, and most
 * accounts that have one find a seat by it. Else the words are those of two tongues, and would bind at random.
 */
export function speaksOfSegments({ text }: Accounts, seats: readonly Pick<Rep, 'segment'>[]): boolean {
  const { segment } = text;
  if (segment === undefined) return false;
  const known = new Set(segment.pool.map(foldSegment));
  const own = seats.flatMap(({ segment: word }) => (word === undefined ? [] : [foldSegment(word)]));
  const spoken = own.filter((word) => known.has(word));
  const held = new Set(spoken);
  const filled = segment.codes.filter((code) => code >= 0);
  const found = filled.filter((code) => held.has(foldSegment(segment.pool[code] ?? '')));
  const isOne = new Set([...known, ...own]).size < 2;
  return !isOne && own.length > 0 && 2 * spoken.length > own.length && 2 * found.length > filled.length;
}
