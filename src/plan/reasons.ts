import type { EligibilityExplanation } from './rules/eligibility';
import type { LockKind } from './rules/lock-kinds';
import type { Unit } from './together';

/** Why an account sits where it sits, as a code and parameters; `text/` words it in ≤ 80 characters. */
export type Reason =
  | { readonly code: 'nearest'; readonly km: number; readonly next?: string; readonly extraKm?: number }
  | { readonly code: 'balance'; readonly km: number; readonly nearer: string; readonly savedKm: number }
  | { readonly code: 'kept' }
  /** Too large to share a territory evenly: the account, its family, or the place that is whole. */
  | { readonly code: 'apart'; readonly unit?: Unit }
  /** With its family, or with all of its place. */
  | { readonly code: 'family'; readonly unit?: Unit }
  | { readonly code: 'locked'; readonly lock: LockKind }
  /** The rule that leaves it no choice; absent where there is but one territory. */
  | { readonly code: 'onlyEligible'; readonly by?: EligibilityExplanation }
  /** No place is known: it goes where the accounts of its state or owner go, else where balance needs it. */
  | { readonly code: 'noPlace'; readonly by: 'state' | 'area' | 'owner' | 'alike' | 'balance' }
  /** The rule that lets it go nowhere. */
  | { readonly code: 'ineligible'; readonly by?: EligibilityExplanation }
  /** It came into the list after the plan was designed. */
  | { readonly code: 'added' }
  /** It was so in the scenario that was opened. */
  | { readonly code: 'scenario'; readonly name: string };
