import type { Progress, Stage } from './problem/contract';

/** Passes a part's deviations on as progress from `from` to `to`. */
export function* relay<T>(
  part: Generator<number, T>,
  stage: Stage,
  from: number,
  to: number,
): Generator<Progress, T> {
  let left = 1;
  for (;;) {
    const step = part.next();
    if (step.done) return step.value;
    left *= 0.97; // parts do not know how many rounds they will need
    yield { stage, done: to - (to - from) * left, worstDeviation: step.value };
  }
}
