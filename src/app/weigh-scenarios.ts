import type { Failure } from '../plan/failures';
import type { Recalled } from './recall-scenario';
import type { Scenario } from './scenarios';
import type { Understanding } from './understanding/understand';

/** A saved plan, and what it is over the accounts of now. */
export interface WeighedScenario {
  readonly scenario: Scenario;
  /** Absent: not worked out yet, or not of the accounts as they are by now. */
  readonly now?: {
    /** The look it was worked out over. */
    readonly at: Understanding;
    /** The plan, or why there is none any more. */
    readonly plan: Recalled | Failure;
  };
}

/** As they are in the workbook; what was worked out of one that is the same stays. */
export const weighedOf = (
  scenarios: readonly Scenario[],
  before: readonly WeighedScenario[] = [],
): WeighedScenario[] =>
  scenarios.map(
    (scenario) =>
      before.find(
        (one) => one.scenario.name === scenario.name && one.scenario.savedAt === scenario.savedAt,
      ) ?? { scenario },
  );
