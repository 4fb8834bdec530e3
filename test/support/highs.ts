import loadHighs, { type Highs } from 'highs';

/** Cheapest assignment of accounts to territories whose loads must lie between limits. */
export interface AssignmentProgramme {
  readonly accounts: number;
  readonly territories: number;
  /** N × K; NaN where an account may not go. */
  readonly cost: Float64Array;
  /** M arrays of N. */
  readonly weights: readonly Float64Array[];
  /** K × M. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Further rows: at least `least[r]` of the pairs (i, j) whose `of` names r must be chosen. */
  readonly rows?: {
    readonly least: readonly number[];
    readonly of: (i: number, j: number) => readonly number[];
    /** What a pair counts in a row that it is in; absent: 1. */
    readonly count?: (i: number, r: number) => number;
  };
  /** A bound known beforehand: no assignment costs less. */
  readonly floor?: number;
  /** N territories: a plan to begin with. */
  readonly known?: ArrayLike<number>;
}

export interface Answer {
  /** True if HiGHS proved it best, to within the gap asked. */
  readonly optimal: boolean;
  /** Cost of the best assignment found; NaN for none. */
  readonly value: number;
  /** No assignment costs less. */
  readonly bound: number;
}

interface Solved extends Answer {
  /** N × K: how much the objective rises at least for each unit; NaN for forbidden pairs, empty for programmes in integers. */
  readonly reducedCost: Float64Array;
}

export interface Limits {
  /** Relative gap at which a programme in integers counts as solved. */
  readonly gap?: number;
  readonly seconds?: number;
  /** True if every cost is a whole number, so that a bound may be rounded up. */
  readonly whole?: boolean;
}

let runtime: Promise<Highs> | null = null;

/** The LP relaxation: accounts may be split. */
export async function solveRelaxed(programme: AssignmentProgramme): Promise<Answer> {
  runtime ??= loadHighs();
  return run(await runtime, programme, false, {});
}

/**
 * The programme in integers. Pairs whose reduced cost in the relaxation shows that no plan cheaper than `known`
 * can use them are left out first, which changes no optimum below `known`.
 */
export async function solveWhole(
  programme: AssignmentProgramme,
  known: number,
  limits: Limits = {},
): Promise<Answer> {
  if (programme.floor !== undefined && programme.floor >= known) {
    return { optimal: true, value: known, bound: programme.floor };
  }
  runtime ??= loadHighs();
  const highs = await runtime;
  const relaxed = run(highs, programme, false, {});
  if (limits.whole && Math.ceil(relaxed.bound - 1e-6) >= known) {
    return { optimal: true, value: known, bound: known }; // the relaxation says it all
  }
  const room = known * (1 + 1e-9) - relaxed.value;
  const cost = programme.cost.map((c, at) => (relaxed.reducedCost[at]! > room ? NaN : c));
  const whole = run(highs, { ...programme, cost }, true, limits);
  const bound = Math.max(whole.bound, relaxed.bound);
  return { ...whole, bound: limits.whole ? Math.ceil(bound - 1e-6) : bound };
}

function run(highs: Highs, programme: AssignmentProgramme, whole: boolean, limits: Limits): Solved {
  const { accounts: n, territories: k, cost, weights, lower, upper, rows: more, known } = programme;
  const m = weights.length;
  const least = more?.least ?? [];
  const pairs: number[] = [];
  let sum = 0;
  cost.forEach((c, at) => {
    if (Number.isNaN(c)) return;
    pairs.push(at);
    sum += Math.abs(c);
  });
  // HiGHS works with absolute tolerances: costs about 1 suit it.
  const unit = sum > 0 ? sum / pairs.length : 1;
  const starts = new Int32Array(pairs.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  pairs.forEach((at, q) => {
    const i = Math.floor(at / k);
    const j = at % k;
    indices.push(i);
    values.push(1);
    for (let w = 0; w < m; w++) {
      if (weights[w]![i] === 0) continue;
      indices.push(n + j * m + w);
      values.push(weights[w]![i]!);
    }
    for (const r of more?.of(i, j) ?? []) {
      indices.push(n + k * m + r);
      values.push(more?.count?.(i, r) ?? 1);
    }
    starts[q + 1] = indices.length;
  });
  const one = new Float64Array(n).fill(1);
  const rows = n + k * m + least.length;
  return highs.withModel(
    {
      numCols: pairs.length,
      numRows: rows,
      colCost: Float64Array.from(pairs, (at) => cost[at]! / unit),
      colLower: new Float64Array(pairs.length),
      colUpper: new Float64Array(pairs.length).fill(1),
      rowLower: Float64Array.of(...one, ...lower, ...least),
      rowUpper: Float64Array.of(...one, ...upper, ...least.map(() => highs.infinity)),
      matrix: {
        format: 'csc',
        numRows: rows,
        numCols: pairs.length,
        starts,
        indices,
        values,
      },
      ...(whole ? { integrality: new Int32Array(pairs.length).fill(1) } : {}),
    },
    (model): Solved => {
      model.options.set({ output_flag: false });
      if (whole) model.options.set({ mip_rel_gap: limits.gap ?? 1e-6, time_limit: limits.seconds ?? 60 });
      if (whole && known) {
        model.setSolution({
          colValue: Float64Array.from(pairs, (at) => (known[Math.floor(at / k)] === at % k ? 1 : 0)),
        });
      }
      const { modelStatus } = model.run();
      const optimal = modelStatus === highs.constants.modelStatus.optimal;
      if (whole) {
        const value = Number(model.info.get('objective_function_value')) * unit;
        const bound = Number(model.info.get('mip_dual_bound')) * unit;
        return {
          optimal,
          value: Math.abs(value) < 1e20 ? value : NaN,
          bound,
          reducedCost: new Float64Array(0),
        };
      }
      const reducedCost = new Float64Array(n * k).fill(NaN);
      const { colDual } = model.getSolution();
      pairs.forEach((at, q) => (reducedCost[at] = colDual[q]! * unit));
      const value = optimal ? model.getObjectiveValue() * unit : NaN;
      return { optimal, value, bound: value, reducedCost };
    },
  );
}
