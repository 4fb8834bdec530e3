import type { Finding } from '../../plan/findings';
import type { Rep } from '../../plan/roster';
import type { Settings } from '../../plan/settings';
import type { Team } from './team';

/**
 * Seats of the team list that are to be filled and that nobody looks after until then: neither the list nor the sheet
 * Quota Plan names an interim owner. One that was cleared on Quota Plan is nobody, whatever the list says.
 * @param ids those of the seats' territories
 */
export function openSeatFindings(
  seats: readonly Rep[],
  ids: readonly string[],
  { source, mapping }: Pick<Team, 'source' | 'mapping'>,
  { quota }: Pick<Settings, 'quota'>,
): Finding[] {
  const at = mapping.coveredBy ?? mapping.repName ?? mapping.repId;
  if (source === undefined || at === undefined) return [];
  return seats.flatMap(({ tbh, sheetRow, name, coveredBy = '' }, j) => {
    const said = quota?.seats[ids[j] ?? ''];
    const cover = said?.coveredBy ?? (said?.blank?.coveredBy === true ? '' : coveredBy);
    if (!tbh || sheetRow <= 0 || cover.trim() !== '') return [];
    return [
      {
        code: 'openWithoutCover',
        severity: 'warning',
        sheet: source.sheet,
        row: sheetRow,
        column: source.firstColumn + at,
        read: name,
      },
    ];
  });
}
