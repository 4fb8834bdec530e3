import type { Action } from '../action';
import { balanceInForce } from '../settings/balance';
import { isReady } from '../state';
import { takeUp } from './change-settings';

/**
 * Gives the rate of a currency: units of the plan's for one of it. What is balanced stays what it is, even
 * where a rate makes another choice the usual one: changing one thing never changes another.
 */
export const setRate: Action<[currency: string, rate: number]> = {
  name: 'set-rate',
  label: 'action.change',
  doing: 'pane.looking',
  asks: true,
  when: isReady,
  async perform(context, currency, rate) {
    const { understanding } = context.state();
    if (understanding === undefined) return;
    const { metrics } = understanding.choices;
    await takeUp(context, (now) => ({ fx: { [currency]: rate }, balance: balanceInForce(now, metrics) }));
    const { base, missing } = context.state().understanding?.choices.exchange ?? {};
    if (base !== undefined && missing?.length === 0)
      context.change({ news: context.say('news.rates', { base }) });
  },
};
