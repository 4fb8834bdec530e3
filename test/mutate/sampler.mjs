import { readFileSync } from 'node:fs';
import { keyOf } from './mutant-key.mjs';

/** Where the driver left the keys of the drawn mutants, as JSON; `index.ts` sets it for the processes under it. */
const DRAWN = 'EVENFIELD_DRAWN_MUTANTS';

/**
 * StrykerJS can only draw a sample by lines. As a checker we see each mutant before it runs: what was not drawn
 * goes back as one that does not compile, and the driver counts it as not drawn.
 */
class Sampler {
  async init() {
    this.drawn = new Set(JSON.parse(readFileSync(process.env[DRAWN], 'utf8')));
  }

  async check(mutants) {
    const verdict = (mutant) =>
      this.drawn.has(keyOf(mutant)) ? { status: 'passed' } : { status: 'compileError', reason: 'not drawn' };
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdict(mutant)]));
  }

  /** All in one go: asking one by one takes as long as running some of them. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', value: new Sampler() }];
