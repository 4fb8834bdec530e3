import type { Accounts } from '../accounts';
import type { Rep } from '../roster';
import type { Settings } from '../settings';
import { bookRule } from './book';
import { coverageRule } from './coverage';
import type { Locks } from './lock';
import { regionRule, type ReadRegion } from './region';
import { segmentRule } from './segment';
import { skillRule } from './skill';
import type { Explanation, Rule } from './rule';

/** Rules that say where an account may go. `text/` has a sentence for each. */
export type EligibilityId = 'coverage' | 'book' | 'segment' | 'region' | 'skill';
export type EligibilityRule = Rule<EligibilityId>;
export type EligibilityExplanation = Explanation<EligibilityId>;

/**
 * The rules of eligibility that hold, the strongest first: of two that leave an account nowhere to go, the
 * first is named. Rules that speak of no account are left out.
 */
export function eligibilityRules(
  accounts: Accounts,
  seats: readonly Rep[],
  settings: Pick<Settings, 'bySegment' | 'byRegion' | 'bySkill'>,
  readRegion: ReadRegion,
  pooled?: Int32Array,
  locks?: Pick<Locks, 'kind'>,
): EligibilityRule[] {
  const speaks = ({ groupOf }: EligibilityRule) => groupOf.some((group) => group >= 0);
  const rules: EligibilityRule[] = [
    coverageRule(accounts, locks),
    ...(pooled === undefined ? [] : [bookRule(pooled)]),
    ...(settings.bySegment === true ? [segmentRule(accounts, seats)] : []),
    ...(settings.byRegion === true ? [regionRule(accounts, seats, readRegion)] : []),
  ].filter(speaks);
  return settings.bySkill === true ? [...rules, skillRule(accounts, seats, rules)].filter(speaks) : rules;
}
