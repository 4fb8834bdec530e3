import type { Cell } from '../../plan/cells';
import type { LayerId } from '../../plan/layer';
import type { Say } from '../../text/say';

/** What a manager gets: the accounts of the own team and those at its border, and nothing of anybody's pay. */
export interface CopyContext {
  readonly layer: LayerId;
  readonly say: Say;
  readonly manager: string;
  /** ISO day on which it was made. */
  readonly at: string;
  readonly metrics: readonly { readonly key: string; readonly label: string; readonly tolerance: number }[];
  readonly hasQuotas: boolean;
  readonly territories: readonly {
    readonly name: string;
    readonly owner: string;
    readonly isTeam: boolean;
    /** What of the territory is not in this copy: its accounts, and what these come to by metric. */
    readonly elsewhere: number;
    readonly values: readonly number[];
    readonly targets: readonly number[];
    /** Of the own team alone. */
    readonly quota: number | undefined;
  }[];
  readonly accounts: readonly {
    /** As the list has it. */
    readonly key: Cell;
    readonly name: string;
    readonly place: string;
    readonly owner: string;
    readonly values: readonly number[];
    readonly territory: string;
    /** Where the account is of the own team: the neighbour it lies at, and the reverse; blank inside. */
    readonly border: string;
  }[];
}
