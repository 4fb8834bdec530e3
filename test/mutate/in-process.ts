import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { transformSync } from 'esbuild';
import { instrumented, type Mutant } from './mutants';
import { keyOf } from './mutant-key.mjs';
import type { Tested } from './outcome';
import { collect, runBlock, type Block } from './tests-here';

/**
 * Shows mutants to tests in this process: StrykerJS makes the mutants, and all of them are in the code at once, each
 * behind a switch. What costs in Jest is loading every module anew for every mutant, a spreadsheet among them; here
 * libraries and the workbench, which are not mutated, are loaded once, and the project's own modules once for each test
 * file, again where a mutant was noticed (a test that broke off may have left something behind) or is of code that runs
 * while modules load. A test file runs once as it is, which tells the mutants that it reaches, and is then shown those
 * of them that no file before it has noticed. When time is up, what is left counts as survived: a lower bound.
 */
export async function runHere(
  files: readonly string[],
  tests: readonly string[],
  drawn: ReadonlySet<string>,
  minutes: number,
  tell: (line: string) => void,
): Promise<Tested[]> {
  const until = performance.now() + 60_000 * minutes;
  // As in Jest: what nobody waited for fails no test.
  process.on('unhandledRejection', () => undefined);
  const { mutants, contents } = await instrumented(files);
  const alive = new Map(
    mutants.filter((mutant) => drawn.has(keyOf(mutant))).map((mutant) => [mutant.id, mutant]),
  );
  const shelf = new Shelf(contents);
  const results: Tested[] = [];
  const reachedBy = new Map<string, number>();
  let count = 0;
  for (const test of tests) {
    if (performance.now() > until || alive.size === 0) break;
    try {
      const reach = await reachOf(test, shelf, tell);
      for (const mutant of [...alive.values()]) {
        if (performance.now() > until) break;
        const status = await judged(mutant, reach, shelf);
        if (status === undefined) continue;
        reachedBy.set(mutant.id, (reachedBy.get(mutant.id) ?? 0) + 1);
        if (status === 'Survived') continue;
        alive.delete(mutant.id);
        results.push({ ...mutant, status });
      }
    } catch (error) {
      // One that replaces modules by `jest.mock` cannot be run here.
      tell(`is no judge: ${test}: ${String(error)}`);
    }
    shelf.close();
    if (performance.now() > until) break;
    count++;
    tell(`${count} of ${tests.length} test files; ${results.length} caught, ${alive.size} left; ${test}`);
  }
  const hurried =
    count < tests.length && alive.size > 0 ? `${count} of ${tests.length} test files` : undefined;
  for (const mutant of alive.values())
    results.push({ ...mutant, status: reachedBy.has(mutant.id) ? 'Survived' : 'NoCoverage', hurried });
  return results.map((one) => ({ ...one, location: fromOne(one.location) }));
}

/** Lines and columns as people count them. */
const fromOne = ({ start, end }: Mutant['location']): Mutant['location'] => ({
  start: { line: start.line + 1, column: start.column + 1 },
  end: { line: end.line + 1, column: end.column + 1 },
});

/** What a switched mutant reads and counts; the name is StrykerJS's. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage: { static: Counts; perTest: Record<string, Counts> };
}
type Counts = Record<string, number>;
const switches: Switches = { mutantCoverage: { static: {}, perTest: {} } };
(globalThis as { __stryker__?: Switches }).__stryker__ = switches;

/** Which mutants a test file reaches, and how long that takes. */
interface Reach {
  readonly test: string;
  readonly loads: ReadonlySet<string>;
  readonly cases: ReadonlyMap<string, { readonly hits: Counts; readonly seconds: number }>;
}

/** Runs a test file as it is. A test that fails here is no judge. */
async function reachOf(test: string, shelf: Shelf, tell: (line: string) => void): Promise<Reach> {
  const { mutantCoverage } = switches;
  mutantCoverage.static = {};
  mutantCoverage.perTest = {};
  const root = shelf.open(test, true);
  const cases = new Map<string, { hits: Counts; seconds: number }>();
  await runBlock(root, {
    wanted: () => true,
    limit: () => 600_000,
    around: (name) => {
      switches.currentTestId = name;
    },
    done: (one, seconds, error) => {
      if (error !== undefined) tell(`is no judge: ${test}: ${one.name}: ${String(error)}`);
      else cases.set(one.name, { hits: {}, seconds });
      return true;
    },
  });
  switches.currentTestId = undefined;
  for (const [name, one] of cases)
    for (const part of partsOf(name, root)) merge(one.hits, mutantCoverage.perTest[part] ?? {});
  const loads = new Set(Object.keys(mutantCoverage.static));
  return { test, loads, cases };
}

const merge = (into: Counts, more: Counts): void => {
  for (const [id, count] of Object.entries(more)) into[id] = (into[id] ?? 0) + count;
};

/** A test, and the blocks whose hooks run before it. */
function partsOf(name: string, block: Block): string[] {
  if (block.cases.some((one) => one.name === name)) return [name, block.name];
  for (const inner of block.blocks) {
    const found = partsOf(name, inner);
    if (found.length > 0) return [...found, block.name];
  }
  return [];
}

/** What a test file makes of a mutant; undefined where it does not reach it. */
async function judged(
  { id }: { readonly id: string },
  { test, loads, cases }: Reach,
  shelf: Shelf,
): Promise<'Killed' | 'Timeout' | 'Survived' | undefined> {
  const isLoaded = loads.has(id);
  const wanted = new Map([...cases].filter(([, { hits }]) => isLoaded || id in hits));
  if (wanted.size === 0) return undefined;
  switches.activeMutant = id;
  switches.hitCount = 0;
  // As StrykerJS has it: a loop that never ends hits its mutant over and over.
  switches.hitLimit = 100 * (Math.max(...[...wanted.values()].map(({ hits }) => hits[id] ?? 0)) + 100);
  let status: 'Killed' | 'Timeout' | 'Survived' = 'Survived';
  const notice = (error: unknown): void => {
    status = isEndless(error) ? 'Timeout' : 'Killed';
  };
  try {
    await runBlock(shelf.open(test, isLoaded), {
      wanted: ({ name }) => wanted.has(name),
      limit: ({ name }) => 20_000 + 10_000 * (wanted.get(name)?.seconds ?? 0),
      around: () => undefined,
      done: (_, __, error) => {
        if (error !== undefined) notice(error);
        return error === undefined;
      },
    });
  } catch (error) {
    notice(error);
  }
  switches.activeMutant = undefined;
  switches.hitCount = undefined;
  // What loaded with the mutant in it, or broke off, is not used again.
  if (isLoaded || status !== 'Survived') shelf.close();
  return status;
}

const isEndless = (error: unknown): boolean =>
  error instanceof Error && /hit count limit|took too long/i.test(error.message);

/** Modules by name, as Node keeps them. */
type Modules = Record<string, NodeJS.Module>;
interface Inner {
  _extensions: Record<
    string,
    (module: NodeJS.Module & { _compile(code: string, name: string): void }, name: string) => void
  >;
}

const SETUP = ['test/support/properties.ts', 'test/support/languages.ts'];

/** The test file that is loaded, with modules of its own. */
class Shelf {
  private book: { readonly test: string; readonly root: Block } | undefined;
  private readonly compiled = new Map<string, string>();
  private readonly require = createRequire(resolve('package.json'));

  constructor(contents: ReadonlyMap<string, string>) {
    const { _extensions } = Module as unknown as Inner;
    const [own, shared] = [resolve('src') + sep, resolve('src/workbench') + sep];
    for (const kind of ['.ts', '.tsx'])
      _extensions[kind] = (module, name) => {
        let code = this.compiled.get(name);
        if (code === undefined) {
          const source = contents.get(name) ?? readFileSync(name, 'utf8');
          code = transformSync(source, {
            loader: kind === '.ts' ? 'ts' : 'tsx',
            format: 'cjs',
            target: 'es2022',
            jsx: 'automatic',
            supported: { 'dynamic-import': false },
          }).code;
          this.compiled.set(name, code);
        }
        module._compile(code, name);
      };
    const test = resolve('test') + sep;
    const here = resolve('test/mutate') + sep;
    this.isOwn = (name) =>
      (name.startsWith(own) && !name.startsWith(shared)) || (name.startsWith(test) && !name.startsWith(here));
  }

  private readonly isOwn: (name: string) => boolean;

  /** The tests of a file; what it loads later is its own too. */
  open(test: string, anew: boolean): Block {
    if (this.book?.test === test && !anew) return this.book.root;
    this.close();
    const root = collect(() => {
      for (const name of [...SETUP, test]) this.require(resolve(name));
    }, this.require);
    this.book = { test, root };
    return root;
  }

  close(): void {
    this.book = undefined;
    const { cache } = this.require as unknown as { cache: Modules };
    for (const name of Object.keys(cache)) if (this.isOwn(name)) Reflect.deleteProperty(cache, name);
  }
}
