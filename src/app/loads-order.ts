import type { LoadPack } from '../loads/file';
import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import { loadFiles } from '../reports/loads';
import { withAlong } from '../reports/registry';
import { buildSheet, isWanted, sourcesOf, type SheetModule } from '../reports/sheet';
import { logSheet } from './change-log';
import { loadedAccounts, loggedAsLoaded } from './loaded-log';
import { loadsContext } from './loads-sources';
import { LOG_KEY, readLog } from './logged';
import { refuseUnread } from './own-table';
import type { Clock, WorkbookPort, WriteOrder } from './ports';
import { dayOf } from './schedule';
import { standingContext } from './sheet-sources';
import type { Understanding } from './understanding/understand';

/**
 * The sheets of all files that have rows, and of those that had some before; the log says which changes are in which of them.
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
  const names = namesOf(owned, MAIN_LAYER).sheets;
  const stands = ({ key }: SheetModule) => survey.some(({ sheet }) => sheet === names[key]);
  const modules = all.filter((module) => stands(module) || isWanted(module, sources));
  const sheets = await Promise.all(modules.map((module) => buildSheet(module, sources)));
  const before = await readLog(workbook);
  const { pack, at, record } = context;
  const accounts = loadedAccounts(understanding, pack);
  const log = loggedAsLoaded(before, pack, accounts, dayOf(at.slice(0, 10), record), at);
  if (log === before) return { order: { layer: MAIN_LAYER, sheets, decision: false }, pack };
  const metrics = context.metrics.map((spec) => ({ spec }));
  return {
    order: {
      layer: MAIN_LAYER,
      sheets: [...sheets, await logSheet(log, understanding, { metrics }, workbook, at)],
      decision: false,
      remember: { [LOG_KEY]: log },
    },
    pack,
  };
}
