import type { LockKind } from './lock-kinds';
import type { Rule } from './rule';

/** Which accounts are locked, and where. */
export interface Locks {
  /** N values: seat an account is locked to, −1 free. */
  readonly seat: Int32Array;
  /** Kind of an account's lock; undefined where it has none. */
  readonly kind: (account: number) => LockKind | undefined;
}

export type LockRule = Rule<'lock', { kind: LockKind }>;

/** A locked account goes to its seat, whatever other rules say. */
export function lockRule({ seat, kind }: Locks): LockRule {
  return {
    id: 'lock',
    groupOf: seat,
    groups: 1 + seat.reduce((most, j) => Math.max(most, j), -1),
    admits: (group, j) => group === j,
    explain: (i) => ({ rule: 'lock', params: { kind: kind(i) ?? 'manual' } }),
  };
}
