import type { Action } from '../action';
import {
  balanceInForce,
  withAnother,
  withMetric,
  withoutMetric,
  withTolerance,
  type Balance,
} from '../settings/balance';
import { isReady } from '../state';
import { takeOver } from './adjust';

/** What to do to the list of balanced metrics; `at` counts from 0 in their order. */
export type BalanceChange =
  | { readonly kind: 'metric'; readonly at: number; readonly metric: string }
  | { readonly kind: 'tolerance'; readonly at: number; readonly tolerance: number }
  | { readonly kind: 'add'; readonly metric: string }
  | { readonly kind: 'remove'; readonly at: number };

/** Changes one metric, or its tolerance, and nothing else. */
export const balance: Action<[change: BalanceChange]> = {
  name: 'balance',
  label: 'change.balance',
  doing: 'pane.looking',
  when: isReady,
  async perform(context, change) {
    const { understanding } = context.state();
    if (understanding === undefined) return;
    const now = balanceInForce(context.settings.settings, understanding.choices.metrics);
    await takeOver(context, { balance: changed(now, change) });
  },
};

function changed(now: Balance, change: BalanceChange): Balance {
  switch (change.kind) {
    case 'metric':
      return withMetric(now, change.at, change.metric);
    case 'tolerance':
      return withTolerance(now, change.at, change.tolerance);
    case 'add':
      return withAnother(now, change.metric);
    case 'remove':
      return withoutMetric(now, change.at);
  }
}
