import { evidenceIn, standingOf, standingsTold } from '../plan/account-standing';
import { countOwnerChanges, type ChangesOfOwner } from '../plan/owner-changes';
import type { DesignedPlan } from './design';
import { dateSerial } from './time';

/** Who changes owner under a plan: the figures of pane, `--json` and Balance. */
export function changesOf({ plan, record, from: { list, choices } }: DesignedPlan): ChangesOfOwner {
  const evidence = evidenceIn(list.accounts, dateSerial(new Date(record.designedAt)));
  return countOwnerChanges(
    plan.territories,
    plan.assignment,
    choices.holder,
    choices.money,
    evidence && {
      told: standingsTold(evidence),
      of: (account) => standingOf(list.accounts, evidence, account),
    },
  );
}
