import { atan2 } from '../../exact/math';
import type { Problem } from './contract';

/**
 * Measures the distance from a point (at `from` in `points`) to a centre (at `to` in `centres`), in km or
 * feature units. On the sphere it is the great circle between the directions of both: a centroid lies
 * under the ground.
 */
export type Measure = (points: Float64Array, from: number, centres: Float64Array, to: number) => number;

export function measureOf(space: Problem['space'], dims: number): Measure {
  if (space !== 'sphere') {
    return (points, from, centres, to) => {
      let square = 0;
      for (let d = 0; d < dims; d++) {
        const x = points[from + d]! - centres[to + d]!;
        square += x * x;
      }
      return Math.sqrt(square);
    };
  }
  return (points, from, centres, to) => {
    const x = points[from]!;
    const y = points[from + 1]!;
    const z = points[from + 2]!;
    const a = centres[to]!;
    const b = centres[to + 1]!;
    const c = centres[to + 2]!;
    const radius = Math.sqrt(x * x + y * y + z * z);
    const norm = Math.sqrt(a * a + b * b + c * c);
    if (norm === 0) return (radius * 3.141592653589793) / 2;
    const scale = radius / norm;
    const dx = x - a * scale;
    const dy = y - b * scale;
    const dz = z - c * scale;
    // sin of half the angle; for near points the series is exact to the last bits and spares the arc tangent
    const s2 = (dx * dx + dy * dy + dz * dz) / (4 * radius * radius);
    const s = Math.sqrt(s2);
    if (s2 < 1e-3)
      return 2 * radius * s * (1 + s2 * (1 / 6 + s2 * (3 / 40 + s2 * (15 / 336 + s2 * (105 / 3456)))));
    return 2 * radius * atan2(s, Math.sqrt(Math.max(0, 1 - s2)));
  };
}
