import { bytesOf } from './cells';

/** Rows are arrays of their own in a request. */
const BYTES_A_ROW = 3;
/** A request ends at 5 MB in Excel on the web; sizes are rough. */
const MAX_REQUEST_BYTES = 3_000_000;

/** Rough size of a column in a request. */
export const bytesOfColumn = (cells: readonly unknown[]): number =>
  cells.reduce<number>((sum, cell) => sum + bytesOf(cell) + BYTES_A_ROW, 0);

/**
 * Acts on one item after the other in one request, and in more where they are too much for one: each column of a long list
 * may fit, and all of them not.
 * @returns what Excel refused; what comes behind it was not done
 */
export async function inRequests<T>(
  context: Excel.RequestContext,
  items: readonly T[],
  sizeOf: (item: T) => number,
  act: (item: T) => Promise<void>,
): Promise<OfficeExtension.Error | undefined> {
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (bytes > 0 && bytes + size > MAX_REQUEST_BYTES) {
      const refused = await refusalOf(context);
      if (refused !== undefined) return refused;
      bytes = 0;
    }
    await act(item);
    bytes += size;
  }
  return refusalOf(context);
}

/**
 * Sends what was written.
 * @returns Excel's refusal: a column has more or fewer rows by now, or a formula speaks of what is not there
 */
export async function refusalOf(context: Excel.RequestContext): Promise<OfficeExtension.Error | undefined> {
  try {
    await context.sync();
    return undefined;
  } catch (error) {
    if (error instanceof OfficeExtension.Error && error.code === 'InvalidArgument') return error;
    throw error;
  }
}
