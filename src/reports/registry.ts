import type { LayerId } from '../plan/layer';
import { attainmentSheet } from './attainment';
import { balance } from './balance';
import { changeLog } from './change-log';
import { compare } from './compare';
import { dataQuality } from './data-quality';
import { health } from './health';
import { fileSheets, loadFiles } from './loads';
import { fixSheets, mismatches } from './mismatches';
import { tableName, type TableKey } from './names';
import { objectivesSheet } from './objectives';
import { openTerritories } from './open';
import { overlaysSheet } from './overlays';
import { paySheet, quotaCalendar, quotaPlan, quotaSheet } from './quota';
import { planningCopy } from './planning-copy';
import { refreshSheet } from './refresh';
import { scenariosSheet } from './scenarios';
import { scoreWeights } from './score';
import { segmentsSheet } from './segments';
import type { SheetModule } from './sheet';
import { signOffSheet } from './sign-off';
import { territoryPages } from './territory-pages';
import { territoryPlan } from './territory-plan';
import { workloadSheet } from './workload';

/** Every sheet that we write, in the order in which they are written: formulas speak of sheets before their own. */
export const SHEETS: readonly SheetModule[] = [
  territoryPlan,
  overlaysSheet,
  balance,
  quotaPlan,
  quotaCalendar,
  quotaSheet,
  paySheet,
  scoreWeights,
  workloadSheet,
  segmentsSheet,
  objectivesSheet,
  openTerritories,
  signOffSheet,
  compare,
  scenariosSheet,
  dataQuality,
  territoryPages,
  health,
  attainmentSheet,
  changeLog,
  refreshSheet,
  ...fileSheets,
  loadFiles,
  planningCopy,
  ...fixSheets,
  mismatches,
];

/** Sheets that hold cells for users to change. */
export const sheetsReadBack = (): readonly SheetModule[] =>
  SHEETS.filter(({ readBack }) => readBack !== undefined);

/** Sheets that are written when asked for: the only ones that can be named. */
export const sheetsToAsk = (): readonly SheetModule[] => SHEETS.filter(({ written }) => written === 'asked');

/** The tables of a sheet by the names they have in the workbook. */
export const tablesOf = (layer: LayerId, { tables }: SheetModule): ReadonlyMap<string, TableKey> =>
  new Map((Object.keys(tables) as TableKey[]).map((key) => [tableName(layer, key), key]));

/** Sheets with all those that are written along with them, in the order in which they are written. */
export function withAlong(wanted: readonly SheetModule[]): readonly SheetModule[] {
  const keys = new Set(wanted.flatMap(({ key, along = [] }) => [key, ...along]));
  return SHEETS.filter(({ key }) => keys.has(key));
}
