/**
 * All that writes: loaded when something is going to be written, and then whole, so that what undoes it is there before
 * anything is done. The pane opens without it.
 */
export { accept } from './accept';
export { applyOrder } from './apply';
export { write } from './door';
export { editAccounts } from './edit-accounts';
export { insertSheets } from './insert-sheets';
export { renameTerritories } from './rename';
export { revertApplied, rollBack } from './revert';
