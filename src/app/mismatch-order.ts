import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import { mismatches } from '../reports/mismatches';
import { withAlong } from '../reports/registry';
import { buildSheet, isWanted, sourcesOf, type SheetModule } from '../reports/sheet';
import { mismatchContext, type MismatchPack } from './mismatch-sources';
import type { Clock, WorkbookPort, WriteOrder } from './ports';
import { standingContext } from './sheet-sources';
import type { Understanding } from './understanding/understand';

/**
 * The sheet that says what another system says otherwise, and the files that mend it, as far as they have rows.
 * @throws Failure `noStandingPlan`, `ownColumnGone`, and as `mismatchContext` does
 */
export async function mismatchOrder(
  name: string,
  understanding: Understanding,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<{ readonly order: WriteOrder; readonly pack: MismatchPack }> {
  const { survey, owned } = understanding.book;
  const standing = await standingContext(understanding, workbook, []);
  const { context, pack } = await mismatchContext(name, understanding, standing, workbook, clock);
  const sources = sourcesOf({ mismatches: () => context });
  const before = namesOf(owned, MAIN_LAYER).sheets;
  const stands = ({ key }: SheetModule) => survey.some(({ sheet }) => sheet === before[key]);
  const modules = withAlong([mismatches]).filter((module) => stands(module) || isWanted(module, sources));
  const sheets = await Promise.all(modules.map((module) => buildSheet(module, sources)));
  return { order: { layer: MAIN_LAYER, sheets, decision: false }, pack };
}
