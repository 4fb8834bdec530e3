import { counsel, design, runToEnd } from '../../src/engine';
import { strewn } from './problems';

test.each([1, 2, 3])(
  'what would help several territories comes best first, and no account twice, plan %i',
  (seed) => {
    const problem = strewn(90, 4, [0.05], seed);
    const good = runToEnd(design(problem)).assignment;
    // Half of the second is in the first, a third of the fourth in the third: two are far above, two far below.
    const torn = good.map((j, i) => (j === 1 && i % 2 === 0 ? 0 : j === 3 && i % 3 === 0 ? 2 : j));
    const { moves } = counsel(problem, torn, { territories: [2, 0], repair: false });
    expect(moves.length).toBeGreaterThan(2);
    const gains = moves.map(({ gain }) => gain);
    expect(new Set(gains).size).toBeGreaterThan(1);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    const touched = moves.flatMap(({ accounts, back }) => [...accounts, ...back]);
    expect(new Set(touched).size).toBe(touched.length);
    // Of those that would touch the same account the best is kept.
    const alone = [0, 2].map(
      (j) => counsel(problem, torn, { territories: [j], repair: false }).moves[0]?.gain ?? 0,
    );
    expect(gains[0]).toBe(Math.max(...alone));
  },
);
