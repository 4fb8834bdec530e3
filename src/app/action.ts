import type { MessageId } from '../text/say';
import type { Numbers } from '../text/numbers';
import type { Say } from '../text/say';
import type { Clock, OnProgress, PlacesPort, SolverPort, WorkbookPort } from './ports';
import type { SettingsDesk } from './settings/desk';
import type { Doing, PaneState } from './state';
import type { Understanding } from './understanding/understand';

/**
 * Something that can be done, as data: one file in `actions/` each. `Args` is what the caller gives along.
 * Actions run one after another, none is lost because another runs; whether one can be done is asked when
 * its turn comes.
 */
export interface Action<Args extends readonly unknown[] = []> {
  /** Unique; the name of its file. */
  readonly name: string;
  readonly label: MessageId;
  /** What the pane says while it runs; absent: it is over at once. */
  readonly doing?: MessageId;
  /** While it runs its progress stands in place of the page. */
  readonly covers?: boolean;
  /** The user may end it. */
  readonly canCancel?: boolean;
  /** It was not asked for by the user: it clears no message and covers nothing. */
  readonly quiet?: boolean;
  /** It first asks whether a decision is open: another pane may have decided. */
  readonly asks?: boolean;
  when(state: PaneState): boolean;
  /** Whatever it throws is told in words, and the pane goes on from the state before. */
  perform(desk: ActionContext, ...args: Args): Promise<void>;
}

export interface Ports {
  readonly workbook: WorkbookPort;
  readonly solver: SolverPort;
  readonly places: PlacesPort;
  readonly clock: Clock;
}

/** What an action has to work with. */
export interface ActionContext extends Ports {
  readonly say: Say;
  readonly numbers: Numbers;
  readonly settings: SettingsDesk;
  /** Fires when the user ends the action. */
  readonly signal: AbortSignal;
  state(): PaneState;
  change(change: Partial<PaneState>): void;
  /** How far it is. */
  progress(change: Partial<Doing>): void;
  readonly onProgress: OnProgress;
  /** Looks at the workbook anew; undefined when it is empty. */
  look(): Promise<Understanding | undefined>;
}
