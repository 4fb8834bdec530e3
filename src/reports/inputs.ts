import type { Cell } from '../plan/cells';
import type { Failure } from '../plan/failures';

/**
 * Cells of ours that the user may change, by a stable key (`setting.seed`, `name.T07`; `balance` holds
 * the rows of the table of metrics as JSON), whatever the language of the sheet and wherever the cell stands.
 */
export type InputCells = ReadonlyMap<string, Cell>;

/** The input cells of a sheet as they stand. */
export interface InputsRead {
  readonly cells: InputCells;
  /** Tables in which a column of ours is not to be found: nothing of them is read, and that has to be told. */
  readonly refused: readonly Failure[];
}
