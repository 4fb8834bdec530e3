import type { Ledger } from './ledger';

/** Atoms that may change territory, each with the few territories worth trying. */
export interface Border {
  readonly atoms: Int32Array;
  /** atoms × WIDTH territories, −1 where there are fewer. */
  readonly options: Int32Array;
}

/** Territories tried for one atom. */
export const WIDTH = 6;

/** Collects atoms and options, cheapest territory first. */
export class BorderBuilder {
  private readonly atoms: number[] = [];
  private readonly options: number[] = [];

  add(atom: number, territories: ArrayLike<number>, values: ArrayLike<number>, count: number): void {
    const order: number[] = [];
    for (let q = 0; q < count; q++) order.push(q);
    order.sort((a, b) => values[a]! - values[b]! || territories[a]! - territories[b]!);
    this.atoms.push(atom);
    for (let q = 0; q < WIDTH; q++) this.options.push(q < count ? territories[order[q]!]! : -1);
  }

  done(): Border {
    return { atoms: Int32Array.from(this.atoms), options: Int32Array.from(this.options) };
  }
}

/** All atoms with their cheapest territories by unpriced cost: for small problems and for plans without a dual. */
export function wholeBorder(ledger: Ledger): Border {
  const builder = new BorderBuilder();
  const { k, cloud } = ledger.core;
  const territories = new Int32Array(k);
  const values = new Float64Array(k);
  for (let i = 0; i < cloud.n; i++) {
    let count = 0;
    for (let j = 0; j < k; j++) {
      if (!ledger.allowed(i, j)) continue;
      territories[count] = j;
      values[count++] = ledger.cost(i, j);
    }
    builder.add(i, territories, values, count);
  }
  return builder.done();
}
