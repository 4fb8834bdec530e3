import { accountLabel } from '../../../plan/accounts';
import { cellAddress } from '../../../plan/cells';
import { isInBand } from '../../../plan/band';
import { isLeftOut } from '../../../plan/rules/lock-kinds';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { isEditable } from '../../account-at';
import type { PaneState } from '../../state';
import type { StandingPlan } from '../../standing-plan';
import { ourColumn } from '../../understanding/our-column';
import { findingsOf } from '../../understanding/findings-of';
import type { Understanding } from '../../understanding/understand';
import type { Choice } from './summary';

/** Accounts that are worth a look, kind by kind; of each kind those of which there are any. */
export const FIND_KINDS = ['unplaced', 'elsewhere', 'outOfBand', 'doubtful', 'locked'] as const;
export type FindKind = (typeof FIND_KINDS)[number];

/** Worksheet rows of the accounts of each kind, from the top of the list. */
export type Found = Readonly<Record<FindKind, readonly number[]>>;

export function foundIn(
  standing: StandingPlan,
  understanding: Pick<Understanding, 'list' | 'team' | 'choices'>,
): Found {
  const { list, choices } = understanding;
  const { accounts } = list;
  const { assignment, metrics, elsewhere } = standing;
  const kindOf = (account: number) => choices.locks.kind(account);
  const isOut = standing.record.territories.map((_, j) =>
    metrics.some(({ spec, load, target }) => !isInBand(load[j] ?? 0, target[j] ?? 0, spec.tolerance)),
  );
  const doubtful = new Set(
    findingsOf(understanding).flatMap(({ severity, sheet, row }) =>
      severity === 'note' || sheet !== accounts.sheet ? [] : [row],
    ),
  );
  const rowsOf = (is: (account: number, row: number) => boolean): number[] =>
    Array.from(accounts.sheetRow)
      .filter((row, account) => is(account, row))
      .sort((a, b) => a - b);
  const put = new Set(elsewhere);
  return {
    unplaced: rowsOf((account) => (assignment[account] ?? -1) < 0 && !isLeftOut(kindOf(account))),
    elsewhere: rowsOf((account) => put.has(account)),
    outOfBand: rowsOf((account) => isOut[assignment[account] ?? -1] === true),
    doubtful: rowsOf((_, row) => doubtful.has(row)),
    // What was put elsewhere by hand is going to be locked, and is among those.
    locked: rowsOf((account) => kindOf(account) !== undefined && !choices.standing.edited.has(account)),
  };
}

/** Going through accounts of one kind, from row to row. */
export interface FinderView {
  readonly kinds: readonly Choice[];
  /** The kind that was picked, as far as there are still any of it; blank for none. */
  readonly kind: FindKind | '';
  /** Which of them the selected row is, or how many there are. */
  readonly text: string;
  /** The cells to go to from the selected row; round at the ends. */
  readonly previous: string;
  readonly next: string;
}

/** @returns undefined where no plan stands, or there is nothing to go through */
export function finderView(
  state: PaneState,
  picked: string,
  found: (standing: StandingPlan, understanding: Understanding) => Found,
  say: Say,
  numbers: Numbers,
): FinderView | undefined {
  const { understanding, standing, selected } = state;
  if (understanding === undefined || standing === undefined || !isEditable(state)) return undefined;
  const { list, book } = understanding;
  const all = found(standing, understanding);
  const kinds = FIND_KINDS.filter((kind) => all[kind].length > 0);
  if (kinds.length === 0) return undefined;
  const kind = kinds.find((one) => one === picked) ?? '';
  const rows = kind === '' ? [] : all[kind];
  const here = selected?.sheet === list.ref.sheet ? selected.row : 0;
  const at = rows.indexOf(here);
  const column = ourColumn({ whole: list.whole, owned: book.owned }, 'territory');
  const cell = (row: number | undefined) =>
    row === undefined
      ? ''
      : cellAddress(list.ref.sheet, row, column.isThere ? column.column : list.whole.firstColumn);
  return {
    kinds: kinds.map((one) => ({
      value: one,
      label: say(`find.${one}`, { count: all[one].length }),
    })),
    kind,
    text:
      kind === ''
        ? ''
        : at < 0
          ? say('find.count', { count: rows.length })
          : say('find.at', {
              number: numbers.whole(at + 1),
              count: numbers.whole(rows.length),
              account: accountLabel(list.accounts, list.accounts.sheetRow.indexOf(here)),
            }),
    previous: cell(rows.filter((row) => row < here).at(-1) ?? rows.at(-1)),
    next: cell(rows.find((row) => row > here) ?? rows[0]),
  };
}
