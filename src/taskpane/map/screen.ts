import type { Layout } from './layout';
import type { View } from './view';

/** Where map units are on a canvas: pixel = unit × scale + left or top. */
export interface Placement {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** @param width of the canvas, in the pixels that are wanted */
export function placement({ width, height }: Layout, view: View, canvasWidth: number): Placement {
  const scale = (canvasWidth / width) * view.zoom;
  return {
    scale,
    left: canvasWidth / 2 - view.x * scale,
    top: (canvasWidth * height) / width / 2 - view.y * scale,
  };
}

/** Accounts on one site stand round it like the seeds of a sunflower, as far as this many pixels. */
const SPREAD = 12;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Where every point is on the canvas, 2 values each, NaN for one that is not on the map.
 *
 * @param seed the distance between accounts on one site, in pixels
 */
export function screenPoints({ points, sites }: Layout, at: Placement, seed: number): Float32Array {
  const out = new Float32Array(points.length);
  for (let i = 0; 2 * i < points.length; i++) {
    let x = (points[2 * i] ?? NaN) * at.scale + at.left;
    let y = (points[2 * i + 1] ?? NaN) * at.scale + at.top;
    const rank = sites.rank[i] ?? 0;
    if (rank > 0) {
      const crowd = sites.size[sites.of[i] ?? 0] ?? 1;
      const step = Math.min(seed, (SPREAD * seed) / 4 / Math.sqrt(crowd));
      const radius = step * Math.sqrt(rank);
      x += radius * Math.cos(rank * GOLDEN);
      y += radius * Math.sin(rank * GOLDEN);
    }
    out[2 * i] = x;
    out[2 * i + 1] = y;
  }
  return out;
}

/** The point nearest to a place, −1 if none is within reach. */
export function nearest(xy: Float32Array, x: number, y: number, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (let i = 0; 2 * i < xy.length; i++) {
    const dx = (xy[2 * i] ?? NaN) - x;
    const dy = (xy[2 * i + 1] ?? NaN) - y;
    const distance = dx * dx + dy * dy;
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

/**
 * The nearest point that lies in a direction, up to 45° to either side; −1 if there is none. Points that lie straight
 * ahead count as nearer than those aside.
 *
 * @param from a point, or −1 for the middle given as `x`, `y`
 */
export function onward(
  xy: Float32Array,
  from: number,
  direction: readonly [number, number],
  x: number,
  y: number,
): number {
  const x0 = from < 0 ? x : (xy[2 * from] ?? x);
  const y0 = from < 0 ? y : (xy[2 * from + 1] ?? y);
  let best = -1;
  let least = Infinity;
  for (let i = 0; 2 * i < xy.length; i++) {
    if (i === from) continue;
    const dx = (xy[2 * i] ?? NaN) - x0;
    const dy = (xy[2 * i + 1] ?? NaN) - y0;
    const ahead = dx * direction[0] + dy * direction[1];
    const aside = Math.abs(dx * direction[1] - dy * direction[0]);
    if (!(ahead > 0 && aside <= ahead)) continue;
    const far = ahead + 2 * aside;
    if (far < least) {
      least = far;
      best = i;
    }
  }
  return best;
}
