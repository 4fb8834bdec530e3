import { mendChoices } from './quick-choices';
import { mendCriteria } from './quick-criteria';
import { mendDependencies } from './quick-dependencies';
import { mendRemembering } from './quick-values';
import { mendWildcards } from './wildcards';

/** What of Univer's formula engine is mended: where it answers otherwise than Excel, or takes far longer than it needs. */
type FormulaEngine = Parameters<typeof mendChoices>[0] &
  Parameters<typeof mendCriteria>[0] &
  Parameters<typeof mendRemembering>[0] &
  Parameters<typeof mendWildcards>[0] & {
    readonly DependencyManagerService: { readonly prototype: object };
  };

export function mendUniver(engine: FormulaEngine): void {
  mendWildcards(engine);
  mendRemembering(engine);
  mendChoices(engine);
  mendCriteria(engine);
  mendDependencies(engine.DependencyManagerService);
}
