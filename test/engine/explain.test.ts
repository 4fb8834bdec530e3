import fc from 'fast-check';
import { design, evaluate, runToEnd, Why, type Problem } from '../../src/engine';
import { examples, problems, problemsInForce } from './arbitrary';
import { mayGo } from './checker';
import { grid } from './problems';

/** Distance between an account and a centre, by the words of the contract: great circle, straight line or features. */
function measure({ space, dims, points }: Problem, i: number, centres: Float64Array, j: number): number {
  const a = [...points.subarray(i * dims, (i + 1) * dims)];
  const b = [...centres.subarray(j * dims, (j + 1) * dims)];
  if (space !== 'sphere') return Math.hypot(...a.map((x, d) => x - b[d]!));
  const cross = [a[1]! * b[2]! - a[2]! * b[1]!, a[2]! * b[0]! - a[0]! * b[2]!, a[0]! * b[1]! - a[1]! * b[0]!];
  const dot = a.reduce((sum, x, d) => sum + x * b[d]!, 0);
  return Math.hypot(...a) * Math.atan2(Math.hypot(...cross), dot);
}
const placed = ({ dims, points }: Problem, i: number) => dims > 0 && !Number.isNaN(points[i * dims]!);

test('for every placed account: its distance, the nearest other eligible centre, and the difference', () => {
  let compared = 0;
  fc.assert(
    fc.property(problemsInForce(), (problem) => {
      const { assignment, centres, distanceKm, runnerUp, runnerUpExtraKm } = evaluate(
        problem,
        problem.current,
      );
      assignment.forEach((j, i) => {
        if (j < 0 || !placed(problem, i)) {
          expect(distanceKm[i]).toBeNaN();
          return;
        }
        // A centre in the middle of the earth is no direction to measure to.
        const flat = problem.space === 'sphere' && Math.hypot(...centres.subarray(3 * j, 3 * j + 3)) < 1;
        const here = measure(problem, i, centres, j);
        if (!flat) expect(Math.abs(distanceKm[i]! - here)).toBeLessThanOrEqual(1e-3 + 1e-6 * here);
        const next = runnerUp[i]!;
        const others = [...Array(problem.territories).keys()].filter(
          (o) => o !== j && mayGo(problem, i, o) && !Number.isNaN(centres[o * problem.dims]!),
        );
        if (others.length === 0) {
          expect(next === -1 || Number.isNaN(runnerUpExtraKm[i]!)).toBe(true);
          return;
        }
        expect(others).toContain(next);
        if (problem.space === 'sphere') return; // centres lie at different depths: nearest is by chord
        const best = Math.min(...others.map((o) => measure(problem, i, centres, o)));
        expect(Math.abs(measure(problem, i, centres, next) - best)).toBeLessThanOrEqual(1e-6 * (1 + best));
        expect(Math.abs(runnerUpExtraKm[i]! - (best - here))).toBeLessThanOrEqual(1e-3 + 1e-6 * best);
        compared++;
      });
    }),
    examples(60),
  );
  expect(compared).toBeGreaterThan(200);
});

test('territories that are empty do not hide the nearest runner-up', () => {
  const problem = {
    ...grid({ side: 2, territories: 5 }),
    points: Float64Array.of(0, -100, 0, 0, 0, 0, 200, 0),
    metrics: [],
  };
  const { runnerUp, runnerUpExtraKm } = evaluate(problem, [2, 4, 0, 1]); // territory 3 is empty
  expect([...runnerUp]).toEqual([0, 0, 4, 0]);
  expect([...runnerUpExtraKm]).toEqual([100, 0, 0, 200]);
});

test('the reason given is one that holds', () => {
  const seen = new Map<Why, number>();
  fc.assert(
    fc.property(problems(), (problem) => {
      const { assignment, why, runnerUpExtraKm } = runToEnd(design(problem));
      why.forEach((reason: Why, i) => {
        seen.set(reason, (seen.get(reason) ?? 0) + 1);
        const pinned = problem.pinned[i]! >= 0;
        const open = [...Array(problem.territories).keys()].filter((j) => mayGo(problem, i, j));
        const nearer = runnerUpExtraKm[i]! < 0;
        if (reason === Why.Unassigned) expect(assignment[i]).toBe(-1);
        if (reason === Why.Pinned) expect(pinned).toBe(true);
        else if (reason === Why.OnlyEligible) expect(open).toHaveLength(1);
        if (reason === Why.Family) expect(problem.family[i]).toBeGreaterThanOrEqual(0);
        if (reason === Why.Nearest) expect(placed(problem, i) && !nearer).toBe(true);
        if (reason === Why.Balance || reason === Why.Kept) expect(runnerUpExtraKm[i]).toBeLessThanOrEqual(0);
        if (reason === Why.Kept) expect(assignment[i]).toBe(problem.current[i]);
        if (reason === Why.NoPlace) expect(placed(problem, i)).toBe(false);
      });
    }),
    examples(60),
  );
  for (const reason of [
    Why.Unassigned,
    Why.Pinned,
    Why.OnlyEligible,
    Why.Family,
    Why.Nearest,
    Why.Balance,
    Why.NoPlace,
  ]) {
    expect(seen.get(reason) ?? 0).toBeGreaterThan(0);
  }
});

test('the summary figures are those of the accounts', () => {
  const result = runToEnd(design(grid({ side: 15, territories: 4 })));
  const km = [...result.distanceKm].sort((a, b) => a - b);
  expect(result.meanKm).toBeCloseTo(km.reduce((a, b) => a + b, 0) / km.length, 4);
  expect(result.p90Km).toBeCloseTo(km[Math.floor(0.9 * km.length)]!, 4);
  const elsewhere = [...result.runnerUpExtraKm].filter((x) => x < 0);
  expect(result.nearerElsewhere).toBeCloseTo(elsewhere.length / km.length, 9);
  expect(result.meanKmUnbalanced).toBeLessThanOrEqual(1.02 * result.meanKm);
});
