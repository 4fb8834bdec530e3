import { ATTAINMENTS } from '../../plan/quota';
import type { TableKey } from '../names';
import type { TableColumns } from '../sheet';

/** Settings of pay that stand one a row, in this order. */
export const PAY_SETTINGS = [
  'tierKind',
  'rampRate',
  'budget',
  'attainment',
  'attrition',
  'ratioLow',
  'ratioHigh',
  'overlayCost',
  'managerCost',
] as const;
export type PaySetting = (typeof PAY_SETTINGS)[number];

/** A row a seat: what is read; then what these need, folded. Pay by attainment stands between `ofYear` and `cash`. */
export const PAY_COLUMNS = {
  territory: 'plan.territory',
  rep: 'quota.rep',
  role: 'quota.role',
  manager: 'balance.manager',
  hired: 'quota.hired',
  base: 'quota.pay.base',
  variable: 'quota.pay.variable',
  ote: 'quota.pay.ote',
  mix: 'quota.pay.mix',
  fullYear: 'quota.fullYear',
  ownQuota: 'quota.pay.ownQuota',
  rate: 'quota.pay.rate',
  ratio: 'quota.pay.ratio',
  ofYear: 'quota.pay.ofYear',
  cash: 'quota.pay.cash',
  travel: 'quota.pay.travel',
  overlay: 'quota.pay.overlay',
  total: 'quota.pay.total',
  perPotential: 'quota.pay.perPotential',
  lastYear: 'quota.lastYear',
  attained: 'quota.pay.attained',
  change: 'quota.pay.change',
  workload: 'quota.pay.workload',
  fairShare: 'quota.pay.fairShare',
  fit: 'quota.pay.fit',
  capability: 'quota.pay.capability',
  relative: 'quota.pay.relative',
  ofRole: 'quota.pay.ofRole',
  flag: 'quota.flag',
  id: 'plan.id',
  seat: 'quota.pay.seat',
  person: 'quota.pay.person',
  hiredSecond: 'quota.pay.hiredSecond',
  split: 'quota.shared.split',
  status: 'balance.status.column',
  currency: 'rep.currency',
  fx: 'quota.pay.fx',
  fxDate: 'quota.pay.fxDate',
  fxCounts: 'quota.pay.fxCounts',
  potential: 'quota.potential',
  capacity: 'quota.capacity',
  deployed: 'quota.pay.deployed',
  share: 'quota.share',
  active: 'quota.active',
  present: 'quota.pay.present',
  paid: 'quota.pay.paid',
  oteKnown: 'quota.pay.oteKnown',
  baseYear: 'quota.pay.baseYear',
  scaled: 'quota.pay.scaled',
  fixed: 'quota.pay.fixed',
  newQuota: 'quota.pay.newQuota',
  band: 'quota.pay.band',
  texts: 'quota.pay.texts',
  found: 'quota.pay.found',
  flagNo: 'quota.pay.flagNo',
} as const satisfies TableColumns;
export type PayKey = keyof typeof PAY_COLUMNS;
/** Columns from the left. Currencies are shown where there are several, else they are folded. */
export function payKeys(has: {
  readonly currencies: boolean;
  readonly workload: boolean;
  readonly skills: boolean;
}): PayKey[] {
  const keys = (Object.keys(PAY_COLUMNS) as PayKey[]).filter(
    (key) =>
      (key !== 'workload' || has.workload) &&
      (key !== 'ownQuota' || has.currencies) &&
      (key !== 'fit' || has.skills),
  );
  if (!has.currencies) return keys;
  const moved: readonly PayKey[] = ['currency', 'fx', 'fxDate'];
  const others = keys.filter((key) => !moved.includes(key));
  return others.flatMap((key) => (key === 'hired' ? [key, ...moved] : [key]));
}
/** The last column that is read. */
export const LAST_SHOWN: PayKey = 'flag';

/** Key of the column that says what is paid at a part of the quota. */
export const payAt = (attainment: number): string => `pays:${Math.round(100 * attainment)}`;

export const TIER_COLUMNS = {
  from: 'quota.tiers.from',
  to: 'quota.tiers.to',
  multiplier: 'quota.tiers.multiplier',
  trouble: 'quota.tiers.trouble',
} as const satisfies TableColumns;

export const COST_COLUMNS = {
  at: 'quota.costs.at',
  attainment: 'quota.costs.attainment',
  multiple: 'quota.costs.multiple',
  payout: 'quota.costs.payout',
  cash: 'quota.costs.cash',
  cost: 'quota.costs.cost',
  sold: 'quota.costs.sold',
  ofSold: 'quota.costs.ofSold',
  left: 'quota.costs.left',
} as const satisfies TableColumns;
export type CostKey = keyof typeof COST_COLUMNS;

const MEANS = {
  seats: 'quota.seats',
  quota: 'quota.mean.quota',
  potential: 'quota.mean.potential',
  perPotential: 'quota.perPotential',
  ote: 'quota.mean.ote',
  ofRole: 'quota.pay.ofRole',
  fairShare: 'quota.mean.fairShare',
  capability: 'quota.mean.capability',
} as const satisfies TableColumns;
export const MEAN_KEYS = Object.keys(MEANS) as (keyof typeof MEANS)[];
export type MeanKey = keyof typeof MEANS;

/** Industries that reps are skilled in, and what of it is in their territories. */
export const SKILL_COLUMNS = {
  territory: 'plan.territory',
  rep: 'quota.rep',
  skill: 'rep.skills',
  industry: 'field.industry',
  potential: 'quota.potential',
  id: 'plan.id',
} as const satisfies TableColumns;

export const COLUMNS = {
  paySettings: {
    setting: 'plan.setting',
    value: 'plan.value',
    unit: 'plan.unit',
    meaning: 'plan.meaning',
  },
  payTiers: TIER_COLUMNS,
  payCosts: COST_COLUMNS,
  pay: PAY_COLUMNS,
  payTenure: { group: 'quota.tenure.band', ...MEANS },
  payManagers: { group: 'balance.manager', ...MEANS },
  paySkills: SKILL_COLUMNS,
} as const satisfies Partial<Record<TableKey, TableColumns>>;

/** Bands of tenure: months that have passed since the hire, and what they are called. */
export const BANDS = [
  [0, 'quota.tenure.under1'],
  [12, 'quota.tenure.to3'],
  [36, 'quota.tenure.to5'],
  [60, 'quota.tenure.over5'],
] as const;

/** Widths of the columns that are read, by key; others are 13 wide. */
export const WIDTHS: Readonly<Partial<Record<string, number>>> = {
  territory: 28,
  rep: 20,
  role: 20,
  manager: 18,
  base: 14,
  variable: 14,
  ote: 14,
  fullYear: 15,
  rate: 12,
  ratio: 12,
  total: 14,
  lastYear: 14,
  relative: 18,
  ofRole: 17,
  workload: 11,
  fairShare: 11,
  // As long as most sentences get: what is longer is cut on paper.
  flag: 150,
};
export const USUAL_WIDTH = 13;

export const SETTINGS = { row: 3, column: 0 } as const;
export const TIERS = { row: 3, column: 9 } as const;
/** Blocks of lines: where their labels begin, and how many columns these have before the figures. Each is on one page. */
export const BUDGET = { column: 10, wide: 4 } as const;
export const CHECKS = { column: 10, wide: 4 } as const;
export const CAPACITY = { column: 0, wide: 3 } as const;
/** What stands above the seats is one page wide: up to the figures of budget and checks. */
export const TOP_COLUMNS = BUDGET.column + BUDGET.wide + 1;
/** Room for tiers that are typed below the last one. */
export const SPARE_TIERS = 3;
/** How many seats with a flag are told above the table. */
export const EXCEPTIONS = 6;

/** Lines of the block that sets capacity against the plan. */
const CAPACITY_LINES = 8;

/** Rows of the blocks below the settings, whatever the number of tiers. */
export function rowsOf(tiers: number) {
  const costs = Math.max(SETTINGS.row + PAY_SETTINGS.length, TIERS.row + tiers + SPARE_TIERS) + 3;
  const exceptions = costs + 1 + ATTAINMENTS.length + 2 + 2;
  const capacity = exceptions + 1 + EXCEPTIONS + 1 + 2;
  return { costs, exceptions, capacity, seats: capacity + 1 + CAPACITY_LINES + 3 };
}
