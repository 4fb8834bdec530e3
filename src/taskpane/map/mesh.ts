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
  const meeting = new Float64Array((2 * triangles.length) / 3);
  for (let t = 0; 3 * t < triangles.length; t++) {
    meeting.set(circumcentre(coordinates, triangles, 3 * t), 2 * t);
  }
  return {
    corner: Int32Array.from(triangles, (m) => members[m] ?? -1),
    twin: halfedges,
    meeting,
  };
}

/** Of the triangle whose corners stand from `e` on. A flat one, which has none, gives the middle of its corners. */
function circumcentre(xy: Float64Array, triangles: Uint32Array, e: number): readonly [number, number] {
  const at = (corner: number, axis: number) => xy[2 * (triangles[e + corner] ?? 0) + axis] ?? 0;
  const x = at(0, 0);
  const y = at(0, 1);
  const dx = at(1, 0) - x;
  const dy = at(1, 1) - y;
  const ex = at(2, 0) - x;
  const ey = at(2, 1) - y;
  const area = 2 * (dx * ey - dy * ex);
  if (Math.abs(area) < 1e-9) return [x + (dx + ex) / 3, y + (dy + ey) / 3];
  const d = dx * dx + dy * dy;
  const f = ex * ex + ey * ey;
  return [x + (ey * d - dy * f) / area, y + (dx * f - ex * d) / area];
}

/** The next edge round the same triangle. */
export const nextEdge = (e: number): number => (e % 3 === 2 ? e - 2 : e + 1);
