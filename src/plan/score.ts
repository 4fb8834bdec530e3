import * as v from 'valibot';
import type { AccountField } from './fields';

/**
 * What an account is scored by: the factors there are, of what kind each is, and what it weighs until somebody says
 * otherwise. Points go from 0 to 1; the score is their weighted mean over the factors that have data, times 100.
 */
export type FactorKind = 'number' | 'date' | 'list' | 'product';

interface FactorDefault {
  readonly field: AccountField;
  readonly kind: FactorKind;
  readonly weight: number;
  /** A number below 0 says something. */
  readonly signed?: true;
}

const FACTORS = {
  potential: { field: 'potential', kind: 'number', weight: 20 },
  propensity: { field: 'icpScore', kind: 'number', weight: 15, signed: true },
  growth: { field: 'growth', kind: 'number', weight: 10, signed: true },
  employees: { field: 'employees', kind: 'number', weight: 10 },
  annualRevenue: { field: 'annualRevenue', kind: 'number', weight: 5 },
  grossMargin: { field: 'grossMargin', kind: 'number', weight: 10, signed: true },
  activities: { field: 'activities', kind: 'number', weight: 10 },
  lastActivity: { field: 'lastActivity', kind: 'date', weight: 10 },
  openPipeline: { field: 'openPipeline', kind: 'number', weight: 5 },
  wonDeals: { field: 'wonDeals', kind: 'number', weight: 5 },
  satisfaction: { field: 'satisfaction', kind: 'number', weight: 5, signed: true },
  churnRisk: { field: 'churnRisk', kind: 'list', weight: 10 },
  industry: { field: 'industry', kind: 'list', weight: 15 },
  decisionMaker: { field: 'decisionMaker', kind: 'list', weight: 10 },
  leadSource: { field: 'leadSource', kind: 'list', weight: 5 },
  competitor: { field: 'competitor', kind: 'list', weight: 5 },
  productLine: { field: 'productLine', kind: 'list', weight: 5 },
  complement: { field: 'productLine', kind: 'product', weight: 5 },
  type: { field: 'type', kind: 'list', weight: 0 },
  country: { field: 'country', kind: 'list', weight: 0 },
} as const satisfies Record<string, FactorDefault>;

export type FactorId = keyof typeof FACTORS;
export const FACTOR_IDS = Object.keys(FACTORS) as readonly FactorId[];
export const factorDefault = (id: FactorId): FactorDefault => FACTORS[id];

/** With more accounts than this the columns hold values, made anew when the sheet is written. */
export const MOST_LIVE = 20_000;
/** Days after which a date is worth half. */
export const USUAL_HALF_LIFE = 90;
/** Points of a value of which nothing is known. */
export const NEUTRAL = 0.5;
export const MOST_TIERS = 12;

const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const finite = v.pipe(v.number(), v.finite());
const day = v.pipe(v.number(), v.minValue(1), v.maxValue(2_958_465));
const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));

const byFactor = <Entry extends v.GenericSchema>(entry: Entry) =>
  v.record(
    v.pipe(
      v.string(),
      v.check((id) => Object.hasOwn(FACTORS, id), 'unknownFactor'),
    ),
    entry,
  );

const factor = v.strictObject({
  weight: v.optional(notNegative),
  /** What gets no points, and what gets all of them; the other way about, less is better. */
  low: v.optional(finite),
  high: v.optional(finite),
  halfLife: v.optional(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  /** Points of values that are not in the list. */
  other: v.optional(part),
  product: v.optional(v.union([v.string(), v.number()])),
});

/** A value of a list; without points it says nothing. */
const valuePoints = v.strictObject({
  value: v.union([v.string(), v.number(), v.boolean()]),
  points: v.optional(part),
});

const tier = v.strictObject({
  name: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.minLength(1), v.maxLength(40)),
  from: finite,
});

/** What may be set of scores; everything has a default from the list at hand. */
export const ScoreSettingsSchema = v.strictObject({
  /** The day on which dates are looked at; absent: the day on which the sheet is written. */
  asAt: v.optional(day),
  factors: v.optional(byFactor(factor), {}),
  points: v.optional(byFactor(v.array(valuePoints)), {}),
  tiers: v.optional(v.pipe(v.array(tier), v.minLength(1, 'tiersNone'), v.maxLength(MOST_TIERS))),
});

export type ScoreSettings = v.InferOutput<typeof ScoreSettingsSchema>;
export type Tier = v.InferOutput<typeof tier>;
export const USUAL_SCORE: ScoreSettings = v.parse(ScoreSettingsSchema, {});
