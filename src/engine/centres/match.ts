import { assignRows } from './assignment';
import type { Problem } from '../problem/contract';

/** Territories of equal share, eligibility and preference, none with pins: their seats may be exchanged. */
function exchangeable(problem: Problem, bound: Uint8Array): number[][] {
  const { territories: k, classes, eligible, preference, share } = problem;
  const groups = new Map<string, number[]>();
  for (let j = 0; j < k; j++) {
    if (bound[j] === 1) continue;
    const key: number[] = [share[j]!];
    for (let q = 0; q < classes; q++) {
      key.push(eligible[q * k + j]!);
      if (preference) key.push(preference[q * k + j]!);
    }
    const text = key.join();
    const list = groups.get(text);
    if (list) list.push(j);
    else groups.set(text, [j]);
  }
  return [...groups.values()].filter((list) => list.length > 1);
}

/**
 * Which seat each designed territory should serve, so that most money, then most accounts, stay with their
 * territory of today, then homes are near.
 * @param stays K × K, money (or count) of the accounts designed into a that are in b today
 * @param far K × K, squared distance from the centre of a to the home of b, or null
 * @param fixed K, 1 where a territory must keep its seat
 * @returns seat of each territory, a permutation of 0 … K − 1
 */
export function matchSeats(
  problem: Problem,
  stays: { money: Float64Array; accounts: Float64Array },
  far: Float64Array | null,
  fixed: Uint8Array,
): Int32Array {
  const k = problem.territories;
  const seat = Int32Array.from({ length: k }, (_, j) => j);
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0) || 1;
  const money = sum(stays.money);
  const accounts = sum(stays.accounts);
  let widest = 0;
  if (far) for (const x of far) if (x > widest) widest = x;
  for (const group of exchangeable(problem, fixed)) {
    const n = group.length;
    const cost = new Float64Array(n * n);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        const at = group[a]! * k + group[b]!;
        const near = far && widest > 0 && far[at]! >= 0 ? far[at]! / widest : 0;
        cost[a * n + b] = -stays.money[at]! / money - 1e-5 * (stays.accounts[at]! / accounts) + 1e-9 * near;
      }
    }
    assignRows(cost, n, n).forEach((b, a) => (seat[group[a]!] = group[b]!));
  }
  return seat;
}
