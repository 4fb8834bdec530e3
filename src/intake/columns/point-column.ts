import type { NumberColumn } from '../../plan/columns';
import { filledText, note, type ReadContext } from './column-reader';
import { readDegreesText, readPointPair } from '../cells/degrees';

/**
 * Reads latitude and longitude out of one column that holds both. A cell with latitude alone gives that;
 * anything else is noted.
 */
export function readPointColumn(
  context: ReadContext,
  column: number,
): { latitude: NumberColumn; longitude: NumberColumn } {
  const latitude = new Float64Array(context.rows.length).fill(NaN);
  const longitude = new Float64Array(context.rows.length).fill(NaN);
  for (let i = 0; i < latitude.length; i++) {
    const text = filledText(context, i, column);
    if (text === undefined) continue;
    const point = readPointPair(text);
    latitude[i] = point?.latitude ?? readDegreesText(text) ?? NaN;
    longitude[i] = point?.longitude ?? NaN;
    if (Number.isNaN(latitude[i])) note(context, i, column, 'notANumber', 'warning', text);
  }
  return { latitude, longitude };
}
