import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { once } from '../plan/once';
import type { RunRecord } from '../plan/run-record';
import { columnsInUse, namesOf, type LayerNames } from '../plan/ownership';
import { rememberWhose } from '../plan/whose';
import { accountColumns } from '../reports/account-columns';
import { SHEETS, withAlong } from '../reports/registry';
import { inputsIn } from '../reports/read-back';
import type { ReportContext, StandingContext } from '../reports/context';
import {
  buildSheet,
  columnsWith,
  remarksOn,
  sourcesOf,
  type SheetModule,
  type Sources,
} from '../reports/sheet';
import { ACCOUNT_COLUMNS, type AccountColumnSpec, type SheetSpec } from '../reports/spec';
import { speak, type Say } from '../text/say';
import type { DesignedPlan } from './design';
import type { Clock, WorkbookPort, WriteOrder } from './ports';
import { bodyRowOf } from './account-at';
import { freeTableName } from './free-name';
import { refuseUnread } from './own-table';
import { readScenarios } from './scenarios';
import { scenariosContext } from './scenarios-sources';
import { healthContext } from './health-sources';
import { qualityContext } from './quality';
import { compareContext } from './compare-sources';
import { decisionsIn, LISTED_KEY } from './decisions';
import { overlayRoles, overlaysContext } from './overlays-sources';
import { openContext } from './open-sources';
import { signOffContext } from './sign-off-sources';
import { objectivesContext } from './objectives-sources';
import { poolOf } from './books';
import { eventLog } from './event-log';
import { quotaContext } from './quota-sources';
import { readColumns } from './read-columns';
import { reportContext, standingContext, tellsStandings, type Named } from './sheet-sources';
import { scoreRemarks } from '../reports/score/remarks';
import { scoreBasis, scoreColumnNames, scoreContext } from './score-sources';
import { segmentColumnNames, segmentsContext } from './segments-sources';
import { standingAssignment } from './standing-assignment';
import { standingSheets } from './standing-sheets';
import { dateSerial } from './time';
import { TRAVEL_KEY, workloadColumnNames, workloadContext } from './workload-sources';
import { WHOSE_KEY } from './understanding/book';
import type { Understanding } from './understanding/understand';

/** What Apply is going to write, and under which names: told to the user before it is done. */
export interface PreparedOrder extends WriteOrder {
  readonly names: LayerNames;
}

/** What is going to be written over what stands. */
export interface AloneOrder extends WriteOrder {
  /** What is to be said of it, in the language of whoever asks. */
  readonly remarks?: (say: Say) => string[];
}

/**
 * Makes the columns and sheets of a plan, and more sheets that were asked for, named as this workbook allows.
 * A sheet that speaks of the standing plan and was asked for before is written anew with it. Nothing of it is written yet.
 * @throws Failure `typedColumnGone`
 */
export async function prepareOrder(
  understanding: Understanding,
  { plan, record, event }: DesignedPlan,
  workbook: WorkbookPort,
  more: readonly SheetModule[] = [],
): Promise<PreparedOrder> {
  const { settings, book, list } = understanding;
  const { derived } = list;
  const layer = MAIN_LAYER;
  const say = speak(settings.language);
  const read = readColumns(list, understanding.choices, plan.metrics);
  const before = namesOf(book.owned, layer).sheets;
  const stands = ({ key }: SheetModule) => book.survey.some(({ sheet }) => sheet === before[key]);
  const followsPlan = ({ source }: SheetModule) =>
    source === 'standing' ||
    source === 'quota' ||
    source === 'compare' ||
    source === 'scenarios' ||
    source === 'health' ||
    source === 'overlays' ||
    source === 'objectives' ||
    source === 'open' ||
    source === 'signOff' ||
    source === 'workload';
  const modules = withAlong(
    SHEETS.filter(
      (module) =>
        module.written === 'always' || more.includes(module) || (followsPlan(module) && stands(module)),
    ),
  );
  const own = ownColumns(modules, understanding, new Date(record.designedAt));
  const keptAt = await travelKept(understanding, plan.metrics, workbook);
  const names = await workbook.ownership({
    layer,
    ...(derived === undefined ? { accounts: list.ref } : { headers: derived.sheet.headers }),
    columns: [
      ...ACCOUNT_COLUMNS.map((key) => ({ key: key as string, header: say(`column.${key}`) })),
      ...(tellsStandings(list) ? [{ key: 'standing', header: say('column.standing') }] : []),
      ...(poolOf(plan, '') === undefined ? [] : [{ key: 'pool', header: say('column.pool') }]),
      ...read.map(({ field, label }) => ({
        key: `read:${field}`,
        header: say('column.read', { field: label }),
      })),
      ...own.names({ say }),
    ],
    sheets: modules.map(({ key, name }) => ({ key, name: say(name) })),
  });
  // A plain range becomes a table.
  const table = list.ref.table ?? (await freeTableName(workbook, 'Accounts'));
  const named: Named = { layer, say, record, table, columns: names.columns };
  const pods = modules.some(({ source }) => source === 'overlays') ? overlayRoles(understanding) : [];
  const context = reportContext(understanding, named, plan, read, pods);
  await refuseUnread(modules, book.survey, workbook);
  const decisions = await decisionsIn(modules, understanding, workbook);
  const compared = once(() => compareContext(understanding, context, plan.assignment, decisions));
  const sources = sourcesOf({
    plan: () => context,
    standing: () => context,
    findings: () => qualityContext(understanding, record.designedAt, table),
    quota: () => quotaContext(understanding, context),
    compare: () => compared().context,
    ...(await healthIn(modules, understanding, context, workbook, {
      now: () => new Date(record.designedAt),
    })),
    ...(await scenariosIn(modules, understanding, context, workbook)),
    score: () => own.score(context, names.columns),
    workload: () => own.workload(context, plan.assignment, names.columns, keptAt),
    segments: () => segmentsContext(understanding, context, names.columns, record.designedAt),
    overlays: () => overlaysContext(understanding, context, plan.assignment, names.columns),
    open: () =>
      openContext(
        understanding,
        context,
        names.columns,
        modules.some(({ key }) => key === 'quota-plan'),
        new Date(record.designedAt),
      ),
    signOff: () =>
      signOffContext(understanding, context, plan.assignment, names.columns, new Date(record.designedAt)),
    objectives: () =>
      objectivesContext(
        understanding,
        context,
        plan.assignment,
        names.columns,
        modules.some(({ key }) => key === 'quota'),
        record.designedAt,
      ),
  });
  const logged = event && (await eventLog(event, plan, record, understanding, workbook));
  const sheets = [
    ...(await Promise.all(modules.map((module) => buildSheet(module, sources)))),
    ...(logged === undefined ? [] : [logged.sheet]),
  ];
  const appended = await Promise.all(modules.map((module) => columnsWith(module, sources)));
  return {
    layer,
    ...(derived === undefined ? {} : { made: derived.sheet }),
    accounts: {
      ref: list.ref,
      table,
      columns: [...accountColumns(context), ...appended.flat()],
      rows: list.rows,
    },
    sheets,
    read: { sheet: 'compare', words: decisions.words },
    record: withInputs(
      withInputsOfBefore(
        readsElsewhere(understanding) ? readingFrom(record, list.ref.sheet, table) : record,
        modules,
        book.record,
      ),
      modules,
      sheets,
    ),
    remember: {
      [WHOSE_KEY]: rememberWhose(
        list.rows,
        plan.assignment.map((_, account) => bodyRowOf(list, account)),
        plan.assignment,
      ),
      ...(isCompared(modules) && { [LISTED_KEY]: compared().listed }),
      ...own.remember(keptAt),
      ...logged?.remember,
    },
    names,
  };
}

/** What is typed on Health is read before it is written anew; only where that is going to happen. */
async function healthIn(
  modules: readonly SheetModule[],
  understanding: Understanding,
  context: StandingContext,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<Partial<Sources>> {
  if (!modules.some(({ source }) => source === 'health')) return {};
  const health = await healthContext(understanding, context, workbook, clock);
  return { health: () => health };
}

/** What sheets append to the list by themselves: how their columns would be called, and what they are made from. */
function ownColumns(modules: readonly SheetModule[], understanding: Understanding, at: Date) {
  const has = (wanted: SheetModule['source']) => modules.some(({ source }) => source === wanted);
  const basis = has('score') ? scoreBasis(understanding, dateSerial(at)) : undefined;
  return {
    basis,
    names: (context: Pick<StandingContext, 'say'>): { key: string; header: string }[] => [
      ...(basis === undefined ? [] : scoreColumnNames(basis, context)),
      ...(has('segments') ? segmentColumnNames(understanding, context) : []),
      ...(has('workload') ? workloadColumnNames(context) : []),
      ...(has('signOff') ? [{ key: 'trade', header: context.say('column.trade') }] : []),
    ],
    score: (context: StandingContext, columns: LayerNames['columns']) => {
      if (basis === undefined) throw new RangeError('No sheet of scores is written.');
      return scoreContext(basis, context, columns);
    },
    workload: (
      context: StandingContext,
      assignment: Int32Array,
      columns: LayerNames['columns'],
      keptAt?: string,
    ) => workloadContext(understanding, context, assignment, columns, basis, at.toISOString(), keptAt),
    /** What is remembered of it: the day on which travel was measured. */
    remember: (keptAt?: string) =>
      has('workload') ? { [TRAVEL_KEY]: keptAt ?? at.toISOString() } : undefined,
  };
}

/** A plan that balances hours of ours says what was designed: the travel in them stays as it was then. */
async function travelKept(
  { list }: Understanding,
  metrics: DesignedPlan['plan']['metrics'],
  workbook: WorkbookPort,
): Promise<string | undefined> {
  const isBalanced = metrics.some(({ spec }) => spec.fields.includes('workloadHours'));
  if (!isBalanced || !list.ours.has('workloadHours')) return undefined;
  const day = await workbook.load(TRAVEL_KEY);
  return typeof day === 'string' ? day : undefined;
}

const isCompared = (modules: readonly SheetModule[]): boolean =>
  modules.some(({ source }) => source === 'compare');

/** What was asked for is another table than the plan will stand in: the list was made of it, or it was a range. */
const readsElsewhere = ({ settings: { accounts }, list }: Understanding): boolean =>
  accounts !== undefined && (list.derived !== undefined || accounts.range !== undefined);

/** The next look reads the table that the plan stands in. */
const readingFrom = (record: RunRecord, sheet: string, table: string): RunRecord => ({
  ...record,
  settings: { ...record.settings, accounts: { sheet, table } },
});

/** Scores and segments stand from one plan to the next: their sheets are not written anew, and say what they said. */
function withInputsOfBefore(
  record: RunRecord,
  modules: readonly SheetModule[],
  before: RunRecord | undefined,
): RunRecord {
  const stays = (['score', 'segments'] as const).filter(
    (wanted) => !modules.some(({ source }) => source === wanted),
  );
  const kept = Object.entries(before?.inputs ?? {}).filter(([key]) =>
    stays.some((source) => key.startsWith(`${source}/`)),
  );
  return kept.length === 0
    ? record
    : { ...record, inputs: { ...Object.fromEntries(kept), ...record.inputs } };
}

/** The record with the blue cells of sheets that are written when asked for: what they say is known by what they said. */
function withInputs(
  record: RunRecord,
  modules: readonly SheetModule[],
  sheets: readonly SheetSpec[],
): RunRecord {
  const cells = modules.flatMap((module, n) => {
    const spec = sheets[n];
    return spec === undefined || module.readBack === undefined || module.readBack.written !== undefined
      ? []
      : [...inputsIn(module, spec)];
  });
  return cells.length === 0
    ? record
    : { ...record, inputs: { ...record.inputs, ...Object.fromEntries(cells) } };
}

/** Saved plans, where their sheet is asked for. */
async function scenariosIn(
  modules: readonly SheetModule[],
  understanding: Understanding,
  standing: StandingContext | ReportContext,
  workbook: WorkbookPort,
): Promise<Partial<Sources>> {
  if (!modules.some(({ source }) => source === 'scenarios')) return {};
  const { scenarios } = await readScenarios(workbook);
  return { scenarios: () => scenariosContext(understanding, standing, scenarios) };
}

/**
 * Sheets over the plan that stands, or over the list alone; with each those that are written along with it, and the columns
 * that they append to the list.
 * @throws Failure `typedColumnGone`, `ownRowTwice`; `noStandingPlan`, `ownColumnGone` for a sheet that needs a plan
 */
export async function sheetsAlone(
  wanted: readonly SheetModule[],
  understanding: Understanding,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<AloneOrder> {
  const modules = withAlong(wanted);
  const needs = [...new Set(modules.flatMap((module) => module.needs ?? []))];
  const standing = modules.every(({ source }) => source === 'findings')
    ? undefined
    : await standingContext(understanding, workbook, needs);
  await refuseUnread(modules, understanding.book.survey, workbook);
  const decisions = await decisionsIn(modules, understanding, workbook);
  const stood = () => {
    if (standing === undefined) throw new Failure('noStandingPlan');
    return standing;
  };
  const compared = once(() => {
    const context = stood();
    return compareContext(
      understanding,
      context,
      standingAssignment(understanding, context.record),
      decisions,
    );
  });
  const at = clock.now();
  const own = ownColumns(modules, understanding, at);
  const appended = standing === undefined ? [] : own.names(standing);
  const { ref, rows } = understanding.list;
  const names =
    appended.length === 0
      ? undefined
      : await workbook.ownership({ layer: MAIN_LAYER, accounts: ref, columns: appended, sheets: [] });
  const sources = sourcesOf({
    standing: stood,
    findings: () => qualityContext(understanding, clock.now().toISOString()),
    quota: () => quotaContext(understanding, stood()),
    compare: () => compared().context,
    ...(standing && (await healthIn(modules, understanding, standing, workbook, clock))),
    ...(standing && (await scenariosIn(modules, understanding, standing, workbook))),
    score: () => own.score(stood(), names?.columns ?? {}),
    workload: () => {
      const context = stood();
      const assignment = standingAssignment(understanding, context.record);
      const before = columnsInUse(namesOf(understanding.book.owned, MAIN_LAYER));
      return own.workload(context, assignment, { ...before, ...names?.columns });
    },
    segments: () => segmentsContext(understanding, stood(), names?.columns ?? {}, at.toISOString()),
    open: () =>
      openContext(
        understanding,
        stood(),
        names?.columns ?? {},
        modules.some(({ key }) => key === 'quota-plan') ||
          standingSheets(understanding)({ key: 'quota-plan' }),
        at,
      ),
    signOff: () => {
      const context = stood();
      return signOffContext(
        understanding,
        context,
        standingAssignment(understanding, context.record),
        names?.columns ?? {},
        at,
      );
    },
    objectives: () => {
      const context = stood();
      return objectivesContext(
        understanding,
        context,
        standingAssignment(understanding, context.record),
        names?.columns ?? {},
        standingSheets(understanding)({ key: 'quota' }),
        at.toISOString(),
      );
    },
    overlays: () => {
      const context = stood();
      const before = columnsInUse(namesOf(understanding.book.owned, MAIN_LAYER));
      return overlaysContext(
        understanding,
        context,
        standingAssignment(understanding, context.record),
        before,
      );
    },
  });
  const sheets = await Promise.all(modules.map((module) => buildSheet(module, sources)));
  const columns: AccountColumnSpec[] =
    names === undefined
      ? []
      : (await Promise.all(modules.map((module) => columnsWith(module, sources)))).flat();
  const record = standing && withInputs(standing.record, modules, sheets);
  return {
    layer: MAIN_LAYER,
    sheets,
    read: { sheet: 'compare', words: decisions.words },
    // Columns that a plan may be made of are a decision of the user's; a sheet alone is none, nor is what only says who trades.
    ...(columns.every(({ key }) => key === 'trade') && { decision: false }),
    ...(columns.length > 0 && { accounts: { ref, table: ref.table ?? '', columns, rows } }),
    remember: { ...(isCompared(modules) && { [LISTED_KEY]: compared().listed }), ...own.remember() },
    remarks: (words) => [
      ...(own.basis === undefined ? [] : scoreRemarks(own.basis)(words)),
      ...modules.flatMap((module) => remarksOn(module, sources)(words)),
    ],
    ...(record === undefined || record === standing?.record ? {} : { record }),
  };
}
