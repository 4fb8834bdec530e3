import { inLayer, type LayerId } from '../plan/layer';

/** Our tables by key. Each sheet says in its module which ones are its own; this one all sheets speak of. */
export interface OurTables {
  territories: true;
}
export type TableKey = keyof OurTables;

/** Defined names by key. Drop-downs and conditional formats point to them: they take no structured references. */
const NAMES = { territoryList: 'EfTerritoryList', lockList: 'EfLockList' } as const;

/**
 * What one of our tables is called in a layer, in formulas and in the workbook: `EfQuotaLines`. All begin with `Ef`: intake
 * leaves such tables alone.
 */
export const tableName = (layer: LayerId, table: TableKey): string =>
  inLayer(layer, `Ef${table.charAt(0).toUpperCase()}${table.slice(1)}`);

/** A name that the workbook knows in a layer. */
export const definedName = (layer: LayerId, name: keyof typeof NAMES): string => inLayer(layer, NAMES[name]);

/** Defined name of a metric's tolerance; `index` from 0 in the plan's order. */
export const toleranceName = (layer: LayerId, index: number): string =>
  inLayer(layer, `EfTolerance${index + 1}`);

/** Defined name of a cell that holds a setting of quota or pay, of the list of its choices, of all words for these, or of what it was at issue. */
export const quotaName = (
  layer: LayerId,
  setting: string,
  what: '' | 'Choices' | 'Words' | 'AtIssue' | 'Room' = '',
): string => inLayer(layer, `EfQuota_${setting}${what}`);

/** Defined name of a cell that formulas of scores go by: `potential_weight`, `asAt`, `total`, the lists of tiers. */
export const scoreName = (layer: LayerId, what: string): string => inLayer(layer, `EfScore_${what}`);

/** Defined name of the cell that says what a setting of workload counts as. */
export const workloadName = (layer: LayerId, setting: string): string =>
  inLayer(layer, `EfWorkload_${setting}`);

/** Defined name of what segments go by: `names`, `employees_from`, `deadZone`, the folded lists. */
export const segmentName = (layer: LayerId, what: string): string => inLayer(layer, `EfSegment_${what}`);

/** Defined name of what overlays go by: the folded lists, and `people1`, the people of the first role. */
export const overlayName = (layer: LayerId, what: string): string => inLayer(layer, `EfOverlay_${what}`);

/** Defined name of what the drop-downs of sign-offs offer. */
export const signOffName = (layer: LayerId, what: string): string => inLayer(layer, `EfSignOff_${what}`);
