import { fairPools, spokenBySides } from '../../carve/classes';
import type { Accounts } from '../../plan/accounts';
import { textAt } from '../../plan/columns';
import type { Notice } from '../../plan/design';
import { sharing, type Rep } from '../../plan/roster';
import type { Settings } from '../../plan/settings';

/** Rules that bind where team and list both carry what they speak of: by themselves, and if somebody says so. */
const BOUND = ['bySegment', 'byRegion', 'bySkill'] as const;
const ASKED: ReadonlySet<BoundKey> = new Set<BoundKey>(['bySkill']);
/** The same of seats for named accounts, and of rows of the team list that name one territory. */
export type BoundKey = (typeof BOUND)[number] | 'namedSeats' | 'sharedSeats';

/** Such a rule where it may matter: whether it holds, which the user may turn round. */
export interface Bound {
  readonly key: BoundKey;
  readonly holds: boolean;
}

/** What binds accounts to seats: as the user said, else where both sides speak of the same segments or regions. */
export function boundBy(
  accounts: Accounts,
  seats: readonly Rep[],
  settings: Settings,
  /** Header of our column of segments, where those are ours. */
  ours?: string,
): { readonly settings: Settings; readonly bound: readonly Bound[]; readonly notices: readonly Notice[] } {
  const spoken = spokenBySides(accounts, seats);
  const bound = BOUND.filter((key) => spoken[key] || settings[key] === true).map((key) => ({
    key,
    holds: settings[key] ?? !ASKED.has(key),
  }));
  const settled = bound.filter(({ key, holds }) => holds && settings[key] === undefined);
  const isBySegment = bound.some(({ key, holds }) => key === 'bySegment' && holds);
  const open = isBySegment ? openToAll(seats) : [];
  const held = { ...settings, ...Object.fromEntries(settled.map(({ key }) => [key, true])) };
  const isFair = () => fairPools(accounts, sharing(seats), held)?.byRegion === true;
  return {
    settings: held,
    bound,
    notices: [
      ...settled
        .filter(({ key }) => key !== 'bySegment' || open.length === 0)
        .map(({ key }): Notice => ({
          code: `bound.${key}`,
          severity: 'note',
          params: key === 'bySegment' ? { ours: ours ?? 'none' } : { fair: isFair() ? 'yes' : 'no' },
        })),
      ...(settings.bySkill === true && !spoken.bySkill
        ? [{ code: 'skillsIdle', severity: 'warning' as const, params: {} }]
        : []),
      ...open,
      ...(isBySegment ? ofAnySegment(accounts) : []),
    ],
  };
}

/** Seats that say no segment among others that do may take any account: then no segment is fair within itself. */
function openToAll(seats: readonly Rep[]): Notice[] {
  const open = seats.filter(({ segment }) => segment === undefined || segment.trim() === '').length;
  if (open === 0 || open === seats.length) return [];
  return [{ code: 'seatsOfAnySegment', severity: 'warning', params: { seats: open } }];
}

/** Accounts that say no segment among others that do may go to any seat, and count in the segment of that seat. */
function ofAnySegment({ count, text }: Accounts): Notice[] {
  const open = Array.from({ length: count }, (_, i) => (textAt(text.segment, i) ?? '').trim()).filter(
    (segment) => segment === '',
  ).length;
  if (open === 0 || open === count) return [];
  return [{ code: 'accountsOfAnySegment', severity: 'note', params: { accounts: open } }];
}
