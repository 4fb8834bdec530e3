import { metricSpecs } from '../plan/run-record';
import type { SheetSurvey } from '../plan/cells';
import { evidenceIn, standingOf, standingsTold } from '../plan/account-standing';
import { textAt } from '../plan/columns';
import type { PlanResult } from '../plan/design';
import { Failure } from '../plan/failures';
import { MAIN_LAYER } from '../plan/layer';
import type { MetricSpec } from '../plan/metrics';
import { columnsInUse, isAside, namesOf } from '../plan/ownership';
import type { ReadColumn, ReportContext, StandingContext } from '../reports/context';
import { tableName, type TableKey } from '../reports/names';
import type { OverlayRole } from '../reports/overlays/context';
import { currencyWord } from '../reports/reading';
import { SHEETS } from '../reports/registry';
import { balanceColumns } from '../reports/balance/columns';
import { ACCOUNT_COLUMNS, type TableBlock } from '../reports/spec';
import { speak } from '../text/say';
import { poolOf } from './books';
import { figuresIn } from './list-figures';
import { isPlain } from './plain-columns';
import type { WorkbookPort } from './ports';
import type { Unnamed } from './read-columns';
import { dateSerial } from './time';
import type { AccountList } from './understanding/account-list';
import { headerOf } from './understanding/header-of';
import type { Choices } from './understanding/choices';
import type { Understanding } from './understanding/understand';

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
  read: readonly Unnamed[],
  pods: readonly OverlayRole[] = [],
): ReportContext {
  const { accounts, source } = list;
  const header = headersOf(named);
  const metrics = plan.metrics.map(({ spec }) => spec);
  const ours = read.map((column) => ({ ...column, header: header(`read:${column.field}`) }));
  const pool = poolOf(plan, named.say('pool.house'));
  const oversized = new Set(plan.oversized);
  const context: Omit<ReportContext, 'balance'> = {
    ...standing(list, named, metrics),
    plan,
    accounts,
    bodyRows: source.rowCount,
    rowOf: accounts.sheetRow.map((row) => row - source.firstRow),
    readColumns: ours,
    pods: pods.filter(({ people }) => people.length > 0),
    pool: pool && { header: header('pool'), of: pool },
    oversized: plan.oversized && { header: header('oversized'), is: (i) => oversized.has(i) },
    qualities: qualitiesIn(list, ours, named),
    rates: ratesOf(list, choices),
    holder: choices.holder,
    standings: standingsIn(list, ours, named),
    accepted: acceptedIn(choices, plan),
    lockCells: lockCellsOf(list, choices, named),
    currency: choices.exchange.base ?? choices.exchange.currencies[0],
    metricSources: metrics.map(({ fields }) =>
      fields.map((field) => ({
        source: headerOf(list, field) ?? field,
        read: ours.find((column) => column.field === field),
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
  const none = { ...context, balance: new Map<string, string>() };
  return { ...context, balance: new Map(balanceColumns(none).map(({ key, format }) => [key, format])) };
}

/** What tells how good accounts are. */
function qualitiesIn(
  list: AccountList,
  ours: readonly ReadColumn[],
  named: Named,
): ReportContext['qualities'] {
  const read = Object.fromEntries(ours.map(({ field, header }) => [`read:${field}`, header]));
  const standing = tellsStandings(list) ? { standing: headersOf(named)('standing') } : {};
  return figuresIn({ list }, { ...read, ...standing });
}

/** Customers and prospects, and the cells that tell them where all of these are plain. */
function standingsIn(
  list: AccountList,
  ours: readonly ReadColumn[],
  named: Named,
): ReportContext['standings'] {
  const { accounts } = list;
  const evidence = evidenceIn(accounts, dateSerial(new Date(named.record.designedAt)));
  if (evidence === undefined) return undefined;
  const { customer, types, active, since } = evidence;
  const numbers = [...customer, ...active, ...(since === undefined ? [] : (['lastActivity'] as const))];
  const found = numbers.map((field) => {
    const read = ours.find((column) => column.field === field);
    return [field, read?.header ?? (isPlain(list, field) ? headerOf(list, field) : undefined)] as const;
  });
  const all = [...found, ...(types.length === 0 ? [] : [['type', headerOf(list, 'type')] as const])];
  const isRead = all.every(([, header]) => header !== undefined);
  return {
    header: headersOf(named)('standing'),
    told: standingsTold(evidence),
    evidence,
    of: (account) => standingOf(accounts, evidence, account),
    headers: isRead ? Object.fromEntries(all.map(([field, header]) => [field, header ?? ''])) : undefined,
  };
}

/** Whether a list tells customers from prospects, whatever the day. */
export const tellsStandings = ({ accounts }: AccountList): boolean => evidenceIn(accounts, 0) !== undefined;

/** What was accepted last, by the names that its territories have in this plan. */
function acceptedIn(
  { standing: { accepted } }: Pick<Choices, 'standing'>,
  { territories }: PlanResult,
): ReportContext['accepted'] {
  if (accepted === undefined) return undefined;
  return (i) => {
    const { seat, name } = accepted(i);
    return territories[seat]?.name ?? name;
  };
}

/** The locks as they stand, and those of accounts that were put elsewhere by hand. */
function lockCellsOf(
  { whole, accounts }: AccountList,
  { standing: { edited } }: Pick<Choices, 'standing'>,
  named: Named,
): ReportContext['lockCells'] {
  const column = whole.headers.indexOf(headersOf(named)('lock'));
  if (edited.size === 0 || whole.isFormula[column] === true) return undefined;
  const word = named.say('lock.manager');
  return (i) =>
    edited.has(i) ? word : (whole.columns[column]?.[(accounts.sheetRow[i] ?? 0) - whole.firstRow] ?? '');
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
  const columns = columnsInUse(namesOf(owned, MAIN_LAYER));
  const [, gone] =
    Object.entries(columns).find(([key, header]) => !isAside(key) && !list.whole.headers.includes(header)) ??
    [];
  if (gone !== undefined) throw new Failure('ownColumnGone', { sheet: list.ref.sheet, column: gone });
  const blocks = await Promise.all(needs.map((key) => checkTable(key, survey, workbook)));
  const stand = new Map(needs.map((key, n) => [key, blocks[n]]));
  const metrics = metricSpecs(record);
  const say = speak(record.settings.language);
  return {
    ...standing(list, { layer: MAIN_LAYER, say, record, table, columns }, metrics),
    balance: new Map(stand.get('balance')?.columns.map(({ key, format }) => [key, format])),
  };
}

/** The rates that are in use, by the words of the list's column of currencies; none where all is one currency. */
function ratesOf(list: AccountList, { exchange }: Pick<Choices, 'exchange'>): ReportContext['rates'] {
  const column = list.mapping.currency;
  if (exchange.currencies.length < 2 || exchange.missing.length > 0 || column === undefined) return [];
  const words = new Map<string, readonly [word: string, code: string]>();
  list.accounts.sheetRow.forEach((row, i) => {
    const word = currencyWord(String(list.source.columns[column]?.[row - list.source.firstRow] ?? ''));
    const code = textAt(list.accounts.text.currency, i);
    const known = words.has(word.toLowerCase());
    if (word !== '' && code !== undefined && !known) words.set(word.toLowerCase(), [word, code]);
  });
  return [...words.values()].map(([word, code]) => ({ word, code, rate: exchange.rates[code] ?? 1 }));
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
  if (written === undefined) throw new Failure('noStandingPlan');
  if (place === undefined || headers === undefined) throw new Failure('neededTableGone', { name });
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
    workloadHeader: columns['read:workloadHours'] ?? headerOf(list, 'workloadHours'),
    metricHeaders: metrics.map(({ id, fields }) =>
      fields.map((field) => {
        const header = columns[`read:${field}`] ?? headerOf(list, field);
        // A sheet cannot follow a column that is not known any more.
        if (header === undefined) throw new Failure('metricMissing', { metric: id });
        return header;
      }),
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
export function keyHeader(list: Pick<AccountList, 'accounts' | 'mapping' | 'source'>): string | undefined {
  const { accounts } = list;
  const field = (['accountId', 'accountName'] as const).find((candidate) => {
    const column = accounts.text[candidate];
    return column !== undefined && !column.codes.includes(-1);
  });
  return field === undefined ? undefined : headerOf(list, field);
}
