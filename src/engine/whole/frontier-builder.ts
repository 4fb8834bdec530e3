/** Collects the atoms that may change, each with its territories: the one it is in first, no repeats. */
export class FrontierBuilder {
  readonly atoms: number[] = [];
  readonly options: number[] = [];
  readonly costs: number[] = [];
  readonly needs: number[] = [];
  /** Options of the last atom so far, and the cost of its first one. */
  private count = 0;
  private first = 0;

  /**
   * @param width most territories of one atom; further ones are left out
   * @param budgets how many budgets each option draws on
   */
  constructor(
    readonly width: number,
    readonly budgets = 0,
  ) {}

  /** Begins with an atom; its options follow, that of the territory it is in first. */
  begin(atom: number): void {
    this.atoms.push(atom);
    this.count = 0;
    for (let q = 0; q < this.width; q++) {
      this.options.push(-1);
      this.costs.push(0);
      for (let r = 0; r < this.budgets; r++) this.needs.push(0);
    }
  }

  /**
   * An option of the last atom, unless it has as many as there is room for.
   * @param needs one per budget, if there are any
   */
  option(territory: number, cost: number, needs: ArrayLike<number> = []): void {
    if (this.count === this.width) return;
    if (this.count === 0) this.first = cost;
    const at = (this.atoms.length - 1) * this.width + this.count++;
    this.options[at] = territory;
    this.costs[at] = cost - this.first;
    for (let r = 0; r < this.budgets; r++) this.needs[at * this.budgets + r] = needs[r]!;
  }
}
