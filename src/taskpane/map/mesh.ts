import Delaunator from 'delaunator';
import type { Sites } from './sites';

/** Who is beside whom: the Delaunay triangles of some sites, in a ring of stand-ins that bounds every cell. */
export interface Mesh {
  /** The site at each corner, −1 for a stand-in; 3 per triangle. */
  readonly corner: Int32Array;
  /** The same edge as seen from the triangle beside; −1 at the outermost. */
  readonly twin: Int32Array;
  /** 2 per triangle: where three cells meet. */
  readonly meeting: Float64Array;
}

const RING = 8;

/**
 * @param members the sites to mesh, by number; any number of them, none included
 * @param reach half the size of what may ever be seen, in map units
 * @param middle of what may be seen
 */
export function meshOf(
  { xy }: Pick<Sites, 'xy'>,
  members: readonly number[],
  middle: readonly [number, number],
  reach: number,
): Mesh {
  const coordinates = new Float64Array(2 * (members.length + RING));
  members.forEach((site, m) => {
    coordinates[2 * m] = xy[2 * site] ?? 0;
    coordinates[2 * m + 1] = xy[2 * site + 1] ?? 0;
  });
  for (let r = 0; r < RING; r++) {
    const angle = ((r + 0.5) / RING) * 2 * Math.PI;
    const at = 2 * (members.length + r);
    coordinates[at] = middle[0] + 8 * reach * Math.cos(angle);
    coordinates[at + 1] = middle[1] + 8 * reach * Math.sin(angle);
  }
  const { triangles, halfedges } = new Delaunator(coordinates);
  const corner = new Int32Array(triangles.length);
  for (let e = 0; e < corner.length; e++) corner[e] = members[triangles[e] ?? 0] ?? -1;
  return { corner, twin: halfedges, meeting: circumcentres(coordinates, triangles) };
}

/** Of every triangle. A flat one, which has none, gives the middle of its corners. */
function circumcentres(xy: Float64Array, triangles: Uint32Array): Float64Array {
  const centres = new Float64Array((2 * triangles.length) / 3);
  for (let e = 0; e < triangles.length; e += 3) {
    const a = 2 * (triangles[e] ?? 0);
    const b = 2 * (triangles[e + 1] ?? 0);
    const c = 2 * (triangles[e + 2] ?? 0);
    const x = xy[a] ?? 0;
    const y = xy[a + 1] ?? 0;
    const dx = (xy[b] ?? 0) - x;
    const dy = (xy[b + 1] ?? 0) - y;
    const ex = (xy[c] ?? 0) - x;
    const ey = (xy[c + 1] ?? 0) - y;
    const area = 2 * (dx * ey - dy * ex);
    const isFlat = Math.abs(area) < 1e-9;
    const d = dx * dx + dy * dy;
    const f = ex * ex + ey * ey;
    const at = (2 * e) / 3;
    centres[at] = x + (isFlat ? (dx + ex) / 3 : (ey * d - dy * f) / area);
    centres[at + 1] = y + (isFlat ? (dy + ey) / 3 : (dx * f - ex * d) / area);
  }
  return centres;
}

/** The next edge round the same triangle. */
export const nextEdge = (e: number): number => (e % 3 === 2 ? e - 2 : e + 1);
