/**
 * Elementary functions that every JavaScript engine computes to the same bit.
 *
 * ECMAScript leaves `Math.exp`, `log`, `sin`, `cos`, `atan2`, `pow` … to the implementation, and V8 in
 * Node and in Chromium do disagree in the last bit. Only + − × ÷ and sqrt are exact (IEEE 754), so these
 * functions use nothing else: argument reduction in two or three parts (Cody & Waite 1980), then a
 * Taylor series carried until its first dropped term is below half an ulp of the result.
 * Accuracy is a few ulp, tested against `Math`.
 */

const LN2_HI = 0.6931471803691238; // ln 2 to 33 bits, so that k · LN2_HI is exact
const LN2_LO = 1.9082149292705877e-10; // ln 2 − LN2_HI
const LOG2_E = 1.4426950408889634;

// π/2 in three parts of 33 bits each: k times the first two is exact up to |k| < 2^20.
const PIO2_1 = 1.5707963267341256;
const PIO2_2 = 6.077100506303966e-11;
const PIO2_3 = 2.0222662487959506e-21;
const TWO_OVER_PI = 0.6366197723675814;

export const PI = 3.141592653589793;
const SQRT_HALF = 0.7071067811865476;

const bits = new DataView(new ArrayBuffer(8));

/** 2^k for an integer k in the normal range, −1022 … 1023. */
function pow2(k: number): number {
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** e^x. Overflows to Infinity above 709.78, underflows to 0 below −745.14. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.round(x * LOG2_E);
  const r = x - k * LN2_HI - k * LN2_LO; // |r| ≤ 0.347
  let sum = 0;
  for (let n = 14; n >= 1; n--) sum = (sum + 1) * (r / n);
  const y = 1 + sum;
  if (k > 1023) return y * pow2(1023) * pow2(k - 1023);
  if (k < -1022) return y * pow2(k + 60) * pow2(-60);
  return y * pow2(k);
}

/** Natural logarithm. `log(0)` is −Infinity, a negative argument gives NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let k = 0;
  let v = x;
  if (v < 2.2250738585072014e-308) {
    v *= 18014398509481984; // subnormal: scale by 2^54 first
    k = -54;
  }
  bits.setFloat64(0, v);
  const high = bits.getUint32(0);
  k += (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0); // 1 ≤ m < 2
  if (m > 2 * SQRT_HALF) {
    m *= 0.5;
    k++;
  }
  // log m = 2 artanh s, |s| ≤ 0.172
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let sum = 0;
  for (let n = 23; n >= 3; n -= 2) sum = (sum + 1 / n) * s2;
  return k * LN2_HI + (2 * s * sum + (2 * s + k * LN2_LO));
}

/** x^y for x ≥ 0. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x === 0) return y > 0 ? 0 : Infinity;
  return exp(y * log(x));
}

function sinSeries(r: number): number {
  const r2 = r * r;
  let sum = 0;
  for (let n = 18; n >= 2; n -= 2) sum = (sum + 1) * (-r2 / (n * (n + 1)));
  return r + r * sum;
}

function cosSeries(r: number): number {
  const r2 = r * r;
  let sum = 0;
  for (let n = 17; n >= 1; n -= 2) sum = (sum + 1) * (-r2 / (n * (n + 1)));
  return 1 + sum;
}

/** x modulo π/2: quadrant in 0 … 3 and the remainder, |remainder| ≤ π/4. For |x| < 10⁵ (angles). */
function quadrant(x: number): { k: number; r: number } {
  const k = Math.round(x * TWO_OVER_PI);
  return { k: ((k % 4) + 4) % 4, r: x - k * PIO2_1 - k * PIO2_2 - k * PIO2_3 };
}

/** Sine of an angle in radians, |x| < 10⁵. */
export function sin(x: number): number {
  if (!(Math.abs(x) < 1e5)) return NaN;
  const { k, r } = quadrant(x);
  const v = k % 2 === 0 ? sinSeries(r) : cosSeries(r);
  return k < 2 ? v : -v;
}

/** Cosine of an angle in radians, |x| < 10⁵. */
export function cos(x: number): number {
  if (!(Math.abs(x) < 1e5)) return NaN;
  const { k, r } = quadrant(x);
  const v = k % 2 === 0 ? cosSeries(r) : sinSeries(r);
  return k === 0 || k === 3 ? v : -v;
}

/** Arc tangent of t for 0 ≤ t ≤ 1. */
function atanUnit(t: number): number {
  // Halve the angle twice: atan t = 4 atan u with u ≤ tan(π/16) ≈ 0.199.
  let u = t / (1 + Math.sqrt(1 + t * t));
  u = u / (1 + Math.sqrt(1 + u * u));
  const u2 = u * u;
  let sum = 0;
  for (let n = 25; n >= 3; n -= 2) sum = -(sum + 1 / n) * u2;
  return 4 * (u + u * sum);
}

/** Angle of the point (x, y) in radians, −π … π. */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  let a: number;
  if (ax === 0 && ay === 0) a = 0;
  else a = ay <= ax ? atanUnit(ay / ax) : PI / 2 - atanUnit(ax / ay);
  if (x < 0 || (x === 0 && 1 / x < 0)) a = PI - a;
  return y < 0 || (y === 0 && 1 / y < 0) ? -a : a;
}
