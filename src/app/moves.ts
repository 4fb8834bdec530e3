import type { Accounts } from '../plan/accounts';
import { isInBand } from '../plan/band';
import { metricWeights, type MetricSpec } from '../plan/metrics';
import type { StandingPlan } from './standing-plan';

/** An account that goes from one territory to another, by index; −1 for none. */
export interface AccountMove {
  readonly account: number;
  readonly from: number;
  readonly to: number;
}

/** What moves do to a territory on one metric: load ÷ target. */
export interface MovedEnd {
  readonly territory: number;
  readonly spec: MetricSpec;
  readonly before: number;
  readonly after: number;
  /** It is outside the tolerance afterwards. */
  readonly isOut: boolean;
}

/** The territories at the ends of moves, each once, in the order of the moves. */
export const touchedBy = (moves: readonly AccountMove[]): number[] =>
  [...new Set(moves.flatMap(({ from, to }) => [from, to]))].filter((j) => j >= 0);

/** What comes into territories by moves, less what leaves them for none. */
export const cameIn = (moves: readonly AccountMove[], weights: ArrayLike<number> | undefined): number =>
  moves.reduce(
    (sum, { account, from, to }) => sum + (Number(to >= 0) - Number(from >= 0)) * (weights?.[account] ?? 0),
    0,
  );

/** Seats of a segment or region share among themselves. */
export const isPooled = ({ settings }: StandingPlan['record']): boolean =>
  settings.bySegment === true || settings.byRegion === true;

/**
 * What moves would do to the figures of Balance: the territories at their ends, metric by metric. A target is a fair share
 * of what is placed: it is another one once an account loses or gains a territory. In pools of their own nobody knows
 * whose share that is, and targets stay.
 */
export function endsOf(
  moves: readonly AccountMove[],
  { metrics, record }: Pick<StandingPlan, 'metrics' | 'record'>,
  accounts: Accounts,
  touched: readonly number[] = touchedBy(moves),
): MovedEnd[] {
  const weights = metrics.map(({ spec }) => metricWeights(accounts, spec));
  const scales = metrics.map(({ load }, m) => {
    const placed = load.reduce((sum, value) => sum + value, 0);
    return isPooled(record) || placed <= 0 ? 1 : Math.max(0, placed + cameIn(moves, weights[m])) / placed;
  });
  return touched.flatMap((territory) =>
    metrics.map(({ spec, load, target, index }, m): MovedEnd => {
      const weight = weights[m];
      const more = moves.reduce(
        (sum, { account, from, to }) =>
          sum + (Number(to === territory) - Number(from === territory)) * (weight?.[account] ?? 0),
        0,
      );
      const after = (load[territory] ?? 0) + more;
      const goal = (target[territory] ?? 0) * (scales[m] ?? 1);
      return {
        territory,
        spec,
        before: index[territory] ?? 0,
        after: goal > 0 ? after / goal : 0,
        isOut: !isInBand(after, goal, spec.tolerance),
      };
    }),
  );
}
