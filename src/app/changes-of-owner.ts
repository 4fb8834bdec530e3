import { evidenceIn, standingOf, standingsTold } from '../plan/account-standing';
import { countOwnerChanges, type ChangesOfOwner } from '../plan/owner-changes';
import type { DesignedPlan } from './design';
import { dateSerial } from './time';
import type { Understanding } from './understanding/understand';

/** Who changes owner under a plan: the figures of pane, `--json` and Balance. */
export const changesOf = ({
  plan,
  record,
  from,
}: Pick<DesignedPlan, 'plan' | 'record' | 'from'>): ChangesOfOwner =>
  changesUnder(plan.territories, plan.assignment, record.designedAt, from);

/**
 * The same of any territories and accounts in them.
 * @param assignment N values: index of the territory, −1 none
 * @param day ISO time as of which customers are told from prospects
 */
export function changesUnder(
  territories: readonly { readonly owner?: string | undefined }[],
  assignment: Int32Array,
  day: string,
  { list, choices }: Pick<Understanding, 'list' | 'choices'>,
): ChangesOfOwner {
  const evidence = evidenceIn(list.accounts, dateSerial(new Date(day)));
  return countOwnerChanges(
    territories.map(({ owner = '' }) => ({ owner })),
    assignment,
    choices.holder,
    choices.money,
    evidence && {
      told: standingsTold(evidence),
      of: (account) => standingOf(list.accounts, evidence, account),
    },
  );
}
