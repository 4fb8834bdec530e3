import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { transformSync } from 'esbuild';
import { instrumented, type Mutant } from './mutants';
import { keyOf } from './mutant-key.mjs';
import type { Tested } from './outcome';
import { collect, runBlock, type Block } from './tests-here';

/**
 * Shows mutants to tests in this process, one after the other: StrykerJS makes the mutants, and all of them are in the
 * code at once, each behind a switch. What costs in Jest is loading every module anew for every mutant, a spreadsheet
 * among them; here libraries and the workbench, which are not mutated, are loaded once, and the project's own modules
 * once for each test file, again where a mutant was noticed (a test that broke off may have left something behind) or
 * is of code that runs while modules load. A mutant is shown to the tests that reach it alone, the quick files first.
 */
export async function runHere(
  files: readonly string[],
  tests: readonly string[],
  drawn: ReadonlySet<string>,
  /** Seconds that tests of one mutant may take, by what they took unmutated; the first file runs in any case. */
  patience: number,
  tell: (line: string) => void,
): Promise<Tested[]> {
  const { mutants, contents } = await instrumented(files);
  const chosen = mutants.filter((mutant) => drawn.has(keyOf(mutant)));
  const shelf = new Shelf(contents);
  const reached: Reach[] = [];
  for (const [n, test] of tests.entries()) {
    try {
      reached.push(await reachOf(test, shelf, tell));
      tell(`${n + 1} of ${tests.length} test files run as they are`);
    } catch (error) {
      // One that replaces modules by `jest.mock` cannot be run here.
      tell(`is no judge: ${test}: ${String(error)}`);
    }
  }
  const results: Tested[] = [];
  for (const mutant of chosen) {
    const one = await judged(mutant, reached, shelf, patience);
    results.push(one);
    tell(`${results.length} of ${chosen.length}: ${one.status} ${one.by ?? ''}; ${keyOf(mutant)}`);
  }
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
  readonly loading: number;
}

/** Runs a test file as it is. A test that fails here is no judge. */
async function reachOf(test: string, shelf: Shelf, tell: (line: string) => void): Promise<Reach> {
  const { mutantCoverage } = switches;
  mutantCoverage.static = {};
  mutantCoverage.perTest = {};
  const started = performance.now();
  const root = shelf.open(test, true);
  const loading = (performance.now() - started) / 1000;
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
  shelf.close(test);
  return { test, loads, cases, loading };
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

async function judged(
  mutant: Mutant & { readonly id: string },
  reached: readonly Reach[],
  shelf: Shelf,
  patience: number,
): Promise<Tested> {
  const { id } = mutant;
  const judges = reached
    .map(({ test, loads, cases, loading }) => {
      const isLoaded = loads.has(id);
      const wanted = [...cases].filter(([, { hits }]) => isLoaded || id in hits);
      const seconds = loading + wanted.reduce((sum, [, one]) => sum + one.seconds, 0);
      const most = Math.max(0, ...wanted.map(([, { hits }]) => hits[id] ?? 0));
      return { test, isLoaded, wanted: new Map(wanted), seconds, most };
    })
    .filter(({ wanted }) => wanted.size > 0)
    .sort((a, b) => a.seconds - b.seconds);
  if (judges.length === 0) return { ...mutant, status: 'NoCoverage' };
  let spent = 0;
  for (const [at, { test, isLoaded, wanted, seconds, most }] of judges.entries()) {
    spent += seconds;
    if (at > 0 && spent > patience)
      return { ...mutant, status: 'Survived', hurried: `${at} of ${judges.length} test files` };
    switches.activeMutant = id;
    switches.hitCount = 0;
    // As StrykerJS has it: a loop that never ends hits its mutant over and over.
    switches.hitLimit = 100 * (most + 100);
    let status: string | undefined;
    try {
      const root = shelf.open(test, isLoaded);
      await runBlock(root, {
        wanted: ({ name }) => wanted.has(name),
        limit: ({ name }) => 20_000 + 10_000 * (wanted.get(name)?.seconds ?? 0),
        around: () => undefined,
        done: (_, __, error) => {
          if (error !== undefined) status = isEndless(error) ? 'Timeout' : 'Killed';
          return error === undefined;
        },
      });
    } catch (error) {
      status = isEndless(error) ? 'Timeout' : 'Killed';
    }
    switches.activeMutant = undefined;
    switches.hitCount = undefined;
    // What loaded with the mutant in it, or broke off, is not used again.
    if (isLoaded || status !== undefined) shelf.close(test);
    if (status !== undefined) return { ...mutant, status, by: test };
  }
  return { ...mutant, status: 'Survived' };
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

/** How many test files stay loaded. */
const MOST_OPEN = 8;
const SETUP = ['test/support/properties.ts', 'test/support/languages.ts'];

/** Test files that are loaded, each with modules of its own. */
class Shelf {
  private readonly books = new Map<string, { readonly root: Block; readonly modules: Modules }>();
  private current: string | undefined;
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
    if (anew) this.close(test);
    const known = this.books.get(test);
    if (known !== undefined) {
      this.swap(test);
      return known.root;
    }
    this.swap(undefined);
    const root = collect(() => {
      for (const name of [...SETUP, test]) this.require(resolve(name));
    }, this.require);
    this.books.set(test, { root, modules: {} });
    this.current = test;
    for (const oldest of this.books.keys()) {
      if (this.books.size <= MOST_OPEN) break;
      if (oldest !== test) this.books.delete(oldest);
    }
    return root;
  }

  close(test: string): void {
    this.books.delete(test);
  }

  private swap(to: string | undefined): void {
    if (to !== undefined && to === this.current) return;
    const { cache } = this.require as unknown as { cache: Modules };
    const before = this.current === undefined ? undefined : this.books.get(this.current);
    for (const [name, module] of Object.entries(cache)) {
      if (!this.isOwn(name)) continue;
      if (before !== undefined) before.modules[name] = module;
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- Node's own table of modules
      delete cache[name];
    }
    if (to !== undefined) Object.assign(cache, this.books.get(to)?.modules);
    this.current = to;
  }
}
