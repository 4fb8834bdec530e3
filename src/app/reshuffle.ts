import { reclassed } from '../carve/reclass';
import type { Problem } from '../engine/problem';
import { movesBetween, problemOf } from './advice';
import { repairedInBooks, roomOf } from './books';
import { carveInput } from './carve-input';
import type { SolverPort } from './ports';
import { standingAssignment } from './standing-assignment';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** What is asked of the plan that stands, and who answers. */
export interface Asked {
  readonly understanding: Understanding;
  readonly standing: StandingPlan;
  readonly solver: SolverPort;
  readonly signal: AbortSignal;
}

/** Where accounts would go, by account: index of the territory, −1 where none may take one. */
export type Reshuffle = ReadonlyMap<number, number>;

/**
 * How far above its share a territory may go with what it takes from one that is closed: within the tolerances of a design
 * the whole country would take part, and an account in Boston would be looked after from Dallas.
 */
const NEIGHBOURLY = 0.15;

/** A territory that is closed for a while keeps this part of its share: the engine wants something of every one. */
const CLOSED = 1e-6;

/**
 * Territories for accounts that have none, the largest first; each as near as the tolerances allow.
 * @returns undefined where the plan cannot be told by the team as it is
 */
export async function placesFor(accounts: readonly number[], asked: Asked): Promise<Reshuffle | undefined> {
  const problem = problemOf(asked.understanding, asked.standing);
  return problem && placed(accounts, closing(problem, emptyIn(asked.standing)), asked);
}

/**
 * Everything that a territory has, over those around it: the fewest moves that leave it empty. Locks hold accounts
 * to other territories as before; those that held them to this one let go.
 * @returns undefined as above
 */
export async function spreadOf(territory: number, asked: Asked): Promise<Reshuffle | undefined> {
  const problem = problemOf(asked.understanding, asked.standing);
  if (problem === undefined) return undefined;
  const closed = closing(problem, [...emptyIn(asked.standing), territory]);
  const metrics = closed.metrics.map((metric) => ({
    ...metric,
    tolerance: Math.max(metric.tolerance, NEIGHBOURLY),
  }));
  return placed(accountsIn(asked.standing, territory), { ...closed, metrics }, asked);
}

/**
 * The fewest moves that bring the plan back into its tolerances, or nearer to them. What nobody has stays so.
 * @param most part of the accounts that may be elsewhere than they were accepted, 0 … 1
 * @returns undefined as above
 */
export async function backInBand(most: number, asked: Asked): Promise<Reshuffle | undefined> {
  const { understanding, standing, solver, signal } = asked;
  const problem = problemOf(understanding, standing);
  if (problem === undefined) return undefined;
  const { assignment } = standing;
  const open = closing(leavingOut(problem, assignment), emptyIn(standing));
  // What was moved since the last acceptance is part of what may move.
  const capped = {
    ...open,
    current: standingAssignment(understanding, standing.record, 'accepted'),
    cap: { accounts: most, money: 1 },
  };
  const question = { territories: [], repair: true };
  const repaired = await repairedInBooks(
    capped,
    assignment,
    roomOf(carveInput(understanding)),
    async (now) => (await solver.counsel(now, assignment, question, signal)).repaired,
  );
  return new Map(
    movesBetween(assignment, repaired).flatMap(({ account, from, to }) =>
      from < 0 || to < 0 ? [] : [[account, to] as const],
    ),
  );
}

const accountsIn = ({ assignment }: StandingPlan, territory: number): number[] =>
  [...assignment].flatMap((at, account) => (at === territory ? [account] : []));

async function placed(
  accounts: readonly number[],
  problem: Problem,
  { understanding, standing, solver, signal }: Asked,
): Promise<Reshuffle> {
  const size = (i: number): number => understanding.choices.weights[0]?.[i] ?? 0;
  const place = [...accounts].sort((a, b) => size(b) - size(a) || a - b);
  const answer = await solver.counsel(
    problem,
    standing.assignment,
    { territories: [], repair: false, place },
    signal,
  );
  return new Map(accounts.map((account) => [account, answer.placed?.[account] ?? -1]));
}

/** Territories without a single account: somebody left, and nobody has come yet. */
const emptyIn = ({ record, assignment }: StandingPlan): number[] => {
  const held = new Set(assignment);
  return [...record.territories.keys()].filter((j) => !held.has(j));
};

/** The problem with territories that nothing may go to. */
function closing(problem: Problem, territories: readonly number[]): Problem {
  if (territories.length === 0) return problem;
  const closed = new Set(territories);
  return {
    ...problem,
    share: problem.share.map((share, j) => (closed.has(j) ? share * CLOSED : share)),
    eligible: problem.eligible.map((may, n) => (closed.has(n % problem.territories) ? 0 : may)),
    pinned: problem.pinned.map((j) => (closed.has(j) ? -1 : j)),
  };
}

/** The problem with accounts that nobody has as accounts that nobody may have: they are not what it is about. */
export function leavingOut(problem: Problem, assignment: Int32Array): Problem {
  const { classes, territories, eligible } = problem;
  const isNobodys = (i: number) => (assignment[i] ?? -1) < 0;
  if (!assignment.some((_, i) => isNobodys(i))) return problem;
  const open = new Uint8Array((classes + 1) * territories);
  open.set(eligible);
  return {
    ...problem,
    ...reclassed(problem, [...Array.from({ length: classes }, (_, c) => c), -1]),
    classOf: problem.classOf.map((c, i) => (isNobodys(i) ? classes : c)),
    eligible: open,
    family: problem.family.map((id, i) => (isNobodys(i) ? -1 : id)),
    pinned: problem.pinned.map((j, i) => (isNobodys(i) ? -1 : j)),
  };
}
