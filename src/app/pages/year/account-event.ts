import { Failure } from '../../../plan/failures';
import { isSamePlace } from '../../../plan/schedule';
import { UNASSIGNED } from '../../../plan/territory';
import { metricLabel } from '../../../reports/context';
import type { Numbers } from '../../../text/numbers';
import type { Say } from '../../../text/say';
import { planAccountEvent, type AccountEvent } from '../../account-event';
import { knownBy } from '../../changes';
import { moneyLines } from '../../effects';
import { endsOf } from '../../moves';
import { wordFailure } from '../../sentences';
import { standingAssignment } from '../../standing-assignment';
import type { StandingPlan } from '../../standing-plan';
import type { PaneState } from '../../state';
import type { Change } from '../../changes';
import type { Understanding } from '../../understanding/understand';

/**
 * What would follow from something that happened to an account, before it is proposed: where it goes, what that does to the
 * shares of both territories, and to quotas where there are any; or why nothing can follow. None while nothing is typed.
 */
export function accountEventLines(
  { understanding, standing }: Pick<PaneState, 'understanding' | 'standing'>,
  said: AccountEvent,
  say: Say,
  plain: Numbers,
): string[] {
  if (understanding === undefined || standing === undefined || said.account.trim() === '') return [];
  if (said.kind !== 'gone' && said.other.trim() === '') return [];
  const planned = planAccountEvent(said, understanding, standing);
  if (planned instanceof Failure) return [wordFailure(say, plain, planned)];
  const { change, cell, effective, tookBack } = planned;
  const { label, was, is } = change;
  const typed =
    cell === undefined ? [] : [say('year.eventCell', { header: cell.header, value: String(cell.value) })];
  if (isSamePlace(was, is)) {
    const back = tookBack === undefined ? [] : [say('year.eventBack', { territory: tookBack || UNASSIGNED })];
    return [say('year.eventStays', { label, territory: was || UNASSIGNED }), ...back, ...typed];
  }
  return [
    say('year.changeDated', {
      change: say('year.change', { label, was: was === '' ? say('year.nowhere') : was, is }),
      from: effective,
      until: 'none',
    }),
    ...typed,
    ...shares(change, understanding, standing, say, plain),
    ...money(change, effective, understanding, standing, say, plain),
  ];
}

/** From where its cell has it now. */
function shares(
  { account, to }: Change,
  { list }: Pick<Understanding, 'list'>,
  standing: StandingPlan,
  say: Say,
  plain: Numbers,
): string[] {
  const from = standing.assignment[account] ?? -1;
  return endsOf([{ account, from, to }], standing, list.accounts)
    .filter(({ before, after }) => Number.isFinite(before + after))
    .map(({ territory, spec, before, after }) =>
      say('year.shares', {
        territory: standing.record.territories[territory]?.name ?? '',
        effects: say('year.effect', {
          metric: metricLabel(say, spec),
          before: plain.percent(before),
          after: plain.percent(after),
        }),
      }),
    );
}

/** Of what was accepted: before quotas are issued as accounts stand, afterwards what goes along from the day on. */
function money(
  change: Change,
  effective: string,
  understanding: Understanding,
  { record, log }: StandingPlan,
  say: Say,
  plain: Numbers,
): string[] {
  const accepted = standingAssignment(understanding, record, 'accepted');
  const then = accepted.slice();
  then[change.account] = change.to;
  const known = knownBy(understanding, change.account, change.label);
  const { quotas, pays } = moneyLines(
    [{ change, known, effective }],
    { record, assignment: accepted },
    { record, assignment: then },
    log,
    understanding,
    say,
    plain,
  );
  return [...quotas, ...pays];
}
