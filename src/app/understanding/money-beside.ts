import { amountsBeside, chooseDefaults, listRanges, type AmountsBeside } from '../../intake';
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
const MOST_TABLES = 8;

/**
 * Where the list has no money of its own to balance, another table of the workbook may: sales beside customers, a potential
 * in a list for itself. Its amounts are read as the list's, as a look-up would bring them.
 * @param others tables that are something else: the list, the team
 */
export async function withMoneyBeside(
  workbook: WorkbookPort,
  { survey, owned }: Book,
  list: AccountList,
  others: readonly (TableRef | undefined)[],
  settings: Settings,
): Promise<{ readonly list: AccountList; readonly notices: readonly Notice[] }> {
  const asIs = { list, notices: [] };
  // What was made of the rows of another table has its amounts from there.
  if (list.derived !== undefined || !isWanting(list.accounts, settings)) return asIs;
  const isFree = ({ sheet, table }: Pick<TableRef, 'sheet' | 'table'>) =>
    !others.some((other) => other?.sheet === sheet && other.table === table);
  const tables = listRanges(survey, ownSheets(owned))
    .filter(({ headers, rowCount }) => headers.length > 1 && rowCount >= FEWEST_ROWS && rowCount <= MOST_ROWS)
    .filter(isFree)
    .slice(0, MOST_TABLES);
  let best: { from: TableRef; source: SourceTable; found: AmountsBeside } | undefined;
  for (const { headers: _, ...from } of tables) {
    const source = await workbook.read(from);
    const found = amountsBeside(list.source, list.mapping, source);
    if (found !== undefined && found.known > (best?.found.known ?? 0)) best = { from, source, found };
  }
  if (best === undefined) return asIs;
  const { from, source, found } = best;
  const beside = wantedOf(columnsOf(from, source, found, list), list, settings);
  if (beside.size === 0) return asIs;
  const params = {
    name: from.table ?? from.sheet,
    headers: [...beside.values()].map(({ header }) => header).join(', '),
    kind: found.kind === 'account' ? 'list' : 'rows',
    known: found.known,
    accounts: list.accounts.count,
    unknown: found.unknown,
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
  from: TableRef,
  source: SourceTable,
  { key: keyAt, otherKey, columns }: AmountsBeside,
  list: AccountList,
): Columns {
  const place = placeOf(source, from);
  const key = list.source.headers[keyAt] ?? '';
  const own = thisRow(key);
  return new Map(
    columns.map(({ field, from: at, cells, isPlainSum }) => {
      const header = source.headers[at] ?? '';
      const sum = `SUMIFS(${place(at)},${place(otherKey)},${criterion(own)})`;
      return [
        field,
        {
          header,
          label: `${header} (${from.table ?? from.sheet})`,
          cells,
          source: place(at),
          total: sumOf(source.columns[at] ?? []),
          formula: isPlainSum && key !== '' ? `=IF(${own}="",0,MAX(0,${sum}))` : undefined,
        },
      ];
    }),
  );
}

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
