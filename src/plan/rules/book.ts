import type { Rule } from './rule';

/**
 * Accounts beyond what seats can hold wait in the pool, ranked for when there is room.
 * @param rank N values: from 1 the first to come back, 0 not in the pool
 */
export const bookRule = (rank: Int32Array): Rule<'book'> => ({
  id: 'book',
  groupOf: rank.map((one) => (one > 0 ? 0 : -1)),
  groups: 1,
  admits: () => false,
  explain: (i) => ({ rule: 'book', params: { rank: rank[i] ?? 0 } }),
});
