import type { SheetSurvey } from '../plan/cells';
import type { MetricSpec } from '../plan/metrics';
import { accountColumns } from '../reports/account-columns';
import { balanceSheet } from '../reports/balance';
import type { ReportContext } from '../reports/context';
import { ACCOUNT_COLUMNS, type AccountColumnSpec, type SheetSpec } from '../reports/spec';
import { territoryPlanSheet } from '../reports/territory-plan';
import { speak } from '../text/say';
import type { DesignedPlan } from './design';
import type { Ownership, WorkbookPort, WriteOrder } from './ports';
import { headerOf, type AccountList } from './understanding/account-list';
import type { Understanding } from './understanding/understand';

/** What Apply is going to write, and under which names: told to the user before it is done. */
export interface PreparedOrder extends WriteOrder {
  readonly ownership: Ownership;
}

/**
 * Makes the columns and sheets of a plan, and more sheets that were asked for, named as this workbook allows.
 * Nothing is written.
 */
export async function prepareOrder(
  { settings, book, list, choices }: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>,
  { plan, record }: DesignedPlan,
  workbook: WorkbookPort,
  more: readonly SheetSpec[] = [],
): Promise<PreparedOrder> {
  const { ref, accounts, source } = list;
  const say = speak(settings.language);
  const read = readColumns(list, choices.metrics);
  const ownership = await workbook.ownership({
    accounts: ref,
    columns: [
      ...ACCOUNT_COLUMNS.map((key) => ({ key: key as string, header: say(`column.${key}`) })),
      ...read.map(({ field, label }) => ({
        key: `read:${field}`,
        header: say('column.read', { field: label }),
      })),
    ],
    sheets: [
      { key: 'territory-plan', name: say('sheet.plan') },
      { key: 'balance', name: say('sheet.balance') },
      ...more.map(({ key, name }) => ({ key, name })),
    ],
  });
  const table = ref.table ?? freeTableName(book.survey);
  const header = (key: string) => ownership.columns[key] ?? key;
  const context: ReportContext = {
    say,
    plan,
    record,
    accounts,
    table,
    bodyRows: source.rowCount,
    rowOf: accounts.sheetRow.map((row) => row - source.firstRow),
    keyHeader: keyHeader(list),
    ownerHeader: headerOf(list, 'owner') ?? headerOf(list, 'currentTerritory'),
    workloadHeader: headerOf(list, 'workloadHours'),
    metricHeaders: plan.metrics.map(({ spec }) =>
      spec.fields.map((field) =>
        read.some((r) => r.field === field) ? header(`read:${field}`) : (headerOf(list, field) ?? field),
      ),
    ),
    column: {
      territory: header('territory'),
      owner: header('owner'),
      moved: header('moved'),
      lock: header('lock'),
      reason: header('reason'),
      designed: header('designed'),
    },
    readColumns: read.map(({ field, values }) => ({ field, header: header(`read:${field}`), values })),
  };
  const columns: AccountColumnSpec[] = accountColumns(context);
  const sheets: SheetSpec[] = [territoryPlanSheet(context), balanceSheet(context), ...more];
  return { accounts: { ref, table, columns, rows: list.rows }, sheets, record, ownership };
}

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
function readColumns(
  { mapping, source, accounts }: AccountList,
  metrics: readonly MetricSpec[],
): { field: string; label: string; values: Float64Array }[] {
  const fields = [...new Set(metrics.flatMap((metric) => metric.fields))];
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

/** A plain range becomes a table called Accounts, if that name is free. */
function freeTableName(survey: readonly SheetSurvey[]): string {
  const taken = new Set(survey.flatMap((sheet) => sheet.tables.map(({ name }) => name.toLowerCase())));
  let name = 'Accounts';
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `EfAccounts${n === 2 ? '' : n}`;
  return name;
}
