import { beyondBooks, overfilled, takingNone, type Books, type Room } from '../carve/books';
import type { CarveInput } from '../carve/compile';
import type { Design, Problem } from '../engine/problem';
import { evidenceIn, standingOf } from '../plan/account-standing';
import { foldText } from '../exact/fold-text';
import type { Cell } from '../plan/cells';
import type { Notice, PlanResult } from '../plan/design';
import { metricWeights } from '../plan/metrics';
import type { Rep } from '../plan/roster';

/** So often a plan is made anew with what it cannot hold in the pool; then it is trimmed as it is. */
const MOST_ROUNDS = 2;

/** A plan in which no seat holds more than its book, as far as that can be. */
export interface InBooks {
  readonly input: CarveInput;
  readonly design: Design;
  readonly notices: readonly Notice[];
}

/** What seats can hold, as the team list and the settings have it; undefined where nobody says anything. */
export function roomOf({
  accounts,
  seats,
  settings,
}: Pick<CarveInput, 'accounts' | 'seats' | 'settings'>): Room | undefined {
  const { roles = {}, ...all } = settings.book ?? {};
  const byRole = new Map(Object.entries(roles).map(([role, limit]) => [foldText(role), limit]));
  const limitOf = ({ role = '' }: Rep, of: 'accounts' | 'hours'): number =>
    byRole.get(foldText(role))?.[of] ?? all[of] ?? Infinity;
  const limits = Float64Array.from(seats, (seat) => seat.maxAccounts ?? limitOf(seat, 'accounts'));
  const work = accounts.number.workloadHours;
  const hours = Float64Array.from(seats, (seat) => (work === undefined ? Infinity : limitOf(seat, 'hours')));
  if (limits.every((limit) => limit === Infinity) && hours.every((limit) => limit === Infinity))
    return undefined;
  return { accounts: limits, hours, work: plain(work ?? [], accounts.count) };
}

const plain = (column: ArrayLike<number>, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => Math.max(0, column[i] || 0));

/**
 * A plan brought back into its tolerances, in which no seat comes to hold more than its book, nor one that does already
 * still more.
 * @param ask N seats of the plan of a problem brought back
 */
export async function repairedInBooks(
  problem: Problem,
  assignment: Int32Array,
  room: Room | undefined,
  ask: (problem: Problem) => Promise<Int32Array | undefined>,
): Promise<Int32Array> {
  const full = new Set<number>();
  for (;;) {
    const next = (await ask(takingNone(problem, assignment, full))) ?? assignment;
    const over = room === undefined ? [] : overfilled(next, assignment, room);
    if (over.every((j) => full.has(j))) return next;
    for (const j of over) full.add(j);
  }
}

/** What seats can hold, and who would go; undefined where nobody says anything. @param today 1900 serial */
export function booksOf(input: CarveInput, today: number): Books | undefined {
  const { accounts, metrics, locks, settings } = input;
  const room = roomOf(input);
  if (room === undefined) return undefined;
  const evidence = evidenceIn(accounts, today);
  const { icpScore, potential } = accounts.number;
  const [first] = metrics;
  const value = first === undefined ? new Float64Array(accounts.count) : metricWeights(accounts, first);
  return {
    ...room,
    score: plain(icpScore ?? potential ?? value, accounts.count),
    free: Uint8Array.from({ length: accounts.count }, (_, i) => {
      const isLocked = (locks.seat[i] ?? -1) >= 0;
      // A place is no reason to be in a book: what waits in the pool has no territory there.
      const isFamily =
        settings.keepFamilies && settings.unit === undefined && (accounts.family[i] ?? -1) >= 0;
      const isCustomer = evidence !== undefined && standingOf(accounts, evidence, i) === 'customer';
      return isLocked || isFamily || isCustomer ? 0 : 1;
    }),
  };
}

/**
 * Prospects with the lowest scores go to the pool until every seat's book is kept: then the rest is shared out anew.
 * @param again a plan for what is left; @param told a plan as it is, with its figures
 */
export async function withinBooks(
  input: CarveInput,
  design: Design,
  books: Books,
  again: (input: CarveInput) => Promise<Design>,
  told: (input: CarveInput, assignment: Int32Array) => Promise<Design>,
): Promise<InBooks> {
  const pooled = new Set<number>();
  let now = { input, design };
  for (let round = 0; ; round++) {
    const { accounts, seats } = beyondBooks(now.design.assignment, books);
    for (const i of accounts) pooled.add(i);
    const notices = seats.map((j): Notice => {
      const held = now.design.assignment.filter((at, i) => at === j && !pooled.has(i)).length;
      const limit = books.accounts[j] ?? Infinity;
      return {
        code: 'bookLimit',
        severity: 'warning',
        params: { seat: j, accounts: held, limit: Number.isFinite(limit) ? limit : 'none' },
      };
    });
    if (accounts.length === 0) return { ...now, notices };
    const next = { ...input, pooled: ranked(pooled, books.score) };
    if (round === MOST_ROUNDS) {
      const assignment = now.design.assignment.map((j, i) => (pooled.has(i) ? -1 : j));
      return { input: next, design: await told(next, assignment), notices };
    }
    now = { input: next, design: await again(next) };
  }
}

/** What stands in the pool's column: the rank of an account beyond a book, a word for house accounts; undefined where nobody is there. */
export function poolOf(
  { assignment, reason }: Pick<PlanResult, 'assignment' | 'reason'>,
  house: string,
): ((account: number) => Cell) | undefined {
  const cells = new Map<number, Cell>();
  assignment.forEach((j, i) => {
    if (j >= 0) return;
    const why = reason(i);
    const by = why.code === 'ineligible' ? why.by : undefined;
    if (by?.rule === 'book') cells.set(i, by.params['rank'] ?? '');
    if (by?.rule === 'coverage' && by.params['model'] === 'pool') cells.set(i, house);
  });
  return cells.size === 0 ? undefined : (account) => cells.get(account) ?? '';
}

/** N values: from 1 the first to come back, the one with the highest score; 0 for all others. */
function ranked(pooled: ReadonlySet<number>, score: Float64Array): Int32Array {
  const rank = new Int32Array(score.length);
  [...pooled].sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b).forEach((i, n) => (rank[i] = n + 1));
  return rank;
}
