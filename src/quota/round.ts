/**
 * Rounds as cells do: half away from zero, of the number as fifteen digits show it, so that 1.005 is 1.01 and a sum that
 * is a hair below a unit counts as the unit.
 */
export function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits;
  const whole = Math.round(Number((Math.abs(value) * scale).toPrecision(15)));
  return whole === 0 ? 0 : (Math.sign(value) * whole) / scale;
}

/** Digits after the point of most currencies. */
export const CENTS = 2;

/** Whole cents of an amount in currency units. */
export const cents = (amount: number): number => Math.round(roundTo(amount, 2) * 100);

/** Fractions are compared at six places, in cells and here alike: sums in another order differ beyond that. */
export const six = (value: number): number => roundTo(value, 6);
