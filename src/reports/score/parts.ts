import type { FactorKind } from '../../plan/score';

/** What may be set of a factor, in the order of the columns. */
export const PARTS = ['weight', 'low', 'high', 'halfLife', 'other', 'product'] as const;
export type Part = (typeof PARTS)[number];

const OF_KIND: Readonly<Record<FactorKind, readonly Part[]>> = {
  number: ['weight', 'low', 'high'],
  date: ['weight', 'halfLife'],
  list: ['weight', 'other'],
  product: ['weight', 'product'],
};

/** The parts that a factor of a kind has; the others stay blank. */
export const partsOf = (kind: FactorKind): readonly Part[] => OF_KIND[kind];
