import type { Helper, LoadInput } from '../loads/input';
import { overlayRoles } from './overlays-sources';
import { readOwnTable } from './own-table';
import type { WorkbookPort } from './ports';
import type { RunRecord } from '../plan/run-record';
import { roleName } from '../reports/overlays/words';
import { speak } from '../text/say';
import type { Understanding } from './understanding/understand';

/** Who helps which territory, as the sheet Overlays & Pods has it now, and who may; undefined where it is not there. */
export async function helpersOnSheet(
  understanding: Understanding,
  { territories }: RunRecord,
  workbook: WorkbookPort,
): Promise<Required<Pick<LoadInput, 'helpers' | 'helpTeam'>> | undefined> {
  const pods = await readOwnTable(workbook, understanding.book.survey, 'overlays', 'overlayPods');
  const ids = pods?.column('id')?.map((cell) => String(cell).trim());
  if (pods === undefined || ids === undefined) return undefined;
  const say = speak(understanding.settings.language);
  const roles = overlayRoles(understanding);
  const lower = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()));
  const helpers = territories.map(({ id }) => {
    const row = ids.indexOf(id);
    return roles.flatMap((role): Helper[] => {
      const person = String(pods.column(`role:${role.key}`)?.[row] ?? '').trim();
      if (person === '') return [];
      return [
        {
          kind: role.kind,
          role: roleName(say, role),
          person,
          ...(role.vertical === undefined ? {} : { industries: lower(role.industries) }),
          but: lower(
            role.vertical !== undefined
              ? []
              : roles
                  .filter(({ kind, vertical }) => kind === role.kind && vertical !== undefined)
                  .flatMap(({ industries }) => industries),
          ),
        },
      ];
    });
  });
  // A role in which nobody was put anywhere says nothing of its people.
  const held = new Set(helpers.flat().map(({ role }) => role));
  const helpTeam = roles
    .filter((role) => held.has(roleName(say, role)))
    .flatMap(({ people }) => people.map(({ name }) => name));
  return { helpers, helpTeam };
}
