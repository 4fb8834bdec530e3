import type { Cell } from '../plan/cells';
import type { LoggedChange } from '../plan/change-log';
import { daysLater, daySerial } from '../plan/schedule';
import { ourColumn } from './understanding/our-column';
import { addOwnColumns, hasOwnColumns } from './own-columns';
import type { OwnCells, WorkbookPort } from './ports';
import { ownerCalled, scheduleIn } from './schedule';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** Columns of the list that say who keeps an account, and up to which day, until it goes where it was accepted. */
export const HOLD_COLUMNS = ['holdOwner', 'holdUntil'] as const satisfies readonly OwnCells[];

export const hasHoldColumns = (understanding: Pick<Understanding, 'list' | 'book'>): boolean =>
  hasOwnColumns(understanding, HOLD_COLUMNS);

/** Puts these columns into the list where they are not there yet. */
export const addHoldColumns = (
  understanding: Pick<Understanding, 'settings' | 'list'>,
  workbook: WorkbookPort,
): Promise<void> =>
  addOwnColumns(understanding, workbook, HOLD_COLUMNS, {
    holdOwner: { width: 18 },
    holdUntil: { width: 12, format: 'yyyy-mm-dd' },
  });

/**
 * What the cells of these columns are to say by a log: for accounts that are held, who keeps them and the last day on which
 * he does; blank for others whose cells say something.
 * @param accepted where an account is accepted by then; absent: as its cell says
 */
export function holdCells(
  understanding: Understanding,
  standing: StandingPlan,
  log: readonly LoggedChange[],
  today: string,
  accepted?: (account: number) => string | undefined,
): Record<(typeof HOLD_COLUMNS)[number], Map<number, Cell>> {
  const { list, book } = understanding;
  const ownerOf = ownerCalled(understanding, standing.record);
  const then = accepted === undefined ? understanding : withAccepted(understanding, accepted);
  const { held } = scheduleIn(then, { ...standing, log }, today);
  const owners = new Map<number, Cell>();
  const days = new Map<number, Cell>();
  for (const { account, now, from } of held) {
    owners.set(account, ownerOf(now));
    days.set(account, daySerial(daysLater(from, -1)));
  }
  const columns = { whole: list.whole, owned: book.owned };
  const [owner, until] = [ourColumn(columns, 'holdOwner'), ourColumn(columns, 'holdUntil')];
  list.accounts.sheetRow.forEach((row, account) => {
    if (days.has(account) || (owner.at(row) === '' && until.at(row) === '')) return;
    owners.set(account, '');
    days.set(account, '');
  });
  return { holdOwner: owners, holdUntil: days };
}

/** The same list with accounts accepted elsewhere. */
function withAccepted(
  understanding: Understanding,
  accepted: (account: number) => string | undefined,
): Understanding {
  const { list, book } = understanding;
  const { whole } = list;
  const at = ourColumn({ whole, owned: book.owned }, 'accepted').column - whole.firstColumn;
  const cells = [...(whole.columns[at] ?? [])];
  list.accounts.sheetRow.forEach((row, account) => {
    const name = accepted(account);
    if (name !== undefined) cells[row - whole.firstRow] = name;
  });
  const columns = whole.columns.map((column, c) => (c === at ? cells : column));
  return { ...understanding, list: { ...list, whole: { ...whole, columns } } };
}
