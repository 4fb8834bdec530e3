import { loadsOf } from '../problem/figures';
import type { Problem } from '../problem/contract';
import { Standing } from './standing';

/** What one move would do. Indices are load ÷ target, per metric of the problem. */
export interface Move {
  /** The accounts that move: one, or a family. */
  readonly accounts: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Accounts that come back in exchange, empty for a plain move. */
  readonly back: readonly number[];
  readonly fromIndex: { readonly before: Float64Array; readonly after: Float64Array };
  readonly toIndex: { readonly before: Float64Array; readonly after: Float64Array };
  /** Change of the summed distance to the centres, in coordinates (km; chord on the sphere). */
  readonly extraKm: number;
  /** Fall of the squared deviations of both territories, in tolerances: higher is better. */
  readonly gain: number;
}

const BEST = 3;
/** Candidates for exchanges on either side. */
const EXCHANGES = 60;
/** A spacing of extra distance weighs as much as this gain. */
const DISTANCE = 0.5;

/**
 * The three moves or exchanges that help a territory most: towards its targets on all metrics without harming
 * the other side more, near ones before far ones. Rules are kept; pinned accounts stay.
 * @returns up to three, best first; no account in two of them
 * @throws EngineError if the problem or the assignment breaks its contract
 */
export function bestMoves(problem: Problem, assignment: ArrayLike<number>, territory: number): Move[] {
  return bestMovesOf(new Standing(problem, assignment), territory);
}

/**
 * What an account, or the family that it leads or belongs to, could do instead: a move to each territory that its rules
 * leave to it, the best first by the same measure.
 * @returns none for one that is pinned or has no territory
 */
export function ownMovesOf(standing: Standing, account: number): Move[] {
  const { binding, assignment, k } = standing;
  const head = binding.heads.find((lead) => standing.members(lead).includes(account));
  const from = assignment[account] ?? -1;
  if (head === undefined || from < 0 || assignment[head] !== from) return [];
  return Array.from({ length: k }, (_, j) => j)
    .filter((j) => j !== from && standing.allowed(head, j))
    .map((j) => ({ j, score: scoreOf(standing, head, from, j, -1) }))
    .sort((a, b) => b.score - a.score || a.j - b.j)
    .map(({ j }) => moveOf(standing, head, j, -1));
}

/** As `bestMoves`, on a standing plan. */
export function bestMovesOf(standing: Standing, territory: number): Move[] {
  const { binding, assignment, k } = standing;
  interface Candidate {
    readonly head: number;
    readonly to: number;
    readonly back: number;
    readonly score: number;
  }
  const candidates: Candidate[] = [];
  const outs: { head: number; to: number; score: number }[] = [];
  const ins: { head: number; from: number; score: number }[] = [];
  for (const head of binding.heads) {
    const own = assignment[head]!;
    if (own === territory) {
      for (let j = 0; j < k; j++) {
        if (j === own || !standing.allowed(head, j)) continue;
        const score = scoreOf(standing, head, own, j, -1);
        outs.push({ head, to: j, score });
      }
    } else if (own >= 0 && standing.allowed(head, territory)) {
      ins.push({ head, from: own, score: scoreOf(standing, head, own, territory, -1) });
    }
  }
  outs.sort((a, b) => b.score - a.score || a.head - b.head || a.to - b.to);
  ins.sort((a, b) => b.score - a.score || a.head - b.head);
  for (const { head, to, score } of outs.slice(0, EXCHANGES)) candidates.push({ head, to, back: -1, score });
  for (const { head, score } of ins.slice(0, EXCHANGES))
    candidates.push({ head, to: territory, back: -1, score });
  for (const out of outs.slice(0, EXCHANGES)) {
    for (const into of ins.slice(0, EXCHANGES)) {
      if (into.from !== out.to) continue;
      const score = scoreOf(standing, out.head, territory, out.to, into.head);
      candidates.push({ head: out.head, to: out.to, back: into.head, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.head - b.head || a.to - b.to || a.back - b.back);
  const chosen: Move[] = [];
  const seen = new Set<number>();
  for (const { head, to, back, score } of candidates) {
    if (chosen.length === BEST || !(score > 0)) break;
    if (seen.has(head) || (back >= 0 && seen.has(back))) continue;
    seen.add(head);
    if (back >= 0) seen.add(back);
    chosen.push(moveOf(standing, head, to, back));
  }
  return chosen;
}

/** Squared deviation of a territory over all metrics, each in units of its tolerance (1 % where that is 0). */
function strain(standing: Standing, j: number, more: (m: number) => number): number {
  const { target, band } = standing.measures;
  let sum = 0;
  for (let m = 0; m < standing.metrics; m++) {
    const at = j * standing.metrics + m;
    const off = (standing.load[at]! + more(m) - target[at]!) / Math.max(band[at]!, 0.01 * target[at]!);
    sum += off * off;
  }
  return sum;
}

function gainOf(standing: Standing, head: number, from: number, to: number, back: number): number {
  const shift = (m: number) => standing.weight(head, m) - (back >= 0 ? standing.weight(back, m) : 0);
  const none = () => 0;
  return (
    strain(standing, from, none) +
    strain(standing, to, none) -
    strain(standing, from, (m) => -shift(m)) -
    strain(standing, to, shift)
  );
}

function extraOf(standing: Standing, head: number, from: number, to: number): number {
  let extra = 0;
  for (const i of standing.members(head)) {
    const more = standing.distance(i, to) - standing.distance(i, from);
    if (more === more) extra += more;
  }
  return extra;
}

function scoreOf(standing: Standing, head: number, from: number, to: number, back: number): number {
  const extra = extraOf(standing, head, from, to) + (back >= 0 ? extraOf(standing, back, to, from) : 0);
  return gainOf(standing, head, from, to, back) - DISTANCE * Math.max(0, extra / standing.spacing);
}

function moveOf(standing: Standing, head: number, to: number, back: number): Move {
  const { problem } = standing;
  const from = standing.assignment[head]!;
  const accounts = standing.members(head);
  const returned = back >= 0 ? standing.members(back) : [];
  const before = indices(problem, standing.assignment);
  const moved = standing.assignment.slice();
  for (const i of accounts) moved[i] = to;
  for (const i of returned) moved[i] = from;
  const after = indices(problem, moved);
  return {
    accounts,
    from,
    to,
    back: returned,
    fromIndex: { before: before(from), after: after(from) },
    toIndex: { before: before(to), after: after(to) },
    extraKm: extraOf(standing, head, from, to) + (back >= 0 ? extraOf(standing, back, to, from) : 0),
    gain: gainOf(standing, head, from, to, back),
  };
}

/** Indices of a territory on every metric of the problem. */
function indices(problem: Problem, assignment: Int32Array): (territory: number) => Float64Array {
  const { load, target } = loadsOf(problem, assignment);
  const m = problem.metrics.length;
  return (j) => Float64Array.from({ length: m }, (_, q) => load[j * m + q]! / target[j * m + q]!);
}
