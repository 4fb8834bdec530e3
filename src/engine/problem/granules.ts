import { HOPELESS, type Binding } from './families';
import type { Measures } from './measures';

/** Weights are multiples of the smallest if they differ from them by no more than this part of it; sums round less. */
const EXACT = 1e-9;
const ROUNDING = 1e-11;
const STEPS = 60;

/**
 * A floor under the worst deviation where every account weighs a multiple of the least (as where they are counted): 300
 * accounts in 7 territories cannot be spread more evenly than 43, 43, 43, 43, 43, 43, 42, which is 2 % off.
 * @param target K × M scaled targets
 * @returns 0 where weights are of all kinds
 */
export function granularFloor({ fixed }: Binding, { ids, target, weight }: Measures, m: number): number {
  let least = Infinity;
  for (let i = 0; i < fixed.length; i++) {
    const w = fixed[i] === HOPELESS ? 0 : weight(i, m);
    if (w > 0 && w < least) least = w;
  }
  let granules = 0;
  for (let i = 0; i < fixed.length; i++) {
    const count = fixed[i] === HOPELESS ? 0 : weight(i, m) / least;
    if (Math.abs(count - Math.round(count)) > EXACT) return 0;
    granules += Math.round(count);
  }
  const wanted: number[] = [];
  for (let at = m; at < target.length; at += ids.length) wanted.push(target[at]! / least);
  const isPossible = (tolerance: number) => {
    let low = 0;
    let high = 0;
    for (const x of wanted) {
      low += Math.ceil(x * (1 - tolerance) - ROUNDING * x);
      high += Math.floor(x * (1 + tolerance) + ROUNDING * x);
    }
    return low <= granules && granules <= high;
  };
  if (isPossible(0)) return 0;
  let [no, yes] = [0, 1];
  for (let step = 0; step < STEPS && isPossible(yes); step++) {
    const mid = (no + yes) / 2;
    if (isPossible(mid)) yes = mid;
    else no = mid;
  }
  return no;
}
