import { MOST_GOALS, MOST_RULES } from '../../plan/segments';
import { TEXT_COLUMNS } from '../list-number';
import type { TableColumns } from '../sheet';

/** What may be set, one a row. */
export const SETTINGS_LISTED = ['family', 'deadZone', 'market'] as const;

/** Settings and goals side by side on top; below each other rules, checks, segments, channels, markets. */
export const SETTINGS = { row: 5, column: 0 } as const;
export const GOALS = { row: 5, column: 5 } as const;
export const RULES = { row: GOALS.row + MOST_GOALS + 4, column: 0 } as const;
export const CHECKS = 3;
export const checksRow = (rules: number): number => RULES.row + Math.max(1, rules) + 4;
export const segmentsRow = (rules: number): number => checksRow(rules) + CHECKS + 3;

/** Settings, goals and rules go so far. */
export const LEAST_PRINTED = 13;
/** Columns that the widest table may have: all figures beside their word. */
export const MOST_PRINTED = 21;
/** Beyond what is printed, folded: what settings and rules count as. */
export const COUNTED = { row: 5, column: MOST_PRINTED + 1 } as const;
export const COUNTED_COLUMNS = 50;
/** All accounts, the segments of all rules, those of none. */
export const LISTED = MOST_RULES + 2;
export const TEXTS = { row: 5, column: COUNTED.column + COUNTED_COLUMNS + 1 } as const;
export const WIDTHS = [34, 18, 20, 16, 16, 18, 20, 18, 16, 16, 16, 16, 16, 16, 14, 14, 14, 14, 14, 14, 14, 3];

const FIGURES = {
  accounts: 'balance.accounts',
  part: 'segments.part',
  customers: 'segments.customers',
  won: 'segments.won',
  conversion: 'segments.conversion',
  churned: 'segments.churned',
  risk: 'segments.risk',
  riskMean: 'segments.riskMean',
  average: 'segments.average',
  deal: 'segments.deal',
  potential: 'field.potential',
  arr: 'field.arr',
  penetration: 'segments.penetration',
  growth: 'segments.growth',
  score: 'segments.score',
  needed: 'workload.needed',
  here: 'workload.here',
  travel: 'workload.cost',
  cost: 'segments.cost',
  perPotential: 'quota.pay.perPotential',
} as const;

export const COLUMNS = {
  segmentSettings: { setting: 'plan.setting', value: 'plan.value', meaning: 'plan.meaning' },
  segmentGoals: {
    goal: 'segments.goal',
    measure: 'segments.measure',
    segment: 'plan.segment',
    target: 'segments.target',
    now: 'segments.now',
    verdict: 'segments.verdict',
  },
  segmentRules: {
    segment: 'plan.segment',
    'from:employees': 'segments.from.employees',
    'below:employees': 'segments.below.employees',
    'from:annualRevenue': 'segments.from.annualRevenue',
    'below:annualRevenue': 'segments.below.annualRevenue',
    'from:potential': 'segments.from.potential',
    'below:potential': 'segments.below.potential',
    'is:industry': 'field.industry',
    'is:type': 'field.type',
    'is:country': 'field.country',
    'is:state': 'field.state',
    'is:productLine': 'field.productLine',
    accounts: 'segments.inAll',
  },
  segments: { segment: 'plan.segment', ...FIGURES },
  segmentChannels: { channel: 'field.leadSource', ...FIGURES },
  segmentMarkets: {
    rank: 'segments.rank',
    market: 'segments.market',
    accounts: 'balance.accounts',
    open: 'segments.open',
    rate: 'segments.rate',
    stay: 'segments.stay',
    worth: 'segments.worth',
    score: 'segments.score',
  },
  segmentTexts: TEXT_COLUMNS,
} as const satisfies Record<string, TableColumns>;
