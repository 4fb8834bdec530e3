import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import type { RunRecord } from '../plan/run-record';
import { namesOf, type LayerNames } from '../plan/ownership';
import { rememberWhose } from '../plan/whose';
import { accountColumns } from '../reports/account-columns';
import { SHEETS, withAlong } from '../reports/registry';
import { inputsIn } from '../reports/read-back';
import { buildSheet, sourcesOf, type SheetModule } from '../reports/sheet';
import { ACCOUNT_COLUMNS, type SheetSpec } from '../reports/spec';
import { speak } from '../text/say';
import type { DesignedPlan } from './design';
import type { Clock, WorkbookPort, WriteOrder } from './ports';
import { bodyRowOf } from './account-at';
import { freeTableName } from './free-name';
import { refuseRenamed } from './own-table';
import { qualityContext } from './quality';
import { compareContext } from './compare-sources';
import { decisionsIn, LISTED_KEY } from './decisions';
import { quotaContext } from './quota-sources';
import { readColumns } from './read-columns';
import { reportContext, standingContext, tellsStandings, type Named } from './sheet-sources';
import { standingAssignment } from './standing-assignment';
import { WHOSE_KEY } from './understanding/book';
import type { Understanding } from './understanding/understand';

/** What Apply is going to write, and under which names: told to the user before it is done. */
export interface PreparedOrder extends WriteOrder {
  readonly names: LayerNames;
}

/**
 * Makes the columns and sheets of a plan, and more sheets that were asked for, named as this workbook allows.
 * A sheet that speaks of the standing plan and was asked for before is written anew with it. Nothing of it is written yet.
 * @throws Failure `typedColumnGone`
 */
export async function prepareOrder(
  understanding: Understanding,
  { plan, record }: DesignedPlan,
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
    source === 'standing' || source === 'quota' || source === 'compare';
  const modules = withAlong(
    SHEETS.filter(
      (module) =>
        module.written === 'always' || more.includes(module) || (followsPlan(module) && stands(module)),
    ),
  );
  const names = await workbook.ownership({
    layer,
    ...(derived === undefined ? { accounts: list.ref } : { headers: derived.sheet.headers }),
    columns: [
      ...ACCOUNT_COLUMNS.map((key) => ({ key: key as string, header: say(`column.${key}`) })),
      ...(tellsStandings(list) ? [{ key: 'standing', header: say('column.standing') }] : []),
      ...read.map(({ field, label }) => ({
        key: `read:${field}`,
        header: say('column.read', { field: label }),
      })),
    ],
    sheets: modules.map(({ key, name }) => ({ key, name: say(name) })),
  });
  // A plain range becomes a table.
  const table = list.ref.table ?? (await freeTableName(workbook, 'Accounts'));
  const named: Named = { layer, say, record, table, columns: names.columns };
  const context = reportContext(understanding, named, plan, read);
  await refuseRenamed(modules, book.survey, workbook);
  const decisions = await decisionsIn(modules, understanding, workbook);
  const compared = once(() => compareContext(understanding, context, plan.assignment, decisions));
  const sources = sourcesOf({
    plan: () => context,
    standing: () => context,
    findings: () => qualityContext(understanding, record.designedAt, table),
    quota: () => quotaContext(understanding, context),
    compare: () => compared().context,
  });
  const sheets = await Promise.all(modules.map((module) => buildSheet(module, sources)));
  return {
    layer,
    ...(derived === undefined ? {} : { made: derived.sheet }),
    accounts: { ref: list.ref, table, columns: accountColumns(context), rows: list.rows },
    sheets,
    record: withInputs(
      readsElsewhere(understanding) ? readingFrom(record, list.ref.sheet, table) : record,
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
    },
    names,
  };
}

const isCompared = (modules: readonly SheetModule[]): boolean =>
  modules.some(({ source }) => source === 'compare');

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
}

/** What was asked for is another table than the plan will stand in: the list was made of it, or it was a range. */
const readsElsewhere = ({ settings: { accounts }, list }: Understanding): boolean =>
  accounts !== undefined && (list.derived !== undefined || accounts.range !== undefined);

/** The next look reads the table that the plan stands in. */
const readingFrom = (record: RunRecord, sheet: string, table: string): RunRecord => ({
  ...record,
  settings: { ...record.settings, accounts: { sheet, table } },
});

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

/**
 * Sheets over the plan that stands, or over the list alone; with each those that are written along with it.
 * @throws Failure `typedColumnGone`; `noStandingPlan`, `ownColumnGone` for a sheet that needs a plan
 */
export async function sheetsAlone(
  wanted: readonly SheetModule[],
  understanding: Understanding,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<WriteOrder> {
  const modules = withAlong(wanted);
  const needs = [...new Set(modules.flatMap((module) => module.needs ?? []))];
  const standing = modules.every(({ source }) => source === 'findings')
    ? undefined
    : await standingContext(understanding, workbook, needs);
  await refuseRenamed(modules, understanding.book.survey, workbook);
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
  const sources = sourcesOf({
    standing: stood,
    findings: () => qualityContext(understanding, clock.now().toISOString()),
    quota: () => quotaContext(understanding, stood()),
    compare: () => compared().context,
  });
  const sheets = await Promise.all(modules.map((module) => buildSheet(module, sources)));
  const record = standing && withInputs(standing.record, modules, sheets);
  return {
    layer: MAIN_LAYER,
    sheets,
    decision: false,
    ...(isCompared(modules) && { remember: { [LISTED_KEY]: compared().listed } }),
    ...(record === undefined || record === standing?.record ? {} : { record }),
  };
}
