import { distanceUnit } from '../../../plan/distance';
import { fairIndex } from '../../../plan/band';
import { worstOf, type PlanResult } from '../../../plan/design';
import { RECOMMENDED, type Aim } from '../../../plan/settings';
import { STANDINGS } from '../../../plan/account-standing';
import { currencySign } from '../../../reports/amounts';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { alternativesOf, nextAim } from '../../alternatives';
import type { ChangesOfOwner } from '../../../plan/owner-changes';
import { changesOf } from '../../changes-of-owner';
import { moneyField } from '../../understanding/choose-metrics';
import type { Understanding } from '../../understanding/understand';
import type { DesignedPlan } from '../../design';
import { distanceText } from './preview';
import { toldBy } from './stays';
import { isOpen, type PaneState } from '../../state';

/** A plan to choose from. */
export interface PlanChoice {
  readonly name: string;
  /** What it is best at, in one sentence that is true of this one. */
  readonly meaning: string;
  /** How equal, how far, which customers move. */
  readonly figures: readonly string[];
  /** Who moves besides, and what with them. */
  readonly more: readonly string[];
  readonly isShown: boolean;
}

/** The plans to choose from, and whether more are being worked out. */
export interface PlanChoices {
  /** How equal and how far it is as accounts are held today; undefined where nobody holds any. */
  readonly today: string | undefined;
  readonly plans: readonly PlanChoice[];
  readonly isWorking: boolean;
}

/** @returns undefined where no plan is shown, or it is written already */
export function planChoices(
  state: PaneState,
  say: Say,
  numbers: Numbers,
  describe: (plan: DesignedPlan) => Omit<PlanChoice, 'isShown'> = (plan) => described(plan, say, numbers),
  today: (plan: DesignedPlan) => string | undefined = (plan) => todayOf(plan, say, numbers),
): PlanChoices | undefined {
  const { designed, pending, isStale } = state;
  if (designed === undefined || isStale || isOpen(pending)) return undefined;
  return {
    today: today(designed),
    plans: alternativesOf(state).plans.map((plan) => ({
      ...describe(plan),
      isShown: plan === designed,
    })),
    isWorking: nextAim(state) !== undefined,
  };
}

/** A plan in few words. */
export function described(designed: DesignedPlan, say: Say, numbers: Numbers): Omit<PlanChoice, 'isShown'> {
  const { plan, record, from } = designed;
  const aim = record.settings.aim ?? 'set';
  const worst = worstOf(plan);
  const changes = changesOf(designed);
  return {
    name: nameOfPlan(designed, say),
    meaning: say(hintOf(designed, aim), {
      met: isForced(plan) ? 'forced' : plan.withinTolerance ? 'yes' : 'no',
      worst: numbers.percent(worst),
      money: numbers.percent(RECOMMENDED.money),
      accounts: numbers.percent(RECOMMENDED.accounts),
      ...toldBy(from.list),
    }),
    ...inFigures({ worst, meanKm: plan.meanKm, changes }, from, say, numbers),
  };
}

/** More changes owner than a limit allows: what rules and locks alone bring about is within none. */
export const isForced = ({ notices, moved }: Pick<PlanResult, 'notices' | 'moved'>): boolean =>
  notices.some(
    ({ code, params }) =>
      code === 'obstacle.cap' &&
      ((params?.['by'] === 'accounts' && moved.accounts > Number(params['allowed'])) ||
        (params?.['by'] === 'money' && moved.money > Number(params['allowed']))),
  );

const hintOf = ({ scenario, point }: DesignedPlan, aim: Aim | 'set') =>
  scenario !== undefined
    ? 'plans.scenario.hint'
    : point === undefined
      ? (`plans.${aim}.hint` as const)
      : 'plans.point.hint';

/** What a plan is called: as the scenario that it was, else by what it is best at. */
export const nameOfPlan = ({ scenario, point, record }: DesignedPlan, say: Say): string =>
  scenario ?? (point === undefined ? say(`plans.${record.settings.aim ?? 'set'}`) : say('plans.point'));

const toldOf = ({ apart = {} }: ChangesOfOwner) =>
  STANDINGS.flatMap((standing) => {
    const tally = apart[standing];
    return tally === undefined ? [] : [{ standing, count: tally.accounts }];
  });

/** What the money is called that moves with an account; blank where no amount is known. */
export function moneyName(
  accounts: Parameters<typeof moneyField>[0],
  metrics: Parameters<typeof moneyField>[1],
  say: Say,
): string {
  const field = moneyField(accounts, metrics);
  return field === undefined ? '' : metricLabel(say, { fields: [field] });
}

/** How equal, how far, who moves: what plans are compared by. */
export function inFigures(
  {
    worst,
    meanKm,
    changes,
  }: {
    /** NaN each where it is not known. */
    readonly worst: number;
    readonly meanKm: number;
    readonly changes: ChangesOfOwner;
  },
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
  say: Say,
  numbers: Numbers,
): Pick<PlanChoice, 'figures' | 'more'> {
  const { accounts, money, by } = changes;
  const held = accounts + by.stays.accounts;
  const told = toldOf(changes).map(({ standing, count }) => say(`plans.apart.${standing}`, { count }));
  const [first = say('plans.accounts', { count: accounts }), ...others] = told;
  const sign = currencySign(choices.exchange.base ?? choices.exchange.currencies[0]);
  return {
    figures: [
      ...(Number.isNaN(worst) ? [] : [`±${numbers.percent(worst)}`]),
      ...(Number.isFinite(meanKm) ? [distanceText(meanKm, distanceUnit(list.accounts), say, numbers)] : []),
      ...(held === 0 ? [] : [say('plans.moves', { who: first })]),
    ],
    more:
      held === 0
        ? []
        : [
            ...others,
            ...(money > 0
              ? [
                  say('plans.money', {
                    amount: `${sign}${numbers.short(money)}`,
                    what: moneyName(list.accounts, choices.metrics, say),
                  }),
                ]
              : []),
          ],
  };
}

/** How equal and how far it is today, by the targets of a plan and the accounts' places. */
export function todayOf(
  { plan, from, todayKm }: DesignedPlan,
  say: Say,
  numbers: Numbers,
): string | undefined {
  const { current, metrics } = plan;
  if (!current.some((j) => j >= 0)) return undefined;
  const off = metrics.flatMap(({ target }, m) => {
    const load = new Float64Array(target.length);
    current.forEach((j, i) => {
      if (j >= 0) load[j] = (load[j] ?? 0) + (from.choices.weights[m]?.[i] ?? 0);
    });
    return Array.from(load, (value, j) => Math.abs(fairIndex(value, target[j] ?? 0) - 1));
  });
  const km = todayKm();
  return say('plans.today', {
    figures: [
      `±${numbers.percent(Math.max(0, ...off))}`,
      ...(Number.isNaN(km) ? [] : [distanceText(km, distanceUnit(from.list.accounts), say, numbers)]),
    ].join(' · '),
  });
}
