import { Failure } from '../plan/failures';
import type { ActionContext } from './action';
import { refuseWithoutAccepted } from './changes';
import { editOrder } from './edit-order';
import type { Asked, Reshuffle } from './reshuffle';

/** What became of a question for moves. */
export interface ProposedMoves {
  /** Accounts that are proposed for a territory now. */
  readonly count: number;
  /** Of those asked about, the ones that may go nowhere. */
  readonly left: number;
}

/**
 * Looks, asks for moves, and writes them into the Territory column: proposed, not accepted.
 * @returns undefined where there is no plan to ask about
 * @throws Failure `noSeats` where the plan cannot be told by the team; `editColumnGone`
 */
export async function propose(
  { workbook, look, state, solver, signal }: ActionContext,
  ask: (asked: Asked) => Promise<Reshuffle | undefined>,
): Promise<ProposedMoves | undefined> {
  const understanding = await look();
  const { standing } = state();
  if (understanding === undefined || standing === undefined) return undefined;
  refuseWithoutAccepted(understanding);
  const moves = await ask({ understanding, standing, solver, signal });
  if (moves === undefined) throw new Failure('noSeats');
  const names = standing.record.territories;
  const words = new Map(
    [...moves].flatMap(([account, to]) => {
      const name = names[to]?.name;
      return name === undefined ? [] : [[account, name] as const];
    }),
  );
  if (words.size > 0)
    await workbook.edit(editOrder(understanding, 'territory', (account) => words.get(account)));
  await look();
  return { count: words.size, left: moves.size - words.size };
}
