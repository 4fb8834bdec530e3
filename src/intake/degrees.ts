/** Degrees with the point of the compass as a signed number: `39.75° N` is `39.75`, `104.99 W` is `-104.99`. */
export function bareDegrees(text: string): string {
  const match = /^(-?[\d.,]+)\s*°?\s*([NSEWO])?$/i.exec(text);
  if (!match) return text;
  return /[SW]/i.test(match[2] ?? '') ? `-${match[1]}` : (match[1] ?? text);
}

/** Degrees of latitude or longitude, whichever decimal sign they have; there are no thousands of degrees. */
export function readDegreesText(text: string): number | undefined {
  const match = /^-?\d{1,3}(?:[.,]\d+)?$/.exec(bareDegrees(text));
  const value = match ? Number(match[0].replace(',', '.')) : NaN;
  return Math.abs(value) <= 180 ? value : undefined;
}
