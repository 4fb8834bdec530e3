import { Failure, type FailureCode } from '../plan/failures';
import { numbers, type Numbers } from '../text/numbers';
import { speak, type Language, type Say } from '../text/say';
import type { Action, ActionContext, Ports } from './action';
import { lookAgain } from './actions/look-again';
import { pastedOver } from './astray';
import { carryOver, hasDrifted } from './carry-over';
import { SettingsDesk } from './settings/desk';
import type { Said } from './settings/said';
import { standingPlan } from './standing-plan';
import { lastEdit, type Stand } from './last-edit';
import { isOpen, isUndone, startState, type Doing, type PaneState } from './state';
import { isStayingOpen } from './settings/what-stays';
import type { Understanding } from './understanding/understand';
import { wordFailure, wordPending } from './sentences';

/** The workbook was read, and holds nothing that could be planned as it stands. */
const NO_LIST: readonly FailureCode[] = ['noTable', 'noAccounts', 'notAccounts', 'tableNotFound'];
const LISTLESS: Partial<PaneState> = {
  isEmpty: false,
  isListless: true,
  understanding: undefined,
  standing: undefined,
  designed: undefined,
  isStale: false,
  drift: undefined,
};

/**
 * One open pane: its state, who listens to it, and the queue of actions. It knows no React, no Excel and no
 * action but the look that follows a hint from the workbook.
 */
export class Store {
  private current = startState;
  private readonly listeners = new Set<() => void>();
  private queue: Promise<void> = Promise.resolve();
  /** What runs and what waits, in this order: names and arguments. */
  private readonly asked: string[] = [];
  private running: AbortController | undefined;
  private isHinted = false;
  /** The last look at the workbook failed, and the trouble said is that. */
  private isUnread = false;
  /** What the looks of the running action have to say, beside what the action says itself. */
  private asides: readonly string[] = [];
  /** What stood at the last look. */
  private stand: Stand | undefined;
  private unwatch: (() => Promise<void>) | undefined;
  private readonly settings: SettingsDesk;
  readonly say: Say;
  readonly numbers: Numbers;

  constructor(
    private readonly ports: Ports,
    readonly language: Language,
    /** Settings of a file, which beat all others as long as this store is there. */
    file?: Said,
  ) {
    this.say = speak(language);
    this.numbers = numbers(language);
    this.settings = new SettingsDesk(ports.workbook, { language, ...(file === undefined ? {} : { file }) });
  }

  get state(): PaneState {
    return this.current;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /**
   * Does something when all that was asked for before is done. Resolves when it is over, well or not; what
   * went wrong stands in the state. An action that cannot be done any more when its turn comes is said not to be done,
   * but for the second of two clicks on one button.
   */
  run = <Args extends readonly unknown[]>(action: Action<Args>, ...args: Args): Promise<void> => {
    const asked = JSON.stringify([action.name, args]);
    const isAgain = this.asked.includes(asked);
    // What nobody asked for gives way to what somebody does.
    if (this.current.doing?.quiet === true && this.current.doing.canCancel) this.running?.abort();
    this.asked.push(asked);
    this.change({ waiting: this.current.waiting + 1 });
    this.queue = this.queue.then(async () => {
      await this.perform(action, args, isAgain);
      this.asked.shift();
    });
    return this.queue;
  };

  can = (action: Pick<Action, 'when'>): boolean => action.when(this.current);

  /** Ends the running action, if it is one that can be ended. */
  cancel = (): void => {
    if (this.current.doing?.canCancel === true) this.running?.abort();
  };

  /**
   * Listens to the workbook from now on. A hint says that something changed, never what: the workbook is
   * looked at when its turn comes. Hints that come while one waits add nothing.
   */
  watch = async (): Promise<void> => {
    this.unwatch ??= await this.ports.workbook.watch((hint) => {
      if (hint === 'selected') void this.followSelection();
      if (hint === 'selected' || this.isHinted) return;
      this.isHinted = true;
      void this.run(lookAgain);
    });
  };

  close = async (): Promise<void> => {
    this.running?.abort();
    await this.unwatch?.();
    this.unwatch = undefined;
  };

  /**
   * Beside the queue: it reads one address, and what is worked out behind a preview need not give way to it. A host
   * that does not answer selects nothing.
   */
  private async followSelection(): Promise<void> {
    const { designed, standing, doing } = this.current;
    if (designed === undefined && standing === undefined) return;
    if (doing !== undefined && !doing.quiet) return;
    const selected = await this.ports.workbook.activeRow().catch(() => undefined);
    const { selected: last } = this.current;
    if (selected?.row !== last?.row || selected?.sheet !== last?.sheet) this.change({ selected });
  }

  private async perform<Args extends readonly unknown[]>(
    action: Action<Args>,
    args: Args,
    isAgain: boolean,
  ): Promise<void> {
    if (action.name === lookAgain.name) this.isHinted = false;
    const waiting = this.current.waiting - 1;
    if (!(await this.canStill(action))) {
      this.change({ waiting, ...(isAgain ? {} : this.notDone(action)) });
      return;
    }
    this.running = new AbortController();
    this.asides = [];
    const isQuiet = action.quiet === true;
    this.change({
      waiting,
      doing: {
        action: action.name,
        words: action.doing,
        covers: action.covers === true,
        canCancel: action.canCancel === true,
        quiet: isQuiet,
      },
      ...(isQuiet ? {} : { trouble: undefined, news: undefined }),
    });
    try {
      if (action.asks === true) await this.lookAtPending();
      if (action.when(this.current)) await action.perform(this.contextOf(this.running.signal), ...args);
      else this.change(this.notDone(action));
    } catch (error) {
      if (isQuiet && error instanceof DOMException && error.name === 'AbortError') return;
      const said = this.explain(error);
      // What was written may have been undone, or not: what can be done now depends on it. If the workbook does not
      // answer to this either, what is said already says so.
      await this.lookAtPending().catch(() => undefined);
      this.change(said);
    } finally {
      this.running = undefined;
      this.change({ doing: undefined });
    }
  }

  /** Another pane may have decided what stands in the way, as far as this one knows. */
  private async canStill({ when, asks }: Pick<Action, 'when' | 'asks'>): Promise<boolean> {
    if (when(this.current) || asks !== true) return when(this.current);
    try {
      await this.lookAtPending();
    } catch (error) {
      this.change(this.explain(error));
    }
    return when(this.current);
  }

  private contextOf(signal: AbortSignal): ActionContext {
    const progress = (change: Partial<Doing>) => {
      const { doing } = this.current;
      if (doing !== undefined) this.change({ doing: { ...doing, ...change } });
    };
    return {
      ...this.ports,
      say: this.say,
      numbers: this.numbers,
      settings: this.settings,
      signal,
      state: () => this.current,
      change: (change) => {
        const { news } = change;
        this.change(news === undefined ? change : { ...change, news: [news, ...this.asides].join(' ') });
      },
      progress,
      onProgress: (done) => {
        progress({ done });
      },
      look: () => this.look(progress),
    };
  }

  private async look(progress: (change: Partial<Doing>) => void): Promise<Understanding | undefined> {
    const { workbook, places } = this.ports;
    if (await workbook.isEmpty()) {
      this.change({
        isEmpty: true,
        isListless: false,
        understanding: undefined,
        standing: undefined,
        designed: undefined,
        isStale: false,
        drift: undefined,
      });
      return undefined;
    }
    const wasUnread = this.isUnread;
    this.isUnread = true;
    // What reads lists is the larger part of the program, and is not needed to open the pane.
    const { look } = await import('./look-at-workbook');
    const { understanding, renamed, refused } = await look({ workbook, places }, this.settings, (done) => {
      progress({ done });
    }).catch((error: unknown) => {
      if (error instanceof Failure && NO_LIST.includes(error.code)) this.change(LISTLESS);
      throw error;
    });
    const standing = await standingPlan(workbook, understanding);
    const stand = standing && { standing, understanding };
    const edit = lastEdit(this.stand, stand);
    const isSamePlan = this.stand?.standing.record.resultHash === standing?.record.resultHash;
    this.stand = stand;
    this.isUnread = false;
    const { designed, pending } = this.current;
    const isPreview = designed !== undefined && pending.state !== 'applied';
    const carried = isPreview ? carryOver(designed, understanding) : undefined;
    this.change({
      isEmpty: false,
      isListless: false,
      // What went wrong last was that nothing could be read; now it can.
      ...(wasUnread ? { trouble: undefined } : {}),
      understanding,
      isStayingOpen: isStayingOpen(this.settings),
      standing,
      // The last one stays in view until there is another, or another plan.
      ...(edit !== undefined || !isSamePlan ? { edit } : {}),
      isStale: isPreview && (carried === undefined || hasDrifted(carried.drift)),
      drift: carried?.drift,
      refused: [...refused, ...pastedOver(understanding, this.current)].map((failure) =>
        wordFailure(this.say, this.numbers, failure),
      ),
      ...this.tellRenamed(renamed),
    });
    return understanding;
  }

  private tellRenamed(count: number): Partial<PaneState> {
    if (count === 0) return {};
    const words = this.say('news.renamed', { count });
    this.asides = [...this.asides, words];
    const { news, doing } = this.current;
    return { news: news === undefined || doing?.quiet === true ? words : `${news} ${words}` };
  }

  /** Another pane may have applied, kept or reverted since. */
  private async lookAtPending(): Promise<void> {
    const before = this.current.pending;
    const pending = await this.ports.workbook.pending();
    const isSame = pending.state === before.state && isUndone(pending) === isUndone(before);
    if (isSame && pending.state !== 'broken' && pending.state !== 'otherPane') return;
    this.change({
      pending,
      ...(before.state === 'applied' && pending.state !== 'applied'
        ? {
            designed: undefined,
            isStale: false,
            drift: undefined,
            news: this.say('pending.decidedElsewhere'),
          }
        : {}),
      // What was said of the other pane is over with it.
      ...(before.state === 'otherPane' ? { trouble: undefined } : {}),
      ...wordPending(this.say, this.numbers, pending),
      ...(isUndone(pending)
        ? {
            trouble: this.say('pending.undone', {
              again: this.current.designed === undefined ? 'no' : 'yes',
            }),
          }
        : {}),
    });
  }

  private notDone({ label }: Pick<Action, 'label'>): Partial<PaneState> {
    const { trouble, pending, understanding } = this.current;
    const why = isOpen(pending)
      ? 'open'
      : pending.state === 'otherPane'
        ? 'otherPane'
        : understanding === undefined
          ? 'unread'
          : 'other';
    const words = this.say('pane.notDone', { action: this.say(label), why });
    if (trouble?.includes(words) === true) return {};
    return { trouble: trouble === undefined ? words : `${trouble} ${words}` };
  }

  private explain(error: unknown): Partial<PaneState> {
    if (error instanceof DOMException && error.name === 'AbortError')
      return { news: this.say('news.cancelled') };
    if (error instanceof Failure) return { trouble: wordFailure(this.say, this.numbers, error) };
    return { trouble: this.say('failure.unexpected', { message: String(error) }) };
  }

  private change(change: Partial<PaneState>): void {
    // Plans to choose from, and prices, go with the plan that was designed.
    const isOver = 'designed' in change && change.designed === undefined;
    this.current = {
      ...this.current,
      ...change,
      ...(isOver ? { alternatives: undefined, lockPrices: undefined, curve: undefined } : {}),
    };
    for (const listener of this.listeners) listener();
  }
}
