import { RECOMMENDED } from '../../../carve/aims';
import { STANDINGS } from '../../../plan/account-standing';
import { currencySign } from '../../../reports/amounts';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { alternativesOf, nextAim } from '../../actions/work-out-choices';
import { changesOf } from '../../changes';
import type { DesignedPlan } from '../../design';
import { isOpen, type PaneState } from '../../state';

/** A plan to choose from. */
export interface PlanChoice {
  readonly name: string;
  /** What it is best at, in one sentence that is true of this one. */
  readonly meaning: string;
  /** How equal, how far, who moves. */
  readonly figures: readonly string[];
  readonly isShown: boolean;
}

/** The plans to choose from, and whether more are being worked out. */
export interface PlanChoices {
  readonly plans: readonly PlanChoice[];
  readonly isWorking: boolean;
}

/** @returns undefined where no plan is shown, or it is written already */
export function planChoices(
  state: PaneState,
  say: Say,
  numbers: Numbers,
  describe: (plan: DesignedPlan) => Omit<PlanChoice, 'isShown'> = (plan) => described(plan, say, numbers),
): PlanChoices | undefined {
  const { designed, pending, isStale } = state;
  if (designed === undefined || isStale || isOpen(pending)) return undefined;
  return {
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
  const worst = Math.max(0, ...plan.metrics.map(({ worstDeviation }) => worstDeviation));
  const { accounts, money, by, apart = {} } = changesOf(designed);
  const held = accounts + by.stays.accounts;
  const told = STANDINGS.flatMap((standing) => {
    const tally = apart[standing];
    return tally === undefined ? [] : [say(`plans.apart.${standing}`, { count: tally.accounts })];
  });
  const { exchange } = from.choices;
  const sign = currencySign(exchange.base ?? exchange.currencies[0]);
  return {
    name: say(`plans.${aim}`),
    meaning: say(`plans.${aim}.hint`, {
      met: plan.withinTolerance ? 'yes' : 'no',
      worst: numbers.percent(worst),
      money: numbers.percent(RECOMMENDED.money),
      accounts: numbers.percent(RECOMMENDED.accounts),
      of: from.list.accounts.number.arr !== undefined ? 'arr' : told.length > 0 ? 'customers' : 'none',
    }),
    figures: [
      `±${numbers.percent(worst)}`,
      ...(Number.isFinite(plan.meanKm) ? [say('figure.km', { km: numbers.decimal(plan.meanKm, 0) })] : []),
      ...(held === 0
        ? []
        : [
            told.length > 0
              ? say('plans.moves', { list: told.join(', ') })
              : say('plans.movesAll', { count: accounts }),
          ]),
      ...(held > 0 && money > 0 ? [say('plans.money', { amount: `${sign}${numbers.short(money)}` })] : []),
    ],
  };
}
