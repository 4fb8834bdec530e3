import type { Stage } from '../engine/problem';
import { quoteSheet } from '../plan/cells';
import { Failure } from '../plan/failures';
import { defaultSettings, parseSettings, type Settings } from '../plan/settings';
import { numbers, type Numbers } from '../text/numbers';
import { speak, type Language, type Say } from '../text/say';
import { designPlan, type DesignedPlan } from './design';
import { prepareOrder } from './order';
import { renamedRecord } from './plan-sheet';
import type { Clock, PendingState, PlacesPort, SolverPort, TableRef, WorkbookPort } from './ports';
import { previewOf, type Preview } from './preview';
import { qualitySheet } from './quality';
import { rosterTemplate } from './roster-template';
import { refKey, summaryOf, type Summary } from './summary';
import { understand, type Understanding } from './understand';
import { wordFailure, wordNotice } from './words';

/** What the pane is doing. Everything it shows follows from this one value. */
export type Activity =
  /** `done` is 0 … 1 once a table is being read. */
  | { readonly kind: 'looking'; readonly done?: number }
  /** The workbook has no cell filled: offer sample data. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'designing'; readonly stage: Stage; readonly done: number; readonly worst: number }
  | {
      readonly kind: 'writing';
      readonly what: 'apply' | 'revert' | 'sample' | 'quality' | 'reps';
      readonly done: number;
    }
  /** A plan was written: keep it or revert. */
  | { readonly kind: 'applied'; readonly at: string };

export interface SessionState {
  readonly activity: Activity;
  readonly summary: Summary | undefined;
  readonly preview: Preview | undefined;
  /** The last thing that went wrong, in words; gone with the next action. */
  readonly trouble: string | undefined;
  /** What just went well, in words. */
  readonly news: string | undefined;
}

export interface SessionPorts {
  readonly workbook: WorkbookPort;
  readonly solver: SolverPort;
  readonly places: PlacesPort;
  readonly clock: Clock;
}

/**
 * One open pane: looks at the workbook, designs, previews, applies, keeps or reverts. It knows no React;
 * the pane subscribes and draws the state. One action runs at a time.
 */
export class Session {
  private current: SessionState = {
    activity: { kind: 'looking' },
    summary: undefined,
    preview: undefined,
    trouble: undefined,
    news: undefined,
  };
  private readonly listeners = new Set<() => void>();
  private understanding: Understanding | undefined;
  private designed: DesignedPlan | undefined;
  private settings: Settings = defaultSettings;
  private running: AbortController | undefined;
  readonly say: Say;
  readonly numbers: Numbers;

  constructor(
    private readonly ports: SessionPorts,
    readonly language: Language,
  ) {
    this.say = speak(language);
    this.numbers = numbers(language);
    this.settings = { ...defaultSettings, language };
  }

  get state(): SessionState {
    return this.current;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Reads the workbook and says what was found. First thing on opening, and after every outside change. */
  look = (): Promise<void> =>
    this.act({ kind: 'looking' }, async () => {
      const pending = await this.ports.workbook.pending();
      if (pending.state === 'rolledBack') this.change({ news: this.say('news.rolledBack') });
      if (await this.ports.workbook.isEmpty()) return { kind: 'empty' };
      const saved = parseSettings((await this.ports.workbook.load('settings')) ?? {});
      if (saved.ok) this.settings = { ...saved.settings, language: this.language };
      await this.read();
      return restingAt(pending);
    });

  /** The primary button: designs territories and shows a preview. Nothing is written. */
  design = (): Promise<void> =>
    this.act({ kind: 'designing', stage: 'check', done: 0, worst: NaN }, async () => {
      const running = (this.running = new AbortController());
      const understanding = await this.read();
      this.designed = await designPlan(
        understanding,
        this.ports.solver,
        this.ports.clock,
        ({ stage, done, worstDeviation }) => {
          this.change({ activity: { kind: 'designing', stage, done, worst: worstDeviation } });
        },
        running.signal,
      );
      this.change({
        preview: previewOf(understanding, this.designed, this.say, this.numbers, (notice) =>
          wordNotice(this.say, this.numbers, notice),
        ),
      });
      return { kind: 'ready' };
    });

  /** Ends a running design at once. */
  cancel = (): void => {
    this.running?.abort();
  };

  /** Drops the preview: back to what was found. */
  discard = (): void => {
    this.designed = undefined;
    this.change({ preview: undefined, news: undefined, trouble: undefined });
  };

  apply = (): Promise<void> =>
    this.act({ kind: 'writing', what: 'apply', done: 0 }, async () => {
      const { understanding, designed } = this;
      if (understanding === undefined || designed === undefined) return { kind: 'ready' };
      const order = await prepareOrder(understanding, designed, this.ports.workbook);
      await this.ports.workbook.apply(order, (done) => {
        this.change({ activity: { kind: 'writing', what: 'apply', done } });
      });
      const columns = Object.values(order.ownership.columns).join(', ');
      const sheets = Object.values(order.ownership.sheets).join(', ');
      this.change({ news: this.say('news.applied', { columns, sheets }) });
      return { kind: 'applied', at: this.ports.clock.now().toISOString() };
    });

  keep = (): Promise<void> =>
    this.act(this.current.activity, async () => {
      await this.ports.workbook.keep();
      this.designed = undefined;
      this.change({ preview: undefined, news: this.say('news.kept') });
      await this.read();
      return { kind: 'ready' };
    });

  revert = (): Promise<void> =>
    this.act({ kind: 'writing', what: 'revert', done: 0 }, async () => {
      await this.ports.workbook.revert((done) => {
        this.change({ activity: { kind: 'writing', what: 'revert', done } });
      });
      this.change({ news: this.say('news.reverted') });
      await this.read();
      return { kind: 'ready' };
    });

  insertSample = (): Promise<void> =>
    this.act({ kind: 'writing', what: 'sample', done: 0 }, async () => {
      const { sampleSheets } = await import('./sample/sample');
      await this.ports.workbook.insert(sampleSheets(), (done) => {
        this.change({ activity: { kind: 'writing', what: 'sample', done } });
      });
      await this.read();
      return { kind: 'ready' };
    });

  /** Lists every finding on the sheet Data Quality. It holds no decision, so there is nothing to keep or revert. */
  listFindings = (): Promise<void> =>
    this.act({ kind: 'writing', what: 'quality', done: 0 }, async (resting) => {
      const { workbook, clock } = this.ports;
      const understanding = await this.read();
      const sheet = qualitySheet(understanding, clock);
      await workbook.apply({ sheets: [sheet] }, (done) => {
        this.change({ activity: { kind: 'writing', what: 'quality', done } });
      });
      await workbook.keep();
      const name = (await workbook.owned())?.sheets[sheet.key] ?? sheet.name;
      await workbook.select(`${quoteSheet(name)}!A1`);
      this.change({ news: this.say('news.quality', { sheet: name }) });
      return resting;
    });

  /** Shows a cell that a sentence speaks of. */
  select = (address: string): Promise<void> =>
    this.act(this.current.activity, async (resting) => {
      await this.ports.workbook.select(address);
      return resting;
    });

  /** Takes a changed setting over, remembers it in the workbook and looks again. */
  adjust = (change: Partial<Settings>): Promise<void> =>
    this.act({ kind: 'looking' }, async (resting) => {
      this.settings = { ...this.settings, ...change };
      await this.ports.workbook.save('settings', this.settings);
      this.designed = undefined;
      this.change({ preview: undefined });
      await this.read();
      return resting;
    });

  /** Gives the rate of a currency: units of the plan's for one of it. */
  setRate = (currency: string, rate: number): Promise<void> =>
    this.adjust({ fx: { ...this.settings.fx, [currency]: rate } });

  /** Plans another table of the workbook. */
  chooseTable = (key: string): Promise<void> => {
    const ref = this.understanding?.candidates.find((candidate) => refKey(candidate) === key);
    if (ref === undefined) return Promise.resolve();
    return this.adjust({ accounts: placeOf(ref) });
  };

  /** Reads another table as the team list. */
  chooseTeam = (key: string): Promise<void> => {
    const ref = this.understanding?.teams.find((candidate) => refKey(candidate) === key);
    if (ref === undefined) return Promise.resolve();
    return this.adjust({ reps: placeOf(ref) });
  };

  /** Adds a team list to fill in, with the seats known so far, and reads it from now on. */
  makeTeamList = (): Promise<void> =>
    this.act({ kind: 'writing', what: 'reps', done: 0 }, async (resting) => {
      const { workbook } = this.ports;
      const list = rosterTemplate(this.understanding ?? (await this.read()));
      await workbook.insert([list], (done) => {
        this.change({ activity: { kind: 'writing', what: 'reps', done } });
      });
      this.settings = { ...this.settings, reps: { sheet: list.name, table: list.name }, repColumns: {} };
      await workbook.save('settings', this.settings);
      await this.read();
      this.change({ news: this.say('news.reps', { name: list.name }) });
      return resting;
    });

  /** Says which column of the team list a field is in; an empty header means none. */
  mapTeamColumn = (field: string, header: string): Promise<void> =>
    this.adjust({ repColumns: { ...this.settings.repColumns, [field]: header } });

  /** Says which column a field is in; an empty header means none. */
  mapColumn = (field: string, header: string): Promise<void> =>
    this.adjust({ accountColumns: { ...this.settings.accountColumns, [field]: header } });

  private async read(): Promise<Understanding> {
    const { workbook, places } = this.ports;
    const attempt = () =>
      understand(workbook, places, this.settings, (done) => {
        if (this.current.activity.kind === 'looking') this.change({ activity: { kind: 'looking', done } });
      });
    const understanding = await attempt().catch((error: unknown) => {
      // A table chosen earlier may be gone or renamed since: then the likeliest is taken again.
      const { accounts, reps, ...others } = this.settings;
      const isGone = error instanceof Failure && error.code === 'tableNotFound';
      if (!isGone || (accounts === undefined && reps === undefined)) throw error;
      this.settings = others;
      return attempt();
    });
    if (understanding.renamed.size > 0) {
      await this.carryNames(understanding);
      return this.read();
    }
    this.understanding = understanding;
    this.change({ summary: summaryOf(understanding, this.say, this.numbers) });
    return understanding;
  }

  /** Territories renamed in the list are renamed in the accounts, and stay so in the next design. */
  private async carryNames({ renamed, settings }: Understanding): Promise<void> {
    const { workbook } = this.ports;
    const record = await workbook.record();
    if (record === undefined) return;
    this.settings = { ...this.settings, territoryNames: settings.territoryNames };
    await workbook.save('settings', this.settings);
    await workbook.rename({ names: renamed, record: renamedRecord(record, settings) });
    this.change({ news: this.say('news.renamed', { count: renamed.size }) });
  }

  /** Runs one action; whatever happens, the pane ends in a state it can go on from. */
  private async act(doing: Activity, action: (resting: Activity) => Promise<Activity>): Promise<void> {
    if (this.busy) return;
    const resting =
      this.current.activity.kind === 'looking' ? ({ kind: 'ready' } as const) : this.current.activity;
    this.busy = true;
    this.change({ activity: doing, trouble: undefined, news: undefined });
    try {
      this.change({ activity: await action(resting) });
    } catch (error) {
      this.change({ activity: resting, ...this.explain(error) });
    } finally {
      this.busy = false;
      this.running = undefined;
    }
  }
  private busy = false;

  private explain(error: unknown): Partial<SessionState> {
    if (error instanceof DOMException && error.name === 'AbortError')
      return { news: this.say('news.cancelled') };
    if (error instanceof Failure) return { trouble: wordFailure(this.say, this.numbers, error) };
    return { trouble: this.say('failure.unexpected', { message: String(error) }) };
  }

  private change(change: Partial<SessionState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

const placeOf = ({ sheet, table }: TableRef): { sheet: string; table?: string } => ({
  sheet,
  ...(table === undefined ? {} : { table }),
});

function restingAt(pending: PendingState): Activity {
  return pending.state === 'applied' ? { kind: 'applied', at: pending.at } : { kind: 'ready' };
}
