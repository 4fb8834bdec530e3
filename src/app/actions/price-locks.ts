import { worstOf } from '../../plan/design';
import type { StayKind } from '../../plan/rules/stays';
import type { Action } from '../action';
import { changesOf } from '../changes-of-owner';
import { isReady, type PaneState } from '../state';
import { asAtOf } from '../stay-said';
import { suggestedLocks, understoodWith, type LockPrice } from '../suggested-locks';

/** The plan that is shown has no prices yet. */
export const needPrices = ({ designed, isStale, lockPrices }: PaneState): boolean =>
  designed !== undefined && !isStale && !(lockPrices?.of === designed && lockPrices.isWhole);

/**
 * Works out what it would cost to leave accounts with their owner: a plan for each kind of which some move. It gives way to
 * whatever the user asks for, and goes on afterwards.
 */
export const priceLocks: Action = {
  name: 'price-locks',
  label: 'action.priceLocks',
  quiet: true,
  canCancel: true,
  when: (state) => isReady(state) && needPrices(state),
  async perform(context) {
    const { state, change, signal } = context;
    const { designed, lockPrices } = state();
    if (designed === undefined) return;
    const { plan, record, from } = designed;
    const { designFor } = await import('../design-for');
    const asAt = asAtOf(designed);
    const known = new Map<StayKind, LockPrice>(lockPrices?.of === designed ? lockPrices.known : []);
    for (const { kind, moving, isOn } of suggestedLocks(from, asAt, plan)) {
      if (isOn || moving === 0 || known.has(kind)) continue;
      signal.throwIfAborted();
      const locked = await designFor(record.settings.aim ?? 'set', understoodWith(from, kind, asAt), context);
      known.set(kind, {
        worst: worstOf(locked.plan),
        isMet: locked.plan.withinTolerance,
        meanKm: locked.plan.meanKm,
        moved: changesOf(locked).accounts,
      });
      change({ lockPrices: { of: designed, known: new Map(known), isWhole: false } });
    }
    change({ lockPrices: { of: designed, known, isWhole: true } });
  },
};
