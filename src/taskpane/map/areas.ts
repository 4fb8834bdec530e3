import { nextEdge, type Mesh } from './mesh';

/** Polylines or rings: x, y, x, y … of each. */
export type Lines = readonly Float32Array[];

/** Territories as areas: the cells of their sites, melted together. */
export interface Areas {
  /** The rings of each territory, islands and holes alike; filled even-odd or not, they are the same. */
  readonly rings: readonly Lines[];
  /** Where two territories, or a territory and unassigned accounts, meet: x, y, x, y of each piece. */
  readonly between: Float32Array;
}

/** No territory, but cells all the same. */
const STAND_IN = -2;

/** @param holder the territory of each site, −1 for none */
export function areasOf(mesh: Mesh, holder: Int16Array, territories: number): Areas {
  const rings = Array.from({ length: territories }, (): Float32Array[] => []);
  const between: number[] = [];
  const { corner, twin } = mesh;
  const whose = (e: number) => {
    const site = corner[e] ?? -1;
    return site < 0 ? STAND_IN : (holder[site] ?? -1);
  };
  const done = new Uint8Array(corner.length);
  for (let e = 0; e < corner.length; e++) {
    const mine = whose(e);
    const other = whose(nextEdge(e));
    if (mine === other) continue;
    const beyond = twin[e] ?? -1;
    if (e < beyond && mine !== STAND_IN && other !== STAND_IN) {
      between.push(...meetingAt(mesh, e), ...meetingAt(mesh, beyond));
    }
    if (mine >= 0 && done[e] === 0) rings[mine]?.push(ringFrom(mesh, e, whose, done));
  }
  return { rings, between: Float32Array.from(between) };
}

/** Walks the border of a territory, its own sites on one side, until it comes back. */
function ringFrom(mesh: Mesh, start: number, whose: (e: number) => number, done: Uint8Array): Float32Array {
  const mine = whose(start);
  const ring: number[] = [];
  let e = start;
  do {
    done[e] = 1;
    ring.push(...meetingAt(mesh, e));
    const beyond = mesh.twin[e] ?? -1;
    // Of the three cells that meet there, the third decides on which side of it the border goes on.
    const on = nextEdge(beyond);
    e = whose(nextEdge(on)) === mine ? nextEdge(on) : on;
  } while (e !== start);
  return Float32Array.from(ring);
}

function meetingAt({ meeting }: Mesh, e: number): readonly [number, number] {
  const t = Math.floor(e / 3);
  return [meeting[2 * t] ?? 0, meeting[2 * t + 1] ?? 0];
}
