import { rulesOf } from '../carve/classes';
import type { PlanResult } from '../plan/design';
import { Failure } from '../plan/failures';
import { metricsOf, type RunRecord } from '../plan/run-record';
import { admitsTo } from '../plan/rules/rule';
import type { Settings } from '../plan/settings';
import { recallSeats, UNKNOWN } from '../plan/whose';
import { bodyRowOf } from './account-at';
import type { ActionContext } from './action';
import { designFor } from './design-for';
import { carveInput } from './carve-input';
import { describeAssignment, type DesignedPlan } from './design';
import { inputOf } from './input-of';
import { resultHash } from './run-hashes';
import type { Scenario } from './scenarios';
import type { Said } from './settings/said';
import type { Understanding } from './understanding/understand';
import { notToBeRun } from './what-was-read';

/** Settings that make a plan what it is; all others are of the workbook, whichever of its plans is looked at. */
export const OF_PLAN = [
  'balance',
  'territories',
  'seed',
  'aim',
  'effort',
  'continuity',
  'evenness',
  'cap',
  'moveWeights',
  'stay',
  'book',
  'keepFamilies',
  'unit',
  'connected',
  'alike',
  'bySegment',
  'byRegion',
  'bySkill',
  'namedSeats',
  'sharedSeats',
] as const satisfies readonly (keyof Settings)[];

/** What is said by opening a scenario: what it does not speak of goes back to what is usual. */
export const wordsOf = ({ record }: Scenario): Said => {
  const own = pick(record);
  return Object.fromEntries(OF_PLAN.map((key) => [key, own[key] ?? null]));
};

/** The settings in force, and those of a scenario over them. */
export function settingsWith(settings: Settings, { record }: Scenario): Settings {
  const kept = Object.fromEntries(
    Object.entries(settings).filter(([key]) => !(OF_PLAN as readonly string[]).includes(key)),
  );
  return { ...kept, ...pick(record) } as Settings;
}

/** What was balanced is said with its tolerances, whether somebody had set them or not. */
const pick = (record: RunRecord): Partial<Settings> =>
  Object.fromEntries(
    OF_PLAN.flatMap((key) => {
      const value = key === 'balance' ? [...metricsOf(record)] : record.settings[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );

/** @throws Failure as `recallScenario` does, where the plan of a scenario cannot be any more */
export function refuseScenario(
  { name, record }: Pick<Scenario, 'name' | 'record'>,
  { choices }: Pick<Understanding, 'choices'>,
): void {
  if (choices.blocked !== undefined) throw choices.blocked;
  const [then, now] = [record.territories.length, choices.seats.length];
  if (then !== now) throw new Failure('scenarioSeats', { name, then, now });
}

export interface Recalled {
  readonly designed: DesignedPlan;
  /** Accounts that came since, are not to be told any more, or may not be where they were. */
  readonly came: number;
  /** Whose territory is somebody else's now: names of then and now, blank for an open seat. */
  readonly handed: readonly { readonly then: string; readonly now: string }[];
}

/**
 * The plan of a scenario over the accounts as they stand: each where it was, if it may be there; all others where the engine
 * puts them beside these.
 * @param now what is understood under the scenario's settings
 * @throws Failure `scenarioSeats` where there would be another number of territories; what blocks any plan
 */
export async function recallScenario(
  { name, record, whose }: Scenario,
  now: Understanding,
  ports: Pick<ActionContext, 'solver' | 'clock' | 'signal'>,
): Promise<Recalled> {
  const { list, choices, settings } = now;
  refuseScenario({ name, record }, now);
  const seatOf = seatsOf(record, now);
  const rows = Array.from({ length: list.accounts.count }, (_, i) => bodyRowOf(list, i));
  const then = recallSeats(whose, list.rows, rows);
  const { locks } = choices;
  const isLocked = (i: number) => (locks.seat[i] ?? -1) >= 0;
  const { eligibility } = rulesOf(carveInput(now));
  const isRecalled = (i: number) => {
    const j = seatOf[then[i] ?? -1] ?? -1;
    return (
      then[i] !== UNKNOWN && !isLocked(i) && (j < 0 || eligibility.every((rule) => admitsTo(rule, i, j)))
    );
  };
  const assignment = then.map((was, i) =>
    isLocked(i) ? (locks.seat[i] ?? -1) : isRecalled(i) ? (seatOf[was] ?? -1) : -1,
  );
  const came = Array.from(then.keys()).filter((i) => !isRecalled(i) && !isLocked(i));
  // Where each was it stays: neither a limit on moves nor an aim has anything to say to it.
  const { cap: _, ...free } = settings;
  const under = { ...now, settings: free };
  const { solver, signal } = ports;
  const design = await describeAssignment(carveInput(under), assignment, solver, signal, came);
  const { plan: found, record: made, todayKm } = await designFor('set', under, ports, undefined, design);
  const plan: PlanResult = {
    ...found,
    reason: (i) => (isRecalled(i) ? { code: 'scenario', name } : found.reason(i)),
  };
  return {
    came: came.length,
    handed: record.territories.flatMap(({ owner = '' }, k) => {
      const { name = '', tbh = true } = choices.seats[seatOf[k] ?? -1] ?? {};
      const holder = tbh ? '' : name;
      return owner.toLowerCase() === holder.toLowerCase() ? [] : [{ then: owner, now: holder }];
    }),
    designed: {
      plan,
      record: notToBeRun({
        ...made,
        inputHash: inputOf(now),
        resultHash: resultHash(plan),
        settings: { ...made.settings, ...pick(record) },
      }),
      from: now,
      todayKm,
      scenario: name,
    },
  };
}

/** Which seat of now each territory of a scenario is: that of its owner, as far as he has one; the others in turn. */
function seatsOf(
  { territories }: RunRecord,
  { choices: { seats } }: Pick<Understanding, 'choices'>,
): Int32Array {
  const free = new Set(seats.map((_, j) => j));
  const found = new Int32Array(territories.length).fill(-1);
  territories.forEach(({ owner = '' }, k) => {
    const j = seats.findIndex(
      ({ name, tbh }, at) =>
        owner !== '' && free.has(at) && !tbh && name.toLowerCase() === owner.toLowerCase(),
    );
    if (j < 0) return;
    found[k] = j;
    free.delete(j);
  });
  const left = [...free];
  return found.map((j) => (j >= 0 ? j : (left.shift() ?? -1)));
}
