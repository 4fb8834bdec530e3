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
  /** What is paid where the quota is met, and the part of what is sold that is paid. */
  readonly bonus?: number;
  readonly commission?: number;
  readonly quota?: number;
  /** ISO code of those amounts; absent: that of the plan. */
  readonly currency?: string;
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
  /** Who looks after the accounts of an open seat until it is filled: the interim owner. */
  readonly coveredBy?: string;
  readonly crmUserId?: string;
  /** A seat for named accounts: it keeps those that it was given by hand, and takes no others. */
  readonly named?: true;
  /** Who has the seat, where several share it. */
  readonly people?: readonly Rep[];
}

/** Who sits in a seat: one, or all who share it. */
export const peopleIn = (seat: Rep): readonly Rep[] => seat.people ?? [seat];

/**
 * What a seat carries, relative to a full-time one. Part time makes a territory smaller; ramp does not: a plan is
 * carved for the seat, and by the end of the year the rep owns a full territory.
 */
export const carriedBy = ({ capacityShare }: Rep): number => capacityShare;

/** Seats or territories that have a share of the whole: not those of named accounts. */
export const sharing = <One extends { readonly named?: boolean }>(all: readonly One[]): One[] =>
  all.filter(({ named }) => named !== true);

/** A seat beyond the roster: a territory carved for a hire to come. */
export const openSeat = (number: number): Rep => ({
  sheetRow: 0,
  name: `TBH ${number}`,
  tbh: true,
  active: true,
  capacityShare: 1,
});

export interface Roster {
  readonly reps: readonly Rep[];
  /** Where the reps come from: a table, the owners named in the account table, or without such its territories. */
  readonly source: 'table' | 'owners' | 'territories' | 'asked';
  /** The one owner of everything, who was left out: no person to carve for. */
  readonly single?: { readonly name: string; readonly accounts: number };
  /** Nearly every account names another owner: people of the customers, or of a test; no team to carve for. */
  readonly strewn?: { readonly owners: number; readonly accounts: number };
}

/** Words of roles that carry accounts, of those that lead people, and of those that help carry them. */
const CARRIES =
  /\b(?:account (?:executive|manager|director|rep|representative|exec|owner)|territory|field sales|inside sales|outside sales|sales (?:rep|reps|representative|executive|exec|associate|consultant|person|advisor)|salesperson|ae|am|kam|hunter|farmer|bdm|business development manager|closer|aussendienst\w*|außendienst\w*|vertriebsmitarbeiter\w*|commercial|comercial|ejecutivo|vendedor|verkäufer\w*)\b/i;
const LEADS =
  /\b(?:vp|svp|avp|rvp|evp|vice president|president|head|chief|cro|ceo|coo|cso|director of|director,|managing director|sales director|regional director|manager of|sales manager|regional manager|district manager|area manager|team lead(?:er)?|teamleiter\w*|vertriebsleiter\w*|leiter\w*|leitung|directeur|gerente)\b/i;
const HELPS =
  /\b(?:sdr|bdr|ldr|adr|sales development|business development rep\w*|lead development|lead gen\w*|se|sc|solutions? (?:engineer|consultant|architect)|sales engineer|pre-?sales|csm|customer success|customer support|support|ops|operations|rev ?ops|enablement|marketing|analyst|admin\w*|assistant|overlay|specialist|channel|partner|intern|trainee|innendienst\w*|(?:vertical|industry|product|domain|subject matter) experts?|(?:branchen|fach)expert\w*)\b/i;

const NAMED =
  /\b(?:named|(?:strategic|key|major|global)[ -]accounts?|strategic (?:ae|am|sales)|kam|gam)\b|gro(?:ß|ss)kunden|schlüsselkunden|key-?account/i;

/** True if a role is that of somebody for named, key, strategic or global accounts. */
export const roleIsNamed = (role: string | undefined): boolean => role !== undefined && NAMED.test(role);

/** True if a role leads people. */
export const roleLeads = (role: string): boolean => LEADS.test(role);

/** True if a role says that it carries accounts: not a blank or unknown one. */
export const roleSaysItCarries = (role: string | undefined): boolean =>
  role !== undefined && !LEADS.test(role) && CARRIES.test(role);

const HELPING_TEAM =
  /\b(?:overlays?|pre-?sales|sales engineering|solutions? (?:engineering|consulting|architecture)|customer success|enablement|rev ?ops|sales op(?:s|erations))\b/i;

/** True of a team or division whose people help carry the accounts of others: `Cross-Division Overlay`. */
export const teamHelps = (team: string | undefined): boolean => team !== undefined && HELPING_TEAM.test(team);

/** True if a role carries accounts: a blank or unknown one does; who leads or helps does not. */
export function roleCarries(role: string | undefined): boolean {
  if (role === undefined) return true;
  if (LEADS.test(role)) return false;
  return CARRIES.test(role) || !HELPS.test(role);
}
