import { inputHash } from './run-hashes';
import type { Understanding } from './understanding/understand';

/** What was read, as one hash: the plan of an understanding is stale when it no longer has it. */
export const inputOf = ({
  list,
  team,
  settings,
}: Pick<Understanding, 'list' | 'team' | 'settings'>): string =>
  inputHash([list.source, team.source], settings);
