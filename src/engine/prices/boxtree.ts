import type { Cloud, Group } from '../problem/cloud';

/** Points in a leaf. */
export const LEAF = 16;

/**
 * One implicit binary tree of boxes per group of a cloud, over runs of `LEAF` consecutive points. Node 1 is
 * a group's root, node v has children 2v and 2v + 1; a node over one leaf is final. With `base` added, a
 * node indexes `box` (lower then upper corner) and `sum` (Σ u·z, then Σ u).
 */
export interface BoxTree {
  readonly roots: readonly Root[];
  readonly nodes: number;
  /** nodes × 2·lifted. */
  readonly box: Float64Array;
  /** nodes × (lifted + 1). */
  readonly sum: Float64Array;
}

export interface Root {
  readonly group: Group;
  readonly base: number;
  readonly leaves: number;
}

/** Where the leaves from `low` to `high` are split. */
function middle(low: number, high: number): number {
  return (low + high + 1) >> 1;
}

const known = new WeakMap<Cloud, BoxTree>();

/** The tree of a cloud with its own masses, built once: a cloud is priced from many starts. */
export function boxTreeOf(cloud: Cloud): BoxTree {
  let tree = known.get(cloud);
  if (!tree) {
    tree = buildBoxTree(cloud);
    known.set(cloud, tree);
  }
  return tree;
}

export function buildBoxTree(cloud: Cloud, u = cloud.u): BoxTree {
  const { lifted: d, z } = cloud;
  const roots: Root[] = [];
  let nodes = 0;
  for (const group of cloud.groups) {
    const leaves = Math.ceil((group.end - group.start) / LEAF);
    let width = 1;
    while (width < leaves) width *= 2;
    roots.push({ group, base: nodes, leaves });
    nodes += 2 * width;
  }
  const box = new Float64Array(nodes * 2 * d);
  const sum = new Float64Array(nodes * (d + 1));

  const build = (root: Root, node: number, low: number, high: number): void => {
    const b = (root.base + node) * 2 * d;
    const s = (root.base + node) * (d + 1);
    if (high - low === 1) {
      const start = root.group.start + low * LEAF;
      const end = Math.min(root.group.end, start + LEAF);
      for (let c = 0; c < d; c++) {
        let min = Infinity;
        let max = -Infinity;
        let total = 0;
        for (let i = start; i < end; i++) {
          const x = z[i * d + c]!;
          if (x < min) min = x;
          if (x > max) max = x;
          total += u[i]! * x;
        }
        box[b + c] = min;
        box[b + d + c] = max;
        sum[s + c] = total;
      }
      let mass = 0;
      for (let i = start; i < end; i++) mass += u[i]!;
      sum[s + d] = mass;
      return;
    }
    const mid = middle(low, high);
    build(root, 2 * node, low, mid);
    build(root, 2 * node + 1, mid, high);
    const left = root.base + 2 * node;
    for (let c = 0; c < d; c++) {
      box[b + c] = Math.min(box[left * 2 * d + c]!, box[(left + 1) * 2 * d + c]!);
      box[b + d + c] = Math.max(box[left * 2 * d + d + c]!, box[(left + 1) * 2 * d + d + c]!);
    }
    for (let c = 0; c <= d; c++) sum[s + c] = sum[left * (d + 1) + c]! + sum[(left + 1) * (d + 1) + c]!;
  };
  for (const root of roots) if (root.leaves > 0) build(root, 1, 0, root.leaves);
  return { roots, nodes, box, sum };
}
