import { Failure } from '../plan/failures';
import { addressOf, type Extent } from './grid';

const MANY_MERGED: readonly string[] = ['InvalidOperation', 'InvalidArgument', 'GeneralException'];
const MERGED_SAID = 3;

/**
 * Looks for merged cells where a table is going to stand, or rows are going to be pushed down.
 * @throws Failure `mergedCells`, or another code that says what they hinder
 */
export async function refuseMergedIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  sheetName: string,
  places: readonly Extent[],
  code: 'mergedCells' | 'mergedBelow' = 'mergedCells',
): Promise<void> {
  if (places.length === 0) return;
  const found = places.map((place) => {
    const merged = sheet
      .getRangeByIndexes(place.row, place.column, place.rows, place.columns)
      .getMergedAreasOrNullObject();
    merged.load('address,areaCount');
    return merged;
  });
  try {
    await context.sync();
  } catch (error) {
    // Excel does not list more than 512 of them.
    if (!(error instanceof OfficeExtension.Error) || !MANY_MERGED.includes(error.code)) throw error;
    const [first] = places;
    throw new Failure(code, { address: first ? addressOf(sheetName, first) : '' }, { cause: error });
  }
  const merged = found.find((one) => !one.isNullObject);
  if (merged === undefined) return;
  const [first = '', ...others] = merged.address.split(/,(?=[^,]*!)/);
  const more = others.slice(0, MERGED_SAID - 1).map((address) => address.slice(address.lastIndexOf('!') + 1));
  const rest = others.length > more.length ? [`… (${merged.areaCount})`] : [];
  throw new Failure(code, { address: [first, ...more, ...rest].join(', ') });
}
