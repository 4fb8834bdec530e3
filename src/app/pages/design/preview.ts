import { isInBand, isOutside } from '../../../plan/band';
import { distanceUnit, type DistanceUnit } from '../../../plan/distance';
import { STANDINGS } from '../../../plan/account-standing';
import { wholeOf, type MetricResult, type PlanResult } from '../../../plan/design';
import type { ChangesOfOwner } from '../../../plan/owner-changes';
import type { Say } from '../../../text/say';
import type { Numbers } from '../../../text/numbers';
import { metricLabel } from '../../../reports/context';
import { changesOf } from '../../changes-of-owner';
import { wordNotice } from '../../sentences';
import type { DesignedPlan } from '../../design';
import type { Understanding } from '../../understanding/understand';
import { mapOf, type MapPreview, type Mapped } from './map';

/** One bar: a territory's index of one metric, today and as designed. 1 is fair. */
export interface Bar {
  readonly territory: number;
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly inBand: boolean;
}

export interface MetricPreview {
  readonly id: string;
  readonly label: string;
  readonly tolerance: number;
  readonly bars: readonly Bar[];
}

/** A figure with its words: label, value, and what it means. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
}

/** Everything the pane shows of a plan before it is applied. */
export interface Preview {
  readonly headline: string;
  readonly met: boolean;
  readonly figures: readonly Figure[];
  readonly details: readonly Figure[];
  readonly metrics: readonly MetricPreview[];
  readonly map: MapPreview | undefined;
  readonly notices: readonly { readonly severity: 'error' | 'warning' | 'note'; readonly text: string }[];
}

/** Words and figures of a plan. */
export function previewOf({ plan, record, from }: DesignedPlan, say: Say, numbers: Numbers): Preview {
  return {
    headline: headlineOf(plan, say, numbers),
    met: plan.withinTolerance,
    figures: mainFigures({ plan, record, from }, say, numbers),
    details: [
      figure(say, 'cv', plan.metrics.map(({ cv }) => numbers.decimal(cv, 3)).join(' · ')),
      figure(say, 'gap', Number.isFinite(plan.gap) ? numbers.percent(plan.gap, 2) : say('sheet.noData')),
      figure(say, 'priceOfBalance', kmPrice(plan, distanceUnit(from.list.accounts), say, numbers)),
      figure(say, 'resultHash', record.resultHash.slice(0, 16)),
    ],
    metrics: plan.metrics.map((metric, m) => ({
      id: metric.spec.id,
      label: metricLabel(say, metric.spec),
      tolerance: metric.spec.tolerance,
      bars: barsOf(from, plan, m),
    })),
    map: mapOf(from.list, mappedOf(plan, from), say, numbers),
    notices: plan.notices.map((notice) => ({
      severity: notice.severity,
      text: wordNotice(say, numbers, notice),
    })),
  };
}

/** `18 of 20 territories within ±10 %; worst +12 %, T07 Denver`. */
export function headlineOf(
  plan: {
    readonly metrics: readonly Pick<
      MetricResult,
      'spec' | 'load' | 'target' | 'worstDeviation' | 'worstTerritory'
    >[];
    readonly territories: readonly { readonly name: string }[];
  },
  say: Say,
  numbers: Numbers,
): string {
  // The metric that is furthest out, measured by what it may be.
  const [first] = [...plan.metrics].sort(
    (a, b) => b.worstDeviation / b.spec.tolerance - a.worstDeviation / a.spec.tolerance,
  );
  if (first === undefined) return '';
  const shared = plan.territories.flatMap((_, j) =>
    plan.metrics.some(({ load, target }) => isOutside(load[j] ?? 0, target[j] ?? 0)) ? [] : [j],
  );
  const inBand = shared.filter((j) =>
    plan.metrics.every(({ load, target, spec }) => isInBand(load[j] ?? 0, target[j] ?? 0, spec.tolerance)),
  ).length;
  const goal = first.target[first.worstTerritory] ?? 0;
  const worst = goal > 0 ? (first.load[first.worstTerritory] ?? 0) / goal - 1 : 0;
  return say(plan.metrics.length > 1 ? 'preview.headline.several' : 'preview.headline', {
    metrics: plan.metrics.length,
    metric: metricLabel(say, first.spec),
    inBand,
    territories: shared.length,
    tolerance: numbers.percent(first.spec.tolerance, 3),
    worst: numbers.signedPercent(worst),
    name: plan.territories[first.worstTerritory]?.name ?? '',
  });
}

function mappedOf(plan: PlanResult, { choices }: Pick<Understanding, 'choices'>): Mapped {
  const [metric] = plan.metrics;
  const [weight] = choices.weights;
  return { ...plan, ...(metric && weight ? { value: { spec: metric.spec, weight } } : {}) };
}

function figure(say: Say, id: FigureId, value: string): Figure {
  return { label: say(`figure.${id}`), value, hint: say(`figure.${id}.hint`) };
}

type FigureId =
  | 'inBand'
  | 'worst'
  | 'meanKm'
  | 'pieces'
  | 'moved'
  | 'unassigned'
  | 'cv'
  | 'gap'
  | 'priceOfBalance'
  | 'resultHash';

function mainFigures(
  designed: Pick<DesignedPlan, 'plan' | 'record' | 'from'>,
  say: Say,
  numbers: Numbers,
): Figure[] {
  const { plan, from } = designed;
  const worst = Math.max(0, ...plan.metrics.map(({ worstDeviation }) => worstDeviation));
  const figures = [figure(say, 'worst', `±${numbers.percent(worst)}`)];
  if (Number.isFinite(plan.meanKm)) {
    figures.push(
      figure(say, 'meanKm', distanceText(plan.meanKm, distanceUnit(from.list.accounts), say, numbers)),
    );
  }
  if (plan.pieces !== undefined)
    figures.push(
      figure(
        say,
        'pieces',
        say('figure.pieces.value', {
          whole: numbers.whole(wholeOf(plan.pieces)),
          of: numbers.whole(plan.territories.length),
        }),
      ),
    );
  const changes = changesOf(designed);
  const held = changes.accounts + changes.by.stays.accounts;
  if (held > 0 && plan.territories.some(({ owner }) => owner !== '')) {
    figures.push(
      figure(
        say,
        'moved',
        say('figure.moved.value', {
          accounts: numbers.whole(changes.accounts),
          share: numbers.percent(changes.accounts / held),
        }),
      ),
    );
    figures.push(...apartFigures(changes, say, numbers));
  }
  if (plan.unassigned > 0) {
    figures.push(
      figure(
        say,
        'unassigned',
        `${numbers.whole(plan.unassigned)} / ${numbers.whole(from.list.accounts.count)}`,
      ),
    );
  }
  return figures;
}

/** What those that change are: a customer costs more than a name that nobody has called. */
const apartFigures = ({ apart = {} }: ChangesOfOwner, say: Say, numbers: Numbers): Figure[] =>
  STANDINGS.flatMap((standing) => {
    const tally = apart[standing];
    if (tally === undefined) return [];
    return [
      {
        label: say(`figure.apart.${standing}`),
        value: numbers.whole(tally.accounts),
        hint: say(`figure.apart.${standing}.hint`),
      },
    ];
  });

/** `123 mi` */
export const distanceText = (km: number, { sign, perKm }: DistanceUnit, say: Say, numbers: Numbers): string =>
  say('figure.km', { distance: numbers.decimal(km * perKm, 0), unit: sign });

function kmPrice(plan: PlanResult, { sign, perKm }: DistanceUnit, say: Say, numbers: Numbers): string {
  if (!Number.isFinite(plan.meanKm) || !Number.isFinite(plan.meanKmUnbalanced)) return say('sheet.noData');
  return say('figure.priceOfBalance.value', {
    distance: numbers.decimal(perKm * plan.meanKm, 0),
    free: numbers.decimal(perKm * plan.meanKmUnbalanced, 0),
    unit: sign,
  });
}

/** Today's load per seat against the same targets: what the plan changes. */
function barsOf({ choices }: Pick<Understanding, 'choices'>, plan: PlanResult, m: number): Bar[] {
  const metric = plan.metrics[m];
  const weight = choices.weights[m];
  if (metric === undefined || weight === undefined) return [];
  const before = new Float64Array(plan.territories.length);
  plan.current.forEach((j, i) => {
    if (j >= 0) before[j] = (before[j] ?? 0) + (weight[i] ?? 0);
  });
  return plan.territories.flatMap((territory, j) => {
    const goal = metric.target[j] ?? 0;
    if (isOutside(metric.load[j] ?? 0, goal)) return [];
    return {
      territory: j,
      name: territory.name,
      before: goal > 0 ? (before[j] ?? 0) / goal : 0,
      after: goal > 0 ? (metric.load[j] ?? 0) / goal : 0,
      inBand: isInBand(metric.load[j] ?? 0, goal, metric.spec.tolerance),
    };
  });
}
