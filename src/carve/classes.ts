import type { Accounts } from '../plan/accounts';
import { textAt } from '../plan/columns';
import type { Rep } from '../plan/roster';
import type { Settings } from '../plan/settings';

/**
 * Groups accounts that may go to the same territories. Without rules there is one class, open to all.
 * By segment there is one a segment: its accounts go to the reps of that segment; an account without a
 * segment may go anywhere, and so may any account to a rep without one.
 */
export function classify(
  accounts: Accounts,
  seats: readonly Rep[],
  settings: Settings,
): { classOf: Int32Array; classes: number; eligible: Uint8Array } {
  const k = seats.length;
  const classOf = new Int32Array(accounts.count);
  if (!settings.bySegment) return { classOf, classes: 1, eligible: new Uint8Array(k).fill(1) };

  const segments: (string | undefined)[] = [];
  const index = new Map<string | undefined, number>();
  for (let i = 0; i < accounts.count; i++) {
    const segment = textAt(accounts.text.segment, i)?.trim().toLowerCase();
    let c = index.get(segment);
    if (c === undefined) {
      c = segments.push(segment) - 1;
      index.set(segment, c);
    }
    classOf[i] = c;
  }
  const eligible = new Uint8Array(segments.length * k);
  segments.forEach((segment, c) => {
    seats.forEach((seat, j) => {
      const own = seat.segment?.trim().toLowerCase();
      if (segment === undefined || own === undefined || own === segment) eligible[c * k + j] = 1;
    });
  });
  return { classOf, classes: segments.length, eligible };
}
