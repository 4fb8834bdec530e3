import { metricsOf } from '../plan/run';
import type { SheetSurvey } from '../plan/cells';
import type { PlanResult } from '../plan/design';
import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import { metricFields, type MetricSpec } from '../plan/metrics';
import { namesOf } from '../plan/ownership';
import type { ReportContext, StandingContext } from '../reports/context';
import { tableName, type TableKey } from '../reports/names';
import { SHEETS } from '../reports/registry';
import { balanceColumns } from '../reports/balance/columns';
import { ACCOUNT_COLUMNS, type TableBlock } from '../reports/spec';
import { speak } from '../text/say';
import type { WorkbookPort } from './ports';
import { headerOf, type AccountList } from './understanding/account-list';
import type { Understanding } from './understanding/understand';

/** Balanced numbers that get a column of ours: what was read, a body row each. */
export interface ReadColumn {
  readonly field: string;
  readonly label: string;
  readonly values: Float64Array;
}

/** How things are called that are not in the list itself. */
export interface Named extends Pick<StandingContext, 'layer' | 'say' | 'record' | 'table'> {
  /** Column key → header. */
  readonly columns: Readonly<Record<string, string>>;
}

/** What the sheets and columns of a new plan are made from. */
export function reportContext(
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
  named: Named,
  plan: PlanResult,
  read: readonly ReadColumn[],
): ReportContext {
  const { accounts, source } = list;
  const header = headersOf(named);
  const metrics = plan.metrics.map(({ spec }) => spec);
  const context: Omit<ReportContext, 'balance'> = {
    ...standing(list, named, metrics),
    plan,
    accounts,
    bodyRows: source.rowCount,
    rowOf: accounts.sheetRow.map((row) => row - source.firstRow),
    readColumns: read.map(({ field, values }) => ({ field, header: header(`read:${field}`), values })),
    holder: choices.holder,
    currency: choices.exchange.base ?? choices.exchange.currencies[0],
    metricSources: metrics.map(({ fields }) =>
      fields.map((field) => ({
        source: headerOf(list, field) ?? field,
        read: named.columns[`read:${field}`],
      })),
    ),
    unassignedOf: (m) => {
      let sum = 0;
      plan.assignment.forEach((j, i) => {
        if (j < 0) sum += choices.weights[m]?.[i] ?? 0;
      });
      return sum;
    },
  };
  const none = { ...context, balance: new Set<string>() };
  return { ...context, balance: new Set(balanceColumns(none).map(({ key }) => key)) };
}

/**
 * The plan that stands in the workbook, with its names, in its own language.
 * @param needs tables of ours that formulas are going to speak of
 * @throws Failure `noStandingPlan`, `ownColumnGone`
 */
export async function standingContext(
  { book, list }: Pick<Understanding, 'book' | 'list'>,
  workbook: WorkbookPort,
  needs: readonly TableKey[],
): Promise<StandingContext> {
  const { record, owned, survey } = book;
  const table = list.ref.table;
  if (record === undefined || table === undefined || owned?.accountsTable !== table)
    throw new Failure('noStandingPlan');
  const { columns } = namesOf(owned, MAIN_LAYER);
  const gone = Object.values(columns).find((header) => !list.whole.headers.includes(header));
  if (gone !== undefined) throw new Failure('ownColumnGone', { sheet: list.ref.sheet, column: gone });
  const stand = new Map<TableKey, TableBlock>();
  for (const key of needs) stand.set(key, await checkTable(key, survey, workbook));
  const metrics = metricsOf(record).flatMap(({ metric: id, tolerance }) => {
    const fields = metricFields(id);
    return fields === undefined ? [] : [{ id, fields, tolerance }];
  });
  const say = speak(record.settings.language);
  return {
    ...standing(list, { layer: MAIN_LAYER, say, record, table, columns }, metrics),
    balance: new Set(stand.get('balance')?.columns.map(({ key }) => key)),
  };
}

/** A table of ours stands with every column under the header it was written with, so that formulas find them. */
async function checkTable(
  key: TableKey,
  survey: readonly SheetSurvey[],
  workbook: WorkbookPort,
): Promise<TableBlock> {
  const name = tableName(MAIN_LAYER, key);
  const owner = SHEETS.find(({ tables }) => tables[key] !== undefined);
  const spec = owner && (await workbook.written(MAIN_LAYER, owner.key));
  const written = spec?.blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.name === name,
  );
  const place = survey.find(({ tables }) => tables.some((table) => table.name === name));
  const headers = place?.tables.find((table) => table.name === name)?.headers;
  if (place === undefined || headers === undefined || written === undefined)
    throw new Failure('noStandingPlan');
  const gone = written.columns.find(({ header }) => !headers.includes(header));
  if (gone !== undefined) throw new Failure('ownColumnGone', { sheet: place.sheet, column: gone.header });
  return written;
}

function standing(
  list: AccountList,
  named: Named,
  metrics: readonly MetricSpec[],
): Omit<StandingContext, 'balance'> {
  const { layer, say, record, table, columns } = named;
  const header = headersOf(named);
  return {
    layer,
    say,
    record,
    metrics,
    table,
    keyHeader: keyHeader(list),
    nameHeader: headerOf(list, 'accountName') ?? headerOf(list, 'accountId'),
    ownerHeader: ownerHeader(list, columns['holder']),
    workloadHeader: headerOf(list, 'workloadHours'),
    metricHeaders: metrics.map(({ fields }) =>
      fields.map((field) => columns[`read:${field}`] ?? headerOf(list, field) ?? field),
    ),
    column: Object.fromEntries(ACCOUNT_COLUMNS.map((key) => [key, header(key)])) as StandingContext['column'],
  };
}

/** Where today's holder stands by name: in our own column, else in the list's. Undefined where the list says nothing. */
function ownerHeader(list: AccountList, ours: string | undefined): string | undefined {
  const own = headerOf(list, 'owner') ?? headerOf(list, 'ownerId') ?? headerOf(list, 'currentTerritory');
  return own === undefined ? undefined : (ours ?? own);
}

const headersOf =
  ({ columns }: Named) =>
  (key: string): string =>
    columns[key] ?? key;

/** The id column if every account has an id, else the name column if every account has a name. */
function keyHeader(list: AccountList): string | undefined {
  const { accounts } = list;
  const field = (['accountId', 'accountName'] as const).find((candidate) => {
    const column = accounts.text[candidate];
    return column !== undefined && !column.codes.includes(-1);
  });
  return field === undefined ? undefined : headerOf(list, field);
}

/**
 * Balanced numbers whose cells are not all plain numbers: formulas cannot sum `$1,500,000.00 ` or
 * `18.3 MM`, and must not sum what the plan counts as nothing (negatives). These get a column of ours.
 */
export function readColumns(
  { mapping, source, accounts }: AccountList,
  metrics: PlanResult['metrics'],
): ReadColumn[] {
  const fields = [...new Set(metrics.flatMap(({ spec }) => spec.fields))];
  return fields.flatMap((field) => {
    const column = mapping[field];
    const values = accounts.number[field];
    if (column === undefined || values === undefined) return [];
    const cells = source.columns[column] ?? [];
    const inSheet = new Float64Array(source.rowCount).fill(NaN);
    accounts.sheetRow.forEach((row, i) => {
      const value = values[i] ?? NaN;
      inSheet[row - source.firstRow] = value > 0 ? value : NaN;
    });
    const plain = cells.every((cell, row) => {
      const value = inSheet[row] ?? NaN;
      return typeof cell === 'number'
        ? cell === value || (cell === 0 && Number.isNaN(value))
        : Number.isNaN(value);
    });
    return plain ? [] : [{ field, label: source.headers[column] ?? field, values: inSheet }];
  });
}
