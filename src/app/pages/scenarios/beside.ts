import { Failure } from '../../../plan/failures';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { isReady, type PaneState } from '../../state';
import type { MapPreview } from '../design/map';
import { previewOf, type MetricPreview } from '../design/preview';
import { barsOf, standingMap } from '../design/standing';

/** A plan that may stand beside another. */
export interface Side {
  readonly key: string;
  readonly name: string;
  /** What is worked out of a plan when it is picked. */
  look(): SideLook;
  /** Whose an account is, folded: its owner's, or of a seat by its number where nobody is; blank for none. */
  readonly holder: (account: number) => string;
}

export interface SideLook {
  readonly map: MapPreview | undefined;
  readonly metrics: readonly MetricPreview[];
}

/** Whose share is how large in one plan and in another, by what each of them balances first. */
export interface SharesBeside {
  readonly label: string;
  /** Per cent of fair share; undefined where a plan has no such territory. */
  readonly rows: readonly {
    readonly name: string;
    readonly shares: readonly [string | undefined, string | undefined];
  }[];
}

/** The preview, the plan in the workbook, and the saved ones that are plans over the accounts of now. */
export function sidesOf(state: PaneState, say: Say, numbers: Numbers): readonly Side[] {
  const { designed, standing, understanding, scenarios = [], isStale } = state;
  const sides: Side[] = [];
  const add = (key: string, name: string, plan: NonNullable<typeof designed>['plan'], look: () => SideLook) =>
    sides.push({ key, name, look, holder: holderBy(plan.territories, plan.assignment) });
  if (designed !== undefined && isReady(state) && !isStale)
    add('preview', say('scenarios.preview'), designed.plan, () => previewOf(designed, say, numbers));
  if (standing !== undefined && understanding !== undefined)
    sides.push({
      key: 'standing',
      name: say('scenarios.standing'),
      look: () => ({
        map: standingMap(standing, understanding, say, numbers),
        metrics: standing.metrics.map((metric) =>
          barsOf(metric, understanding, standing.record.territories, say),
        ),
      }),
      holder: holderBy(standing.record.territories, standing.assignment),
    });
  for (const { scenario, now } of scenarios) {
    if (now === undefined || now.plan instanceof Failure) continue;
    const plan = now.plan.designed;
    add(`saved ${scenario.name}`, scenario.name, plan.plan, () => previewOf(plan, say, numbers));
  }
  return sides;
}

const holderBy =
  (
    territories: readonly { readonly id: string; readonly owner?: string | undefined }[],
    assignment: Int32Array,
  ) =>
  (account: number): string => {
    const territory = territories[assignment[account] ?? -1];
    return territory === undefined ? '' : ((territory.owner ?? '').trim() || territory.id).toLowerCase();
  };

/** In words: how many of all accounts one plan gives to somebody else than the other. */
export function differenceOf([left, right]: readonly [Side, Side], accounts: number, say: Say): string {
  let count = 0;
  for (let i = 0; i < accounts; i++) if (left.holder(i) !== right.holder(i)) count++;
  return say('beside.differ', { count, accounts, left: left.name, right: right.name });
}

/** Territories by number: a seat keeps its number in every plan. */
export function sharesOf(
  [left, right]: readonly [SideLook, SideLook],
  say: Say,
  numbers: Numbers,
): SharesBeside {
  const [a, b] = [left.metrics[0], right.metrics[0]];
  const last = Math.max(
    -1,
    ...[a, b].flatMap((metric) => metric?.bars.map(({ territory }) => territory) ?? []),
  );
  const labels = [...new Set([a, b].flatMap((metric) => (metric === undefined ? [] : [metric.label])))];
  return {
    label: say('beside.shares', { metric: labels.join(' / ') }),
    rows: Array.from({ length: last + 1 }, (_, j) => {
      const [one, other] = [a, b].map((metric) => metric?.bars.find(({ territory }) => territory === j));
      const names = [...new Set([one, other].flatMap((bar) => (bar === undefined ? [] : [bar.name])))];
      const share = (bar: typeof one) => (bar === undefined ? undefined : numbers.percent(bar.after, 0));
      return { name: names.join(' / '), shares: [share(one), share(other)] as const };
    }).filter(({ name }) => name !== ''),
  };
}
