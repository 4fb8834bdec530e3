import type { Layout } from './layout';
import type { Box } from './panels';

/** Room round a territory, as a part of its own. */
const AROUND = 0.35;

/** Round the accounts of a territory and what is beside them; undefined where none is on the map. */
export function boxOf({ points, plan: { territory } }: Layout, of: number): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  territory.forEach((j, i) => {
    const [x, y] = [points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN];
    if (j !== of || Number.isNaN(x)) return;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  });
  if (left > right) return undefined;
  const [wide, high] = [AROUND * (right - left), AROUND * (bottom - top)];
  return [left - wide, top - high, right + wide, bottom + high];
}
