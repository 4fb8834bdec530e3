import * as v from 'valibot';
import type { RowKeys } from '../plan/account-keys';
import { Failure } from '../plan/failures';
import { RunRecordSchema, type RunRecord } from '../plan/run-record';
import { readWhose, rememberWhose, type Whose } from '../plan/whose';
import { bodyRowOf } from './account-at';
import type { WorkbookPort } from './ports';
import type { Understanding } from './understanding/understand';

/** Name under which the workbook keeps them. */
const SCENARIOS_KEY = 'scenarios';
/** The workbook carries each, account by account. */
const MOST_SCENARIOS = 12;
export const LONGEST_NAME = 40;

/** A plan that was saved under a name. */
export interface Scenario {
  readonly name: string;
  /** ISO time. */
  readonly savedAt: string;
  readonly record: RunRecord;
  /** The territory of each account, by its place in the record. */
  readonly whose: Whose;
}

const ScenarioSchema = v.object({
  name: v.string(),
  savedAt: v.string(),
  record: RunRecordSchema,
  whose: v.custom<Whose>((stored) => readWhose(stored) !== undefined),
});

/** What the workbook keeps, and what of it cannot be read: that is left as it is. */
export interface Scenarios {
  /** In the order in which they were saved. */
  readonly scenarios: readonly Scenario[];
  readonly damaged: readonly unknown[];
}

export async function readScenarios(workbook: WorkbookPort): Promise<Scenarios> {
  const stored = await workbook.load(SCENARIOS_KEY);
  const all: readonly unknown[] = stored === undefined ? [] : Array.isArray(stored) ? stored : [stored];
  const parsed = all.map((one) => ({ one, read: v.safeParse(ScenarioSchema, one) }));
  return {
    scenarios: parsed.flatMap(({ read }) => (read.success ? [read.output] : [])),
    damaged: parsed.flatMap(({ one, read }) => (read.success ? [] : [one])),
  };
}

export const writeScenarios = (workbook: WorkbookPort, { scenarios, damaged }: Scenarios): Promise<void> =>
  workbook.save(SCENARIOS_KEY, [...scenarios, ...damaged]);

/** Two names are one whatever their case. */
export const isCalled =
  (name: string) =>
  (one: Scenario): boolean =>
    one.name.toLowerCase() === name.toLowerCase();

/** @throws Failure `scenarioGone` */
export function scenarioCalled(scenarios: readonly Scenario[], name: string): Scenario {
  const found = scenarios.find(isCalled(name));
  if (found === undefined) throw new Failure('scenarioGone', { name });
  return found;
}

/** A plan as it is to be saved. */
export interface Saved {
  readonly record: RunRecord;
  /** N values: index of the territory, −1 none. */
  readonly assignment: Int32Array;
  readonly of: Pick<Understanding, 'list'>;
}

/**
 * With one more.
 * @throws Failure `scenarioNamed`, `scenariosFull`
 */
export function withScenario(
  scenarios: readonly Scenario[],
  name: string,
  { record, assignment, of: { list } }: Saved,
  savedAt: string,
): readonly Scenario[] {
  if (scenarios.some(isCalled(name))) throw new Failure('scenarioNamed', { name });
  const rows = Array.from({ length: list.accounts.count }, (_, i) => bodyRowOf(list, i));
  const whose = rememberWhose(list.rows satisfies RowKeys, rows, assignment);
  if (scenarios.length >= MOST_SCENARIOS || whose === undefined)
    throw new Failure('scenariosFull', { most: MOST_SCENARIOS });
  return [...scenarios, { name, savedAt, record, whose }];
}
