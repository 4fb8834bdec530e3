import { worstOf } from '../../../plan/design';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { needCurve } from '../../actions/work-out-curve';
import { changesUnder } from '../../changes-of-owner';
import type { DesignedPlan } from '../../design';
import { isReady, type PaneState } from '../../state';
import { inFigures } from './plans';

/** A plan between today and equal shares. */
export interface CurvePoint {
  /** How equal, how far, who moves, in words. */
  readonly text: string;
  /** Accounts that leave an owner who stays, and the greatest distance from a fair share (0.05 is 5 %). */
  readonly moved: number;
  readonly worst: number;
  readonly isShown: boolean;
}

export interface CurveView {
  readonly points: readonly CurvePoint[];
  /** The plan that is shown, where it is none of them. */
  readonly shown: { readonly moved: number; readonly worst: number } | undefined;
  readonly isWorking: boolean;
}

/** The points of a curve in figures, without which of them is shown. */
export function pointsOf(
  curve: NonNullable<PaneState['curve']>,
  { plan, record, from }: DesignedPlan,
  say: Say,
  numbers: Numbers,
): readonly Omit<CurvePoint, 'isShown'>[] {
  return curve.points.map(({ assignment, worstDeviation, meanKm }) => {
    const changes = changesUnder(plan.territories, assignment, record.designedAt, from);
    const worst = Math.max(0, ...worstDeviation);
    const { figures } = inFigures({ worst, meanKm, changes }, from, say, numbers);
    return { text: figures.join(' · '), moved: changes.accounts, worst };
  });
}

/** @returns undefined where no plan is shown */
export function curveOf(
  state: PaneState,
  points: readonly Omit<CurvePoint, 'isShown'>[],
): CurveView | undefined {
  const { designed, isStale } = state;
  if (designed === undefined || isStale || !isReady(state)) return undefined;
  const { plan, record, from, point } = designed;
  return {
    points: points.map((one, at) => ({ ...one, isShown: at === point })),
    shown:
      point === undefined
        ? {
            moved: changesUnder(plan.territories, plan.assignment, record.designedAt, from).accounts,
            worst: worstOf(plan),
          }
        : undefined,
    isWorking: needCurve(state),
  };
}
