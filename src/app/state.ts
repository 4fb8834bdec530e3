import type { Stage } from '../engine/problem';
import type { TradeOffPoint } from '../engine/standing/tradeoff';
import type { Aim } from '../plan/settings';
import type { LoadPack } from '../loads/file';
import type { MessageId } from '../text/say';
import type { Drift } from './carry-over';
import type { DesignedPlan } from './design';
import type { AccountAdvice, Advice } from './advice';
import type { Merge, Whose } from './merge-copy';
import type { MismatchPack } from './mismatch-sources';
import type { LastEdit } from './last-edit';
import type { PendingState, SheetRow } from './ports';
import type { Refresh } from './refresh';
import type { WeighedScenario } from './weigh-scenarios';
import type { Said } from './settings/said';
import type { Several } from './several';
import type { StandingPlan } from './standing-plan';
import type { LockPrices } from './suggested-locks';
import type { Understanding } from './understanding/understand';

/** The action that runs, and how far it is. */
export interface Doing {
  readonly action: string;
  readonly words: MessageId | undefined;
  readonly covers: boolean;
  readonly canCancel: boolean;
  readonly quiet: boolean;
  /** 0 … 1; undefined where nothing is known. */
  readonly done?: number;
  /** While designing. */
  readonly stage?: Stage;
  readonly worst?: number;
}

/** Plans to choose from, as far as they are worked out. */
export interface Alternatives {
  /** The first is the plan that was asked for. No two of them are the same plan. */
  readonly plans: readonly DesignedPlan[];
  /** What has been tried, whether it came to another plan or not. */
  readonly tried: readonly (Aim | 'set')[];
}

/** Everything the pane shows follows from this one value. */
export interface PaneState {
  /** Undefined: nothing runs. */
  readonly doing: Doing | undefined;
  /** Actions that wait their turn. */
  readonly waiting: number;
  /** The workbook has no cell filled. */
  readonly isEmpty: boolean;
  /** There are cells, but no list of accounts was found in them. */
  readonly isListless: boolean;
  readonly pending: PendingState;
  readonly understanding: Understanding | undefined;
  /** The look of which the engine has begun with the first plan before anybody asked. */
  readonly thoughtAhead: Understanding | undefined;
  /** The plan that stands in the workbook as of the last look; undefined before the first. */
  readonly standing: StandingPlan | undefined;
  /** What was moved by hand last, and what that did; undefined before the first move since the pane was opened. */
  readonly edit: LastEdit | undefined;
  /** What could be done about it; of another move, or another look, it is over. */
  readonly advice: Advice | undefined;
  /** The same of the account that is selected. */
  readonly card: AccountAdvice | undefined;
  /** Rows that were selected, and the territory that they would go to; of another plan, or another look, it is over. */
  readonly several: Several | undefined;
  /** Nothing was said of which accounts stay with their owner: the recommended plan is shown first. */
  readonly isStayingOpen: boolean;
  /** What was said of settings before a scenario was opened: Back says it again. */
  readonly saidBefore: Said | undefined;
  /** The plan shown as a preview. */
  readonly designed: DesignedPlan | undefined;
  /** Plans of the same workbook that are worth choosing from, the one that was designed first among them. */
  readonly alternatives: Alternatives | undefined;
  /** Plans between today and equal shares, of one look; undefined until somebody asks. */
  readonly curve: { readonly of: Understanding; readonly points: readonly TradeOffPoint[] } | undefined;
  /** What it would cost to leave accounts with their owner; undefined until somebody asks. */
  readonly lockPrices: LockPrices | undefined;
  /** The workbook is not any more what the preview was designed from. */
  readonly isStale: boolean;
  /** How the accounts differ from those of the preview; undefined where that is not the only difference. */
  readonly drift: Drift | undefined;
  /** Where the user is in the workbook, while there is a plan on a map; undefined where nothing is known of it. */
  readonly selected: SheetRow | undefined;
  /** A newer export beside the list, as it was compared; undefined where none was. */
  readonly refresh: Refresh | undefined;
  /** Plans that were saved, and what they are over the accounts of now; undefined until somebody asks. */
  readonly scenarios: readonly WeighedScenario[] | undefined;
  /** How many cannot be read. */
  readonly damagedScenarios: number;
  /** The files that were written last; undefined before the first since the pane was opened. */
  readonly loads: LoadPack | undefined;
  /** Another system beside the plan, as it was compared last; undefined where none was. */
  readonly mismatches: MismatchPack | undefined;
  /** A returned planning copy beside the list, and what was decided of its conflicts, by account. */
  readonly merge: { readonly found: Merge; readonly decided: Readonly<Record<string, Whose>> } | undefined;
  /** The last thing that went wrong, in words; gone with the next action. */
  readonly trouble: string | undefined;
  /** What just went well, in words. */
  readonly news: string | undefined;
  /** What stands in the workbook and cannot be used, in words, as of the last look. */
  readonly refused: readonly string[];
}

export const startState: PaneState = {
  doing: undefined,
  waiting: 0,
  isEmpty: false,
  isListless: false,
  pending: { state: 'none' },
  understanding: undefined,
  thoughtAhead: undefined,
  standing: undefined,
  edit: undefined,
  advice: undefined,
  card: undefined,
  several: undefined,
  isStayingOpen: true,
  saidBefore: undefined,
  designed: undefined,
  alternatives: undefined,
  lockPrices: undefined,
  curve: undefined,
  isStale: false,
  drift: undefined,
  selected: undefined,
  refresh: undefined,
  scenarios: undefined,
  damagedScenarios: 0,
  loads: undefined,
  mismatches: undefined,
  merge: undefined,
  trouble: undefined,
  news: undefined,
  refused: [],
};

/** There is something to plan, and no decision on an applied plan is open. */
export const isReady = ({ understanding, pending }: Pick<PaneState, 'understanding' | 'pending'>): boolean =>
  understanding !== undefined && !isOpen(pending) && pending.state !== 'otherPane';

/** A plan waits for a decision, not merely a sheet beside one. */
export const isPlanOpen = (pending: PendingState): boolean =>
  pending.state === 'applied' && pending.wrote?.isPlan !== false;

/** What was applied is not there any more, although nobody decided. */
export const isUndone = (pending: PendingState): boolean =>
  pending.state === 'applied' && pending.isUndone === true;

/** A decision is open: to keep what was written, or to revert it. */
export const isOpen = ({ state }: PendingState): boolean => state === 'applied' || state === 'broken';
