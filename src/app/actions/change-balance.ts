import { Failure } from '../../plan/failures';
import type { Action } from '../action';
import {
  balanceInForce,
  withAnother,
  withEarlier,
  withMetric,
  withoutMetric,
  withTolerance,
  type Balance,
} from '../settings/balance';
import { isReady } from '../state';
import { takeUp } from './change-settings';

/** What to do to the list of balanced metrics; `at` counts from 0 in their order. */
export type BalanceChange =
  | { readonly kind: 'metric'; readonly at: number; readonly metric: string }
  | { readonly kind: 'tolerance'; readonly at: number; readonly tolerance: number }
  | { readonly kind: 'add'; readonly metric: string }
  | { readonly kind: 'earlier'; readonly at: number }
  | { readonly kind: 'remove'; readonly at: number };

/** Changes one metric, its tolerance or its place, and nothing else. */
export const changeBalance: Action<[change: BalanceChange]> = {
  name: 'change-balance',
  label: 'change.balance',
  doing: 'pane.looking',
  asks: true,
  when: isReady,
  async perform(context, change) {
    const { understanding } = context.state();
    if (understanding === undefined) return;
    const { metrics } = understanding.choices;
    const shown = balanceInForce(context.settings.settings, metrics);
    try {
      await takeUp(context, (now) => ({ balance: changed(shown, balanceInForce(now, metrics), change) }));
    } catch (error) {
      if (error instanceof Failure && error.code === 'balancedElsewhere') await context.look();
      throw error;
    }
  },
};

/** @throws Failure `balancedElsewhere` where the metric meant is balanced no more */
function changed(shown: Balance, now: Balance, change: BalanceChange): Balance {
  switch (change.kind) {
    case 'metric':
      return withMetric(now, meant(shown, now, change.at), change.metric);
    case 'tolerance':
      return withTolerance(now, meant(shown, now, change.at), change.tolerance);
    case 'add':
      return withAnother(now, change.metric);
    case 'earlier':
      return withEarlier(now, meant(shown, now, change.at));
    case 'remove':
      return withoutMetric(now, meant(shown, now, change.at));
  }
}

/** Where the metric stands now that the pane showed at a place: another pane may have changed the list since. */
function meant(shown: Balance, now: Balance, at: number): number {
  const metric = shown[at]?.metric ?? '';
  const place = now.findIndex((entry) => entry.metric === metric);
  if (place < 0) throw new Failure('balancedElsewhere', { metric });
  return place;
}
