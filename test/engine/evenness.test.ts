import fc from 'fast-check';
import { design, runToEnd, type Design, type Problem } from '../../src/engine';
import { examples } from './arbitrary';
import { inertia } from './checker';
import { strewn } from './problems';

const run = (problem: Problem): Design => runToEnd(design(problem));
const deviations = ({ load, target }: Design, metrics = 1): number[] =>
  [...load].map((l, at) => Math.abs(l / target[at]! - 1)).filter((_, at) => at % metrics === 0);
const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const onEdge = (list: readonly number[], tolerance: number) =>
  list.filter((d) => d > 0.95 * tolerance).length;

test('a hundredth of the cost buys much evenness inside the band', () => {
  let fewer = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const problem = strewn(600, 12, [0.1], seed);
    const plain = run(problem);
    const even = run({ ...problem, evenness: 0.01 });
    expect(even.withinTolerance).toBe(true);
    expect(mean(deviations(even))).toBeLessThan(0.75 * mean(deviations(plain)));
    if (onEdge(deviations(even), 0.1) < onEdge(deviations(plain), 0.1)) fewer++;
    // What it costs at its own centres is what was allowed, and a little for whole accounts.
    expect(even.gap - plain.gap).toBeLessThan(0.02);
    expect(inertia(problem, even)).toBeLessThan(1.03 * inertia(problem, plain));
  }
  expect(fewer).toBeGreaterThanOrEqual(5);
});

test('more evenness is more even; none is as before', () => {
  const problem = strewn(500, 10, [0.08], 4);
  const by = (evenness: number) => mean(deviations(run({ ...problem, evenness })));
  const curve = [0, 0.005, 0.02, 0.08].map(by);
  expect([...curve].sort((a, b) => b - a)).toEqual(curve);
  expect(run({ ...problem, evenness: 0 })).toEqual(run(problem));
});

test('of several metrics the first is evened out, the others keep to their bands', () => {
  const problem = strewn(600, 10, [0.06, 0.2], 9);
  const plain = run(problem);
  const even = run({ ...problem, evenness: 0.01 });
  expect(even.withinTolerance).toBe(true);
  expect(mean(deviations(even, 2))).toBeLessThan(0.75 * mean(deviations(plain, 2)));
});

test('both bounds hold: one over all plans in the band, one over those that are as even', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 999 }),
      fc.constantFrom([0.05], [0.1], [0.05, 0.1]),
      fc.constantFrom(0, 0.01, 0.05),
      (seed, tolerances, evenness) => {
        const result = run({ ...strewn(150, 6, tolerances, seed), evenness, effort: 0.2 });
        expect(result.bound).toBeLessThanOrEqual(result.boundAsEven);
        expect(result.boundAsEven).toBeLessThanOrEqual(result.cost * (1 + 1e-9));
        if (evenness === 0) expect(result.boundAsEven).toBe(result.bound);
      },
    ),
    examples(30),
  );
});
