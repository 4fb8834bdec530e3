import type { Metric, Problem } from '../../src/engine';

/**
 * A plain problem, on the sphere unless said otherwise: every account may go anywhere, nothing is pinned and nobody
 * owns anything.
 */
export function problemOf(
  points: Float64Array,
  metrics: Metric[],
  territories: number,
  over: Partial<Problem> = {},
): Problem {
  const { dims = 3 } = over;
  const n = points.length / dims;
  return {
    accounts: n,
    territories,
    space: 'sphere',
    dims,
    points,
    metrics,
    share: new Float64Array(territories).fill(1),
    classOf: new Int32Array(n),
    classes: 1,
    eligible: new Uint8Array(territories).fill(1),
    pinned: new Int32Array(n).fill(-1),
    family: new Int32Array(n).fill(-1),
    current: new Int32Array(n).fill(-1),
    keep: 0,
    seatsFixed: false,
    seed: 1,
    effort: 1,
    ...over,
  };
}
