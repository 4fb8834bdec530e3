import type { Say } from '../../../text/say';
import { approvalsIn, isApprovalAsked, type Approval, type ApprovalState } from '../../approval';
import type { Change } from '../../changes';
import type { StandingPlan } from '../../standing-plan';
import type { Understanding } from '../../understanding/understand';

/** How far managers are with what is proposed. */
export interface ApprovalView {
  /** Whether they are asked at all. */
  readonly isOn: boolean;
  /** How all proposals stand, and those of each manager, in words; none where nothing is proposed. */
  readonly lines: readonly string[];
  /** How many are not put up yet, are undecided, approved, rejected. */
  readonly notAsked: number;
  readonly open: number;
  readonly approved: number;
  readonly rejected: number;
}

export const NO_APPROVAL: ApprovalView = {
  isOn: false,
  lines: [],
  notAsked: 0,
  open: 0,
  approved: 0,
  rejected: 0,
};

/** Managers of whom more is told than their number. */
const MOST_MANAGERS = 8;

/** @param changes what is proposed */
export function approvalIn(
  understanding: Understanding,
  standing: StandingPlan,
  changes: readonly Change[],
  say: Say,
): ApprovalView & { readonly of: ReadonlyMap<number, Approval> } {
  if (!isApprovalAsked(understanding)) return { ...NO_APPROVAL, of: new Map() };
  const all = approvalsIn(understanding, standing, changes);
  const isUndecided = ({ state }: Approval) => state !== 'approved' && state !== 'rejected';
  const byManager = new Map<string, Approval[]>();
  for (const one of all) byManager.set(one.by, [...(byManager.get(one.by) ?? []), one]);
  const voided = all.filter(({ before }) => before !== '').length;
  const more = byManager.size - MOST_MANAGERS;
  return {
    isOn: true,
    lines:
      all.length === 0
        ? []
        : [
            say('year.approvalCount', {
              ...counted(all),
              notAsked: count(all, 'notAsked'),
              unread: count(all, 'unread'),
            }),
            ...(voided === 0 ? [] : [say('year.approvalVoid', { count: voided })]),
            ...[...byManager].slice(0, MOST_MANAGERS).map(([by, own]) =>
              say('year.approvalBy', {
                by: by === '' ? 'none' : by,
                ...counted(own),
                waiting: own.filter(isUndecided).length,
              }),
            ),
            ...(more > 0 ? [say('year.more', { count: more })] : []),
          ],
    notAsked: count(all, 'notAsked'),
    open: all.filter(isUndecided).length,
    approved: count(all, 'approved'),
    rejected: count(all, 'rejected'),
    of: new Map(all.map((one) => [one.change.account, one])),
  };
}

/** A proposal in words, and how its manager stands to it. */
export const withDecision = (change: string, one: Approval | undefined, say: Say): string =>
  one === undefined
    ? change
    : say('year.changeDecision', {
        change,
        state: one.state,
        by: one.by === '' ? say('year.nobodyLeads') : one.by,
        nobody: one.by === '' ? 'yes' : 'no',
      });

const count = (all: readonly Approval[], state: ApprovalState): number =>
  all.filter((one) => one.state === state).length;

const counted = (all: readonly Approval[]) => ({
  waiting: count(all, 'waiting'),
  approved: count(all, 'approved'),
  rejected: count(all, 'rejected'),
});
