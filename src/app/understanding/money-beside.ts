import { amountsBeside, chooseDefaults, ENOUGH, listRanges, type AmountsBeside } from '../../intake';
import type { Accounts } from '../../plan/accounts';
import type { Cell, SourceTable } from '../../plan/cells';
import type { Notice } from '../../plan/design';
import { metricFields, MONEY_FIELDS, type BalanceField } from '../../plan/metrics';
import { ownSheets } from '../../plan/ownership';
import type { Settings } from '../../plan/settings';
import { criterion, thisRow } from '../../reports/spec';
import type { TableRef, WorkbookPort } from '../ports';
import type { AccountList } from './account-list';
import type { Book } from './book';
import { placeOf } from './source-checks';

/** Amounts of the accounts that stand in another table of the workbook, by the field that they are read as. */
export type MoneyBeside = ReadonlyMap<BalanceField, BesideColumn>;

export interface BesideColumn {
  /** What the amounts are called: the other table's header, and which table that is. */
  readonly label: string;
  /** By row of the list's body; blank for none. */
  readonly cells: readonly Cell[];
  /** The other table's amounts as formulas speak of them, and their sum, whosever they are. */
  readonly source: string;
  readonly total: number;
  /** What brings an account's amount into its row; undefined where no formula comes to what was read. */
  readonly formula: string | undefined;
}

/** More rows are not read for what may not be in them. */
const MOST_ROWS = 200_000;
const FEWEST_ROWS = 3;
/** Of a table that knows less of the accounts nothing is said. */
const SOME = 0.05;
const MOST_TABLES = 8;
/** A formula in each row goes through all rows of the other table: beyond this nobody wants to wait for it. */
const MOST_COMPARED = 500_000_000;

/**
 * Where the list has no money of its own to balance, another table of the workbook may: sales beside customers, a potential
 * in a list for itself. Its amounts are read as the list's, as a look-up would bring them. One that names holders, where the
 * list names none, is told of.
 * @param others tables that are something else: the list, the team
 */
export async function withMoneyBeside(
  workbook: WorkbookPort,
  { survey, owned, record }: Book,
  list: AccountList,
  others: readonly (TableRef | undefined)[],
  settings: Settings,
): Promise<{ readonly list: AccountList; readonly notices: readonly Notice[] }> {
  // What was made of the rows of another table has its amounts, and its holders, from there.
  if (list.derived !== undefined) return { list, notices: [] };
  const isPoor = isWanting(list.accounts, settings);
  // A plan that stands says whose each account is.
  const isHeld = record !== undefined || HELD_BY.some((field) => list.mapping[field] !== undefined);
  if (!isPoor && isHeld) return { list, notices: [] };
  const isFree = ({ sheet, table }: Pick<TableRef, 'sheet' | 'table'>) =>
    !others.some((other) => other?.sheet === sheet && other.table === table);
  const tables = listRanges(survey, ownSheets(owned))
    .filter(({ headers, rowCount }) => headers.length > 1 && rowCount >= FEWEST_ROWS && rowCount <= MOST_ROWS)
    .filter(isFree)
    .slice(0, MOST_TABLES);
  const own = withoutEmpty(list);
  const rich: Rich[] = [];
  const mixed: Rich[] = [];
  const few: Other[] = [];
  let held: Other | undefined;
  for (const { headers: _, ...from } of tables) {
    const source = await workbook.read(from);
    const found = amountsBeside(list.source, list.mapping, source, SOME);
    if (found === undefined) continue;
    const other = { from, source, found };
    if (found.known < ENOUGH * list.source.rowCount) {
      if (isPoor && found.columns.length > 0) few.push(other);
      continue;
    }
    if (found.holder !== undefined && found.known > (held?.found.known ?? 0)) held = other;
    if (!isPoor || found.columns.length === 0) continue;
    const beside = wantedOf(columnsOf(other, own), own, settings);
    if (beside.size > 0) (found.currencies.length > 1 ? mixed : rich).push({ ...other, beside });
  }
  const [best, ...rest] = rich.sort(byWorth);
  const read = best === undefined ? { list, notices: notRead(mixed, few, list) } : withMoney(best, rest, own);
  return isHeld || held === undefined ? read : { ...read, notices: [...read.notices, heldElsewhere(held)] };
}

interface Other {
  readonly from: TableRef;
  readonly source: SourceTable;
  readonly found: AmountsBeside;
}

interface Rich extends Other {
  /** What of it is read. */
  readonly beside: Columns;
}

/** The order in which amounts are balanced, whichever table has them. */
const WORTH: readonly BalanceField[] = ['potential', 'arr', 'bookingsYtd', 'openPipeline'];

/** What is balanced first, then what knows more of the accounts, then the latest year; else as they stand. */
export function byWorth(
  a: Pick<Rich, 'beside' | 'found' | 'from'>,
  b: Pick<Rich, 'beside' | 'found' | 'from'>,
): number {
  const worth = ({ beside }: Pick<Rich, 'beside'>) =>
    Math.min(...[...beside.keys()].map((field) => placeIn(WORTH, field)));
  return (
    worth(a) - worth(b) || b.found.known - a.found.known || yearOf(nameIn(b.from)) - yearOf(nameIn(a.from))
  );
}

const placeIn = (order: readonly BalanceField[], field: BalanceField): number =>
  order.includes(field) ? order.indexOf(field) : order.length;
const yearOf = (name: string): number => Number(/(?<!\d)20\d\d(?!\d)/.exec(name)?.[0] ?? 0);
const nameIn = ({ table, sheet }: TableRef): string => table ?? sheet;

/** A column that is there and has no amount in it is none: another table may have what it was meant for. */
function withoutEmpty(list: AccountList): AccountList {
  const isEmpty = (field: string): boolean =>
    MONEY_FIELDS.some((money) => money === field) &&
    list.accounts.number[field as BalanceField]?.some((value) => value > 0) !== true;
  const mapping = Object.fromEntries(Object.entries(list.mapping).filter(([field]) => !isEmpty(field)));
  return { ...list, mapping };
}

/** Fields of which one says who holds an account now. */
const HELD_BY = ['owner', 'ownerId', 'currentTerritory'] as const;

/** Who holds an account is nothing to be guessed from who sold to it: it is said where it stands. */
const heldElsewhere = ({ from, source: { headers }, found: { holder = -1 } }: Other): Notice => ({
  code: 'heldElsewhere',
  severity: 'warning',
  params: { name: nameIn(from), header: headers[holder] ?? '' },
});

const inSeveralCurrencies = ({ from, found: { currencies } }: Other): Notice => ({
  code: 'currenciesBeside',
  severity: 'warning',
  params: { name: nameIn(from), currencies: currencies.slice(0, MOST_NAMED).join(', ') },
});
const MOST_NAMED = 5;

/** Why what is there was not read. */
function notRead(mixed: readonly Rich[], few: readonly Other[], { accounts }: AccountList): Notice[] {
  if (mixed.length > 0) return mixed.slice(0, 1).map(inSeveralCurrencies);
  const [most] = [...few].sort((a, b) => b.found.known - a.found.known);
  if (most === undefined) return [];
  const params = { name: nameIn(most.from), known: most.found.known, accounts: accounts.count };
  return [{ code: 'fewBeside', severity: 'note', params }];
}

function withMoney(
  { from, found, beside }: Rich,
  others: readonly Rich[],
  list: AccountList,
): { readonly list: AccountList; readonly notices: readonly Notice[] } {
  const columns = [...beside];
  const isKnown = ({ sheetRow }: Accounts, i: number) =>
    columns.some(([, { cells }]) => cells[(sheetRow[i] ?? 0) - list.source.firstRow] !== '');
  const { accountId, accountName } = list.mapping;
  const also = others.filter((other) => [...other.beside.keys()].some((field) => beside.has(field)));
  const params = {
    name: nameIn(from),
    headers: [...new Set(columns.map(([, { header }]) => header))].join(', '),
    kind: found.kind === 'account' ? 'list' : found.kind === 'deal' ? dealsOf(beside) : 'rows',
    known: Array.from({ length: list.accounts.count }, (_, i) => i).filter((i) => isKnown(list.accounts, i))
      .length,
    accounts: list.accounts.count,
    unknown: found.unknown,
    ended: found.ended,
    twice: found.twice,
    by: [accountId, accountName].includes(found.key) ? 'none' : (list.source.headers[found.key] ?? ''),
    also:
      also.length === 0
        ? 'none'
        : also
            .slice(0, MOST_NAMED)
            .map((other) => nameIn(other.from))
            .join(', '),
    others: also.length,
  };
  return {
    list: {
      ...list,
      beside,
      accounts: withAmounts(list, beside),
      findings: [...list.findings, ...found.findings],
    },
    notices: [{ code: 'moneyBeside', severity: 'note', params }],
  };
}

/** Which deals are summed up. */
const dealsOf = (columns: MoneyBeside): 'deals' | 'open' | 'won' =>
  columns.size > 1 ? 'deals' : columns.has('openPipeline') ? 'open' : 'won';

type Columns = ReadonlyMap<BalanceField, BesideColumn & { readonly header: string }>;

/** No amount of the list's own is to be balanced, or one is asked for that it does not have. */
function isWanting(accounts: Accounts, { balance }: Settings): boolean {
  if (balance.length === 0) return ['count', 'employees'].includes(chooseDefaults(accounts).balance.code);
  return fieldsOf(balance).some(
    (field) => MONEY_FIELDS.includes(field) && accounts.number[field] === undefined,
  );
}

const fieldsOf = (balance: Settings['balance']): BalanceField[] =>
  balance.flatMap(({ metric }) => metricFields(metric) ?? []);

function columnsOf(
  { from, source, found: { key: keyAt, otherKey, columns } }: Other,
  list: AccountList,
): Columns {
  const place = placeOf(source, from);
  const key = list.source.headers[keyAt] ?? '';
  const own = thisRow(key);
  const isQuick = list.source.rowCount * source.rowCount <= MOST_COMPARED;
  return new Map(
    columns.map(({ field, from: at, times, cells, isPlainSum }) => {
      const called = source.headers[at] ?? '';
      const header = times === undefined ? called : `${timesOf(times, source)} × ${called}`;
      const sum = `SUMIFS(${place(at)},${place(otherKey)},${criterion(own)})`;
      return [
        field,
        {
          header,
          label: `${header} (${nameIn(from)})`,
          cells,
          source: place(at),
          total: sumOf(source.columns[at] ?? []),
          formula: isPlainSum && isQuick && key !== '' ? `=IF(${own}="",0,MAX(0,${sum}))` : undefined,
        },
      ];
    }),
  );
}

const timesOf = (
  times: NonNullable<AmountsBeside['columns'][number]['times']>,
  { headers }: SourceTable,
): string => ('factor' in times ? String(times.factor) : (headers[times.column] ?? ''));

/** As a formula sums it: numbers alone. */
const sumOf = (cells: readonly Cell[]): number =>
  cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);

/** Of the columns those that are balanced, that the list lacks, and that nobody said not to read. */
function wantedOf(columns: Columns, list: AccountList, { balance, accountColumns }: Settings): Columns {
  const said: Readonly<Record<string, string>> = accountColumns;
  const free = new Map(
    [...columns].filter(
      ([field, { label }]) => list.mapping[field] === undefined && [undefined, label].includes(said[field]),
    ),
  );
  const fields =
    balance.length === 0 ? chooseDefaults(withAmounts(list, free)).balance.fields : fieldsOf(balance);
  return new Map([...free].filter(([field]) => fields.includes(field)));
}

function withAmounts({ accounts, source }: AccountList, columns: MoneyBeside): Accounts {
  const number = Object.fromEntries(
    [...columns].map(([field, { cells }]) => [
      field,
      Float64Array.from(accounts.sheetRow, (row) => {
        const cell = cells[row - source.firstRow];
        return typeof cell === 'number' ? cell : NaN;
      }),
    ]),
  );
  return { ...accounts, number: { ...accounts.number, ...number } };
}
