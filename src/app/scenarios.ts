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
export const MOST_SCENARIOS = 12;
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

/** Scenarios in the order in which they were saved. @throws Failure `damagedScenarios` where they cannot be read */
export async function readScenarios(workbook: WorkbookPort): Promise<readonly Scenario[]> {
  const stored = await workbook.load(SCENARIOS_KEY);
  if (stored === undefined) return [];
  const parsed = v.safeParse(v.array(ScenarioSchema), stored);
  if (!parsed.success) throw new Failure('damagedScenarios');
  return parsed.output;
}

export const writeScenarios = (workbook: WorkbookPort, scenarios: readonly Scenario[]): Promise<void> =>
  workbook.save(SCENARIOS_KEY, scenarios);

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
