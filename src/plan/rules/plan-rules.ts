import type { Accounts } from '../accounts';
import type { Rep } from '../roster';
import type { Settings } from '../settings';
import { capRule, type CapRule } from './cap';
import { eligibilityRules, type EligibilityRule } from './eligibility';
import { lockRule, type LockRule, type Locks } from './lock';
import type { ReadRegion } from './region';

/** Every rule of a plan, the strongest first: a lock wins over eligibility, eligibility over the cap. */
export interface PlanRules {
  readonly lock: LockRule;
  readonly eligibility: readonly EligibilityRule[];
  readonly cap: CapRule;
}

/** The rules that hold for these accounts, seats and settings. */
export function planRules(
  accounts: Accounts,
  seats: readonly Rep[],
  locks: Locks,
  settings: Settings,
  readRegion: ReadRegion,
  pooled?: Int32Array,
): PlanRules {
  return {
    lock: lockRule(locks),
    eligibility: eligibilityRules(accounts, seats, settings, readRegion, pooled, locks),
    cap: capRule(settings),
  };
}
