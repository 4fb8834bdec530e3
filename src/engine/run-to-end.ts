/** Runs a job to its end without listening to its progress. */
export function runToEnd<T>(job: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = job.next();
    if (done) return value as T;
  }
}
