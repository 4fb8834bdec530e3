import type { Cell } from '../../plan/cells';

const WORLD_REGION = /^(?:emea|apac|latam|apj|anz|mea)$/i;

/** True of cells among which are parts of the world to sell in: beside `EMEA` the letters `NA` are one, no blank. */
export const sayWorldRegions = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => typeof cell === 'string' && WORLD_REGION.test(cell.trim()));

/** `NA`, where `sayWorldRegions`. */
export const isNorthAmerica = (cell: Cell): boolean => typeof cell === 'string' && /^na$/i.test(cell.trim());
