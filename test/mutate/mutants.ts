import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { keyOf } from './mutant-key.mjs';

/** What StrykerJS tells of a mutant; lines and columns count from 0. */
export interface Mutant {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Place; readonly end: Place };
}
interface Place {
  readonly line: number;
  readonly column: number;
}

/** All mutants of some files, found as StrykerJS will find them. */
export const mutantsOf = async (files: readonly string[]): Promise<readonly Mutant[]> =>
  (await instrumented(files)).mutants;

/** The same, and the files with all mutants in them, each behind a switch, by name. */
export async function instrumented(files: readonly string[]): Promise<{
  readonly mutants: readonly (Mutant & { readonly id: string })[];
  readonly contents: ReadonlyMap<string, string>;
}> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const silent = () => undefined;
  const quiet = () => false;
  const logger = {
    isTraceEnabled: quiet,
    isDebugEnabled: quiet,
    isInfoEnabled: quiet,
    isWarnEnabled: quiet,
    isErrorEnabled: quiet,
    isFatalEnabled: quiet,
    trace: silent,
    debug: silent,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  };
  const sources = await Promise.all(
    files.map(async (name) => ({ name, mutate: true, content: await readFile(name, 'utf8') })),
  );
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { mutants, files: made } = await new Instrumenter(logger).instrument(sources, options);
  return { mutants, contents: new Map(made.map(({ name, content }) => [name, content])) };
}

/** The keys of `most` mutants at random: the same mutants for the same seed, whatever else is in the room. */
export function draw(mutants: readonly Mutant[], most: number, seed: number): string[] {
  return mutants
    .map((mutant) => keyOf(mutant))
    .map((key) => ({ key, lot: createHash('sha256').update(`${seed} ${key}`).digest('hex') }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, most)
    .map(({ key }) => key);
}
