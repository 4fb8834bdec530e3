import { MAIN_LAYER } from '../plan/layer';
import { placeCells } from './account-columns';
import type { Job } from './door';
import { keepOurs } from './rename';

/**
 * Writes where each account stands now into the column of what is accepted. Nothing to do, and undefined, where the list
 * or one of the two columns is gone.
 */
export async function acceptTerritories(context: Excel.RequestContext): Promise<Job | undefined> {
  const { now, rows, kept, journal } = await keepOurs(context, MAIN_LAYER, ['territory', 'accepted']);
  const [proposed, accepted] = ['territory', 'accepted'].map((key) => kept.find((one) => one.key === key));
  const table = now?.table;
  if (table === undefined || rows === undefined || proposed === undefined || accepted === undefined)
    return undefined;
  // What stands behind a formula of the user's is its own, and not accepted as a name.
  const cells = proposed.cells.map((cell) => (typeof cell === 'string' && cell.startsWith('=') ? '' : cell));
  return {
    journal,
    write: () =>
      placeCells(context, { table, rows }, [
        { header: accepted.header, cells: cells.map((cell) => plain(cell)) },
      ]),
  };
}

/** A kept text begins with an apostrophe where Excel would read it otherwise. */
const plain = <C>(cell: C): C | string =>
  typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell;
