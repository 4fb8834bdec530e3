import { design, effectOf, evaluate, runToEnd } from '../../src/engine';
import { strewn } from './problems';

test('the effect of giving an account to its runner-up is what the changed plan then shows', () => {
  const problem = strewn(120, 5, [0.1, 0.15], 7);
  const plan = runToEnd(design(problem));
  let seen = 0;
  for (let i = 0; i < problem.accounts; i += 7) {
    const effect = effectOf(problem, plan, i);
    if (!effect) continue;
    seen++;
    const changed = plan.assignment.slice();
    changed[i] = effect.to;
    const after = evaluate(problem, changed);
    const indexIn = ({ load, target }: typeof after, j: number) =>
      [0, 1].map((m) => expect.closeTo(load[2 * j + m]! / target[2 * j + m]!, 9) as number);
    expect([...effect.fromIndex.before]).toEqual(indexIn(plan, effect.from));
    expect([...effect.toIndex.before]).toEqual(indexIn(plan, effect.to));
    expect([...effect.fromIndex.after]).toEqual(indexIn(after, effect.from));
    expect([...effect.toIndex.after]).toEqual(indexIn(after, effect.to));
    expect(effect.extraKm).toBe(plan.runnerUpExtraKm[i]);
  }
  expect(seen).toBeGreaterThan(10);
});

test('an account without another territory to go to has none', () => {
  const problem = { ...strewn(20, 2, [0.5], 1), eligible: Uint8Array.of(1, 0, 1, 0) };
  const plan = runToEnd(design(problem));
  expect(effectOf(problem, plan, 0)).toBeUndefined();
});
