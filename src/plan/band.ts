/**
 * The one rule for "in band", for engine results, pane and sheets: formulas add the same epsilon to the
 * tolerance, so that a load at exactly its limit is inside although its sum is a few roundings off.
 */
export const BAND_EPSILON = 1e-9;

/** Load ÷ target, 1 is fair. A territory without a target (a metric that is 0 throughout) is fair. */
export const fairIndex = (load: number, target: number): number => (target > 0 ? load / target : 1);

/** A load without a target: what a seat for named accounts holds is outside the balance. */
export const isOutside = (load: number, target: number): boolean => target === 0 && load > 0;

/** Whether a deviation from target (a fraction, of either sign) is within the tolerance. */
export const isWithin = (deviation: number, tolerance: number): boolean =>
  Math.abs(deviation) <= tolerance + BAND_EPSILON;

/** Whether a territory's load of a metric is within the tolerance around its target. */
export const isInBand = (load: number, target: number, tolerance: number): boolean =>
  isWithin(fairIndex(load, target) - 1, tolerance);
