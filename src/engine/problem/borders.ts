import type { Problem } from './contract';

/** Where accounts stand, each place once, and which places are beside each other. */
export interface Places {
  /** N values. */
  readonly placeOf: Int32Array;
  /** Lists by place, in rising order. */
  readonly beside: readonly (readonly number[])[];
}

/** Accounts at one point are at one place; places are beside each other where accounts there are neighbours. */
function placesOf({ accounts, points, dims, neighbours = new Int32Array(0) }: Problem): Places {
  const placeOf = new Int32Array(accounts);
  const places = new Map<string, number>();
  for (let i = 0; i < accounts; i++) {
    const point = points.subarray(i * dims, (i + 1) * dims);
    // Where nothing is known of it, an account is alone.
    const key = dims === 0 || point.some(Number.isNaN) ? `# ${i}` : point.join();
    if (!places.has(key)) places.set(key, places.size);
    placeOf[i] = places.get(key)!;
  }
  const beside = Array.from(places, () => new Set<number>());
  for (let q = 0; q + 1 < neighbours.length; q += 2) {
    const a = placeOf[neighbours[q]!]!;
    const b = placeOf[neighbours[q + 1]!]!;
    if (a === b) continue;
    beside[a]!.add(b);
    beside[b]!.add(a);
  }
  return { placeOf, beside: beside.map((list) => [...list].sort((a, b) => a - b)) };
}

/**
 * K values: in how many pieces a plan has each territory. A family holds together whatever is between its members; pieces
 * of nothing but pinned accounts are not counted, nor are accounts beside which there is nobody.
 */
export function piecesOf(problem: Problem, assignment: Int32Array): Int32Array {
  const { placeOf, beside } = placesOf(problem);
  const { territories: k, pinned, family } = problem;
  const pieces = new Int32Array(k);
  // A spot is a territory's part of a place.
  const spots = new Map<number, number[]>();
  const members = new Map<number, number[]>();
  for (let i = 0; i < assignment.length; i++) {
    const j = assignment[i]!;
    if (j < 0 || beside[placeOf[i]!]!.length === 0) continue;
    add(spots, placeOf[i]! * k + j, i);
    if (family[i]! >= 0) add(members, family[i]! * k + j, i);
  }
  const seen = new Set<number>();
  for (const from of spots.keys()) {
    if (seen.has(from)) continue;
    const j = from % k;
    const reached = new Set([from]);
    let isFree = false;
    // A set grows while it is walked.
    for (const spot of reached) {
      for (const place of beside[Math.floor(spot / k)]!)
        if (spots.has(place * k + j)) reached.add(place * k + j);
      for (const i of spots.get(spot)!) {
        if (pinned[i]! < 0) isFree = true;
        for (const o of members.get(family[i]! * k + j) ?? []) reached.add(placeOf[o]! * k + j);
      }
    }
    for (const spot of reached) seen.add(spot);
    if (isFree) pieces[j]!++;
  }
  return pieces;
}

function add(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * Who is beside whom in a plan in the making: atoms, numbered as they are, and after them what stands fast, a node for
 * each place and territory. Those at one place are beside each other, and beside those at places beside it.
 */
export class Borders {
  readonly nodes: number;
  private readonly fast: number[] = [];
  private readonly placesOfNode: number[][];
  private readonly nodesAt: number[][];
  private readonly lists: (readonly number[] | undefined)[] = [];
  private readonly beside: Places['beside'];

  /**
   * @param atomOf N values: the atom of an account, −1 where it has no choice
   * @param fixed N values: where an account without a choice stands, negative for nowhere
   */
  constructor(
    problem: Problem,
    atomOf: Int32Array,
    fixed: Int32Array,
    private readonly atoms: number,
  ) {
    const { placeOf, beside } = placesOf(problem);
    this.beside = beside;
    this.placesOfNode = Array.from({ length: atoms }, () => []);
    this.nodesAt = beside.map(() => []);
    const nodes = new Map<string, number>();
    for (let i = 0; i < atomOf.length; i++) {
      const place = placeOf[i]!;
      if (beside[place]!.length === 0) continue;
      const atom = atomOf[i]!;
      if (atom >= 0) this.put(atom, place);
      else if (fixed[i]! >= 0) {
        const key = `${place} ${fixed[i]!}`;
        if (nodes.has(key)) continue;
        nodes.set(key, this.placesOfNode.length);
        this.fast.push(fixed[i]!);
        this.put(this.placesOfNode.length, place);
      }
    }
    this.nodes = this.placesOfNode.length;
  }

  /** True of what stands fast. */
  isFast(node: number): boolean {
    return node >= this.atoms;
  }

  /** The territory of a node. @param out that of each atom */
  holder(out: Int32Array, node: number): number {
    return node < this.atoms ? out[node]! : this.fast[node - this.atoms]!;
  }

  /** The nodes beside one, in rising order. */
  of(node: number): readonly number[] {
    return (this.lists[node] ??= this.look(node));
  }

  /** True of a node that is beside whatever another is beside, as it is at the same places. */
  covers(node: number, other: number): boolean {
    const places = this.placesOfNode[node]!;
    return this.placesOfNode[other]!.every((place) => places.includes(place));
  }

  private put(node: number, place: number): void {
    const places = (this.placesOfNode[node] ??= []);
    if (places.includes(place)) return;
    places.push(place);
    this.nodesAt[place]!.push(node);
  }

  private look(node: number): readonly number[] {
    const found = new Set<number>();
    for (const place of this.placesOfNode[node]!)
      for (const near of [place, ...this.beside[place]!]) for (const o of this.nodesAt[near]!) found.add(o);
    found.delete(node);
    return [...found].sort((a, b) => a - b);
  }
}
