import * as v from 'valibot';
import { comparable, rounded, trimmed } from './score-points';

/**
 * Segments by rules: the first rule that an account meets names its segment. A rule asks for sizes (from, below) and for
 * words (one of several, parted by semicolons); what it leaves blank it does not ask for.
 */
export const SIZE_FIELDS = ['employees', 'annualRevenue', 'potential'] as const;
export type SizeField = (typeof SIZE_FIELDS)[number];
export const WORD_FIELDS = ['industry', 'type', 'country', 'state', 'productLine'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** What markets may be. */
export const MARKET_FIELDS = ['industry', 'state', 'country', 'productLine'] as const;
export type MarketField = (typeof MARKET_FIELDS)[number];

/** What a goal may be measured by, each a column of the table of segments. */
export const GOAL_MEASURES = [
  'accounts',
  'customers',
  'won',
  'conversion',
  'churned',
  'risk',
  'average',
  'potential',
  'arr',
  'penetration',
  'score',
] as const;
export type GoalMeasure = (typeof GOAL_MEASURES)[number];
/** Of these less is better. */
export const LESS_IS_BETTER: ReadonlySet<GoalMeasure> = new Set(['churned', 'risk']);

/** Formulas look at so many rules, and so many goals. */
export const MOST_RULES = 16;
export const MOST_GOALS = 5;

const size = v.optional(v.pipe(v.number(), v.finite(), v.minValue(0)));
const sizes = v.strictObject({ employees: size, annualRevenue: size, potential: size });
const word = v.optional(v.pipe(v.string(), v.maxLength(2000)));
const words = v.strictObject({
  industry: word,
  type: word,
  country: word,
  state: word,
  productLine: word,
});
const label = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(80));

const rule = v.strictObject({
  name: v.pipe(label, v.minLength(1)),
  from: v.optional(sizes, {}),
  below: v.optional(sizes, {}),
  is: v.optional(words, {}),
});

const goal = v.strictObject({
  goal: v.optional(label, ''),
  measure: v.optional(v.picklist(GOAL_MEASURES)),
  /** Absent: of all accounts. */
  segment: v.optional(label, ''),
  target: v.optional(v.pipe(v.number(), v.finite())),
});

export const SegmentsSettingsSchema = v.strictObject({
  /** A family has the segment of its ultimate parent. */
  family: v.optional(v.boolean(), true),
  /** An account stays in its segment while its sizes are within this part of the line. */
  deadZone: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.9)), 0.1),
  /** Absent: what the list has. */
  market: v.optional(v.picklist(MARKET_FIELDS)),
  /** Absent: as the list and the team make it likely. */
  rules: v.optional(v.pipe(v.array(rule), v.maxLength(MOST_RULES))),
  goals: v.optional(v.pipe(v.array(goal), v.maxLength(MOST_GOALS))),
});

export type SegmentsSettings = v.InferOutput<typeof SegmentsSettingsSchema>;
export type SegmentRule = v.InferOutput<typeof rule>;
export type PlanGoal = v.InferOutput<typeof goal>;
export const USUAL_SEGMENTS: SegmentsSettings = v.parse(SegmentsSettingsSchema, {});

/** What rules ask of an account. */
export interface Segmented {
  /** NaN without a number. */
  readonly size: (field: SizeField) => number;
  /** As the cell stands. */
  readonly word: (field: WordField) => string;
}

/** A text of words as formulas compare it: `retail;health`. */
export const wordsAsked = (text: string): string => comparable(text).replaceAll('; ', ';');
const between = (text: string): string => {
  const bare = wordsAsked(text);
  return bare === '' ? '' : `;${bare};`;
};

/**
 * The segment of the first rule that is met; undefined where none is.
 * @param stretch what sizes of the account are divided by
 */
export function segmentBy(
  rules: readonly SegmentRule[],
  { size: sizeOf, word: wordOf }: Segmented,
  stretch = 1,
): string | undefined {
  const isMet = ({ from, below, is }: SegmentRule): boolean =>
    SIZE_FIELDS.every((field) => {
      const [low, high] = [from[field], below[field]];
      if (low === undefined && high === undefined) return true;
      const value = stretch === 1 ? sizeOf(field) : rounded(sizeOf(field) / stretch);
      return value >= (low ?? 0) && (high === undefined || value < high);
    }) &&
    WORD_FIELDS.every((field) => {
      const asked = between(is[field] ?? '');
      if (asked === '') return true;
      const told = between(wordOf(field));
      return told !== '' && asked.includes(told);
    });
  const met = rules.find(isMet);
  return met === undefined ? undefined : trimmed(met.name);
}

/** Two names that formulas take for one. */
const isSameSegment = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * The segment of an account that had one: it stays there while sizes this much smaller, or larger, would put it there.
 * @param before empty for none; @param other what accounts are that meet no rule
 */
export function segmentAfter(
  rules: readonly SegmentRule[],
  account: Segmented,
  before: string,
  deadZone: number,
  other: string,
): string {
  const by = (stretch: number) => segmentBy(rules, account, stretch) ?? other;
  const now = by(1);
  if (before === '' || isSameSegment(before, now)) return now;
  const isNear = isSameSegment(by(1 + deadZone), before) || isSameSegment(by(1 - deadZone), before);
  return isNear ? before : now;
}
