import { nextEdge, type Mesh } from './mesh';
import type { Sites } from './sites';

/** Which territories touch. */
export interface Neighbours {
  readonly count: number;
  /** K × K, symmetric: how many times two touch; 0 on the diagonal. */
  readonly edges: Float64Array;
}

/**
 * Territories are neighbours where their cells touch, and where both have accounts on one site.
 *
 * @param holder the territory of each site, −1 for none
 * @param territory N values, −1 for none
 */
export function neighboursOf(
  meshes: readonly Mesh[],
  sites: Sites,
  holder: Int16Array,
  territory: Int16Array,
  count: number,
): Neighbours {
  const edges = new Float64Array(count * count);
  const touch = (a: number, b: number) => {
    if (a < 0 || b < 0 || a === b) return;
    edges[a * count + b] = (edges[a * count + b] ?? 0) + 1;
    edges[b * count + a] = (edges[b * count + a] ?? 0) + 1;
  };
  for (const { corner, twin } of meshes) {
    for (let e = 0; e < corner.length; e++) {
      if (e > (twin[e] ?? -1)) continue;
      touch(holder[corner[e] ?? -1] ?? -1, holder[corner[nextEdge(e)] ?? -1] ?? -1);
    }
  }
  const crowd = new Map<number, Set<number>>();
  sites.of.forEach((site, i) => {
    const j = territory[i] ?? -1;
    if (site < 0 || j < 0 || (sites.size[site] ?? 0) < 2) return;
    let here = crowd.get(site);
    if (here === undefined) crowd.set(site, (here = new Set()));
    here.add(j);
  });
  for (const here of crowd.values()) {
    const list = [...here];
    list.forEach((a, at) => {
      for (const b of list.slice(at + 1)) touch(a, b);
    });
  }
  return { count, edges };
}
