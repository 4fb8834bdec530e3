import type { StayKind } from '../../plan/rules/stays';
import type { Action } from '../action';
import { howFar } from '../how-far';
import { isReady } from '../state';
import { asAtOf, stayWith } from '../stay-said';
import { takeUp } from './change-settings';

/** Leaves the accounts of a kind with their owner, or lets them move again; a plan that is shown is made anew with that. */
export const setStay: Action<[kind: StayKind, stays: boolean]> = {
  name: 'set-stay',
  label: 'action.setStay',
  doing: 'stage.check',
  covers: true,
  canCancel: true,
  asks: true,
  when: isReady,
  async perform(context, kind, stays) {
    const { state, settings, look, change, clock } = context;
    const { designed, understanding } = state();
    if (designed === undefined) {
      if (understanding === undefined) return;
      const asAt = understanding.settings.stay?.asAt ?? clock.now().toISOString().slice(0, 10);
      await takeUp(context, stayWith(understanding.settings, kind, stays, asAt));
      return;
    }
    const aim = designed.record.settings.aim ?? 'set';
    await settings.say(stayWith(designed.from.settings, kind, stays, asAtOf(designed)));
    change({ designed: undefined, isStale: false, drift: undefined });
    const now = await look();
    if (now === undefined) return;
    const { designFor } = await import('../design-for');
    change({ designed: await designFor(aim, now, context, howFar(context)) });
  },
};
