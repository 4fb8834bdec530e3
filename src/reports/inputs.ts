import type { Cell } from '../plan/cells';

/**
 * Cells of ours that the user may change, by a stable key (`setting.seed`, `name.T07`; `balance` holds
 * the rows of the table of metrics as JSON), whatever the language of the sheet and wherever the cell stands.
 */
export type InputCells = ReadonlyMap<string, Cell>;
