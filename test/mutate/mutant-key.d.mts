import type { Mutant } from './mutants';

export function keyOf(mutant: Mutant): string;
