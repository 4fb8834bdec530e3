import { WIDTH, type Border } from './border';
import type { Ledger } from './ledger';

/**
 * Local search over the border: first moves and swaps that take the worst territory back into tolerance,
 * cheapest first; then moves and swaps that make the plan more compact without leaving it. Bounded by steps.
 */
export function* polish(ledger: Ledger, border: Border, maxSteps: number): Generator<number, number> {
  const { k } = ledger.core;
  const { atoms, options } = border;
  const n = atoms.length;
  const lists: number[][] = Array.from({ length: k }, () => []);
  const wanted: number[][] = Array.from({ length: k }, () => []);
  for (let t = 0; t < n; t++) {
    lists[ledger.out[atoms[t]!]!]!.push(t);
    for (let q = 0; q < WIDTH; q++)
      if (options[t * WIDTH + q]! >= 0) wanted[options[t * WIDTH + q]!]!.push(t);
  }
  const members = (j: number): number[] => {
    const list = lists[j]!.filter((t, q, all) => ledger.out[atoms[t]!] === j && all.indexOf(t) === q);
    lists[j] = list;
    return list;
  };
  const wants = (t: number, j: number): boolean => {
    for (let q = 0; q < WIDTH; q++) if (options[t * WIDTH + q] === j) return true;
    return false;
  };
  const scale = 1e-3 * Math.max(1e-300, Math.abs(meanCost(ledger))) || 1;
  const price = (extra: number) => 1 + Math.max(0, extra) / scale;
  const move = (t: number, to: number) => {
    ledger.move(atoms[t]!, to);
    lists[to]!.push(t);
  };
  let steps = 0;
  const stuck = new Uint8Array(k);
  for (; steps < maxSteps; steps++) {
    if (steps % 500 === 499) yield ledger.totalViolation();
    let j = -1;
    let worst = 1e-15;
    for (let q = 0; q < k; q++) {
      if (stuck[q] === 0 && ledger.violation[q]! > worst) {
        worst = ledger.violation[q]!;
        j = q;
      }
    }
    if (j < 0) break;
    let best = -1e-14;
    let atom = -1;
    let to = -1;
    const mine = members(j);
    for (const t of mine) {
      const i = atoms[t]!;
      const less = ledger.excess(j, i, -1, -1, 0) - ledger.violation[j]!;
      for (let q = 0; q < WIDTH; q++) {
        const o = options[t * WIDTH + q]!;
        if (o < 0 || o === j) continue;
        const change = less + ledger.excess(o, i, 1, -1, 0) - ledger.violation[o]!;
        if (change >= 0) continue;
        const score = change / price(ledger.cost(i, o) - ledger.cost(i, j));
        if (score < best) {
          best = score;
          atom = t;
          to = o;
        }
      }
    }
    for (const t of wanted[j]!) {
      const i = atoms[t]!;
      const from = ledger.out[i]!;
      if (from === j) continue;
      const change =
        ledger.excess(j, i, 1, -1, 0) -
        ledger.violation[j]! +
        ledger.excess(from, i, -1, -1, 0) -
        ledger.violation[from]!;
      if (change >= 0) continue;
      const score = change / price(ledger.cost(i, j) - ledger.cost(i, from));
      if (score < best) {
        best = score;
        atom = t;
        to = j;
      }
    }
    if (atom >= 0) {
      move(atom, to);
      stuck.fill(0);
      continue;
    }
    let other = -1;
    best = -1e-14;
    for (const t of mine) {
      const i = atoms[t]!;
      for (let q = 0; q < WIDTH; q++) {
        const o = options[t * WIDTH + q]!;
        if (o < 0 || o === j) continue;
        for (const s of members(o)) {
          if (!wants(s, j)) continue;
          const b = atoms[s]!;
          const change =
            ledger.excess(j, i, -1, b, 1) +
            ledger.excess(o, i, 1, b, -1) -
            ledger.violation[j]! -
            ledger.violation[o]!;
          if (change >= 0) continue;
          const extra = ledger.cost(i, o) - ledger.cost(i, j) + ledger.cost(b, j) - ledger.cost(b, o);
          const score = change / price(extra);
          if (score < best) {
            best = score;
            atom = t;
            other = s;
          }
        }
      }
    }
    if (atom < 0) {
      stuck[j] = 1;
      continue;
    }
    const o = ledger.out[atoms[other]!]!;
    move(atom, o);
    move(other, j);
    stuck.fill(0);
  }
  for (let pass = 0; pass < 3; pass++) {
    let changed = 0;
    for (let t = 0; t < n && steps < maxSteps; t++) {
      const i = atoms[t]!;
      const from = ledger.out[i]!;
      const now = ledger.cost(i, from);
      for (let q = 0; q < WIDTH; q++) {
        const o = options[t * WIDTH + q]!;
        if (o < 0 || o === from || ledger.cost(i, o) >= now - 1e-9 * Math.abs(now)) continue;
        const change =
          ledger.excess(from, i, -1, -1, 0) +
          ledger.excess(o, i, 1, -1, 0) -
          ledger.violation[from]! -
          ledger.violation[o]!;
        if (change > 0) continue;
        move(t, o);
        steps++;
        changed++;
        break;
      }
    }
    if (changed === 0) break;
    yield ledger.totalViolation();
  }
  return steps;
}

function meanCost(ledger: Ledger): number {
  return ledger.totalCost() / ledger.core.k;
}
