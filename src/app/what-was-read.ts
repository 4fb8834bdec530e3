import { fingerprint } from '../plan/account-keys';
import { isDateCell } from '../intake';
import type { Cell, SourceTable } from '../plan/cells';
import type { RunRecord } from '../plan/run-record';
import { bodyRowOf } from './account-at';
import type { AccountList } from './understanding/account-list';
import type { Understanding } from './understanding/understand';

type Read = NonNullable<RunRecord['read']>;

/** What a plan is designed from, as the record keeps it: a print of each column that plays a part. */
export const whatWasRead = ({ list, team, book }: Pick<Understanding, 'list' | 'team' | 'book'>): Read => ({
  accounts: accountPrints(list),
  team: team.source === undefined ? {} : printsOf(team.source, Object.values(team.mapping)),
  onPlan: book.record !== undefined,
});

/** Of each list once: all of its plans have been made of the same cells. */
const printed = new WeakMap<AccountList, Read['accounts']>();

function accountPrints(list: AccountList): Read['accounts'] {
  const known = printed.get(list) ?? {
    ...printsOf(list.source, columnsOf(list), rowsOf(list)),
    ...printsBeside(list),
  };
  printed.set(list, known);
  return known;
}

/** The record of a plan to which no run of the engine leads: what it was made from is not there any more, or was no run. */
export const notToBeRun = (record: RunRecord): RunRecord => ({
  ...record,
  ...(record.read === undefined ? {} : { read: { ...record.read, onPlan: true } }),
});

/** Names of the columns whose cells, or the order of these, are not what they were. */
export const changedColumns = (then: Read['accounts'], now: Read['accounts']): string[] =>
  [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((header) => then[header] !== now[header]);

/** Columns of the list's own that something is read from. */
const columnsOf = ({ mapping, ours }: AccountList): number[] =>
  Object.entries(mapping).flatMap(([field, column]) =>
    ours.has(field as keyof typeof mapping) ? [] : [column],
  );

/** What another table has of the accounts. */
const printsBeside = ({ beside }: AccountList): Record<string, string> =>
  Object.fromEntries(
    [...(beside?.values() ?? [])].map(({ label, cells }) => [label, fingerprint(JSON.stringify(cells))]),
  );

/** Rows of its body in which accounts stand: titles, totals and remarks play no part. */
const rowsOf = (list: AccountList): number[] =>
  Array.from({ length: list.accounts.count }, (_, account) => bodyRowOf(list, account));

const printsOf = (
  source: SourceTable,
  at: readonly number[],
  rows?: readonly number[],
): Record<string, string> =>
  Object.fromEntries(
    at.flatMap((column) => {
      const header = source.headers[column] ?? '';
      const cells = source.columns[column] ?? [];
      const apart = source.formatsApart?.[column];
      // A date among numbers is another cell than the number, which its format alone tells.
      const cellOf = (row: number): Cell | [Cell] | undefined =>
        apart?.has(row) === true && isDateCell(source, column, row) ? [cells[row] ?? ''] : cells[row];
      const read = rows?.map(cellOf) ?? (apart === undefined ? cells : cells.map((_, row) => cellOf(row)));
      return header === '' ? [] : [[header, fingerprint(JSON.stringify(read))] as const];
    }),
  );
