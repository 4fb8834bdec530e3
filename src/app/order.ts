import { MAIN_LAYER } from '../plan/layer';
import type { RunRecord } from '../plan/run';
import { namesOf, type LayerNames } from '../plan/ownership';
import { accountColumns } from '../reports/account-columns';
import { SHEETS } from '../reports/registry';
import { buildSheet, type SheetModule } from '../reports/sheet';
import { ACCOUNT_COLUMNS, type SheetSpec } from '../reports/spec';
import { speak } from '../text/say';
import type { DesignedPlan } from './design';
import type { Clock, WorkbookPort, WriteOrder } from './ports';
import { freeTableName } from './free-name';
import { qualityContext } from './quality';
import { readColumns, reportContext, standingContext, tellsStandings, type Named } from './sheet-sources';
import type { Understanding } from './understanding/understand';

/** What Apply is going to write, and under which names: told to the user before it is done. */
export interface PreparedOrder extends WriteOrder {
  readonly names: LayerNames;
}

/**
 * Makes the columns and sheets of a plan, and more sheets that were asked for, named as this workbook allows.
 * A sheet that speaks of the standing plan and was asked for before is written anew with it. Nothing of it is written yet.
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
  const modules = SHEETS.filter(
    (module) =>
      module.written === 'always' ||
      more.includes(module) ||
      (module.source === 'standing' && stands(module)),
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
  const sources = {
    plan: () => context,
    standing: () => context,
    findings: () => qualityContext(understanding, record.designedAt, table),
  };
  return {
    layer,
    ...(derived === undefined ? {} : { made: derived.sheet }),
    accounts: { ref: list.ref, table, columns: accountColumns(context), rows: list.rows },
    sheets: modules.map((module) => buildSheet(module, sources)),
    record: readsElsewhere(understanding) ? readingFrom(record, list.ref.sheet, table) : record,
    names,
  };
}

/** What was asked for is another table than the plan will stand in: the list was made of it, or it was a range. */
const readsElsewhere = ({ settings: { accounts }, list }: Understanding): boolean =>
  accounts !== undefined && (list.derived !== undefined || accounts.range !== undefined);

/** The next look reads the table that the plan stands in. */
const readingFrom = (record: RunRecord, sheet: string, table: string): RunRecord => ({
  ...record,
  settings: { ...record.settings, accounts: { sheet, table } },
});

/**
 * One sheet by itself, over the plan that stands.
 * @throws Failure `noStandingPlan`, `ownColumnGone` for a sheet that needs one
 */
export async function sheetAlone(
  module: SheetModule,
  understanding: Understanding,
  workbook: WorkbookPort,
  clock: Clock,
): Promise<SheetSpec> {
  const standing =
    module.source === 'standing'
      ? await standingContext(understanding, workbook, module.needs ?? [])
      : undefined;
  const none = (): never => {
    throw new RangeError(`The sheet ${module.key} is written with a new plan only.`);
  };
  return buildSheet(module, {
    plan: none,
    standing: () => standing ?? none(),
    findings: () => qualityContext(understanding, clock.now().toISOString()),
  });
}
