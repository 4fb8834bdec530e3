import { stakeOf } from '../problem/cloud';
import { Edges } from './edges';
import type { BorderVisitor, Envelope } from './envelope';
import { conjugateGradient } from './gradient';

/** Levenberg damping at the start of a climb, relative to the curvature. */
const START = 1e-3;
/** Damping after a step that went too far. */
const RETRY = 1e-2;
/** How often a step is damped more before a climb gives up. */
const ATTEMPTS = 6;
/** Part of the predicted gain that a step must bring. */
const ENOUGH = 0.1;

/**
 * The dual of the balanced assignment at fixed centres: maximise over prices p (K × M)
 *   D(p) = Σ_i u_i · min_j (…) − Σ p·T − Σ h(p),   h(p) = band·|p|,
 * concave, and never above the cost of any assignment whose loads lie within T ± band. Where loads are to be evened out
 * inside the band at a cost of ⅔·ease ÷ √band · |load − T|^1.5, h is the conjugate of that: ⅓·band·|p|³ ÷ ease² up to
 * |p| = ease, and band·(|p| − ⅔·ease) beyond. (The power lies between 1, which leaves some at the edge and all others at
 * the target, and 2, which moves many by little: it takes most off the mean deviation that leaves few at the edge.) `climb` ascends its
 * smoothed form by Levenberg-damped Newton steps; `bound` is the value of the unsmoothed one.
 */
export class Dual {
  readonly target: Float64Array;
  readonly prices: Float64Array;
  /** One per stake: what leaving the territory of today costs. `climb` takes them as they are. */
  readonly tolls: Float64Array;
  readonly centres: Float64Array;
  readonly constants: Float64Array;
  /** Squared distance of each centre to its nearest rival, and what leaving costs on average besides; K. */
  readonly spacing2: Float64Array;
  /** Price of the first metric at which a load lies at the edge of its band: nearer to 0 it lies nearer to its target. */
  ease = 0;
  /** Newton steps so far. */
  steps = 0;

  private hessian: Edges;
  private spare: Edges;
  private readonly k: number;
  private readonly metrics: number;
  private readonly assigned: Int32Array;
  private damping = START;
  private huber = 0;
  /** Smoothed dual at `prices`. */
  private value = NaN;
  private readonly bandSlope: Float64Array;
  private readonly bandCurve: Float64Array;
  private readonly gradient: Float64Array;
  private readonly diagonal: Float64Array;
  private readonly added: Float64Array;
  private readonly step: Float64Array;
  private readonly trial: Float64Array;

  /**
   * @param target K × M loads to reach, without what is fixed
   * @param band K × M half-widths of the tolerance
   * @param scale K × M the size of a full target, for relative deviations
   * @param rivals K × K: 1 where two territories compete for some group
   * @param allowed per stake: how much may leave
   */
  constructor(
    readonly envelope: Envelope,
    target: Float64Array,
    readonly band: Float64Array,
    readonly scale: Float64Array,
    readonly rivals: Uint8Array,
    readonly allowed: Float64Array,
  ) {
    const { k } = envelope.choices;
    const { dims, metrics, n } = envelope.cloud;
    this.target = target.slice();
    this.k = k;
    this.hessian = new Edges(k, metrics * metrics);
    this.spare = new Edges(k, metrics * metrics);
    this.metrics = metrics;
    this.prices = new Float64Array(k * metrics);
    this.tolls = new Float64Array(allowed.length);
    this.centres = new Float64Array(k * dims);
    this.constants = new Float64Array(k);
    this.spacing2 = new Float64Array(k);
    this.assigned = new Int32Array(n);
    const size = k * metrics;
    this.bandSlope = new Float64Array(size);
    this.bandCurve = new Float64Array(size);
    this.gradient = new Float64Array(size);
    this.diagonal = new Float64Array(size);
    this.added = new Float64Array(size);
    this.step = new Float64Array(size);
    this.trial = new Float64Array(size);
  }

  /**
   * Takes points out of the problem: each is given to a territory for good, and the targets make room.
   * @param weights of each point, points × M
   */
  settle(points: ArrayLike<number>, territories: ArrayLike<number>, weights: Float64Array): void {
    const { metrics } = this;
    for (let q = 0; q < points.length; q++) {
      for (let m = 0; m < metrics; m++)
        this.target[territories[q]! * metrics + m]! -= weights[q * metrics + m]!;
    }
    this.envelope.drop(points);
  }

  /** Puts earlier prices and targets back, and all settled points into play. */
  restore(prices: Float64Array, target: Float64Array): void {
    this.prices.set(prices);
    this.target.set(target);
    this.envelope.undrop();
  }

  /** Hard assignment at the present centres and prices. */
  assign(out: Int32Array | null): void {
    this.envelope.set(this.centres, this.constants, this.prices, this.tolls);
    this.envelope.hard(out);
  }

  /**
   * Lower bound, by any prices and tolls ≥ 0, on Σ u·(cost without |x|²) + Σ slope·|load − target|^1.5 of any assignment whose loads lie
   * within a band (K × M half-widths) of given targets and of whose stakes no more leaves than is allowed (one per stake).
   */
  bound(
    prices: Float64Array,
    tolls: Float64Array,
    target: Float64Array,
    band: Float64Array,
    slope: Float64Array,
    allowed: Float64Array,
  ): number {
    this.envelope.set(this.centres, this.constants, prices, tolls);
    this.envelope.hard(null);
    let value = this.envelope.hardValue;
    for (let r = 0; r < tolls.length; r++) value -= tolls[r]! * allowed[r]!;
    for (let i = 0; i < prices.length; i++) {
      const p = Math.abs(prices[i]!);
      // The conjugate of slope·|x|^1.5 on −band … band.
      const root = Math.sqrt(band[i]!);
      const most = 1.5 * slope[i]! * root;
      value -= prices[i]! * target[i]!;
      value -= p < most ? (4 * p * p * p) / (27 * slope[i]! * slope[i]!) : band[i]! * (p - slope[i]! * root);
    }
    return value;
  }

  /** K × M: what a unit off target to the power of 1.5 costs, by `ease`. */
  evenSlope(): Float64Array {
    return this.band.map((b, i) =>
      i % this.metrics === 0 && b > 0 ? ((2 / 3) * this.ease) / Math.sqrt(b) : 0,
    );
  }

  /** Cost of the (split) assignment of the last evaluation without prices and without |x|². */
  transport(): number {
    const { load, left, softValue } = this.envelope;
    let value = softValue;
    for (let r = 0; r < left.length; r++) value -= this.tolls[r]! * left[r]!;
    for (let i = 0; i < load.length; i++) value -= this.prices[i]! * load[i]!;
    return value;
  }

  /** Worst deviation of the last evaluation beyond the tolerance, as a fraction of a full target. */
  residual(): number {
    let worst = 0;
    const { load } = this.envelope;
    for (let i = 0; i < load.length; i++) {
      const over = (Math.abs(load[i]! - this.target[i]!) - this.band[i]!) / this.scale[i]!;
      if (over > worst) worst = over;
    }
    return worst;
  }

  /** Recomputes the spacing of the centres. Coincident ones get a small floor in place of 0. */
  measureSpacing(): void {
    const { dims } = this.envelope.cloud;
    const { centres, k, rivals, spacing2 } = this;
    let mean = 0;
    for (let j = 0; j < k; j++) {
      let nearest = Infinity;
      for (let o = 0; o < k; o++) {
        if (o === j || rivals[j * k + o] === 0) continue;
        let square = 0;
        for (let d = 0; d < dims; d++) {
          const x = centres[j * dims + d]! - centres[o * dims + d]!;
          square += x * x;
        }
        if (square < nearest) nearest = square;
      }
      spacing2[j] = nearest;
      if (nearest < Infinity) mean += nearest / k;
    }
    const floor = mean > 0 ? mean * 0.01 : 1;
    const toll = this.meanToll();
    for (let j = 0; j < k; j++) {
      if (!(spacing2[j]! < Infinity)) spacing2[j] = mean > 0 ? mean : 1;
      else if (spacing2[j]! < floor) spacing2[j] = floor;
      spacing2[j]! += toll;
    }
  }

  /** What leaving costs on average, per unit of mass. */
  meanToll(): number {
    const { cloud } = this.envelope;
    let sum = 0;
    for (let r = 0; r < this.tolls.length; r++) sum += this.tolls[r]! * stakeOf(cloud, r);
    return sum;
  }

  /** Fixes the smoothing: a width of `eta` × squared spacing around each territory's share as it is now. */
  smooth(eta: number): void {
    this.measureSpacing();
    this.assign(this.assigned);
    this.envelope.setWidth(eta, this.spacing2, this.assigned);
    let sum = 0;
    for (let j = 0; j < this.k; j++) sum += this.spacing2[j]!;
    this.huber = 2 / (eta * (sum / this.k));
  }

  /** Largest component of the gradient as a fraction of a full target: 0 where prices are optimal too. */
  private slope(): number {
    let worst = 0;
    const { load } = this.envelope;
    for (let i = 0; i < load.length; i++) {
      const g = Math.abs(load[i]! - this.target[i]! - this.bandSlope[i]!) / this.scale[i]!;
      if (g > worst) worst = g;
    }
    return worst;
  }

  /**
   * Newton steps on the smoothed dual until the residual is at most `enough`; with `optimal`, until prices are
   * optimal to that degree too, which takes longer and matters for the bound.
   * @returns the residual reached
   */
  climb(enough: number, maxSteps: number, optimal = false): number {
    if (this.prices.length === 0) {
      this.assign(null);
      this.value = this.envelope.hardValue;
      return 0;
    }
    this.damping = START;
    this.value = this.evaluate(this.prices, this.hessian);
    let residual = this.residual();
    for (let s = 0; s < maxSteps && (optimal ? this.slope() : residual) > enough; s++) {
      if (!this.newton()) break;
      residual = this.residual();
    }
    return residual;
  }

  /** Visits the points that the smoothing last set splits between territories. */
  undecided(visit: BorderVisitor): void {
    this.envelope.set(this.centres, this.constants, this.prices, this.tolls);
    this.envelope.border(visit);
  }

  /** Smoothed dual at the present prices, after `climb`. */
  smoothed(): number {
    return this.value;
  }

  private evaluate(prices: Float64Array, edges: Edges): number {
    this.envelope.set(this.centres, this.constants, prices, this.tolls);
    this.envelope.soft(edges);
    let value = this.envelope.softValue;
    for (let r = 0; r < this.tolls.length; r++) value -= this.tolls[r]! * this.allowed[r]!;
    // The kink of band·|p| is rounded off (Huber) over prices too small for the width to tell apart.
    for (let i = 0; i < prices.length; i++) {
      const p = prices[i]!;
      const c = this.band[i]!;
      const knee = 1 / this.huber;
      const curve = c / knee;
      value -= p * this.target[i]!;
      if (i % this.metrics === 0 && this.ease > knee && c > 0 && Math.abs(p) < this.ease) {
        const part = p / this.ease;
        this.bandSlope[i] = c * part * Math.abs(part);
        this.bandCurve[i] = (2 * c * Math.abs(part)) / this.ease;
        value -= (c * this.ease * Math.abs(part * part * part)) / 3;
        continue;
      }
      if (c === 0 || Math.abs(p * curve) >= c) {
        const slope = p > 0 ? c : -c;
        this.bandSlope[i] = slope;
        this.bandCurve[i] = 0;
        if (c > 0) value -= slope * p - c * this.offset(i, knee);
      } else {
        this.bandSlope[i] = curve * p;
        this.bandCurve[i] = curve;
        value -= 0.5 * curve * p * p;
      }
    }
    return value;
  }

  /** What lies below band·|p| far out. */
  private offset(i: number, knee: number): number {
    return i % this.metrics === 0 && this.ease > knee ? (2 / 3) * this.ease : 0.5 * knee;
  }

  /**
   * One accepted step, or false where none raises the dual any more. A step that raises it by too little is cut
   * back to where the slope along it vanishes, by a secant; after that the damping grows. State is that of
   * `prices` after.
   */
  private newton(): boolean {
    const { gradient, step, trial, prices } = this;
    const size = prices.length;
    const before = this.value;
    this.writeGradient(gradient);
    const bandCurve = this.bandCurve.slice();
    const { hessian } = this;
    this.writeDiagonal(hessian);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      this.writeDamped(bandCurve);
      conjugateGradient(hessian, this.metrics, this.diagonal, this.added, gradient, step);
      let slope = 0;
      for (let i = 0; i < size; i++) slope += gradient[i]! * step[i]!;
      const flat = slope < 1e-12 * Math.abs(before);
      let length = 1;
      for (let cut = 0; cut < 2; cut++) {
        for (let i = 0; i < size; i++) trial[i] = prices[i]! + length * step[i]!;
        const after = this.evaluate(trial, this.spare);
        this.steps++;
        const gain = (after - before) / (0.5 * length * slope);
        if (gain > ENOUGH || flat) {
          prices.set(trial);
          [this.hessian, this.spare] = [this.spare, hessian];
          this.value = after;
          if (length < 0.5) this.damping = Math.max(RETRY, this.damping * 4);
          else if (gain < 0.25) this.damping *= 4;
          else if (length === 1 && gain > 0.7) this.damping = Math.max(1e-6, this.damping * 0.1);
          return !flat;
        }
        this.writeGradient(trial);
        let ahead = 0;
        for (let i = 0; i < size; i++) ahead += trial[i]! * step[i]!;
        length *= Math.min(0.7, Math.max(0.1, slope / (slope - ahead)));
      }
      this.damping = Math.max(RETRY, this.damping * 30);
    }
    this.value = this.evaluate(prices, hessian);
    return false;
  }

  /** Gradient of the smoothed dual at the last evaluation. */
  private writeGradient(out: Float64Array): void {
    const { load } = this.envelope;
    for (let i = 0; i < out.length; i++) out[i] = load[i]! - this.target[i]! - this.bandSlope[i]!;
  }

  private writeDiagonal({ first, second, weight, count, block }: Edges): void {
    const { diagonal, metrics } = this;
    diagonal.fill(0);
    for (let e = 0; e < count; e++) {
      for (let m = 0; m < metrics; m++) {
        const w = weight[e * block + m * metrics + m]!;
        diagonal[first[e]! * metrics + m]! += w;
        diagonal[second[e]! * metrics + m]! += w;
      }
    }
  }

  /** What is added to the Laplacian: the curvature of the band, the damping, and a floor for territories without a border. */
  private writeDamped(bandCurve: Float64Array): void {
    const { added, diagonal, metrics, scale, spacing2, damping } = this;
    for (let i = 0; i < added.length; i++) {
      const floor = (0.05 * scale[i]!) / spacing2[(i / metrics) | 0]!;
      const curve = diagonal[i]!;
      added[i] = bandCurve[i]! + damping * Math.max(curve, floor) + Math.max(0, floor - curve);
    }
  }
}
