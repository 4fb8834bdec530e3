import { FREE, HOPELESS } from '../problem/families';
import { Placer } from './place';
import type { Standing } from './standing';

/**
 * Makes a plan keep the hard rules with few moves: accounts with no choice go where they must, a family goes
 * where most of its members are, and atoms without an eligible territory are placed.
 */
export function enforce(standing: Standing): void {
  const { binding, assignment, problem } = standing;
  for (let i = 0; i < problem.accounts; i++) {
    const must = binding.fixed[i]!;
    if (must === HOPELESS) standing.set(i, -1);
    else if (must !== FREE && assignment[i] !== must) standing.set(i, must);
  }
  const homeless: number[] = [];
  for (const head of binding.heads) {
    const to = binding.next && binding.next[head]! >= 0 ? majority(standing, head) : assignment[head]!;
    if (to >= 0 && standing.allowed(head, to)) {
      if (binding.next) for (const i of standing.members(head)) if (assignment[i] !== to) standing.set(i, to);
      continue;
    }
    standing.move(head, -1);
    homeless.push(head);
  }
  // Heavy ones first: the light ones fit into what is left.
  homeless.sort((a, b) => heft(standing, b) - heft(standing, a) || a - b);
  standing.measure();
  const placer = new Placer(standing);
  for (const head of homeless) standing.move(head, placer.choose(head));
}

function heft(standing: Standing, head: number): number {
  return standing.metrics > 0 ? standing.weight(head, 0) : 0;
}

/** The eligible territory with most members, ties to the lower; −1 if there is none. */
function majority(standing: Standing, head: number): number {
  const count = new Map<number, number>();
  for (const i of standing.members(head)) {
    const j = standing.assignment[i]!;
    if (j >= 0 && standing.allowed(head, j)) count.set(j, (count.get(j) ?? 0) + 1);
  }
  let best = -1;
  let most = 0;
  for (const [j, n] of count) {
    if (n > most || (n === most && j < best)) {
      best = j;
      most = n;
    }
  }
  return best;
}
