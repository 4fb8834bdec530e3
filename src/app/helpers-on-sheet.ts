import type { Helper } from '../loads/input';
import { overlayRoles } from './overlays-sources';
import { readOwnTable } from './own-table';
import type { WorkbookPort } from './ports';
import type { RunRecord } from '../plan/run-record';
import { roleName } from '../reports/overlays/words';
import { speak } from '../text/say';
import type { Understanding } from './understanding/understand';

/** Who helps which territory, as the sheet Overlays & Pods has it now; undefined where it is not there. @returns by territory */
export async function helpersOnSheet(
  understanding: Understanding,
  { territories }: RunRecord,
  workbook: WorkbookPort,
): Promise<readonly (readonly Helper[])[] | undefined> {
  const pods = await readOwnTable(workbook, understanding.book.survey, 'overlays', 'overlayPods');
  const ids = pods?.column('id')?.map((cell) => String(cell).trim());
  if (pods === undefined || ids === undefined) return undefined;
  const say = speak(understanding.settings.language);
  const roles = overlayRoles(understanding);
  const lower = (words: readonly string[]) => new Set(words.map((word) => word.toLowerCase()));
  return territories.map(({ id }) => {
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
}
