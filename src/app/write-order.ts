import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { once } from '../plan/once';
import { columnsInUse, namesOf, type LayerNames } from '../plan/ownership';
import { rememberWhose } from '../plan/whose';
import { accountColumns } from '../reports/account-columns';
import { SHEETS, withAlong } from '../reports/registry';
import { scoreRemarks } from '../reports/score/remarks';
import {
  buildSheet,
  columnsWith,
  isOverPlan,
  remarksOn,
  sourcesOf,
  type SheetModule,
} from '../reports/sheet';
import { ACCOUNT_COLUMNS, type AccountColumnSpec } from '../reports/spec';
import { speak, type Say } from '../text/say';
import { bodyRowOf } from './account-at';
import { canAttain } from './attainment-sources';
import { poolOf } from './books';
import { attainmentSheet } from '../reports/attainment';
import type { DesignedPlan } from './design';
import { clearedApprovals } from './approval';
import { eventLog } from './event-log';
import { freeTableName } from './free-name';
import { goneSheets, mendedAlone, mendedWithPlan, refuseGone, type GoneSheet } from './gone-sheets';
import { NOTHING_LOGGED } from './logged';
import { ownColumns, travelKept } from './order-columns';
import { readingFrom, readsElsewhere, withInputs, withInputsOfBefore } from './order-record';
import { sourcesOver } from './order-sources';
import { overlayRoles } from './overlays-sources';
import type { Clock, WorkbookPort, WriteOrder } from './ports';
import { qualityContext } from './quality';
import { readColumns } from './read-columns';
import { reportContext, standingContext, tellsStandings, type Named } from './sheet-sources';
import { standingAssignment } from './standing-assignment';
import { standingSheets } from './standing-sheets';
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
  /** Names of sheets that are written although nobody asked for them: what they spoke of is gone. */
  readonly mended?: readonly string[];
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
  const modules = await modulesOver(understanding, more, workbook);
  const at = new Date(record.designedAt);
  const own = ownColumns(modules, understanding, at);
  const keptAt = await travelKept(understanding, plan.metrics, workbook);
  // What was decided of proposals to an earlier plan is no decision of this one.
  const decided = clearedApprovals(understanding);
  const names = await workbook.ownership({
    layer,
    ...(derived === undefined ? { accounts: list.ref } : { headers: derived.sheet.headers }),
    columns: [...columnsOf(plan, list, read, say), ...own.names({ say }), ...decided].map(
      ({ key, header }) => ({
        key,
        header,
      }),
    ),
    sheets: modules.map(({ key, name }) => ({ key, name: say(name) })),
  });
  // A plain range becomes a table.
  const table = list.ref.table ?? (await freeTableName(workbook, 'Accounts'));
  const named: Named = { layer, say, record, table, columns: names.columns };
  const pods = modules.some(({ source }) => source === 'overlays') ? overlayRoles(understanding) : [];
  const context = reportContext(understanding, named, plan, read, pods);
  const logged = event && (await eventLog(event, plan, record, understanding, workbook));
  // Quotas follow what the event moves.
  const after =
    logged === undefined
      ? understanding
      : {
          ...understanding,
          book: { ...book, logged: { ...NOTHING_LOGGED, ...book.logged, log: logged.log } },
        };
  const { sources: over, order } = await sourcesOver(
    {
      ...{ understanding: after, modules, own, at, keptAt, columns: names.columns },
      context: () => context,
      assignment: () => plan.assignment,
    },
    workbook,
  );
  const sources = sourcesOf({
    ...over,
    plan: () => context,
    findings: () => qualityContext(understanding, record.designedAt, table),
  });
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
      columns: [...accountColumns(context), ...decided, ...appended.flat()],
      rows: list.rows,
    },
    sheets,
    read: order.read,
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
      ...order.remember(),
      ...own.remember(keptAt),
      ...logged?.remember,
    },
    names,
  };
}

/** The columns of a plan itself, by the names that they should have. */
function columnsOf(
  plan: DesignedPlan['plan'],
  list: Understanding['list'],
  read: ReturnType<typeof readColumns>,
  say: Say,
): { readonly key: string; readonly header: string }[] {
  const one = (key: 'standing' | 'pool' | 'oversized', isThere: boolean) =>
    isThere ? [{ key, header: say(`column.${key}`) }] : [];
  return [
    ...ACCOUNT_COLUMNS.map((key) => ({ key: key as string, header: say(`column.${key}`) })),
    ...one('standing', tellsStandings(list)),
    ...one('pool', poolOf(plan, '') !== undefined),
    ...one('oversized', plan.oversized !== undefined),
    ...read.map(({ field, label }) => ({
      key: `read:${field}`,
      header: say('column.read', { field: label }),
    })),
  ];
}

/**
 * The sheets that are written with a plan: those that always are, that were asked for, and that stand and speak of it;
 * with each those that are written along with it.
 */
async function modulesOver(
  understanding: Pick<Understanding, 'book' | 'list'>,
  more: readonly SheetModule[],
  workbook: WorkbookPort,
): Promise<readonly SheetModule[]> {
  const stands = standingSheets(understanding);
  // A plan does not wait for bookings that are not there any more: their sheet stays as it is.
  const isLeft = stands(attainmentSheet) && !(await canAttain(understanding, workbook));
  const mended = mendedWithPlan(await goneSheets(understanding.book, workbook));
  return withAlong(
    SHEETS.filter(
      (module) =>
        module.written === 'always' ||
        more.includes(module) ||
        (((isOverPlan(module) && stands(module)) || mended.includes(module)) &&
          !(isLeft && module === attainmentSheet)),
    ),
  );
}

/** What is written along because it speaks of what somebody deleted. A list of findings is written whatever stands. */
async function mendedWith(
  asked: readonly SheetModule[],
  gone: readonly GoneSheet[],
  understanding: Understanding,
  workbook: WorkbookPort,
): Promise<readonly SheetModule[]> {
  if (asked.every(({ source }) => source === 'findings')) return [];
  const mended = mendedAlone(gone, asked);
  const isLeft = mended.includes(attainmentSheet) && !(await canAttain(understanding, workbook));
  return isLeft ? mended.filter((module) => module !== attainmentSheet) : mended;
}

/** What is said of sheets that are written although nobody asked for them. */
export const mendedInWords = ({ mended }: AloneOrder, say: Say): string[] =>
  mended === undefined ? [] : [say('news.mended', { sheets: mended.join(', ') })];

/** What sheets that stand are called. */
const calledNow = (modules: readonly SheetModule[], { owned }: Understanding['book']): string[] =>
  modules.map(({ key }) => namesOf(owned, MAIN_LAYER).sheets[key] ?? key);

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
  const asked = withAlong(wanted);
  const gone = await goneSheets(understanding.book, workbook);
  const mended = await mendedWith(asked, gone, understanding, workbook);
  const modules = withAlong([...asked, ...mended]);
  const needs = [...new Set(modules.flatMap((module) => module.needs ?? []))];
  const standing = modules.every(({ source }) => source === 'findings')
    ? undefined
    : await standingContext(understanding, workbook, needs);
  const stood = () => {
    if (standing === undefined) throw new Failure('noStandingPlan');
    return standing;
  };
  const at = clock.now();
  const own = ownColumns(modules, understanding, at);
  // What is only mended has its columns in the list already.
  const ownAsked = mended.length === 0 ? own : ownColumns(asked, understanding, at);
  const appended = standing === undefined ? [] : ownAsked.names(standing);
  const { book, list } = understanding;
  const { ref, rows } = list;
  const names =
    appended.length === 0
      ? undefined
      : await workbook.ownership({ layer: MAIN_LAYER, accounts: ref, columns: appended, sheets: [] });
  const { sources: over, order } = await sourcesOver(
    {
      ...{ understanding, modules, own, at },
      columns: { ...columnsInUse(namesOf(book.owned, MAIN_LAYER)), ...names?.columns },
      context: stood,
      assignment: once(() => standingAssignment(understanding, stood().record)),
    },
    workbook,
  );
  const sources = sourcesOf({
    ...over,
    findings: () => qualityContext(understanding, at.toISOString()),
  });
  const sheets = await Promise.all(modules.map((module) => buildSheet(module, sources)));
  refuseGone(gone, sheets);
  const columns: AccountColumnSpec[] =
    names === undefined
      ? []
      : (await Promise.all(asked.map((module) => columnsWith(module, sources)))).flat();
  const record = standing && withInputs(standing.record, modules, sheets);
  return {
    layer: MAIN_LAYER,
    sheets,
    read: order.read,
    // Columns that a plan may be made of are a decision of the user's; a sheet alone is none, nor is what only says who trades.
    ...(columns.every(({ key }) => key === 'trade' || key === 'mark') && { decision: false }),
    ...(columns.length > 0 && { accounts: { ref, table: ref.table ?? '', columns, rows } }),
    remember: { ...order.remember(), ...ownAsked.remember() },
    remarks: (words) => [
      ...(ownAsked.basis === undefined ? [] : scoreRemarks(ownAsked.basis)(words)),
      ...asked.flatMap((module) => remarksOn(module, sources)(words)),
    ],
    ...(mended.length > 0 && { mended: calledNow(mended, book) }),
    ...(record === undefined || record === standing?.record ? {} : { record }),
  };
}
