import type { Kind } from './words';

/**
 * What a lock does to its account. `pin`: it stays. `preference`: it stays unless balance needs it. `hold`:
 * it moves, its old owner keeps it until a date. `out`: it goes to nobody. Today every other lock pins: preferences and
 * holds are a door for locks that are suggested, with their price, and for holds that end.
 */
export type LockGroup = 'pin' | 'preference' | 'hold' | 'out';

/**
 * The kinds of lock, in the order of the drop-down. A new kind is an entry here and its words `lock.<code>`
 * in `text/`.
 */
export const LOCK_KINDS = [
  {
    code: 'manual',
    group: 'pin',
    also: ['keep', 'lock', 'locked', 'pin', 'pinned', 'fix', 'fixed', 'frozen', 'gesperrt', 'fixiert'],
  },
  { code: 'manager', group: 'pin', also: ['manager override', 'manager approved', 'approved'] },
  {
    code: 'named',
    group: 'pin',
    also: ['named', 'named list', 'strategic', 'strategic account', 'key account', 'global account'],
  },
  {
    code: 'exclude',
    group: 'pin',
    also: ['exclude', 'excluded', 'do not reassign', 'do not move', 'no reassignment', 'protected'],
  },
  { code: 'churn', group: 'preference', also: ['churn', 'at risk', 'risk'] },
  { code: 'recent', group: 'preference', also: ['recent', 'recently moved', 'new owner'] },
  { code: 'customer', group: 'preference', also: ['existing customer', 'bestandskunde'] },
  { code: 'holdout', group: 'hold', also: ['hold', 'on hold'] },
  { code: 'openDeal', group: 'hold', also: ['open opportunity', 'open opp', 'opportunity', 'deal'] },
  { code: 'renewal', group: 'hold', also: ['renewing', 'renewal due', 'upcoming renewal'] },
  {
    code: 'none',
    group: 'out',
    also: ['gone', 'do not assign', 'not to be assigned', 'weggefallen', 'nicht zuordnen'],
  },
] as const satisfies readonly (Kind & { readonly group: LockGroup })[];

/** A lock as it is stored: in plans, reasons and records. */
export type LockKind = (typeof LOCK_KINDS)[number]['code'];

const LEFT_OUT: ReadonlySet<string> = new Set(
  LOCK_KINDS.filter(({ group }) => group === 'out').map(({ code }) => code),
);

/** Whether an account with this lock goes to nobody. */
export const isLeftOut = (kind: string | undefined): boolean => kind !== undefined && LEFT_OUT.has(kind);
