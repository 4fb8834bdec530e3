import type { LoadPack } from '../loads/file';
import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import { loadFiles } from '../reports/loads';
import { withAlong } from '../reports/registry';
import { buildSheet, isWanted, sourcesOf, type SheetModule } from '../reports/sheet';
import { loadsContext } from './loads-sources';
import { refuseUnread } from './own-table';
import type { Clock, WorkbookPort, WriteOrder } from './ports';
import { standingContext } from './sheet-sources';
import type { Understanding } from './understanding/understand';

/**
 * The sheets of all files that have rows, and of those that had some before.
 * @throws Failure `noStandingPlan`, `ownColumnGone`
 */
export async function loadsOrder(
  understanding: Understanding,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<{ readonly order: WriteOrder; readonly pack: LoadPack }> {
  const { survey, owned } = understanding.book;
  const standing = await standingContext(understanding, workbook, []);
  const all = withAlong([loadFiles]);
  await refuseUnread(all, survey, workbook);
  const context = await loadsContext(understanding, standing, workbook, clock);
  const sources = sourcesOf({ loads: () => context });
  const before = namesOf(owned, MAIN_LAYER).sheets;
  const stands = ({ key }: SheetModule) => survey.some(({ sheet }) => sheet === before[key]);
  const modules = all.filter((module) => stands(module) || isWanted(module, sources));
  const sheets = await Promise.all(modules.map((module) => buildSheet(module, sources)));
  return { order: { layer: MAIN_LAYER, sheets, decision: false }, pack: context.pack };
}
