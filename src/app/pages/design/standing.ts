import { centresOf } from '../../../carve/spread';
import { isInBand, isOutside } from '../../../plan/band';
import { MAIN_LAYER } from '../../../plan/layer';
import { namesOf } from '../../../plan/ownership';
import { metricWeights } from '../../../plan/metrics';
import { QUALITY_COLUMNS } from '../../../reports/balance/layout';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { isPlanOpen, type PaneState } from '../../state';
import type { StandingMetric, StandingPlan } from '../../standing-plan';
import type { Understanding } from '../../understanding/understand';
import { mapOf, type MapPreview } from './map';
import { headlineOf, type MetricPreview } from './preview';

/** The plan that stands, as the pane shows it on opening. */
export interface StandingView {
  readonly headline: string;
  /** Whether it waits for a decision, when it was designed, and what has been put elsewhere since. */
  readonly text: string;
  readonly metrics: readonly MetricPreview[];
  /** What the accounts of the territories are like: a factor a line, its two ends. */
  readonly quality: readonly string[];
  readonly map: MapPreview | undefined;
}

/** @param pending what is asked of the user about it */
export function standingView(
  standing: StandingPlan,
  understanding: Pick<Understanding, 'book' | 'list' | 'choices'>,
  pending: PaneState['pending'],
  say: Say,
  numbers: Numbers,
): StandingView {
  const { record, metrics, quality, elsewhere, lost } = standing;
  const { territories } = record;
  return {
    headline:
      metrics.length === 0
        ? say('standing.noBalance', {
            count: territories.length,
            sheet: namesOf(understanding.book.owned, MAIN_LAYER).sheets['balance'] ?? say('sheet.balance'),
          })
        : headlineOf({ metrics: metrics.map(resultOf), territories }, say, numbers),
    text: say('standing.state', {
      open: isPlanOpen(pending) ? 'yes' : 'no',
      at: numbers.date(new Date(record.designedAt)),
      edited: elsewhere.length,
      lost: lost.length,
    }),
    metrics: metrics.map((metric) => barsOf(metric, understanding, record.territories, say)),
    quality: quality.map(({ factor, least, most }) =>
      say('worth.ends', {
        factor: say(QUALITY_COLUMNS[factor]),
        least: numbers.percent(least.part, 0),
        leastAt: least.territory,
        most: numbers.percent(most.part, 0),
        mostAt: most.territory,
      }),
    ),
    map: standingMap(standing, understanding, say, numbers),
  };
}

const maps = new WeakMap<StandingPlan, { readonly say: Say; readonly map: MapPreview | undefined }>();

/** The plan that stands on a map: one for all pages that show it, since it takes a while to lay out. */
export function standingMap(
  standing: StandingPlan,
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
  say: Say,
  numbers: Numbers,
): MapPreview | undefined {
  const known = maps.get(standing);
  if (known?.say === say) return known.map;
  const {
    assignment,
    record: { territories },
    metrics: [metric],
  } = standing;
  const map = mapOf(
    list,
    {
      assignment,
      current: choices.current,
      centres: centresOf(assignment, territories.length, list.accounts.places),
      territories,
      ...(metric && { value: { spec: metric.spec, weight: metricWeights(list.accounts, metric.spec) } }),
    },
    say,
    numbers,
  );
  maps.set(standing, { say, map });
  return map;
}

function resultOf({ spec, load, target, index }: StandingMetric) {
  const off = Array.from(index, (value) => Math.abs(value - 1));
  const worstDeviation = Math.max(0, ...off);
  return { spec, load, target, worstDeviation, worstTerritory: off.indexOf(worstDeviation) };
}

/** As held today beside as it stands, by the targets of Balance. */
export function barsOf(
  { spec, load, target, index }: StandingMetric,
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
  territories: StandingPlan['record']['territories'],
  say: Say,
): MetricPreview {
  const weight = metricWeights(list.accounts, spec);
  const before = new Float64Array(territories.length);
  choices.current.forEach((j, i) => {
    if (j >= 0 && j < before.length) before[j] = (before[j] ?? 0) + (weight[i] ?? 0);
  });
  return {
    id: spec.id,
    label: metricLabel(say, spec),
    tolerance: spec.tolerance,
    bars: territories.flatMap(({ name }, j) =>
      isOutside(load[j] ?? 0, target[j] ?? 0)
        ? []
        : {
            territory: j,
            name,
            before: (target[j] ?? 0) > 0 ? (before[j] ?? 0) / (target[j] ?? 1) : 0,
            after: index[j] ?? 0,
            inBand: isInBand(load[j] ?? 0, target[j] ?? 0, spec.tolerance),
          },
    ),
  };
}
