import type { Problem } from '../../src/engine';
import { exp } from '../../src/exact/math';
import { normal, seeded } from '../../src/exact/random';
import { problemOf } from '../support/problem';

/** Accounts of weight 1 on a square grid, 10 km apart. */
export function grid({ side, territories }: { side: number; territories: number }): Problem {
  const n = side * side;
  const points = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    points[2 * i] = 10 * (i % side);
    points[2 * i + 1] = 10 * Math.floor(i / side);
  }
  const metrics = [{ weight: new Float64Array(n).fill(1), tolerance: 0.05 }];
  return problemOf(points, metrics, territories, { space: 'plane', dims: 2 });
}

/** n accounts strewn over a square, log-normal weights, some with pins and two segments. */
export function strewn(
  n: number,
  k: number,
  tolerances: readonly number[],
  seed: number,
  rules = false,
): Problem {
  const random = seeded(seed);
  const points = Float64Array.from({ length: 2 * n }, () => 1000 * random());
  const first = Float64Array.from({ length: n }, () => exp(normal(random)));
  const weights = [
    first,
    first.map((w) => Math.sqrt(w) * exp(0.4 * normal(random))),
    new Float64Array(n).fill(1),
  ];
  return {
    accounts: n,
    territories: k,
    space: 'plane',
    dims: 2,
    points,
    metrics: tolerances.map((tolerance, m) => ({ weight: weights[m]!, tolerance })),
    share: Float64Array.from({ length: k }, (_, j) => (rules && j === 0 ? 0.5 : 1)),
    classOf: Int32Array.from({ length: n }, () => (rules && random() < 0.3 ? 1 : 0)),
    classes: 2,
    eligible: Uint8Array.from({ length: 2 * k }, (_, at) => (at < k || at % 2 === 0 ? 1 : 0)),
    pinned: Int32Array.from({ length: n }, () => (rules && random() < 0.05 ? Math.floor(random() * k) : -1)),
    family: new Int32Array(n).fill(-1),
    current: new Int32Array(n).fill(-1),
    keep: 0,
    seatsFixed: false,
    seed,
    effort: 1,
  };
}
