import { design, runToEnd, Why } from '../../src/engine';
import { grid } from './problems';

test('a grid of equal accounts is carved into equal, compact territories', () => {
  const result = runToEnd(design(grid({ side: 20, territories: 4 })));
  expect(result.withinTolerance).toBe(true);
  for (const load of result.load) expect(Math.abs(load - 100)).toBeLessThanOrEqual(5);
  expect(result.nearerElsewhere).toBeLessThan(0.05);
  expect(result.gap).toBeLessThan(0.01);
  expect(result.cost).toBeGreaterThanOrEqual(result.bound * (1 - 1e-9));
});

test('an account without an eligible territory stays unassigned, and the class is named', () => {
  const problem = grid({ side: 4, territories: 3 });
  const classOf = new Int32Array(16);
  classOf[5] = 1;
  const eligible = Uint8Array.from([1, 1, 1, 0, 0, 0]);
  const result = runToEnd(design({ ...problem, classes: 2, classOf, eligible }));
  expect(result.assignment[5]).toBe(-1);
  expect(result.why[5]).toBe(Why.Unassigned);
  expect(result.obstacles).toContainEqual({ kind: 'ineligible', classIndex: 1, accounts: 1 });
});
