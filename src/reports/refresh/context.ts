import type { Cell } from '../../plan/cells';
import type { LayerId } from '../../plan/layer';
import type { Say } from '../../text/say';

/** What a newer export said otherwise than the list, when it was taken over. */
export interface RefreshContext {
  readonly layer: LayerId;
  readonly say: Say;
  /** What the export is called. */
  readonly name: string;
  readonly changed: readonly {
    readonly id: string;
    readonly label: string;
    readonly header: string;
    readonly before: Cell;
    readonly after: Cell;
  }[];
  readonly added: readonly { readonly id: string; readonly label: string }[];
  readonly gone: readonly { readonly id: string; readonly label: string }[];
  /** Sentences about what was left as it was. */
  readonly notes: readonly string[];
  /** ISO. */
  readonly at: string;
}
