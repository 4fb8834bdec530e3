import { design, repair, runToEnd } from '../../src/engine';
import { churn, isOff } from '../support/churn';
import { solveWhole } from '../support/highs';
import { fewestMoves } from '../support/programme';
import { breaches } from './checker';
import { strewn } from './problems';

describe.each([1, 2, 3])('after five per cent of a small list has changed (seed %i)', (seed) => {
  const before = strewn(240, 8, [0.05], seed);
  const plan = runToEnd(design(before)).assignment;
  const { problem, standing } = churn(before, plan, { share: 0.05, spread: 20, seed });
  const repaired = runToEnd(repair(problem, standing));
  const moves = [...repaired.assignment].filter((j, i) => j !== standing[i]).length;

  test('the repair brings the plan back into tolerance within the rules', () => {
    expect(isOff(problem, standing)).toBe(true);
    expect(repaired.withinTolerance).toBe(true);
    expect(breaches(problem, repaired.assignment)).toEqual([]);
  });

  test('with hardly more moves than the fewest there can be', async () => {
    const fewest = await solveWhole(fewestMoves(problem, standing, repaired.assignment), moves, {
      seconds: 20,
      whole: true,
    });
    expect(fewest.bound).toBeGreaterThan(0);
    expect(moves).toBeLessThanOrEqual(1.5 * fewest.bound + 2);
  });
});
