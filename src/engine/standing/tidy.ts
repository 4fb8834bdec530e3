import { Budget } from './budget';
import { descend } from '../whole/descend';
import { alike, excessOf, nearer } from '../problem/excess';
import { Frontier } from '../whole/frontier';
import { FrontierBuilder } from '../whole/frontier-builder';
import { Standing } from './standing';

/** Atoms of one territory looked at, and territories tried for each. */
const PER_TERRITORY = 200;
const WIDTH = 6;
const ROUNDS = 3;
/** Dearer than any distance: tolerances are not given up for compactness. */
const STRICT = 1e9;

/**
 * Makes a standing plan more compact with what the disruption cap leaves, by moves and swaps that neither leave
 * the tolerances further nor break the cap: accounts far from their own centre and near to another first.
 * @returns the plan, and moves made
 */
export function tidy(standing: Standing): { standing: Standing; steps: number } {
  let plan = standing;
  let steps = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const frontier = strayFrontier(plan);
    const made = frontier ? descend(frontier, frontier.n) : 0;
    if (!frontier || made === 0) break;
    const next = new Standing(plan.problem, plan.assignment, plan.presentCentres());
    for (let t = 0; t < frontier.n; t++) {
      if (frontier.at[t] !== 0) next.move(frontier.atom[t]!, frontier.territory(t));
    }
    const before = excessOf(plan.measures, plan.load);
    const after = excessOf(next.measures, next.load);
    if (!alike(after, before) && !nearer(after, before)) break;
    steps += made;
    plan = new Standing(next.problem, next.assignment, next.presentCentres());
  }
  return { standing: plan, steps };
}

/** The atoms that most want to be elsewhere, with the territories near them. */
function strayFrontier(standing: Standing): Frontier | null {
  const { k, metrics, measures, binding, assignment, problem } = standing;
  if (problem.dims === 0 || k === 1) return null;
  const budget = new Budget(standing);
  const lists: { head: number; options: number[]; costs: number[]; gain: number }[][] = [];
  for (let j = 0; j < k; j++) lists.push([]);
  for (const head of binding.heads) {
    const own = assignment[head]!;
    if (own < 0 || standing.distance(head, own) !== standing.distance(head, own)) continue;
    let mass = 0;
    for (const i of standing.members(head)) mass += measures.mass(i);
    const cost = (j: number) => mass * standing.distance(head, j) * standing.distance(head, j);
    const options = [own];
    const today = problem.current[head]!;
    if (today >= 0 && today !== own && standing.allowed(head, today)) options.push(today);
    for (const j of standing.neighbours.around(own, 2 * WIDTH)) {
      if (options.length < WIDTH && j !== today && standing.allowed(head, j)) options.push(j);
    }
    const costs = options.map(cost);
    if (costs.some((c) => c !== c)) continue;
    lists[own]!.push({ head, options, costs, gain: costs[0]! - Math.min(...costs.slice(1)) });
  }
  const builder = new FrontierBuilder(WIDTH, budget.allowed.length);
  for (const list of lists) {
    list.sort((a, b) => b.gain - a.gain || a.head - b.head);
    for (const { head, options, costs } of list.slice(0, PER_TERRITORY)) {
      builder.begin(head);
      options.forEach((j, q) => builder.option(j, costs[q]!, budget.need(head, j)));
    }
  }
  const unit = STRICT * standing.spacing * standing.spacing;
  const scales = {
    k,
    metrics,
    off: standing.load.map((load, i) => load - measures.target[i]!),
    limit: measures.band.map((b, i) => b + 1e-11 * measures.target[i]!),
    size: measures.target,
    penalty: measures.target.map((t) => unit / t),
    used: Float64Array.from(budget.used),
    allowed: Float64Array.from(budget.allowed),
  };
  return new Frontier(builder, scales, (head, m) => standing.weight(head, m));
}
