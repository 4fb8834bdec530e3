import type { SourceTable } from '../plan/cells';
import type { PlanResult } from '../plan/design';
import { BESIDE_PLAN, type Settings } from '../plan/settings';
import { sha256From, sha256Hex } from '../plan/sha256';

/** SHA-256 of JSON. Keys keep their order: callers list them, so that the text is always the same. */
export function hashJson(value: unknown): string {
  return sha256Hex(JSON.stringify(value));
}

const BESIDE: ReadonlySet<string> = new Set(BESIDE_PLAN);

/**
 * What was read: the tables' cells without our own columns, and the settings. Plans of one list differ in settings alone:
 * its cells, which take the time, are read once.
 * @returns the hash of the JSON `{ tables, settings }`
 */
export function inputHash(tables: readonly (SourceTable | undefined)[]): (settings: Settings) => string {
  const read = tables.map((table) =>
    table === undefined ? null : { headers: table.headers, columns: table.columns },
  );
  const hashOf = sha256From(`{"tables":${JSON.stringify(read)},"settings":`);
  return (settings) => {
    const carving = Object.fromEntries(Object.entries(settings).filter(([key]) => !BESIDE.has(key)));
    return hashOf(`${JSON.stringify(carving)}}`);
  };
}

/** What was decided: assignment, reasons and figures of a plan. No times, no words. */
export function resultHash(plan: PlanResult): string {
  return hashJson({
    territories: plan.territories.map(({ id, name, owner }) => [id, name, owner]),
    assignment: Array.from(plan.assignment),
    reasons: Array.from(plan.assignment, (_, i) => plan.reason(i)),
    metrics: plan.metrics.map(({ spec, load, target, worstDeviation, cv }) => [
      spec.id,
      spec.tolerance,
      Array.from(load),
      Array.from(target),
      worstDeviation,
      cv,
    ]),
    figures: [
      plan.meanKm,
      plan.p90Km,
      plan.cost,
      plan.bound,
      plan.gap,
      plan.moved.accounts,
      plan.moved.money,
    ],
  });
}
