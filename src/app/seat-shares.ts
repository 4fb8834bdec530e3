import { foldText } from '../exact/fold-text';
import type { QuotaSettings } from '../plan/quota';
import type { QuotaSeat, SeatShare } from '../reports/quota/context';
import type { Understanding } from './understanding/understand';

/** What stands between the names of two who share a seat. */
const BETWEEN = /\s+\/\s+|\s*[;+&]\s*|\s+(?:and|und)\s+/u;

/** Names that an owner is made of, where that is two people or more of the team list; else nothing. */
export function namesIn(owner: string, { reps }: Understanding['team']['roster']): string[] {
  const isOne = (name: string) => reps.some((rep) => !rep.tbh && foldText(rep.name) === foldText(name));
  if (owner === '' || isOne(owner)) return [];
  const names = owner.split(BETWEEN).map((name) => name.trim());
  return names.length > 1 && names.every(isOne) ? names : [];
}

/**
 * Reps who share a seat: as it was said, and those whom the owner names together, of whom nobody has said the split: it is
 * asked for, and nothing is shared out by halves.
 */
export function seatShares(
  { team }: Pick<Understanding, 'team'>,
  { shares }: Pick<QuotaSettings, 'shares'>,
  seats: readonly Pick<QuotaSeat, 'id' | 'owner'>[],
): SeatShare[] {
  return seats.flatMap(({ id, owner }, seat) => {
    const said = shares.filter((one) => one.seat.trim() === id && one.rep.trim() !== '');
    const named =
      said.length > 0 ? said : namesIn(owner, team.roster).map((rep) => ({ rep, split: undefined }));
    return named.map(({ rep, split }, nth): SeatShare => ({ seat, nth, rep: rep.trim(), split }));
  });
}

/** Part of a seat's quota that each of its reps has; undefined where they do not have all of it together. */
export const splitsOf = (shared: readonly SeatShare[], seat: number): readonly number[] | undefined => {
  const splits = shared.filter((one) => one.seat === seat).map(({ split = 0 }) => split);
  const sum = splits.reduce((all, one) => all + one, 0);
  return splits.length > 1 && Math.abs(sum - 1) < 0.000_001 ? splits : undefined;
};
