import { conventionsAt } from '../quota/issue';
import { bridgesBy, type PartBridge } from '../quota/bridge-by';
import { managerGroups, segmentGroups } from '../reports/quota/groups';
import type { Say } from '../text/say';
import type { QuotaFigures } from './quota-figures';
import type { QuotaBasis } from './quota-sources';

/** The bridge by manager and by segment, as the sheet has it: in the order and the words of its tables. */
export function quotaBridges(
  basis: Pick<QuotaBasis, 'seats' | 'parts' | 'lines' | 'quota' | 'year'>,
  { quotas }: Pick<QuotaFigures, 'quotas'>,
  say: Say,
): { readonly byManager: readonly PartBridge[]; readonly bySegment: readonly PartBridge[] } {
  const { seats, lines, quota, year } = basis;
  const { issued, digits } = quota;
  const rules = {
    overrides: issued === undefined ? quota.overrides : conventionsAt(issued, quota, year).overrides,
    digits,
    issued: issued?.rows,
  };
  const named = { ...basis, say };
  const noSeat = say('quota.by.noSeat');
  /** Names are one whatever their case, and blank ones have a name. */
  const among = (names: readonly string[], blank: string) => (name: string | undefined) =>
    name === undefined || name === ''
      ? blank
      : (names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? noSeat);
  const managers = managerGroups(named);
  const segments = segmentGroups(named);
  const managerOf = among(managers, say('quota.by.noManager'));
  const segmentOf = among(segments, say('quota.otherSegment'));
  return {
    byManager: bridgesBy(
      quotas,
      rules,
      managers,
      ({ seat }) => managerOf(seats[seat]?.manager),
      () => noSeat,
    ),
    bySegment: bridgesBy(
      quotas,
      rules,
      segments,
      ({ seat }) => segmentOf(seats[seat]?.segment),
      (line) => {
        const segment = lines[line]?.segment.trim() ?? '';
        return segment === '' ? noSeat : segmentOf(segment);
      },
    ),
  };
}
