import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { strykerPlugins as ofJest } from '@stryker-mutator/jest-runner';

/** Where the driver says how to test, as JSON; `index.ts` sets it for the processes under it. */
const HOW = 'EVENFIELD_MUTATE_HOW';

const [{ factory: jestFactory }] = ofJest;
byFile.inject = jestFactory.inject;

/**
 * StrykerJS's runner for Jest loads every test file for every mutant and runs on after one has noticed it. Where
 * tests load a spreadsheet that takes minutes. Here the dry run goes file by file and keeps which files reach which
 * mutant, and how long each takes; a mutant is then shown to those alone, the quick ones first, until one notices it
 * or they took longer than the patience of the driver. What patience did not last for is told apart: it counts as
 * survived, so that the share of those caught is a lower bound.
 */
function byFile(injector) {
  const { tests, patience, reach, hurried } = JSON.parse(readFileSync(process.env[HOW], 'utf8'));
  const runner = jestFactory(injector);
  const dryRun = runner.dryRun.bind(runner);
  const mutantRun = runner.mutantRun.bind(runner);
  // Processes work in a copy of the project.
  const only = (test) => {
    runner.jestConfig = { ...runner.jestConfig, testMatch: [resolve(test)] };
  };

  runner.dryRun = async (options) => {
    const files = [];
    const all = [];
    let seen = { static: {}, perTest: {} };
    let coverage;
    for (const test of tests) {
      only(test);
      const started = performance.now();
      const result = await dryRun(options);
      if (result.status !== 'complete') return result;
      const seconds = (performance.now() - started) / 1000;
      // What StrykerJS counts goes on counting from file to file.
      coverage = result.mutantCoverage ?? { static: {}, perTest: {} };
      const names = result.tests.map(({ id }) => id);
      const fresh = (now, before = {}) => Object.keys(now ?? {}).filter((id) => now[id] !== before[id]);
      files.push({
        test,
        seconds,
        loads: fresh(coverage.static, seen.static),
        runs: Object.fromEntries(
          names.map((name) => [name, fresh(coverage.perTest[name], seen.perTest[name])]),
        ),
      });
      seen = JSON.parse(JSON.stringify(coverage));
      all.push(...result.tests);
    }
    writeFileSync(reach, JSON.stringify(files));
    return { status: 'complete', tests: all, mutantCoverage: coverage };
  };

  let known;
  runner.mutantRun = async (options) => {
    known ??= JSON.parse(readFileSync(reach, 'utf8'));
    const { id } = options.activeMutant;
    const reaching = known
      .map(({ test, seconds, loads, runs }) => ({
        test,
        seconds,
        // What is worked out while a file loads concerns all of its tests.
        testFilter: loads.includes(id)
          ? undefined
          : Object.keys(runs).filter((name) => runs[name].includes(id)),
      }))
      .filter(({ testFilter }) => testFilter === undefined || testFilter.length > 0)
      .sort((a, b) => a.seconds - b.seconds);
    let spent = 0;
    let count = 0;
    for (const [at, { test, seconds, testFilter }] of reaching.entries()) {
      spent += seconds;
      if (at > 0 && spent > patience) {
        appendFileSync(hurried, `${id} ${at} ${reaching.length}\n`);
        break;
      }
      only(test);
      const result = await mutantRun({ ...options, testFilter });
      if (result.status !== 'survived') return result;
      count += result.nrOfTests;
    }
    return { status: 'survived', nrOfTests: count };
  };
  return runner;
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'by-file', factory: byFile }];
