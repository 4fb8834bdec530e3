import { design, runToEnd, type Progress } from '../../src/engine';
import { InlineSolver } from '../../src/worker/inline-solver';
import { strewn } from '../engine/problems';

const problem = strewn(300, 6, [0.05], 3);
const steps = [...design(problem)];

test('on this thread: the engine’s own answer, every step told, and others get a turn in between', async () => {
  const seen: Progress[] = [];
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const answer = await new InlineSolver().design(problem, (progress) => seen.push(progress));
  clearInterval(timer);
  expect(answer).toEqual(runToEnd(design(problem)));
  expect(seen).toEqual(steps);
  expect(turns).toBeGreaterThan(1);
});

test('cancel stops it before the next step, with the reason', async () => {
  const controller = new AbortController();
  const seen: Progress[] = [];
  const running = new InlineSolver().design(
    problem,
    (progress) => {
      seen.push(progress);
      if (seen.length === 2) controller.abort(new Error('enough'));
    },
    controller.signal,
  );
  await expect(running).rejects.toThrow('enough');
  expect(seen).toEqual(steps.slice(0, 2));
});
