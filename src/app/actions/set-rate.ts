import type { Action } from '../action';
import { balanceInForce } from '../settings/balance';
import { isReady } from '../state';
import { takeOver } from './adjust';

/**
 * Gives the rate of a currency: units of the plan's for one of it. What is balanced stays what it is, even
 * where a rate makes another choice the usual one: changing one thing never changes another.
 */
export const setRate: Action<[currency: string, rate: number]> = {
  name: 'set-rate',
  label: 'action.change',
  doing: 'pane.looking',
  when: isReady,
  async perform(context, currency, rate) {
    const { understanding } = context.state();
    if (understanding === undefined) return;
    const balance = balanceInForce(context.settings.settings, understanding.choices.metrics);
    await takeOver(context, { fx: { [currency]: rate }, balance });
    const { base, missing } = context.state().understanding?.choices.exchange ?? {};
    if (base !== undefined && missing?.length === 0)
      context.change({ news: context.say('news.rates', { base }) });
  },
};
