import * as v from 'valibot';

const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));
const days = v.pipe(v.number(), v.minValue(0), v.maxValue(366));

/** What holds of territories that nobody has yet, or whose owner is not there yet. */
export const OpenSettingsSchema = v.strictObject({
  /** As of which day, a 1900 serial; absent: that from which the plan holds, else the day of writing. */
  day: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(2_958_465))),
  /** At most so much of a fair share is looked after besides one's own. */
  cap: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10)), 0.5),
  /** Part of the usual rate that is paid on what closes while somebody covers; it counts in nobody's quota. */
  part: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(5)), 1),
  /** What is paid a month besides. */
  monthly: v.optional(notNegative, 0),
  /** So many days before the start customers are introduced. */
  introduce: v.optional(days, 14),
  /** So many days after it open deals stay with whoever covered. */
  deals: v.optional(days, 60),
  /** Who is to have a territory that is open, by its id. */
  seats: v.optional(
    v.record(v.string(), v.strictObject({ future: v.optional(v.pipe(v.string(), v.maxLength(120))) })),
    {},
  ),
});

export type OpenSettings = v.InferOutput<typeof OpenSettingsSchema>;
export const USUAL_OPEN: OpenSettings = v.parse(OpenSettingsSchema, {});

/** The settings that stand one a row. */
export const OPEN_SETTINGS = [
  'day',
  'cap',
  'part',
  'monthly',
  'introduce',
  'deals',
] as const satisfies readonly (keyof OpenSettings)[];
export type OpenSetting = (typeof OPEN_SETTINGS)[number];
