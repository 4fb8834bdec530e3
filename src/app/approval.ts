import type { Cell } from '../plan/cells';
import { MAIN_LAYER } from '../plan/layer';
import { namesOf } from '../plan/ownership';
import { isSamePlace } from '../plan/schedule';
import { UNASSIGNED } from '../plan/territory';
import type { AccountColumnSpec } from '../reports/spec';
import { named } from '../text/heard';
import { speak } from '../text/say';
import type { Change } from './changes';
import { editOrder } from './edit-order';
import { managersOf } from './planning-copy-sources';
import { addOwnColumns, hasOwnColumns, type OwnColumnLooks } from './own-columns';
import type { EditOrder, OwnCells, WorkbookPort } from './ports';
import type { StandingPlan } from './standing-plan';
import { ourColumn } from './understanding/our-column';
import type { Understanding } from './understanding/understand';

/**
 * Where somebody wants it so, what is proposed waits for the manager of the territory that gets the account. The decision is
 * a cell of the list beside a territory that was put up for it: it counts as long as that is what is proposed, and for
 * nothing else, whoever types whatever while no pane is open.
 */
export const APPROVAL_COLUMNS = [
  'approval',
  'approvalBy',
  'approvalFor',
] as const satisfies readonly OwnCells[];

export const VERDICTS = ['approved', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How a proposal stands: nobody was asked about it, or a word is there that is no decision. */
export type ApprovalState = Verdict | 'notAsked' | 'waiting' | 'unread';

export interface Approval {
  readonly change: Change;
  readonly state: ApprovalState;
  /** Who decides, or has: as the list says, else who leads the territory; blank: nobody does. */
  readonly by: string;
  /** What was put up for decision before, where that was another territory. */
  readonly before: string;
}

export const isApprovalAsked = ({ settings }: Pick<Understanding, 'settings'>): boolean =>
  settings.approval === true;

export const hasApprovalColumns = (understanding: Pick<Understanding, 'list' | 'book'>): boolean =>
  hasOwnColumns(understanding, APPROVAL_COLUMNS);

/** How each of some proposals stands; those that name no territory wait for nobody. */
export function approvalsIn(
  understanding: Understanding,
  standing: Pick<StandingPlan, 'record'>,
  changes: readonly Change[],
): Approval[] {
  const known = changes.filter(({ isKnown }) => isKnown);
  if (known.length === 0) return [];
  const { list, book } = understanding;
  const columns = { whole: list.whole, owned: book.owned };
  const [said, by, asked] = APPROVAL_COLUMNS.map((key) => {
    const column = ourColumn(columns, key);
    return (account: number) => (column.isThere ? column.at(list.accounts.sheetRow[account] ?? 0) : '');
  });
  const managers = managersOf(understanding, standing);
  return known.map((change): Approval => {
    const { account } = change;
    const before = asked?.(account) ?? '';
    const leads = managers[change.to >= 0 ? change.to : change.from] ?? '';
    if (before === '' || !isSamePlace(before, change.is))
      return { change, state: 'notAsked', by: leads, before };
    const named = by?.(account) ?? '';
    return {
      change,
      state: verdictHeard(said?.(account) ?? ''),
      by: named === '' ? leads : named,
      before: '',
    };
  });
}

/** What a cell of decisions says, in any of our languages. */
export function verdictHeard(cell: string): Exclude<ApprovalState, 'notAsked'> {
  if (cell.trim() === '') return 'waiting';
  return named(VERDICTS, cell, (say, verdict) => say(`approval.${verdict}`)) ?? 'unread';
}

/** Puts the columns into the list where they are not there yet. */
export const addApprovalColumns = (
  understanding: Pick<Understanding, 'settings' | 'list'>,
  workbook: WorkbookPort,
): Promise<void> => addOwnColumns(understanding, workbook, APPROVAL_COLUMNS, looks(understanding));

function looks({ settings }: Pick<Understanding, 'settings'>) {
  const say = speak(settings.language);
  const title = say('column.approval');
  return {
    approval: {
      width: 13,
      style: 'input',
      typed: true,
      validation: {
        list: VERDICTS.map((verdict) => say(`approval.${verdict}`)).join(','),
        prompt: { title, message: say('validation.approval.prompt') },
        error: { title, message: say('validation.approval.error') },
      },
    },
    approvalBy: { width: 20 },
    approvalFor: { width: 20 },
  } as const satisfies Record<(typeof APPROVAL_COLUMNS)[number], OwnColumnLooks>;
}

/** The columns, blank, where the list has them: a new plan is decided anew. */
export function clearedApprovals(
  understanding: Pick<Understanding, 'settings' | 'book' | 'list'>,
): AccountColumnSpec[] {
  if (!hasApprovalColumns(understanding)) return [];
  const { list, book } = understanding;
  const { columns } = namesOf(book.owned, MAIN_LAYER);
  const say = speak(understanding.settings.language);
  const all = looks(understanding);
  return APPROVAL_COLUMNS.map((key) => ({
    key,
    header: columns[key] ?? say(`column.${key}`),
    cells: list.rows.keys.map(() => ''),
    ...all[key],
  }));
}

/** What the three cells of an account are to say. */
export type ApprovalCells = Readonly<Record<(typeof APPROVAL_COLUMNS)[number], Cell>>;
const NOTHING: ApprovalCells = { approval: '', approvalBy: '', approvalFor: '' };

/** What it is put up for: the territory that is proposed. Whoever decided of another one is asked again. */
export const putUp = ({ change, by }: Approval): ApprovalCells => ({
  approval: '',
  approvalBy: by,
  approvalFor: change.to < 0 ? UNASSIGNED : change.is,
});

/**
 * The cells of some accounts, and of all that nothing is proposed for any more: what was decided of an earlier proposal is
 * not to be found beside the next one. None where the list has no columns for it.
 * @param open accounts for which something is going to be proposed
 */
export function approvalEdit(
  understanding: Pick<Understanding, 'book' | 'list'>,
  said: ReadonlyMap<number, ApprovalCells>,
  open: ReadonlySet<number>,
): EditOrder['cells'] {
  if (!hasApprovalColumns(understanding)) return [];
  const { list, book } = understanding;
  const columns = { whole: list.whole, owned: book.owned };
  return APPROVAL_COLUMNS.flatMap((key) => {
    const column = ourColumn(columns, key);
    return editOrder(understanding, key, (account) => {
      const cells = said.get(account) ?? (open.has(account) ? undefined : NOTHING);
      if (cells === undefined) return undefined;
      return column.at(list.accounts.sheetRow[account] ?? 0) === cells[key] ? undefined : cells[key];
    }).cells;
  });
}

/** The cells of some accounts, blank: what was decided of an earlier proposal is no decision of the next. */
export const withoutDecisions = (
  understanding: Pick<Understanding, 'book' | 'list'>,
  accounts: ReadonlySet<number>,
): EditOrder['cells'] => {
  const { length } = understanding.list.accounts.sheetRow;
  const others = Array.from({ length }, (_, i) => i).filter((i) => !accounts.has(i));
  return approvalEdit(understanding, new Map(), new Set(others));
};

/** What is shown of decisions: nobody accepts, or puts back, what was decided otherwise meanwhile. */
export const tellApprovals = (approvals: readonly Approval[]): string =>
  JSON.stringify(approvals.map(({ change, state, by }) => [change.label, change.is, state, by]).sort());
