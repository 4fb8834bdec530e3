import type { PlanResult } from '../plan/design';
import { countOwnerChanges, type ChangesOfOwner } from '../plan/owner-changes';
import type { Understanding } from './understanding/understand';

/** Who changes owner under a plan: the figures of pane, `--json` and Balance. */
export const changesOf = (
  { choices }: Pick<Understanding, 'choices'>,
  { territories, assignment }: PlanResult,
): ChangesOfOwner => countOwnerChanges(territories, assignment, choices.holder, choices.money);
