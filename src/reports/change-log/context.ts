import type { LoggedChange } from '../../plan/change-log';
import type { LayerId } from '../../plan/layer';
import type { Say } from '../../text/say';

/** Everything that was accepted since the plan was kept, and what users wrote beside it. */
export interface LogContext {
  readonly layer: LayerId;
  readonly say: Say;
  /** What shares are shares of. */
  readonly metric: string;
  /** Oldest first. */
  readonly log: readonly LoggedChange[];
  /** By id of the change. */
  readonly notes: ReadonlyMap<string, string>;
  /** ISO. */
  readonly at: string;
}
