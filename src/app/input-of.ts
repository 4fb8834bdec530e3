import { inputHash } from './run-hashes';
import type { AccountField } from '../plan/fields';
import type { AccountList } from './understanding/account-list';
import { planned } from './understanding/planned';
import type { Understanding } from './understanding/understand';

/** Of each list: the cells of which columns were read beside which team, and the hashes that begin with these. */
const begun = new WeakMap<
  AccountList,
  {
    readonly fields: string;
    readonly team: Understanding['team'];
    readonly hashOf: ReturnType<typeof inputHash>;
  }
>();

/** What was read, as one hash: the plan of an understanding is stale when it no longer has it. */
export function inputOf({
  list,
  team,
  settings,
  choices,
}: Pick<Understanding, 'list' | 'team' | 'settings' | 'choices'>): string {
  const fields: AccountField[] = [
    ...choices.metrics.flatMap((metric) => metric.fields),
    ...(settings.bySegment === true ? (['segment'] as const) : []),
  ];
  const key = fields.join();
  let known = begun.get(list);
  if (known?.fields !== key || known.team !== team) {
    known = { fields: key, team, hashOf: inputHash([planned(list, fields), team.source]) };
    begun.set(list, known);
  }
  return known.hashOf(settings);
}
