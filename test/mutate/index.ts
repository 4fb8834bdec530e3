import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { draw, mutantsOf } from './mutants';
import { runHere } from './in-process';
import { tell, type Tested } from './outcome';
import { roomOf } from './rooms';

const USAGE =
  'npm run mutate -- <room, or a path under src> [--most <mutants>] [--seed <n>] [--at-once <n>] [--tests <folders of test/, by comma>] [--minutes <most>] [--apart]';

/**
 * Puts small faults into a room, one at a time, and counts those that no test of the room notices. Of a large room a
 * sample is drawn, the same for the same seed. Nothing is written into the project: apart from the tests' own process
 * (`--apart`), StrykerJS works in the system's temporary folder.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      most: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'at-once': { type: 'string', default: String(availableParallelism()) },
      tests: { type: 'string' },
      minutes: { type: 'string', default: '30' },
      apart: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  if (name === undefined) throw new Error(`Usage: ${USAGE}`);
  const room = roomOf(name);
  const tests = values.tests?.split(',') ?? room.tests;
  const most = values.most === undefined ? room.most : Number(values.most);
  const files = await sourcesUnder(resolve('src', room.path));
  const mutants = await mutantsOf(files);
  const drawn = draw(mutants, most, Number(values.seed));
  const sampled = drawn.length < mutants.length;
  process.stdout.write(
    `src/${room.path}: ${files.length} files, ${mutants.length} mutants, ` +
      `${sampled ? `${drawn.length} drawn with seed ${values.seed}` : 'all run'}; tests: ${tests.join(', ')}\n`,
  );
  const started = performance.now();
  const results = values.apart
    ? await run(files, tests, Number(values['at-once']), sampled ? drawn : undefined)
    : await runHere(files, await filesOf(tests), new Set(drawn), Number(values.minutes), (line) =>
        process.stderr.write(`${line}\n`),
      );
  const minutes = (performance.now() - started) / 60_000;
  process.stdout.write(`${await tell(results, mutants.length)}\n${minutes.toFixed(1)} minutes\n`);
}

/** Every mutant of the files, with what became of it; those that were not drawn are left out. */
async function run(
  files: readonly string[],
  tests: readonly string[],
  atOnce: number,
  drawn: readonly string[] | undefined,
): Promise<Tested[]> {
  const { Stryker } = await import('@stryker-mutator/core');
  const folder = await mkdtemp(join(tmpdir(), 'evenfield-mutate-'));
  try {
    if (drawn !== undefined) {
      // Read by sampler.mjs, in processes below this one.
      process.env['EVENFIELD_DRAWN_MUTANTS'] = join(folder, 'drawn.json');
      await writeFile(join(folder, 'drawn.json'), JSON.stringify(drawn));
    }
    const results = await new Stryker({
      mutate: [...files],
      testRunner: 'jest',
      plugins: ['@stryker-mutator/jest-runner', resolve('test/mutate/sampler.mjs')],
      checkers: drawn === undefined ? [] : ['sample'],
      coverageAnalysis: 'perTest',
      jest: {
        projectType: 'custom',
        configFile: 'test/mutate/jest.config.js',
        // Some tests find modules by their folder, which Jest does not see.
        enableFindRelatedTests: false,
        config: { testMatch: tests.map(pattern) },
      },
      concurrency: atOnce,
      // All tests once, on a machine that may be busy.
      dryRunTimeoutMinutes: 30,
      // A mutant that never ends is told from a busy machine; the share of the usual time is added to this.
      timeoutMS: 90_000,
      tempDirName: join(folder, 'sandbox'),
      cleanTempDir: 'always',
      ignorePatterns: ['dist', 'coverage', '.ci'],
      reporters: ['progress-append-only'],
      allowConsoleColors: false,
    }).runMutationTest();
    return results.filter(({ status }) => status !== 'CompileError');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pattern = (test: string): string =>
  `<rootDir>/test/${/\.tsx?$/.test(test) ? test : `${test}/**/*.test.ts`}`;

/** The test files that are meant by folders and files of `test/`, in this order. */
async function filesOf(tests: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    tests.map(async (test) => {
      const path = join('test', test);
      if ((await stat(path)).isFile()) return [path];
      const names = await readdir(path, { recursive: true });
      return names.filter((name) => name.endsWith('.test.ts')).map((name) => join(path, name));
    }),
  );
  return [...new Set(found.map((names) => names.sort()).flat())];
}

async function sourcesUnder(path: string): Promise<string[]> {
  const found = (await stat(path)).isFile()
    ? [path]
    : (await readdir(path, { recursive: true })).map((name) => join(path, name));
  return found.filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')).sort();
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
