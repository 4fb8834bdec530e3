import { solveFor, type Solve } from '../carve/aims';
import { fairPools } from '../carve/classes';
import { compile, type CarveInput } from '../carve/compile';
import { centresOf, interpret } from '../carve/interpret';
import { meanKmOf } from '../carve/mean-km';
import type { Design, Progress } from '../engine/problem';
import { isWithin } from '../plan/band';
import type { Notice, PlanResult } from '../plan/design';
import { Failure } from '../plan/failures';
import { sharing } from '../plan/roster';
import { RUN_SCHEMA, type RunRecord } from '../plan/run-record';
import { once } from '../plan/once';
import { resultHash } from './run-hashes';
import { carveInput } from './carve-input';
import { booksOf, withinBooks } from './books';
import { isClosedSeat } from './closed';
import { inputOf } from './input-of';
import type { Clock, SolverPort } from './ports';
import { balanceInForce } from './settings/balance';
import { wordsInForce } from './understanding/seat-words';
import { nameTerritories, territoryOf } from './territories';
import { dateSerial } from './time';
import type { Understanding } from './understanding/understand';
import { VERSION } from './version';
import { whatWasRead } from './what-was-read';

/** A plan and the record that lets anyone repeat it. */
export interface DesignedPlan {
  readonly plan: PlanResult;
  readonly record: RunRecord;
  /** What it was designed from. */
  readonly from: Understanding;
  /** How far it is today, in km: what a plan is told by, over who holds what now. NaN where nobody does, or no place is known. */
  readonly todayKm: () => number;
  /** The plan without an aim, from which those with one are found; undefined where the user has set a cap. */
  readonly asSet?: Design | undefined;
  /** The scenario that it was opened from. */
  readonly scenario?: string;
  /** Which point of the curve between today and equal shares it is, where it is one. */
  readonly point?: number;
  /** What happened in the year, where it is that: the accounts that move are on the log for it. */
  readonly event?: PlanEventDay | undefined;
}

/** What happened, from which day, and the shares of all territories before it, as Balance had them. */
export interface PlanEventDay {
  readonly reason: string;
  readonly effective: string;
  readonly shares: readonly number[];
}

/**
 * Runs the engine on what was understood. Nothing is written. Rejects with the signal's reason on cancel.
 * @param known the plan without an aim (`DesignedPlan.asSet`), where it has been found before
 */
export async function designPlan(
  understanding: Understanding,
  solver: SolverPort,
  clock: Clock,
  onProgress: (progress: Progress) => void = () => undefined,
  signal?: AbortSignal,
  known?: Design,
): Promise<DesignedPlan> {
  const { settings, choices } = understanding;
  if (choices.blocked !== undefined) throw choices.blocked;
  const closed = choices.ids.find((id) => isClosedSeat(understanding, id));
  if (closed !== undefined) throw new Failure('closedSeat', { id: closed });
  const input = carveInput(understanding);
  const solve: Solve = (problem, { from, to }) =>
    solver.design(
      problem,
      (progress) => {
        onProgress({ ...progress, done: from + (to - from) * progress.done });
      },
      signal,
    );
  const { design: answer, asSet } = await solveFor(settings.aim, input, solve, known);
  const books = booksOf(input, dateSerial(clock.now()));
  if (books === undefined) return { ...(await planFrom(understanding, input, answer, clock, signal)), asSet };
  const kept = await withinBooks(
    input,
    answer,
    books,
    async (now) => (await solveFor(settings.aim, now, solve)).design,
    (now, assignment) => describeAssignment(now, assignment, solver, signal ?? NEVER),
  );
  const made = await planFrom(understanding, kept.input, kept.design, clock, signal);
  const named = kept.notices.map(({ params, ...notice }) => ({
    ...notice,
    params: { ...params, territory: made.plan.territories[Number(params['seat'])]?.name ?? '' },
  }));
  return { ...made, plan: { ...made.plan, notices: [...made.plan.notices, ...named] }, asSet };
}

/** Lets a solver that remembers find the plan that is going to be asked for. */
export async function solveAhead(
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  solver: SolverPort,
): Promise<void> {
  const { settings } = understanding;
  await solveFor(settings.aim, carveInput(understanding), (problem) =>
    solver.design(problem, () => undefined),
  );
}

/**
 * Any assignment as if it were a design of the engine's.
 * @param assignment N values: seat, −1 none
 * @param place accounts that have none yet, and are to get one first
 */
export async function describeAssignment(
  input: CarveInput,
  assignment: Int32Array,
  solver: SolverPort,
  signal: AbortSignal,
  place?: readonly number[],
): Promise<Design> {
  const question = { territories: [], repair: false, describe: true, ...(place && { place }) };
  const { described } = await solver.counsel(compile(input), assignment, question, signal);
  if (described === undefined) throw new RangeError('The engine has not described the plan.');
  return described;
}

/** Nobody gives up. */
const NEVER = new AbortController().signal;

/**
 * A plan that somebody else has made, as if it were designed: with its reasons and figures.
 * @param assignment N values: seat, −1 none
 * @param names those that territories keep, by id
 */
export async function describePlan(
  understanding: Understanding,
  assignment: Int32Array,
  names: ReadonlyMap<string, string>,
  solver: SolverPort,
  clock: Clock,
  signal: AbortSignal,
): Promise<DesignedPlan> {
  const input = carveInput(understanding);
  const described = await describeAssignment(input, assignment, solver, signal);
  return planFrom(understanding, input, described, clock, signal, names);
}

/** @param names those that territories keep, by id */
async function planFrom(
  understanding: Understanding,
  input: CarveInput,
  answer: Design,
  clock: Clock,
  signal?: AbortSignal,
  names?: ReadonlyMap<string, string>,
): Promise<DesignedPlan> {
  const { list, choices, lookup } = understanding;
  const { accounts } = list;
  const { seats } = choices;
  const settings = {
    ...understanding.settings,
    territoryNames: { ...Object.fromEntries(names ?? []), ...understanding.settings.territoryNames },
  };
  const today = dateSerial(clock.now());
  const byRegion = fairPools(accounts, sharing(seats), settings)?.byRegion === true;
  const bare = seats.flatMap((rep, j) => {
    const id = choices.ids[j];
    return id === undefined ? [] : [territoryOf(rep, j, id, today, byRegion)];
  });
  const centres = centresOf(accounts.places, answer, seats.length);
  const territories = nameTerritories(bare, answer.assignment, accounts, centres, lookup, settings);
  await breath();
  const result = interpret(input, answer, territories);
  const plan: PlanResult = {
    ...result,
    notices: [...choices.notices, ...outOfBand(result), ...result.notices],
  };
  const record = await recordOf(understanding, plan, clock);
  signal?.throwIfAborted();
  return {
    plan,
    record,
    from: understanding,
    todayKm: once(() => meanKmOf(input, plan.current)),
  };
}

/** Says which tolerance could not be met, and how near the plan came. */
function outOfBand({ metrics, withinTolerance }: PlanResult): Notice[] {
  if (withinTolerance) return [];
  return metrics
    .filter(({ spec, worstDeviation }) => !isWithin(worstDeviation, spec.tolerance))
    .map(({ spec, worstDeviation, floor }) => ({
      code: 'outOfBand',
      severity: 'warning',
      params: {
        metric: spec.id,
        tolerance: spec.tolerance,
        worst: worstDeviation,
        floor: floor > spec.tolerance ? floor : 'none',
      },
    }));
}

/** Lets the pane draw and hear between steps that take a while each over a long list. */
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

async function recordOf(understanding: Understanding, plan: PlanResult, clock: Clock): Promise<RunRecord> {
  await breath();
  const ofInput = inputOf(understanding);
  await breath();
  const ofResult = resultHash(plan);
  await breath();
  const read = whatWasRead(understanding);
  const { settings: said, list, choices } = understanding;
  const { territoryList: _, ...settings } = said;
  const territoryList = wordsInForce(said, choices);
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    schema: RUN_SCHEMA,
    version: VERSION,
    seed: settings.seed,
    inputHash: ofInput,
    resultHash: ofResult,
    read,
    designedAt: clock.now().toISOString(),
    settings: {
      ...settings,
      balance: balanceInForce(
        settings,
        plan.metrics.map(({ spec }) => spec),
      ),
      ...(territoryList === undefined ? {} : { territoryList }),
    },
    metrics: plan.metrics.map(({ spec: { id, tolerance } }) => ({ metric: id, tolerance })),
    accounts: list.accounts.count,
    territories: plan.territories.map(({ id, name, owner, manager, share, capacityHours }, j) => {
      const team = choices.teamSeats[j];
      const seat = team === undefined || team.tbh ? '' : team.name;
      return {
        id,
        name,
        owner,
        ...(seat === owner ? {} : { seat }),
        manager,
        share,
        ...(capacityHours === undefined ? {} : { capacityHours }),
      };
    }),
    figures: {
      placed: plan.placed,
      unassigned: plan.unassigned,
      meanKm: finite(plan.meanKm),
      p90Km: finite(plan.p90Km),
      cost: finite(plan.cost),
      bound: finite(plan.bound),
      gap: finite(plan.gap),
      movedAccounts: plan.moved.accounts,
      movedMoney: plan.moved.money,
      ...Object.fromEntries(
        plan.metrics.map(({ spec, worstDeviation }) => [`worst:${spec.id}`, worstDeviation]),
      ),
    },
  };
}
