import type { Branded } from './territory-id';

/**
 * A layer of the plan: one role with its own team, account column and balance (sellers, SDRs, a product
 * line). An account has one owner in each layer. Whatever names an account's seat, a column or a sheet of
 * ours says of which layer it speaks.
 */
export type LayerId = Branded<string, 'LayerId'>;

/** The only layer today: those who carry the accounts. */
export const MAIN_LAYER = 'main' as LayerId;

/** A name or key of ours in a layer: those of the main layer are bare, as they were before there were layers. */
export const inLayer = (layer: LayerId, name: string): string =>
  layer === MAIN_LAYER ? name : `${name}_${layer}`;
