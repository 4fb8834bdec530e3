import { knownBy, type Change } from './changes';
import { datesOf } from './logged';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** A change with the days for which it is accepted: its own, else those that are said of all. */
export function datedFor(
  changes: readonly Change[],
  { effective }: { readonly effective: string },
  understanding: Understanding,
  { dated }: Pick<StandingPlan, 'dated'>,
): { change: Change; known: string; effective: string; until: string | undefined }[] {
  return changes.map((change) => {
    const known = knownBy(understanding, change.account, change.label);
    const own = datesOf(dated, known, change.is);
    return { change, known, effective: own?.effective ?? effective, until: own?.until };
  });
}
