/** A seat on the team: a rep, or a position to be hired (TBH). */
export interface Rep {
  /** 1-based worksheet row in the reps table; 0 for a rep inferred from account owners. */
  readonly sheetRow: number;
  readonly id?: string;
  /** Shown name; a seat to be hired has a made-up one (`TBH 1`). */
  readonly name: string;
  readonly tbh: boolean;
  readonly active: boolean;
  readonly email?: string;
  readonly role?: string;
  readonly segment?: string;
  readonly region?: string;
  readonly manager?: string;
  readonly skills?: readonly string[];
  /** 1900 date serials. */
  readonly hireDate?: number;
  readonly startDate?: number;
  readonly endDate?: number;
  /** Pay and quota in currency units, as read. */
  readonly base?: number;
  readonly variable?: number;
  readonly ote?: number;
  readonly quota?: number;
  /** Capacity relative to a full-time rep, 0 < share ≤ 1 (part-time 0.5). */
  readonly capacityShare: number;
  /** Part of full productivity reached so far, 0 < ramp ≤ 1; absent: all of it. */
  readonly ramp?: number;
  readonly capacityHours?: number;
  readonly maxAccounts?: number;
  readonly homeCity?: string;
  readonly homeState?: string;
  readonly homePostalCode?: string;
  readonly homeCountry?: string;
  readonly homeLatitude?: number;
  readonly homeLongitude?: number;
  /** Territory held now, as the roster names it. */
  readonly territory?: string;
  /** Share of quota reached last, 1 is all of it. */
  readonly attainment?: number;
  readonly backfill?: string;
  readonly crmUserId?: string;
}

/** What a seat can carry now, relative to a full-time rep past the ramp. */
export const carriedBy = ({ capacityShare, ramp = 1 }: Rep): number => capacityShare * ramp;

export interface Roster {
  readonly reps: readonly Rep[];
  /** Where the reps come from: a table, or the owners named in the account table. */
  readonly source: 'table' | 'owners' | 'asked';
}
