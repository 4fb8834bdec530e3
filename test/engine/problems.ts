import type { Problem } from '../../src/engine';

/** Accounts of weight 1 on a square grid, 10 km apart. */
export function grid({ side, territories }: { side: number; territories: number }): Problem {
  const n = side * side;
  const points = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    points[2 * i] = 10 * (i % side);
    points[2 * i + 1] = 10 * Math.floor(i / side);
  }
  return {
    accounts: n,
    territories,
    space: 'plane',
    dims: 2,
    points,
    metrics: [{ weight: new Float64Array(n).fill(1), tolerance: 0.05 }],
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
  };
}
