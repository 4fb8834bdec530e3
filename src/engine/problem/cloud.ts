/**
 * Points as the solver sees them: each with a mass u, a place x, metric weights w and stakes s (what counts as moved
 * where it leaves its territory of today), stored as the lifted coordinates z = (x, w¹/u, …, wᴹ/u, s¹/u, …). The priced cost of a point in a territory, divided by u, is affine in
 * z, so that "cheapest territory" is the lower envelope of K affine functions (README.md).
 */
export interface Cloud {
  readonly n: number;
  /** Coordinates of a place. */
  readonly dims: number;
  readonly metrics: number;
  /** False where u = w and w/u is 1 throughout (one metric): then a lifted point is the place alone. */
  readonly wide: boolean;
  /** Stakes of a point: none where nothing limits what moves. */
  readonly stakes: number;
  /** Coordinates of a lifted point, padded with zeros to a multiple of three for the innermost loops. */
  readonly lifted: number;
  /** n × lifted. */
  readonly z: Float64Array;
  /** n masses ≥ 0. */
  readonly u: Float64Array;
  /** Runs of points with the same choices, placed ones first. */
  readonly groups: readonly Group[];
}

/** A run of points that may go to the same territories at the same offsets. */
export interface Group {
  readonly start: number;
  readonly end: number;
  /** Row of the eligibility and preference tables. */
  readonly row: number;
  /** The territory that keeps these points at a discount, or −1. */
  readonly current: number;
  /** False where the points have no place: their x is 0 and their distance to every centre counts as 0. */
  readonly placed: boolean;
}

/** Weight of a point on a metric. */
export function weightOf(cloud: Cloud, i: number, m: number): number {
  const u = cloud.u[i]!;
  return cloud.wide ? u * cloud.z[i * cloud.lifted + cloud.dims + m]! : u;
}

/** Mean of a stake per unit of mass. */
export function stakeOf(cloud: Cloud, r: number): number {
  let stake = 0;
  let mass = 0;
  for (let i = 0; i < cloud.n; i++) {
    mass += cloud.u[i]!;
    stake += cloud.u[i]! * cloud.z[i * cloud.lifted + stakesAt(cloud) + r]!;
  }
  return mass > 0 ? stake / mass : 0;
}

/** Where the stakes stand in a lifted point. */
export function stakesAt({ dims, metrics, wide }: Pick<Cloud, 'dims' | 'metrics' | 'wide'>): number {
  return dims + (wide ? metrics : 0);
}

/** Length of a lifted point. */
export function liftedSize(dims: number, metrics: number, stakes: number): number {
  return 3 * Math.ceil((dims + (metrics > 1 ? metrics : 0) + stakes) / 3);
}
