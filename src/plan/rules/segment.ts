import type { Accounts } from '../accounts';
import { textAt } from '../columns';
import type { Rep } from '../roster';
import type { Rule } from './rule';

/**
 * Accounts of a segment go to the seats of that segment, and to seats without one. The rule does not speak
 * of accounts without a segment.
 */
export function segmentRule({ count, text }: Accounts, seats: readonly Rep[]): Rule<'segment'> {
  const fold = (segment: string) => segment.trim().toLowerCase();
  const names = (text.segment?.pool ?? []).map(fold);
  const distinct = [...new Set(names)];
  const groupOfName = names.map((name) => distinct.indexOf(name));
  const own = seats.map(({ segment }) => (segment === undefined ? undefined : fold(segment)));
  return {
    id: 'segment',
    groupOf: new Int32Array(count).map((_, i) => groupOfName[text.segment?.codes[i] ?? -1] ?? -1),
    groups: distinct.length,
    admits: (group, j) => own[j] === undefined || own[j] === distinct[group],
    explain: (i) => ({ rule: 'segment', params: { segment: textAt(text.segment, i)?.trim() ?? '' } }),
  };
}
