import { Budget } from '../standing/budget';
import { enforce } from '../standing/enforce';
import { excessOf, nearer } from '../problem/excess';
import { rebalance } from '../standing/rebalance';
import { Standing } from '../standing/standing';
import { tidy } from '../standing/tidy';
import { holderOf, setApart } from '../problem/apart';
import { rivalsOf, spreadAtoms } from '../problem/atoms';
import { bind } from '../problem/families';
import { checkFeasibility } from '../problem/feasibility';
import { centresOf } from '../problem/figures';
import { buildCore, type Core } from '../problem/core';
import { limitedStakes, stakesOf } from '../problem/leaving';
import { measuresOf } from '../problem/measures';
import type { Design, Obstacle, Problem, Progress } from '../problem/contract';
import { compete } from '../centres/compete';
import { cellsOf, choicesOf, dualOf } from '../centres/solve';
import { Sites } from '../centres/sites';
import { leastAllowed, loosened, reachableBand } from '../centres/tolls';
import type { Attempt } from '../whole/attempt';
import { certificateOf } from '../whole/certificate';
import { joined } from '../whole/connect';
import { contest } from '../whole/contest';
import { relay } from '../relay';
import { evaluate } from './evaluate';
import { describe } from './outcome';
import { unbalancedKm } from './unbalanced';
import { sparing } from './sparing';

/** True where a design moves more than the disruption cap and the limits allow, or as little as possible is to move. */
export function needsCap(problem: Problem, assignment: Int32Array): boolean {
  const stakes = limitedStakes(problem);
  if (stakes.length === 0) return false;
  if (stakes.some(({ fewest }) => fewest)) return true;
  return !new Budget(new Standing(problem, assignment)).kept;
}

/** The design without the cap: where its centres are, and what it took. */
type Free = Pick<Design, 'centres'> & { readonly steps?: number };

/**
 * The best plan within the disruption cap, where the free design moves too much: what moves is chosen for balance and
 * compactness together, by prices with a toll on leaving, from the centres of today and from those of the design.
 * Accounts without a territory today do not count. Where the cap forbids the tolerances, the plan is as near to them as
 * the cap allows, and the obstacle says how much would have been needed.
 */
export function* designWithinCap(asked: Problem, free: Free): Generator<Progress, Design> {
  const priced = yield* pricedPlan(sparing(asked), free);
  let steps = (free.steps ?? 0) + (priced?.best.steps ?? 0);
  let design = priced && describePriced(asked, priced);
  const first = design && new Standing(asked, design.assignment);
  const isFewest = limitedStakes(asked).some(({ fewest }) => fewest);
  if (!design || !first || isFewest || !isMet(first) || !new Budget(first).kept) {
    // Where prices do not say it all, few moves from the plan of today: whole accounts, one by one.
    let few = startOf(asked, free);
    steps += yield* rebalance(few, asked.current);
    if (!isFewest) {
      const tidied = tidy(few);
      steps += tidied.steps;
      few = tidied.standing;
    }
    if (!design || !first || isBetter(few, first)) design = evaluate(asked, few.assignment);
  }
  return { ...design, obstacles: [...design.obstacles, ...(yield* shortOf(asked, design, free))], steps };
}

/** True if a plan is within the tolerances beside what is set apart in it. */
const isMet = ({ measures, load }: Standing): boolean => excessOf(measures, load).worst.every((x) => x === 0);

/** True if a plan keeps the cap and another does not, it is nearer to the tolerances, or less leaves of what is to leave least. */
function isBetter(a: Standing, b: Standing): boolean {
  const [one, other] = [new Budget(a), new Budget(b)];
  if (one.kept !== other.kept) return one.kept;
  const [x, y] = [excessOf(a.measures, a.load), excessOf(b.measures, b.load)];
  if (nearer(x, y) || nearer(y, x)) return nearer(x, y);
  return leastOf(a, one) < leastOf(b, other) * (1 - EXACT);
}

/** What leaves of the stakes of which as little is to leave as the tolerances take. */
const leastOf = ({ problem }: Standing, { used }: Budget): number =>
  stakesOf(problem).reduce((sum, { fewest }, r) => (fewest ? sum + used[r]! : sum), 0);

/** Sums differ by this part from rounding alone. */
const EXACT = 1e-9;

/** Rounds in which whole accounts are looked for that leave little more than as little as prices take. */
const ROUNDS = 4;

interface Priced {
  readonly core: Core;
  readonly best: Attempt;
  readonly meanKmUnbalanced: number;
}

/** A plan by prices and tolls; undefined where there are no places, or nothing to balance. */
function* pricedPlan(problem: Problem, free: Free): Generator<Progress, Priced | undefined> {
  const binding = bind(problem);
  const measures = measuresOf(problem, binding);
  const apart = setApart(problem, binding, measures, holderOf(problem.current));
  if (measures.ids.length === 0) return undefined;
  const { aim } = checkFeasibility(problem, binding, measures);
  const plain = buildCore(problem, true, {
    binding,
    measures: apart?.measures ?? measures,
    closed: new Uint8Array(problem.territories), // what stands there may stay
    heads: [],
  });
  if (!plain.cloud.groups.some(({ placed }) => placed)) return undefined;
  const wanted = { ...plain, aim: apart ? apart.measures.target : aim };
  const cells = cellsOf(wanted);
  const today = inner(wanted, centresOf(problem, wanted.measures, problem.current), free.centres);
  const sites = new Sites(wanted, today);
  const dual = dualOf(wanted, cells, problem.keep, rivalsOf(wanted));
  sites.apply(dual);
  dual.measureSpacing();
  const band = yield* relay(reachableBand(wanted, dual), 'balance', 0, 0.1);
  const starts = [today, inner(wanted, free.centres, free.centres)].map((centres) => ({
    centres,
    isSoft: true,
  }));
  let best: Attempt | null = null;
  let allowed = yield* relay(leastAllowed({ ...wanted, band }, dual), 'balance', 0.1, 0.15);
  for (let round = 0; round < ROUNDS && (best?.ledger.isOff() ?? true); round++) {
    const core = { ...wanted, band, allowed };
    const found = yield* relay(compete(core, cells, starts), 'balance', 0.15, 0.5);
    best = yield* contest(core, found, best);
    const more = loosened(wanted, allowed);
    if (!more) break;
    allowed = more;
  }
  if (!best) return undefined;
  const { core } = best.ledger;
  const meanKmUnbalanced = unbalancedKm(core, best.solved.sites.centroid, cells, choicesOf(core, 0));
  return { core: { ...wanted, allowed: core.allowed }, best, meanKmUnbalanced };
}

/** Centres relative to the origin; where a territory has none, another's. */
function inner({ origin }: Core, centres: Float64Array, others: Float64Array): Float64Array {
  return centres.map((c, at) => {
    const x = c === c ? c : others[at]!;
    return x === x ? x - origin[at % origin.length]! : 0;
  });
}

function describePriced(problem: Problem, { core, best, meanKmUnbalanced }: Priced): Design {
  const { solved, ledger } = best;
  const steps = best.steps + joined(ledger, solved.dual);
  const binding = bind(problem);
  const { toleranceFloor, obstacles } = checkFeasibility(problem, binding, measuresOf(problem, binding));
  return describe(problem, binding, {
    assignment: spreadAtoms(core, ledger.out),
    centres: solved.sites.centroid.map((c, at) => c + core.origin[at % core.origin.length]!),
    ...certificateOf(core, solved.dual)(ledger),
    meanKmUnbalanced,
    toleranceFloor,
    obstacles,
    steps,
  });
}

/** What the cap would have to allow: for the tolerances, or where the rules alone move more than it does. */
function* shortOf(problem: Problem, design: Design, free: Free): Generator<Progress, Obstacle[]> {
  const standing = new Standing(problem, design.assignment);
  const { used, allowed, kept } = new Budget(standing);
  let needed = used;
  if (kept) {
    if (isMet(standing)) return [];
    const { cap: _, limits: __, ...open } = problem;
    const uncapped = startOf(open, free);
    yield* rebalance(uncapped, problem.current);
    needed = new Budget(new Standing(problem, uncapped.assignment)).used;
  }
  return stakesOf(problem).flatMap(({ by, name }, r) =>
    needed[r]! > allowed[r]!
      ? [{ kind: 'cap', by, ...(name && { name }), allowed: allowed[r]!, needed: needed[r]! }]
      : [],
  );
}

/** The plan of today, made to keep the rules; territories that are empty today get their centres from the design. */
function startOf(problem: Problem, free: Free): Standing {
  const centres = centresOf(problem, measuresOf(problem, bind(problem)), problem.current);
  centres.forEach((c, at) => {
    if (c !== c) centres[at] = free.centres[at]!;
  });
  const standing = new Standing(problem, problem.current, centres);
  enforce(standing);
  return standing;
}
