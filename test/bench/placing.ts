import { design, place, Placer, runToEnd, Standing } from '../../src/engine';
import { figureOf, timed, type Figure } from './figures';
import { count, made, seedsTo } from './setups';

/** New accounts (5 %) placed into a standing plan, one by one and in bulk: ms an account. */
export function placing(n: number, k: number, seeds: number): Figure[] {
  const single: number[] = [];
  const bulk: number[] = [];
  for (const seed of seedsTo(seeds)) {
    const problem = made(n, k, seed, 1, 0.05);
    const plan = runToEnd(design(problem)).assignment;
    const fresh = Int32Array.from({ length: Math.floor(n / 20) }, (_, q) => 20 * q);
    const without = plan.slice();
    for (const i of fresh) without[i] = -1;
    const placer = new Placer(new Standing(problem, without));
    single.push(timed(() => fresh.forEach((i) => placer.place(i))).ms / fresh.length);
    bulk.push(timed(() => place(problem, without, fresh)).ms / fresh.length);
  }
  const what = `placing ${count(Math.floor(n / 20))} new accounts, ${count(n)} × ${k}`;
  return [
    figureOf(what, 'an account, one by one', 'ms', single, { most: 0.5, by: 'median' }),
    figureOf(what, 'an account, in bulk with its start', 'ms', bulk, { most: 0.5, by: 'median' }),
  ];
}
