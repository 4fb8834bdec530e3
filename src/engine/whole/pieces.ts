import type { Borders } from '../problem/borders';
import type { Ledger } from './ledger';

/** The connected pieces of a territory, the heaviest first; those that hold what stands fast are heavier than all others. */
export function piecesIn({ core, out }: Ledger, borders: Borders, territory: number): number[][] {
  const { u } = core.cloud;
  const seen = new Uint8Array(borders.nodes);
  const pieces: { nodes: number[]; mass: number }[] = [];
  for (let from = 0; from < borders.nodes; from++) {
    if (borders.holder(out, from) !== territory || seen[from] === 1 || borders.of(from).length === 0)
      continue;
    const nodes = [from];
    seen[from] = 1;
    let mass = 0;
    for (const i of nodes) {
      mass += borders.isFast(i) ? Infinity : u[i]!;
      for (const o of borders.of(i)) {
        if (borders.holder(out, o) !== territory || seen[o] === 1) continue;
        seen[o] = 1;
        nodes.push(o);
      }
    }
    pieces.push({ nodes, mass });
  }
  const order = (a: number, b: number) => (a === b ? 0 : b - a);
  return pieces.sort((a, b) => order(a.mass, b.mass) || a.nodes[0]! - b.nodes[0]!).map(({ nodes }) => nodes);
}

/** How many pieces are cut off from the first of their territory, and might be elsewhere. */
export function cutOff(ledger: Ledger, borders: Borders): number {
  let count = 0;
  for (let j = 0; j < ledger.core.k; j++) {
    for (const piece of piecesIn(ledger, borders, j).slice(1))
      if (!piece.some((node) => borders.isFast(node))) count++;
  }
  return count;
}

/** True if what an atom is linked to in its territory stays linked without it. */
export function staysWhole(out: Int32Array, borders: Borders, atom: number): boolean {
  const own = out[atom]!;
  const mine = (o: number) => borders.holder(out, o) === own;
  // Who is at the same place holds together whatever the atom does: most accounts are in towns with others.
  for (const o of borders.of(atom)) if (mine(o) && borders.covers(o, atom)) return true;
  const near = borders.of(atom).filter(mine);
  if (near.length <= 1) return near.length === 1;
  // Most of them are beside each other: they are found long before the whole territory is.
  const missing = new Set(near.slice(1));
  const seen = new Set([near[0]!]);
  // A set grows while it is walked.
  for (const i of seen) {
    for (const o of borders.of(i)) {
      if (o === atom || seen.has(o) || !mine(o)) continue;
      seen.add(o);
      missing.delete(o);
    }
    if (missing.size === 0) return true;
  }
  return false;
}
