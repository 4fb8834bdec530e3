import { MAIN_LAYER } from '../plan/layer';
import type { AccountNumberField } from '../plan/fields';
import { columnsInUse, namesOf } from '../plan/ownership';
import { OBJECTIVES_SETTINGS, USUAL_OBJECTIVES, type ObjectivesSetting } from '../plan/objectives';
import { usualTier } from '../plan/workload';
import { moneyFormat } from '../reports/amounts';
import type { StandingContext } from '../reports/context';
import type { ObjectivesContext } from '../reports/objectives/context';
import { isSummed } from './plain-columns';
import { headerOf } from './understanding/header-of';
import type { Understanding } from './understanding/understand';

/** The best tier, where scores say nothing else. */
const BEST = 'A';
const YEAR = 365;

/**
 * What territories of a plan that stands, or is going to, are to reach.
 * @param assignment N values: index of the territory, −1 none
 * @param columns the names that our columns got, by key
 * @param asAt ISO
 */
export function objectivesContext(
  { list, book, choices, settings }: Pick<Understanding, 'settings' | 'book' | 'list' | 'choices'>,
  standing: StandingContext,
  assignment: Int32Array,
  columns: Readonly<Record<string, string>>,
  hasQuota: boolean,
  asAt: string,
): ObjectivesContext {
  const ours = { ...columnsInUse(namesOf(book.owned, MAIN_LAYER)), ...columns };
  const { exchange } = choices;
  const summed = (field: AccountNumberField): string | undefined =>
    ours[`read:${field}`] ?? (isSummed(list, field) ? headerOf(list, field) : undefined);
  const tier = ours['tier'] ?? headerOf(list, 'tier');
  const best = settings.score?.tiers?.[0]?.name ?? BEST;
  const activities = summed('activities');
  const set = settings.objectives ?? USUAL_OBJECTIVES;
  const usual: Record<ObjectivesSetting, number> = {
    pipeline: USUAL_OBJECTIVES.pipeline,
    retained: USUAL_OBJECTIVES.retained,
    calls: settings.workload?.tiers?.find(({ name }) => name === best)?.calls ?? usualTier(best).calls,
    days: daysIn(activities ?? ''),
  };
  const arr = summed('arr');
  return {
    ...standing,
    now: Object.fromEntries(
      OBJECTIVES_SETTINGS.map((key) => [key, set[key] ?? usual[key]]),
    ) as ObjectivesContext['now'],
    usual,
    hasQuota,
    booked: summed('bookingsYtd'),
    pipeline: summed('openPipeline'),
    arr:
      arr === undefined
        ? undefined
        : {
            header: arr,
            before: sumsOf(list.accounts.number.arr, assignment, standing.record.territories.length),
          },
    calls: tier === undefined ? undefined : { tier, best, activities },
    money: moneyFormat(exchange.base ?? exchange.currencies[0], '#,##0'),
    asAt,
  };
}

/** `Activities (90d)`, `Calls last 30 days`: how many days a count goes back; a year where its header says nothing. */
function daysIn(header: string): number {
  const days = Number(/(\d{1,3})\s*(?:d|days?|tagen?)\b/i.exec(header)?.[1] ?? NaN);
  return days > 0 ? days : YEAR;
}

/** Sums by territory, to the cent. */
function sumsOf(
  values: ArrayLike<number> | undefined,
  assignment: Int32Array,
  territories: number,
): Float64Array {
  const sums = new Float64Array(territories);
  assignment.forEach((j, i) => {
    const value = values?.[i] ?? NaN;
    if (j >= 0 && value > 0) sums[j] = (sums[j] ?? 0) + value;
  });
  return sums.map((sum) => Math.round(sum * 100) / 100);
}
