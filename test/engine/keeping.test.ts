import { design, repair, runToEnd, type Problem } from '../../src/engine';
import { strewn } from './problems';

const [N, K] = [200, 4];

/** Accounts that are held all over the map, every other of them of a class that may be dearer to move. */
function held(keepOf: readonly [number, number] | undefined): Problem {
  const problem = strewn(N, K, [0.05], 3);
  return {
    ...problem,
    classOf: Int32Array.from({ length: N }, (_, i) => i % 2),
    eligible: new Uint8Array(2 * K).fill(1),
    current: Int32Array.from({ length: N }, (_, i) => (i * 7) % K),
    keep: 60_000,
    ...(keepOf && { keepOf: Float64Array.from(keepOf) }),
  };
}

/** How many of each class move. */
function moved({ classOf, current }: Problem, assignment: Int32Array): [number, number] {
  const counts: [number, number] = [0, 0];
  assignment.forEach((j, i) => {
    if (current[i] !== j) counts[classOf[i] as 0 | 1]++;
  });
  return counts;
}
const designed = (problem: Problem) => moved(problem, runToEnd(design(problem)).assignment);

test('the dearer a class is kept, the fewer of it move; the same for all is as if nothing was said', () => {
  const plain = designed(held(undefined));
  expect(designed(held([1, 1]))).toEqual(plain);
  const [dear, cheap] = designed(held([8, 0]));
  expect(dear).toBeLessThan(plain[0] / 2);
  expect(cheap).toBeGreaterThan(plain[1]);
});

test('a family of both classes is kept by the mean of them', () => {
  // Next to each other in the list, far from each other on the map: each pair is one account of two classes.
  const paired = (keepOf: readonly [number, number]) => ({
    ...held(keepOf),
    family: Int32Array.from({ length: N }, (_, i) => Math.floor(i / 2)),
    current: Int32Array.from({ length: N }, (_, i) => (Math.floor(i / 2) * 7) % K),
  });
  expect(designed(paired([2, 0]))).toEqual(designed(paired([1, 1])));
  expect(designed(paired([2, 0]))).not.toEqual(designed(paired([6, 0])));
});

test('a repair moves what weighs less', () => {
  const problem = { ...held(undefined), keep: 0 };
  const start = runToEnd(design(problem)).assignment;
  // One territory loses a third of its accounts to another, which must give back as much.
  const lopsided = start.map((j, i) => (j === 0 && i % 3 === 0 ? 1 : j));
  const mended = (...keepOf: [number, number]) => {
    const from = { ...problem, keepOf: Float64Array.from(keepOf), current: lopsided };
    return moved(from, runToEnd(repair(from, lopsided)).assignment);
  };
  const [plain, ofFirst, ofSecond] = [mended(1, 1), mended(1, 0.1), mended(0.1, 1)];
  expect(ofFirst[0] + ofSecond[1]).toBeLessThan(plain[0] + plain[1]);
  expect(ofFirst[1]).toBeGreaterThan(0);
});
