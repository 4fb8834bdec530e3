/**
 * Every field Evenfield understands, and of what kind it is. Intake maps the headers of an export to
 * these; nothing else in the house knows a header.
 */
export type FieldKind = 'id' | 'text' | 'number' | 'money' | 'fraction' | 'date' | 'flag' | 'degrees';

export const ACCOUNT_FIELDS = {
  accountId: 'id',
  accountName: 'text',
  parentId: 'id',
  parentName: 'text',
  ultimateParentId: 'id',
  ultimateParentName: 'text',
  owner: 'text',
  ownerId: 'id',
  currentTerritory: 'text',
  region: 'text',
  segment: 'text',
  type: 'text',
  industry: 'text',
  productLine: 'text',
  tier: 'text',
  street: 'text',
  city: 'text',
  county: 'text',
  state: 'text',
  postalCode: 'text',
  country: 'text',
  latitude: 'degrees',
  longitude: 'degrees',
  currency: 'text',
  potential: 'money',
  arr: 'money',
  openPipeline: 'money',
  availableToRenew: 'money',
  bookingsYtd: 'money',
  accountTarget: 'money',
  annualRevenue: 'money',
  grossMargin: 'fraction',
  employees: 'number',
  workloadHours: 'number',
  icpScore: 'number',
  activities: 'number',
  wonDeals: 'number',
  lostDeals: 'number',
  satisfaction: 'number',
  growth: 'fraction',
  churnRisk: 'text',
  competitor: 'text',
  leadSource: 'text',
  decisionMaker: 'text',
  renewalDate: 'date',
  closeDate: 'date',
  lastActivity: 'date',
  ownerChangeDate: 'date',
  createdDate: 'date',
  excludeFromReassignment: 'flag',
  named: 'flag',
  lock: 'text',
  coverage: 'text',
} as const satisfies Record<string, FieldKind>;

export const REP_FIELDS = {
  repId: 'id',
  repName: 'text',
  firstName: 'text',
  lastName: 'text',
  email: 'text',
  role: 'text',
  segment: 'text',
  region: 'text',
  manager: 'text',
  hireDate: 'date',
  startDate: 'date',
  endDate: 'date',
  base: 'money',
  variable: 'money',
  ote: 'money',
  quota: 'money',
  currency: 'text',
  bookingsYtd: 'money',
  bonus: 'money',
  commission: 'fraction',
  capacityHours: 'number',
  capacityShare: 'fraction',
  ramp: 'fraction',
  maxAccounts: 'number',
  homeCity: 'text',
  homeState: 'text',
  homePostalCode: 'text',
  homeCountry: 'text',
  homeLatitude: 'degrees',
  homeLongitude: 'degrees',
  backfill: 'text',
  coveredBy: 'text',
  active: 'flag',
  skills: 'text',
  attainment: 'fraction',
  crmUserId: 'id',
  crmTerritoryId: 'id',
  territory: 'text',
} as const satisfies Record<string, FieldKind>;

export type AccountField = keyof typeof ACCOUNT_FIELDS;
export type RepField = keyof typeof REP_FIELDS;

type OfKind<Fields, Kind> = { [F in keyof Fields]: Fields[F] extends Kind ? F : never }[keyof Fields];
export type NumericKind = 'number' | 'money' | 'fraction' | 'date' | 'degrees';
/** Account fields held as text (ids are text: `0017000000abcde` must not become a number). */
export type AccountTextField = OfKind<typeof ACCOUNT_FIELDS, 'id' | 'text'>;
/** Account fields held as numbers: money in currency units, dates as 1900 serials, flags as 0 and 1. */
export type AccountNumberField = OfKind<typeof ACCOUNT_FIELDS, NumericKind | 'flag'>;

/** Column of the source table (0-based) for each field found there. */
export type AccountMapping = Partial<Record<AccountField, number>>;
export type RepMapping = Partial<Record<RepField, number>>;
