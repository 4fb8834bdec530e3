import * as v from 'valibot';

/**
 * Workload after Talley ("How to Design Sales Territories", 1961): hours = calls a year × (minutes of a call + minutes of
 * travel) ÷ 60, by tier.
 */
const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const tier = v.strictObject({
  name: v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.minLength(1), v.maxLength(80)),
  calls: v.optional(notNegative, 0),
  minutes: v.optional(notNegative, 0),
});

export const MOST_TIERS_LISTED = 24;

export const WorkloadSettingsSchema = v.strictObject({
  /** Working hours of a full seat in a year. */
  hours: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(8784)), 1800),
  /** Part of them spent with customers, and on the way to them. */
  selling: v.optional(part, 0.4),
  travelling: v.optional(part, 0.15),
  /** On the road, in km/h. */
  speed: v.optional(positive, 80),
  /** Calls that one trip there and back serves. */
  callsPerTrip: v.optional(positive, 5),
  /** What a km costs, in the plan's currency. */
  rate: v.optional(notNegative, 0.5),
  /** Load further from 100 % than this is told. */
  tolerance: v.optional(part, 0.1),
  /** Calls and minutes by tier; absent: as usual. */
  tiers: v.optional(v.pipe(v.array(tier), v.maxLength(MOST_TIERS_LISTED))),
});

export type WorkloadSettings = v.InferOutput<typeof WorkloadSettingsSchema>;
export type WorkloadTier = v.InferOutput<typeof tier>;
export const USUAL_WORKLOAD: WorkloadSettings = v.parse(WorkloadSettingsSchema, {});

/** The settings that stand one a row. */
export const WORKLOAD_SETTINGS = [
  'hours',
  'selling',
  'travelling',
  'speed',
  'callsPerTrip',
  'rate',
  'tolerance',
] as const satisfies readonly (keyof WorkloadSettings)[];
export type WorkloadSetting = (typeof WORKLOAD_SETTINGS)[number];

/** Calls a year and minutes of a call where nobody says: the best accounts are seen most. */
const USUAL_TIERS: ReadonlyMap<string, readonly [calls: number, minutes: number]> = new Map([
  ['a', [10, 60]],
  ['b', [5, 45]],
  ['c', [2, 30]],
  ['d', [1, 30]],
]);
const USUAL_OTHERS = [3, 30] as const;

export function usualTier(name: string): WorkloadTier {
  const [calls, minutes] = USUAL_TIERS.get(name.toLowerCase()) ?? USUAL_OTHERS;
  return { name, calls, minutes };
}

/** Hours an account takes in a year, and those of them on the way. @param km from the account to its territory's centre */
export function hoursOf(
  { calls, minutes }: WorkloadTier,
  km: number,
  { callsPerTrip, speed }: Pick<WorkloadSettings, 'callsPerTrip' | 'speed'>,
): { readonly hours: number; readonly travel: number } {
  const round = (x: number) => Math.round(x * 1e6) / 1e6;
  const travel = Number.isNaN(km) ? 0 : round((calls * 2 * km) / callsPerTrip / speed);
  return { travel, hours: round((calls * minutes) / 60 + travel) };
}
