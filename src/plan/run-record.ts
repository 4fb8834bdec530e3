import * as v from 'valibot';
import { defaultTolerance, metricFields, type MetricSpec } from './metrics';
import { SettingsSchema } from './settings';

export const RUN_SCHEMA = 1;

/** What stands in the workbook with a plan, so that anyone can re-run and verify it. */
export const RunRecordSchema = v.object({
  schema: v.literal(RUN_SCHEMA),
  version: v.string(),
  seed: v.number(),
  /** SHA-256 of what was read, and of what was decided (assignment, reasons, figures; no times). */
  inputHash: v.string(),
  resultHash: v.string(),
  /**
   * What was read, column by column, to tell later what has changed; and whether an earlier plan of ours was part of it,
   * which nobody can read any more once this one stands. Early records say nothing of it.
   */
  read: v.optional(
    v.object({
      accounts: v.record(v.string(), v.string()),
      team: v.record(v.string(), v.string()),
      onPlan: v.boolean(),
    }),
  ),
  /** ISO time of the design. */
  designedAt: v.string(),
  /** A tolerance stands in them only where somebody set one; what was used for each metric is in `metrics`. */
  settings: SettingsSchema,
  metrics: v.optional(v.array(v.object({ metric: v.string(), tolerance: v.number() })), []),
  accounts: v.number(),
  /**
   * In the order of the seats; `owner` is blank for an open seat. `seat` is whose seat it is by the team list where
   * the user has put somebody else in it. What earlier versions did not keep is absent.
   */
  territories: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      owner: v.optional(v.string()),
      seat: v.optional(v.string()),
      manager: v.optional(v.string()),
      share: v.optional(v.number()),
      capacityHours: v.optional(v.number()),
    }),
  ),
  figures: v.record(v.string(), v.nullable(v.number())),
  /** Blue cells of sheets that are written when asked for, as they were written. */
  inputs: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
});
export type RunRecord = v.InferOutput<typeof RunRecordSchema>;

/** A record as it was stored; undefined if there is none or if it is none that we can read. */
export function readRecord(stored: unknown): RunRecord | undefined {
  const parsed = v.safeParse(RunRecordSchema, stored);
  return parsed.success ? parsed.output : undefined;
}

/** What was balanced, as it is known today. */
export const metricSpecs = (record: RunRecord): MetricSpec[] =>
  metricsOf(record).flatMap(({ metric: id, tolerance }) => {
    const fields = metricFields(id);
    return fields === undefined ? [] : [{ id, fields, tolerance }];
  });

/** What was balanced and how closely. Records of earlier versions have it in their settings. */
export const metricsOf = ({
  metrics,
  settings,
}: RunRecord): readonly { metric: string; tolerance: number }[] =>
  metrics.length > 0
    ? metrics
    : settings.balance.map(({ metric, tolerance }) => ({
        metric,
        tolerance: tolerance ?? defaultTolerance(metricFields(metric) ?? []),
      }));
