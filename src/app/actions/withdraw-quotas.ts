import type { Action } from '../action';
import { writeQuotas, writeWith } from './write-quotas';

/** Takes the issue back: all is live again. */
export const withdrawQuotas: Action = {
  name: 'withdraw-quotas',
  label: 'action.withdrawQuotas',
  doing: 'writing.quota',
  covers: true,
  when: (state) => writeQuotas.when(state) && state.understanding?.settings.quota?.issued !== undefined,
  async perform(context) {
    const understanding = await context.look();
    if (understanding === undefined) return;
    const { remarks } = await writeWith(context, understanding, { issued: null });
    context.change({ news: [context.say('news.withdrawn'), ...remarks].join(' ') });
  },
};
