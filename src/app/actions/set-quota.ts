import type { Action } from '../action';
import { standingSheets } from '../standing-sheets';
import { writeQuotas, writeWith, type QuotaChange } from './write-quotas';

/** A convention of quota: where the sheets stand they are written with it, else it is kept for when they are. */
export const setQuota: Action<[change: QuotaChange]> = {
  name: 'set-quota',
  label: 'action.change',
  doing: 'writing.quota',
  when: writeQuotas.when,
  async perform(context, change) {
    const understanding = await context.look();
    if (understanding === undefined) return;
    if (standingSheets(understanding)({ key: 'quota' })) {
      const { remarks } = await writeWith(context, understanding, change);
      if (remarks.length > 0) context.change({ news: remarks.join(' ') });
      return;
    }
    await context.settings.say({ quota: change });
    await context.look();
  },
};
