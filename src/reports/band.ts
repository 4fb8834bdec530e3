import { BAND_EPSILON } from '../plan/band';

/** As formulas write it: Excel reads no `1e-9` from everybody, but any decimal of the API's language. */
const EPSILON = BAND_EPSILON.toFixed(12).replace(/0+$/, '');

/** The limit that deviations are held against, as a formula; `tolerance` is a reference or name. */
const limit = (tolerance: string): string => `${tolerance}+${EPSILON}`;

/**
 * `isInBand` (plan/band.ts) as formulas over the cell `index`, load ÷ target, which is empty text where there
 * is no target: then every load is in band.
 */
export const inBandFormula = (index: string, tolerance: string): string =>
  `IF(${index}="",TRUE,ABS(${index}-1)<=${limit(tolerance)})`;

/** The opposite, for conditional formats of the index cell itself. */
export const outOfBandFormula = (index: string, tolerance: string): string =>
  `AND(ISNUMBER(${index}),ABS(${index}-1)>${limit(tolerance)})`;

/** Load ÷ target as the two above read it. */
export const indexFormula = (load: string, target: string): string => `IF(${target}=0,"",${load}/${target})`;
