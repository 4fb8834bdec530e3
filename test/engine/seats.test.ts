import fc from 'fast-check';
import { design, runToEnd, type Problem } from '../../src/engine';
import { examples, problems } from './arbitrary';
import { grid } from './problems';

/** Problems in which every territory could serve every seat. */
const alike = problems({ rules: false, soft: false, cap: false, territories: 4 }).map((problem): Problem => ({
  ...problem,
  share: new Float64Array(problem.territories).fill(1),
  seatsFixed: false,
  money: problem.money ?? Float64Array.from({ length: problem.accounts }, (_, i) => 1 + (i % 5)),
}));

const orders = (list: readonly number[]): number[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((x) => orders(list.filter((y) => y !== x)).map((rest) => [x, ...rest]));

test('territories are given to seats so that no exchange would keep more money where it is', () => {
  let kept = 0;
  fc.assert(
    fc.property(alike, (problem) => {
      const { assignment } = runToEnd(design(problem));
      const stays = (seat: readonly number[]) =>
        problem.current.reduce(
          (sum, j, i) => (j >= 0 && j === seat[assignment[i]!] ? sum + problem.money![i]! : sum),
          0,
        );
      const all = orders([...Array(problem.territories).keys()]).map(stays);
      const own = stays([...Array(problem.territories).keys()]);
      expect(own).toBe(Math.max(...all));
      if (own > Math.min(...all)) kept++;
    }),
    examples(40),
  );
  expect(kept).toBeGreaterThan(10);
});

test('seats that are fixed keep their targets: the larger share stays with its seat', () => {
  const problem = grid({ side: 12, territories: 3 });
  const share = Float64Array.of(1, 4, 1);
  const current = Int32Array.from({ length: 144 }, (_, i) => (i < 100 ? 0 : 2));
  const result = runToEnd(design({ ...problem, share, current, seatsFixed: true }));
  expect(result.withinTolerance).toBe(true);
  expect(result.load[1]).toBeGreaterThan(90);
});
