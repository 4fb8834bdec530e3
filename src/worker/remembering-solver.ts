import type { Counsel, Design, Problem, Progress, Question } from '../engine';
import type { SolverPort } from '../app/ports';

/** Designs of larger problems are not kept: they take more memory than a click is worth. */
const MOST_ACCOUNTS = 10_000;
/** So many are kept: the plan as set and those with an aim that come of it. */
const KEPT = 4;

/** One run of the engine, and who waits for it. */
interface Run {
  readonly problem: Problem;
  readonly design: Promise<Design>;
  readonly stop: AbortController;
  readonly listeners: Set<(progress: Progress) => void>;
  /** How many of those that wait may give up; the others only want it to be known. */
  asked: number;
}

/**
 * A solver that need not be asked twice: it knows the last designs, and joins whoever asks for what is being worked on. What
 * was begun ahead, without a signal, gives way to whatever else is asked; it is over, too, when the last one who asked for it
 * gives up.
 */
export class RememberingSolver implements SolverPort {
  private readonly known: { readonly problem: Problem; readonly design: Design }[] = [];
  private run: Run | undefined;

  constructor(private readonly solver: SolverPort) {}

  async design(
    problem: Problem,
    onProgress: (progress: Progress) => void,
    signal?: AbortSignal,
  ): Promise<Design> {
    signal?.throwIfAborted();
    const known = this.known.find((one) => isSame(one.problem, problem));
    if (known !== undefined) return known.design;
    if (this.run === undefined || !canJoin(this.run, problem)) this.run = this.begin(problem);
    return join(this.run, onProgress, signal);
  }

  async counsel(
    problem: Problem,
    assignment: Int32Array,
    question: Question,
    signal?: AbortSignal,
  ): Promise<Counsel> {
    this.makeWay();
    return this.solver.counsel(problem, assignment, question, signal);
  }

  private begin(problem: Problem): Run {
    this.makeWay();
    const stop = new AbortController();
    const listeners: Run['listeners'] = new Set();
    const tell = (progress: Progress) => {
      for (const listener of listeners) listener(progress);
    };
    const run: Run = {
      problem,
      stop,
      listeners,
      asked: 0,
      design: this.solver.design(problem, tell, stop.signal).finally(() => {
        if (this.run === run) this.run = undefined;
      }),
    };
    void run.design.then(
      (design) => {
        this.keep(problem, design);
      },
      () => undefined, // whoever waits for it is told
    );
    return run;
  }

  private makeWay(): void {
    if (this.run?.asked === 0) this.run.stop.abort();
  }

  private keep(problem: Problem, design: Design): void {
    if (problem.accounts > MOST_ACCOUNTS) return;
    this.known.push({ problem, design });
    if (this.known.length > KEPT) this.known.shift();
  }
}

/** A run that was told to stop answers nobody, though it may take a moment to end. */
const canJoin = ({ stop, problem }: Run, asked: Problem): boolean =>
  !stop.signal.aborted && isSame(problem, asked);

function join(run: Run, onProgress: (progress: Progress) => void, signal?: AbortSignal): Promise<Design> {
  if (signal === undefined) return run.design;
  run.asked++;
  run.listeners.add(onProgress);
  return new Promise((resolve, reject) => {
    const leave = () => {
      run.asked--;
      run.listeners.delete(onProgress);
      signal.removeEventListener('abort', giveUp);
    };
    const giveUp = () => {
      leave();
      if (run.asked === 0) run.stop.abort(signal.reason);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', giveUp);
    run.design.then(
      (design) => {
        leave();
        resolve(design);
      },
      (error: unknown) => {
        leave();
        reject(error as Error);
      },
    );
  });
}

/** The same in every value: numbers, typed arrays, and objects of these. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) {
    const [one, other] = [a as Float64Array, b as Float64Array];
    return one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
  }
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
