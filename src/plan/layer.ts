import type { Branded } from './brand';

/**
 * A layer of the plan: one role with its own team, account column and balance (sellers, SDRs, a product
 * line). An account has one owner in each layer. Whatever names an account's seat, a column or a sheet of
 * ours says of which layer it speaks.
 */
export type LayerId = Branded<string, 'LayerId'>;

/** The only layer today: those who carry the accounts. */
export const MAIN_LAYER = 'main' as LayerId;
