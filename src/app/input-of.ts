import { inputHash } from './run-hashes';
import { planned } from './understanding/planned';
import type { Understanding } from './understanding/understand';

/** What was read, as one hash: the plan of an understanding is stale when it no longer has it. */
export const inputOf = ({
  list,
  team,
  settings,
  choices,
}: Pick<Understanding, 'list' | 'team' | 'settings' | 'choices'>): string =>
  inputHash(
    [
      planned(list, [
        ...choices.metrics.flatMap(({ fields }) => fields),
        ...(settings.bySegment === true ? (['segment'] as const) : []),
      ]),
      team.source,
    ],
    settings,
  );
