import { BAND_EPSILON } from '../plan/band';

/** As formulas write it: Excel reads no `1e-9` from everybody, but any decimal of the API's language. */
export const BAND_LIMIT = BAND_EPSILON.toFixed(12).replace(/0+$/, '');

/** How far from fair a cell may be before it changes colour, whatever the tolerance: one edit turns no fair plan red. */
const GREEN = 0.1;
const AMBER = 0.15;

/**
 * `isInBand` (plan/band.ts) as formulas over the cell `index`, load ÷ target, which is empty text where there
 * is no target: then every load is in band.
 */
export const inBandFormula = (index: string, tolerance: string): string =>
  `IF(${index}="",TRUE,ABS(${index}-1)<=${tolerance}+${BAND_LIMIT})`;

/** For conditional formats of the index cell itself: it is beyond the green, or beyond the amber too. */
export const outOfBandFormula = (index: string, tolerance: string, beyond: 'green' | 'amber'): string => {
  const most = beyond === 'green' ? `MAX(${GREEN},${tolerance})` : `MAX(${AMBER},1.5*${tolerance})`;
  return `AND(ISNUMBER(${index}),ABS(${index}-1)>${most}+${BAND_LIMIT})`;
};

/** Load ÷ target as the two above read it. */
export const indexFormula = (load: string, target: string): string =>
  `IF(N(${target})=0,"",${load}/${target})`;
