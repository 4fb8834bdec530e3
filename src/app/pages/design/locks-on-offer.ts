import { distanceUnit } from '../../../plan/distance';
import { worstOf } from '../../../plan/design';
import { currencySign } from '../../../reports/amounts';
import type { Numbers } from '../../../text/numbers';
import type { StayKind } from '../../../plan/rules/stays';
import type { Say } from '../../../text/say';
import { needPrices } from '../../actions/price-locks';
import { changesOf } from '../../changes-of-owner';
import type { DesignedPlan } from '../../design';
import { isReady, type PaneState } from '../../state';
import { asAtOf } from '../../stay-said';
import { suggestedLocks, type SuggestedLock } from '../../suggested-locks';
import { distanceText } from './preview';

/** Accounts that may be left with their owner, and what that would cost. */
export interface LockOnOffer {
  readonly kind: StayKind;
  readonly name: string;
  /** How many there are, and how many of them move in this plan. */
  readonly text: string;
  /** What the plan is with them where they are; undefined as long as that is not known, or where none moves. */
  readonly price: string | undefined;
  readonly isOn: boolean;
  /** Whether anything would change by keeping them, or letting them go. */
  readonly matters: boolean;
}

export interface LocksOnOffer {
  /** From which day days are counted. */
  readonly asAt: string;
  readonly lines: readonly LockOnOffer[];
  readonly isWorking: boolean;
}

/** What there is to suggest over a plan that is shown. */
export const offeredOver = (designed: DesignedPlan): readonly SuggestedLock[] =>
  suggestedLocks(designed.from, asAtOf(designed), designed.plan);

/** @returns undefined where no plan is shown, or the list tells of none */
export function locksOnOffer(
  state: PaneState,
  say: Say,
  numbers: Numbers,
  offered: readonly SuggestedLock[],
): LocksOnOffer | undefined {
  const { designed, isStale, lockPrices } = state;
  if (designed === undefined || isStale || !isReady(state)) return undefined;
  const { plan, from } = designed;
  const asAt = asAtOf(designed);
  if (offered.length === 0) return undefined;
  const prices = lockPrices?.of === designed ? lockPrices.known : undefined;
  const unit = distanceUnit(from.list.accounts);
  const sign = currencySign(from.choices.exchange.base ?? from.choices.exchange.currencies[0]);
  const far = (km: number) => (Number.isNaN(km) ? 'none' : distanceText(km, unit, say, numbers));
  const moved = changesOf(designed).accounts;
  return {
    asAt: say('locks.asAt', { date: numbers.date(new Date(asAt)) }),
    lines: offered.map(({ kind, accounts, money, moving, isOn }) => {
      const price = prices?.get(kind);
      return {
        kind,
        name: say(`locks.${kind}`),
        text: say(isOn ? 'locks.stay' : 'locks.move', {
          count: accounts,
          money: money > 0 ? `${sign}${numbers.short(money)}` : 'none',
          moving,
        }),
        price:
          price &&
          say('locks.price', {
            met: price.isMet ? 'yes' : plan.withinTolerance ? 'lost' : 'no',
            worst: numbers.percent(price.worst),
            now: numbers.percent(worstOf(plan)),
            distance: far(price.meanKm),
            far: far(plan.meanKm),
            moved: price.moved,
            before: moved,
          }),
        isOn,
        matters: isOn || moving > 0,
      };
    }),
    isWorking: needPrices(state) && offered.some(({ moving, isOn }) => moving > 0 && !isOn),
  };
}
