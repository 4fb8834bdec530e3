import fc from 'fast-check';
import { design, runToEnd, type Problem } from '../../src/engine';
import { examples } from './arbitrary';
import { worstDeviations } from './checker';
import { strewn } from './problems';

const run = (problem: Problem) => runToEnd(design(problem));
const equal = (n: number, k: number, tolerance: number, seed: number): Problem => ({
  ...strewn(n, k, [tolerance], seed),
  metrics: [{ weight: new Float64Array(n).fill(7), tolerance }],
  eligible: new Uint8Array(2 * k).fill(1),
});

test('a segment with too little for its seats is shared evenly among them, one with too much as well', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 90 }), fc.integer({ min: 3, max: 8 }), (few, seats) => {
      // The first two territories take the many accounts of class 0, the others the few of class 1.
      const k = seats + 2;
      const n = 400 + few;
      const problem: Problem = {
        ...equal(n, k, 0.1, few),
        classOf: Int32Array.from({ length: n }, (_, i) => (i < few ? 1 : 0)),
        eligible: Uint8Array.from({ length: 2 * k }, (_, at) => ((at < k ? at < 2 : at - k >= 2) ? 1 : 0)),
      };
      const { load } = run(problem);
      const counts = [...load].map((l) => l / 7);
      counts.slice(2).forEach((c) => {
        const fair = few / seats;
        expect(Math.abs(c - fair)).toBeLessThanOrEqual(Math.max(1, 0.1 * fair));
      });
      const fair = Math.min(n / k, 200);
      for (const c of counts.slice(0, 2)) expect(Math.abs(c - 200)).toBeLessThanOrEqual(0.1 * fair + 1);
    }),
    examples(15),
  );
});

test('of equal accounts the floor is what whole accounts allow, and it is reached', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 40, max: 160 }),
      fc.integer({ min: 2, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      (n, k, seed) => {
        const { toleranceFloor, assignment } = run(equal(n, k, 0.001, seed));
        const [low, high] = [Math.floor(n / k), Math.ceil(n / k)];
        const best = n % k === 0 ? 0 : Math.max(1 - (low * k) / n, (high * k) / n - 1);
        expect(toleranceFloor[0]).toBeCloseTo(best, 9);
        expect(worstDeviations(equal(n, k, 0.001, seed), assignment)[0]).toBeCloseTo(best, 9);
      },
    ),
    examples(20),
  );
});

test('where two metrics cannot both be met, the first is', () => {
  let missed = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const plain = strewn(120, 6, [0.05, 0.02], seed);
    // Few accounts have nearly all of the second metric: whole ones cannot be shared among six.
    const weight = Float64Array.from({ length: 120 }, (_, i) => (i % 17 === seed ? 40 : 1));
    const { worstDeviation } = run({ ...plain, metrics: [plain.metrics[0]!, { weight, tolerance: 0.02 }] });
    expect(worstDeviation[0]).toBeLessThanOrEqual(0.05 + 1e-9);
    if (worstDeviation[1]! > 0.02) missed++;
  }
  expect(missed).toBeGreaterThan(2);
});
