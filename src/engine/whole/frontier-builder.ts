/** Collects the atoms that may change, each with its territories: the one it is in first, no repeats. */
export class FrontierBuilder {
  readonly atoms: number[] = [];
  readonly options: number[] = [];
  readonly costs: number[] = [];
  readonly needs: number[] = [];

  /**
   * @param width most territories of one atom; further ones are left out
   * @param budgets how many budgets each option draws on
   */
  constructor(
    readonly width: number,
    readonly budgets = 0,
  ) {}

  /** @param needs options × budgets, if there are any */
  add(
    atom: number,
    options: ArrayLike<number>,
    costs: ArrayLike<number>,
    needs: ArrayLike<number> = [],
  ): void {
    this.atoms.push(atom);
    for (let q = 0; q < this.width; q++) {
      const there = q < options.length;
      this.options.push(there ? options[q]! : -1);
      this.costs.push(there ? costs[q]! - costs[0]! : 0);
      for (let r = 0; r < this.budgets; r++) this.needs.push(there ? needs[q * this.budgets + r]! : 0);
    }
  }
}
