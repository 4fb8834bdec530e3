import { kmeans } from 'ml-kmeans';
import type { Cloud } from '../problem/cloud';
import type { Pool } from './seeds';

/** Points of a sample: enough for the shape of K clusters. */
const LEAST = 600;
const PER_CLUSTER = 12;
/** Above this sample × K, ml-kmeans takes longer than the rest of the run. */
const MOST_WORK = 1e6;

/**
 * Centres of a pool's territories by plain k-means (ml-kmeans, k-means++ seeding) on a sample drawn in proportion
 * to mass: ml-kmeans knows no weights, and on all points it would take longer than everything else.
 * @returns one centre a territory, or null where it cannot run (too few places, too many territories)
 */
export function kmeansSeeds(cloud: Cloud, pool: Pool, seed: number): number[][] | null {
  const k = pool.territories.length;
  const size = Math.max(Math.min(LEAST, pool.points.length), PER_CLUSTER * k);
  if (size * k > MOST_WORK) return null;
  const points = sample(cloud, pool, size);
  if (new Set(points.map((point) => point.join())).size < k) return null;
  const tolerance = (variance(points) / k) * 1e-3;
  return kmeans(points, k, { seed, maxIterations: 50, tolerance }).centroids;
}

/** About `size` points, evenly along the curve by mass (systematic sampling); by number where none has mass. */
function sample(cloud: Cloud, { points, mass }: Pool, size: number): number[][] {
  let total = 0;
  for (const m of mass) total += m;
  const massOf = (q: number) => (total > 0 ? mass[q]! : 1);
  const step = (total > 0 ? total : points.length) / size;
  const drawn: number[][] = [];
  let next = step / 2;
  let sum = 0;
  for (let q = 0; q < points.length; q++) {
    sum += massOf(q);
    for (; next < sum; next += step) {
      const at = points[q]! * cloud.lifted;
      drawn.push(Array.from(cloud.z.subarray(at, at + cloud.dims)));
    }
  }
  return drawn;
}

/** Variance of points about their mean, summed over coordinates. */
function variance(points: readonly number[][]): number {
  const [first = []] = points;
  return first.reduce((total, _, d) => {
    let sum = 0;
    let squares = 0;
    for (const point of points) {
      sum += point[d]!;
      squares += point[d]! * point[d]!;
    }
    const mean = sum / points.length;
    return total + squares / points.length - mean * mean;
  }, 0);
}
