import { foldText } from '../../exact/fold-text';
import { Failure } from '../../plan/failures';
import { MAIN_LAYER } from '../../plan/layer';
import { AIMS } from '../../plan/settings';
import type { Action } from '../action';
import { changesIn, refuseWithoutAccepted } from '../changes';
import { isClosedSeat } from '../closed';
import { standingAssignment } from '../standing-assignment';
import { teamFill } from '../team-rows';
import { territoryIndex } from '../territory-called';
import { refuseJoiner } from './join-open';
import { hasStandingPlan } from './write-sheet';

/** Who comes and when, how much may leave for the new territory, and what is split for it; absent: the overloaded ones. */
export interface Carving {
  readonly name: string;
  /** ISO day. */
  readonly start: string;
  /** Parts of all accounts, and of the customers, 0 … 1. */
  readonly accounts: number;
  readonly customers: number;
  readonly from?: string;
}

/**
 * Somebody joins for whom there is no open territory: one more row of the team list, and one more territory, made of what
 * the most overloaded ones and their neighbours have too much, or of a part of one that is split. It is a preview like any
 * other: Apply writes it, Keep accepts it and Revert takes it back.
 */
export const carveTerritory: Action<[said: Carving]> = {
  name: 'carve-territory',
  label: 'action.carve',
  doing: 'stage.check',
  covers: true,
  canCancel: true,
  when: hasStandingPlan,
  async perform(context, said) {
    const { workbook, look, state, solver, clock, signal, change, say, numbers } = context;
    const isPart = (part: number) => part >= 0 && part <= 1;
    if (!isPart(said.accounts) || !isPart(said.customers)) throw new Failure('badBudget');
    const before = await look();
    const { standing } = state();
    if (before === undefined || standing === undefined) return;
    refuseWithoutAccepted(before);
    const joiner = { name: said.name.trim(), start: said.start };
    const count = standing.record.territories.length;
    const seat = before.choices.teamSeats[count];
    // He may have his row already: somebody has typed it, or a preview was not applied.
    const isThere =
      before.choices.seats.length === count + 1 && foldText(seat?.name ?? '') === foldText(joiner.name);
    if (!isThere) refuseJoiner(before, joiner);
    if (changesIn(before, standing).length > 0) throw new Failure('proposedFirst');
    const { record } = standing;
    const closed = record.territories.find(({ id }) => isClosedSeat(before, id));
    if (closed !== undefined) throw new Failure('closedSeat', { id: closed.id });
    if (before.choices.blocked !== undefined) throw before.choices.blocked;
    if (!isThere && before.choices.seats.length !== count) throw new Failure('noSeats');
    const from = said.from === undefined ? undefined : territoryIndex(standing, said.from);
    const { carveOut, loadedMost } = await import('../carve-out');
    const like = before.choices.seats[from ?? loadedMost(standing)];
    if (!isThere) {
      const fill = teamFill(before, { ...joiner, ...(like === undefined ? {} : { like }) });
      await workbook.apply({ layer: MAIN_LAYER, fill, sheets: [], decision: false });
    }

    const now = isThere ? before : await look();
    const { standing: same } = state();
    if (now === undefined || same === undefined) return;
    // A number of territories that somebody has set leaves the new seat without one.
    if (now.choices.blocked !== undefined) throw now.choices.blocked;
    if (now.choices.seats.length !== count + 1) throw new Failure('seatsSet', { name: joiner.name });
    const asked = { understanding: now, standing: same, solver, signal };
    const caps = { accounts: said.accounts, customers: said.customers };
    const carved = await carveOut(asked, caps, from);
    if (carved.moved === 0) throw new Failure('nothingToCarve', { name: joiner.name });
    signal.throwIfAborted();
    const [{ describePlan }, { movedBy }, { moneyLines }] = await Promise.all([
      import('../design'),
      import('../event-log'),
      import('../effects'),
    ]);
    const kept = new Map(same.record.territories.map(({ id, name }) => [id as string, name]));
    const designed = await describePlan(now, carved.assignment, kept, solver, clock, signal);
    const { plan } = designed;
    const [first] = plan.metrics;
    const { record: then } = designed;
    const effects = moneyLines(
      movedBy(plan, then, now).map((one) => ({ ...one, effective: said.start })),
      { record: same.record, assignment: standingAssignment(now, same.record, 'accepted') },
      { record: then, assignment: plan.assignment },
      same.log,
      now,
      say,
      numbers,
    );
    const share = first === undefined ? 0 : (first.load[count] ?? 0) / (first.target[count] ?? 1);
    change({
      designed: {
        ...designed,
        event: {
          reason: say(from === undefined ? 'log.carved' : 'log.split'),
          effective: said.start,
          shares: [...(same.metrics[0]?.index ?? [])],
        },
      },
      // There is nothing to choose from: it is this plan, or none.
      alternatives: { plans: [designed], tried: ['set', ...AIMS] },
      isStale: false,
      drift: undefined,
      news: [
        say('news.carved', {
          name: plan.territories[count]?.name ?? '',
          owner: joiner.name,
          moved: carved.moved,
          customers: carved.customers,
          givers: carved.givers.map((j) => same.record.territories[j]?.name ?? '').join(', '),
          share: numbers.percent(share),
        }),
        ...[...effects.quotas, ...effects.pays].map((effect) => `${effect}.`),
      ].join(' '),
    });
  },
};
