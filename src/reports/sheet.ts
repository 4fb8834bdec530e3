import { once } from '../plan/once';
import type { RunRecord } from '../plan/run-record';
import type { MessageId, Say } from '../text/say';
import type { AttainmentContext } from './attainment/context';
import type { CompareContext } from './compare/context';
import type { ReportContext, StandingContext } from './context';
import type { QualityContext } from './data-quality/context';
import type { LogContext } from './change-log/context';
import type { HealthContext } from './health/context';
import type { InputCells } from './inputs';
import type { LoadsContext } from './loads/context';
import type { TableKey } from './names';
import type { ObjectivesContext } from './objectives/context';
import type { OpenContext } from './open/context';
import type { MismatchContext } from './mismatches/context';
import type { OverlaysContext } from './overlays/context';
import type { CopyContext } from './planning-copy/context';
import type { QuotaContext } from './quota/context';
import type { OwnTable } from './read-back';
import type { RefreshContext } from './refresh/context';
import type { ScenariosContext } from './scenarios/context';
import type { ScoreContext } from './score/context';
import type { SegmentsContext } from './segments/context';
import type { SignOffContext } from './sign-off/context';
import { roomy } from './room';
import type { AccountColumnSpec, SheetSpec } from './spec';
import type { WorkloadContext } from './workload/context';

/**
 * What a sheet may be made from: a new plan, the plan that stands, what was noticed in the data, quotas over the plan that
 * stands, that plan beside today, what accounts are scored by, the work they make, their segments, those who help, what
 * territories are to reach, those that wait for their owner, who signs it, a newer export, files that carry it to other systems, another
 * system beside it, what a manager gets.
 */
export interface SheetSources {
  readonly plan: ReportContext;
  readonly standing: StandingContext;
  readonly findings: QualityContext;
  readonly quota: QuotaContext;
  readonly compare: CompareContext;
  readonly loads: LoadsContext;
  readonly mismatches: MismatchContext;
  readonly copy: CopyContext;
  readonly log: LogContext;
  readonly refresh: RefreshContext;
  readonly health: HealthContext;
  readonly attainment: AttainmentContext;
  readonly scenarios: ScenariosContext;
  readonly score: ScoreContext;
  readonly workload: WorkloadContext;
  readonly segments: SegmentsContext;
  readonly overlays: OverlaysContext;
  readonly objectives: ObjectivesContext;
  readonly open: OpenContext;
  readonly signOff: SignOffContext;
}

/** Names of columns by their keys. Columns whose names depend on the plan (one a metric) are not in it. */
export type TableColumns = Readonly<Record<string, MessageId>>;

/** What users may change in a sheet. */
export interface ReadBack {
  /** The columns that are read, by table; `role:*` is all whose keys begin so. */
  readonly columns: Readonly<Partial<Record<TableKey, readonly string[]>>>;
  /** What tells a row from others, in tables where two rows cannot both hold: formulas would take one, and we another. Settings are told by their labels without it. */
  readonly apart?: Readonly<Partial<Record<TableKey, readonly string[]>>>;
  /** The cells as Apply wrote them, where the record of the plan tells; else they are kept in it as they were written. */
  readonly written?: (record: RunRecord) => InputCells;
  /** The cells as they stand. @param table one of the tables above; undefined where it is gone or refused */
  readonly read: (table: (key: TableKey) => OwnTable | undefined) => InputCells;
}

interface SheetOf<Source extends keyof SheetSources> {
  /** Stable, kebab-case: identity in the workbook, and its name for `--sheets`. */
  readonly key: string;
  readonly name: MessageId;
  readonly source: Source;
  /** Apply always writes it, or only when it is asked for; `kept`: never with a plan of which nothing is accepted yet. */
  readonly written: 'always' | 'asked' | 'kept';
  /** Label of its button in the pane; absent for a sheet that has none, or one of its own making. */
  readonly offer?: { readonly label: MessageId; readonly hint: MessageId };
  readonly tables: Readonly<Partial<Record<TableKey, TableColumns>>>;
  /** Tables of other sheets that its formulas speak of. */
  readonly needs?: readonly TableKey[];
  /** Keys of sheets that are written with it: their formulas speak of each other. */
  readonly along?: readonly string[];
  /** Whether there is anything to write; one that stands already is written all the same. Absent: there always is. */
  readonly when?: (context: SheetSources[Source]) => boolean;
  /** A promise where the formulas come with a file of their own: the pane opens without them. */
  readonly build: (context: SheetSources[Source]) => SheetSpec | Promise<SheetSpec>;
  /** Columns that it appends to the list of accounts. They come and go with it, not with a plan. */
  readonly columns?: (
    context: SheetSources[Source],
  ) => readonly AccountColumnSpec[] | Promise<readonly AccountColumnSpec[]>;
  readonly readBack?: ReadBack;
  /** What is to be said when it was written, besides, a sentence each. */
  readonly remarks?: (context: SheetSources[Source]) => (say: Say) => string[];
}

/** One of our sheets, as data: what it is called, what it is made from, how it is built and read back. */
export type SheetModule = { [Source in keyof SheetSources]: SheetOf<Source> }[keyof SheetSources];

/** The module with its own kind of source, for the compiler. */
export const sheetOf = <Source extends keyof SheetSources, Module extends SheetOf<Source>>(
  module: Module & { readonly source: Source },
): Module & { readonly source: Source } => module;

/** What speaks of the plan that stands: sheets that are made from it, and are there, are written anew with each plan. */
const OVER_PLAN: Readonly<Record<keyof SheetSources, boolean>> = {
  plan: false,
  standing: true,
  findings: false,
  quota: true,
  compare: true,
  loads: false,
  mismatches: false,
  copy: false,
  log: false,
  refresh: false,
  health: true,
  attainment: true,
  scenarios: true,
  score: false,
  workload: true,
  segments: false,
  overlays: true,
  objectives: true,
  open: true,
  signOff: true,
};
export const isOverPlan = ({ source }: Pick<SheetModule, 'source'>): boolean => OVER_PLAN[source];

/** Where sheets get what they are made from. */
export type Sources = { readonly [Source in keyof SheetSources]: () => SheetSources[Source] };

/**
 * Each is made when the first sheet asks for it, and is the same for all that do.
 * @throws RangeError when a sheet asks for what there is none of now: some are written with a new plan only, some only over one that was kept
 */
export function sourcesOf(given: Partial<Sources>): Sources {
  const none = (): never => {
    throw new RangeError('This sheet is not written now.');
  };
  const made = Object.entries(given).map(([source, make]) => [source, once<unknown>(make)] as const);
  const all = Object.keys(OVER_PLAN).map((source) => [source, none] as const);
  return Object.fromEntries([...all, ...made]) as unknown as Sources;
}

/** Whether a sheet has anything to say. */
export const isWanted = (module: SheetModule, sources: Sources): boolean =>
  (module.when as ((context: unknown) => boolean) | undefined)?.(sources[module.source]()) ?? true;

/** Builds a sheet from the source it needs; the others are not asked for. */
export async function buildSheet(module: SheetModule, sources: Sources): Promise<SheetSpec> {
  const build = module.build as (context: unknown) => SheetSpec | Promise<SheetSpec>;
  return roomy(await build(sources[module.source]()));
}

/** What is to be said of a sheet that was written; nothing for most. */
export function remarksOn(module: SheetModule, sources: Sources): (say: Say) => string[] {
  const remarks = module.remarks as ((context: unknown) => (say: Say) => string[]) | undefined;
  return remarks?.(sources[module.source]()) ?? (() => []);
}

/** The columns that a sheet appends to the list of accounts; none for most. */
export async function columnsWith(
  module: SheetModule,
  sources: Sources,
): Promise<readonly AccountColumnSpec[]> {
  const columns = module.columns as
    ((context: unknown) => readonly AccountColumnSpec[] | Promise<readonly AccountColumnSpec[]>) | undefined;
  return columns === undefined ? [] : columns(sources[module.source]());
}
