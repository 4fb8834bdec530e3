import type { RunRecord } from '../plan/run-record';
import { UNASSIGNED } from '../plan/territory';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/** Accounts whose Territory cell says something else than the design, whoever changed it; whether they are locked or not. */
export interface SinceDesign {
  /** In another territory of the plan. */
  readonly elsewhere: readonly number[];
  /** In none, though the design gave them to one. */
  readonly lost: readonly number[];
}

/** @param assignment N values by the Territory cells as they are; −1 none */
export function sinceDesign(
  { book: { owned }, list: { whole, accounts } }: Pick<Understanding, 'book' | 'list'>,
  { territories }: Pick<RunRecord, 'territories'>,
  assignment: Int32Array,
): SinceDesign {
  const designed = ourColumn({ whole, owned }, 'designed');
  const at = new Map(territories.map(({ name }, j) => [name.toLowerCase(), j]));
  at.set(UNASSIGNED.toLowerCase(), -1);
  const elsewhere: number[] = [];
  const lost: number[] = [];
  accounts.sheetRow.forEach((row, i) => {
    // What came since was not designed.
    const then = at.get(designed.at(row).toLowerCase());
    const now = assignment[i] ?? -1;
    if (then === undefined || then === now) return;
    (now < 0 ? lost : elsewhere).push(i);
  });
  return { elsewhere, lost };
}
