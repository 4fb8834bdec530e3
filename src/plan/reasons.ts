/** Why an account sits where it sits, as a code and parameters; `text/` words it in ≤ 80 characters. */
export type Reason =
  | { readonly code: 'nearest'; readonly km: number; readonly next?: string; readonly extraKm?: number }
  | { readonly code: 'balance'; readonly km: number; readonly nearer: string; readonly savedKm: number }
  | { readonly code: 'kept' }
  | { readonly code: 'family' }
  | { readonly code: 'locked'; readonly lock: string }
  | { readonly code: 'onlyEligible' }
  /** No place is known: it goes where the accounts of its state or owner go, else where balance needs it. */
  | { readonly code: 'noPlace'; readonly by: 'state' | 'owner' | 'balance' }
  | { readonly code: 'similar'; readonly next?: string }
  | { readonly code: 'ineligible' }
  /** It came into the list after the plan was designed. */
  | { readonly code: 'added' };
