import type { CarveInput } from '../carve/compile';
import type { Understanding } from './understanding/understand';

/** What is carved, of all that was understood. */
export function carveInput({
  list,
  choices,
  settings,
}: Pick<Understanding, 'list' | 'choices' | 'settings'>): CarveInput {
  const { metrics, seats, current, locks, money } = choices;
  return {
    accounts: list.accounts,
    metrics,
    seats,
    current,
    locks,
    settings,
    ...(money === undefined ? {} : { money }),
  };
}
