import type { Frontier } from './frontier';

/** Takes back what budgets do not allow: the moves that gain least for what they take up. Returns the moves made. */
export function afford(frontier: Frontier): number {
  if (frontier.overspent() === 0) return 0;
  const { n, width, option, at, need, budgets, used, allowed } = frontier;
  const backs: { t: number; q: number; price: number }[] = [];
  for (let t = 0; t < n; t++) {
    for (let q = 0; q < width && option[t * width + q]! >= 0; q++) {
      let freed = 0;
      for (let r = 0; r < budgets; r++) {
        if (used[r]! <= allowed[r]!) continue;
        const less = need[(t * width + at[t]!) * budgets + r]! - need[(t * width + q) * budgets + r]!;
        freed += less / Math.max(1, allowed[r]!);
      }
      if (freed > 0) backs.push({ t, q, price: frontier.moveGain(t, q) / freed });
    }
  }
  backs.sort((a, b) => a.price - b.price || a.t - b.t || a.q - b.q);
  const moved = new Set<number>();
  for (const { t, q } of backs) {
    if (frontier.overspent() === 0) break;
    if (moved.has(t)) continue;
    moved.add(t);
    frontier.move(t, q);
  }
  return moved.size;
}
