import { bind } from 'jest-each';
import { expect } from 'expect';

/** Tests as Jest would run them, as far as ours ask for it: blocks, hooks, tables, `expect`. */

type Deed = () => unknown;
export interface Case {
  readonly name: string;
  readonly run: Deed;
}
export interface Block {
  readonly name: string;
  readonly cases: Case[];
  readonly blocks: Block[];
  readonly hooks: Record<Hook, Deed[]>;
}
type Hook = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

const HOOKS: readonly Hook[] = ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'];

const blockCalled = (name: string): Block => ({
  name,
  cases: [],
  blocks: [],
  hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
});

/** The tests that are said while something loads. */
export function collect(load: () => void, require: NodeJS.Require): Block {
  const root = blockCalled('(file)');
  let open = root;
  const test = (name: string, run: Deed): void => {
    open.cases.push({ name: `${open.name} ${name}`, run });
  };
  const describe = (name: string, say: Deed): void => {
    const outer = open;
    open = blockCalled(`${outer.name} ${name}`);
    outer.blocks.push(open);
    say();
    open = outer;
  };
  Object.assign(globalThis, {
    test: Object.assign(test, { each: bind(test as never, false) }),
    describe: Object.assign(describe, { each: bind(describe as never, false) }),
    expect,
    jest: { setTimeout: () => undefined, requireActual: require },
    ...Object.fromEntries(HOOKS.map((hook) => [hook, (deed: Deed) => open.hooks[hook].push(deed)])),
  });
  load();
  return root;
}

/** How tests are run, and what is done with what comes of them. */
export interface Run {
  wanted(one: Case): boolean;
  /** Milliseconds. */
  limit(one: Case): number;
  /** What runs next: a test, or hooks of a block. */
  around(name: string): void;
  /** @returns whether to go on */
  done(one: Case, seconds: number, error: unknown): boolean;
}

const hasWanted = (block: Block, run: Run): boolean =>
  block.cases.some((one) => run.wanted(one)) || block.blocks.some((inner) => hasWanted(inner, run));

/** @returns whether to go on */
export async function runBlock(block: Block, run: Run, outer: readonly Block[] = []): Promise<boolean> {
  if (!hasWanted(block, run)) return true;
  const around = [...outer, block];
  run.around(block.name);
  let goesOn = true;
  try {
    for (const deed of block.hooks.beforeAll) await deed();
    for (const one of block.cases) {
      if (!goesOn || !run.wanted(one)) continue;
      run.around(one.name);
      const started = performance.now();
      const error = await troubleOf(one, around, run.limit(one));
      goesOn = run.done(one, (performance.now() - started) / 1000, error);
    }
    for (const inner of block.blocks) goesOn &&= await runBlock(inner, run, around);
  } finally {
    run.around(block.name);
    for (const deed of block.hooks.afterAll) await deed();
  }
  return goesOn;
}

/** What went wrong in a test, or before or after it; undefined: nothing. */
async function troubleOf(one: Case, around: readonly Block[], limit: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      refuse(new Error('It took too long.'));
    }, limit);
  });
  const whole = async (): Promise<void> => {
    try {
      for (const block of around) for (const deed of block.hooks.beforeEach) await deed();
      await one.run();
    } finally {
      for (const block of [...around].reverse()) for (const deed of block.hooks.afterEach) await deed();
    }
  };
  try {
    await Promise.race([whole(), late]);
    return undefined;
  } catch (error) {
    return error ?? new Error('It failed.');
  } finally {
    clearTimeout(timer);
  }
}
