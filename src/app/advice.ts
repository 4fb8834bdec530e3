import { compile } from '../carve/compile';
import type { Move } from '../engine';
import type { Problem } from '../engine/problem';
import { isInBand } from '../plan/band';
import { keyOf } from './account-at';
import { repairedInBooks, roomOf } from './books';
import { carveInput } from './carve-input';
import type { LastEdit } from './last-edit';
import { touchedBy, type AccountMove } from './moves';
import type { SolverPort } from './ports';
import type { StandingPlan } from './standing-plan';
import type { Understanding } from './understanding/understand';

/** Moves that would help, to be carried out together. */
export interface Suggestion {
  /** Names the moves by what their accounts are known by, so that what was read is what is done. */
  readonly key: string;
  readonly moves: readonly AccountMove[];
  /** How much farther the accounts are from their centres then, km; negative: nearer. */
  readonly extraKm: number;
}

/** What could be done about the last move by hand. */
export interface Advice {
  readonly edit: LastEdit;
  readonly standing: StandingPlan;
  /** The fewest moves back into the tolerances; absent where all is within, or nothing brings it nearer. */
  readonly repair?: Suggestion;
  /** Single moves and exchanges at the ends of the last move, best first. */
  readonly helps: readonly Suggestion[];
}

/** What can be said of one account, and done with it. */
export interface AccountAdvice {
  readonly account: number;
  readonly standing: StandingPlan;
  /** Where else it may go, best first. */
  readonly own: readonly Suggestion[];
  /** Where a locked one would go if it were free, and how much nearer it would be, km; absent for one that is free. */
  readonly lock?: { readonly best: number; readonly km: number };
}

const MOST_HELPS = 2;
const MOST_PLACES = 3;

/** The team has one seat for each territory of the plan that stands: else there is no telling who is who. */
export const isToldBySeats = (
  { choices: { seats, blocked } }: Pick<Understanding, 'choices'>,
  { record }: StandingPlan,
): boolean => blocked === undefined && seats.length === record.territories.length;

/**
 * The plan that stands as the engine knows it, by the settings in force.
 * @returns undefined where the team cannot tell whose each territory is
 */
export const problemOf = (
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  standing: StandingPlan,
): Problem | undefined =>
  isToldBySeats(understanding, standing) ? compile(carveInput(understanding)) : undefined;

export async function adviseOn(
  edit: LastEdit,
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  standing: StandingPlan,
  solver: SolverPort,
  signal: AbortSignal,
): Promise<Advice> {
  const problem = problemOf(understanding, standing);
  if (problem === undefined) return { edit, standing, helps: [] };
  const { assignment, metrics } = standing;
  const isOut = metrics.some(({ spec, load, target }) =>
    load.some((value, j) => !isInBand(value, target[j] ?? 0, spec.tolerance)),
  );
  const territories = touchedBy(edit.moved);
  const { repaired: first, moves } = await solver.counsel(
    problem,
    assignment,
    { territories, repair: isOut },
    signal,
  );
  const repaired =
    first &&
    (await repairedInBooks(problem, assignment, roomOf(carveInput(understanding)), async (now) =>
      now === problem
        ? first
        : (await solver.counsel(now, assignment, { territories: [], repair: true }, signal)).repaired,
    ));
  const repair = repaired && suggestion(understanding, movesBetween(assignment, repaired), NaN);
  return {
    edit,
    standing,
    ...(repair === undefined || repair.moves.length === 0 ? {} : { repair }),
    helps: moves.slice(0, MOST_HELPS).map((move) => suggestionOf(understanding, move)),
  };
}

export async function adviseOnAccount(
  account: number,
  understanding: Pick<Understanding, 'settings' | 'list' | 'choices'>,
  standing: StandingPlan,
  solver: SolverPort,
  signal: AbortSignal,
): Promise<AccountAdvice> {
  const problem = problemOf(understanding, standing);
  if (problem === undefined) return { account, standing, own: [] };
  const question = { territories: [], repair: false, account };
  const { own, lock } = await solver.counsel(problem, standing.assignment, question, signal);
  return {
    account,
    standing,
    own: own.slice(0, MOST_PLACES).map((move) => suggestionOf(understanding, move)),
    ...(lock === undefined ? {} : { lock }),
  };
}

export const movesBetween = (from: Int32Array, to: Int32Array): AccountMove[] =>
  [...from].flatMap((was, account) => {
    const is = to[account] ?? -1;
    return is === was ? [] : [{ account, from: was, to: is }];
  });

const suggestionOf = (
  understanding: Pick<Understanding, 'list'>,
  { accounts, back, from, to, extraKm }: Move,
): Suggestion =>
  suggestion(
    understanding,
    [
      ...accounts.map((account) => ({ account, from, to })),
      ...back.map((account) => ({ account, from: to, to: from })),
    ],
    extraKm,
  );

export function suggestion(
  { list }: Pick<Understanding, 'list'>,
  moves: readonly AccountMove[],
  extraKm: number,
): Suggestion {
  const known = ({ account, from, to }: AccountMove) => [keyOf(list, account), from, to];
  return { key: JSON.stringify(moves.map(known)), moves, extraKm };
}
