/** Degrees with the point of the compass as a signed number: `39.75° N` is `39.75`, `104.99 W` is `-104.99`. */
export function bareDegrees(text: string): string {
  const match = /^(-?[\d.,]+)\s*°?\s*([NSEWO])?$/i.exec(text);
  if (!match) return text;
  return /[SW]/i.test(match[2] ?? '') ? `-${match[1]}` : (match[1] ?? text);
}

/** Degrees of latitude or longitude, whichever decimal sign they have; there are no thousands of degrees. */
export function readDegreesText(text: string): number | undefined {
  const match = /^-?(?:\d{1,3}(?:[.,]\d+)?|[.,]\d+)$/.exec(bareDegrees(text));
  const value = match ? Number(match[0].replace(',', '.')) : NaN;
  return Math.abs(value) <= 180 ? value : undefined;
}

/** Degrees of a point written in one cell. */
export interface PointPair {
  readonly latitude: number;
  readonly longitude: number;
}

const DEGREES = '(-?\\d{1,3}(?:\\.\\d+)?)';
const WELL_KNOWN_TEXT = new RegExp(`POINT\\s*\\(\\s*${DEGREES}\\s+${DEGREES}\\s*\\)$`, 'i');
/** At the end of an address in parentheses, or alone; then with decimals, to be no list of numbers. */
const IN_BRACKETS = new RegExp(`[(\\[]\\s*${DEGREES}\\s*[,;]\\s*${DEGREES}\\s*[)\\]]$`);
const BARE = /^(-?\d{1,2}\.\d{2,})\s*[,; ]\s*(-?\d{1,3}\.\d{2,})$/;

/**
 * Reads a point in one cell: latitude before longitude (`39.75, -104.99`, `(39.75, -104.99)`, also behind an
 * address), or longitude before latitude in the well-known text of map tools (`POINT (-104.99 39.75)`).
 */
export function readPointPair(text: string): PointPair | undefined {
  const wkt = WELL_KNOWN_TEXT.exec(text);
  const plain = wkt ? null : (IN_BRACKETS.exec(text) ?? BARE.exec(text));
  const latitude = Number(wkt ? wkt[2] : plain?.[1]);
  const longitude = Number(wkt ? wkt[1] : plain?.[2]);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
