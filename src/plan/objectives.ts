import * as v from 'valibot';

const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));

/** What a territory is to reach in the year, where nobody says otherwise. */
export const ObjectivesSettingsSchema = v.strictObject({
  /** Open pipeline to have, in quotas. */
  pipeline: v.optional(notNegative, 3),
  /** Part of the ARR to keep. */
  retained: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(2)), 0.9),
  /** Calls a year on an account of the best tier; absent: as Workload has them. */
  calls: v.optional(notNegative),
  /** Days that the list's count of activities goes back; absent: as its header says, else a year. */
  days: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(3660))),
});

export type ObjectivesSettings = v.InferOutput<typeof ObjectivesSettingsSchema>;
export const USUAL_OBJECTIVES: ObjectivesSettings = v.parse(ObjectivesSettingsSchema, {});

/** The settings that stand one a row. */
export const OBJECTIVES_SETTINGS = [
  'pipeline',
  'retained',
  'calls',
  'days',
] as const satisfies readonly (keyof ObjectivesSettings)[];
export type ObjectivesSetting = (typeof OBJECTIVES_SETTINGS)[number];
