import type { TerritoryId } from './territory-id';

export type SeatStatus = 'filled' | 'ramping' | 'tbh';

/** One territory of a plan. Its index in the plan is its number in every `Int32Array` of assignments. */
export interface Territory {
  readonly id: TerritoryId;
  /** `T07 Denver`, unless renamed. */
  readonly name: string;
  /** Index of its rep in the roster. */
  readonly seat: number;
  readonly owner: string;
  readonly manager: string;
  readonly segment: string;
  /** Where regions are shared fairly among their own seats: the region of this one. */
  readonly region?: string;
  readonly status: SeatStatus;
  /** Its seat is for named accounts: it has no share, and no target. */
  readonly named?: true;
  /** Capacity share before scaling; 1 is a full seat. */
  readonly share: number;
  readonly capacityHours?: number;
}

/** What stands in the Territory column of an account that could not be placed. Not translated: formulas
 *  and load files compare with it. */
export const UNASSIGNED = 'Unassigned';
