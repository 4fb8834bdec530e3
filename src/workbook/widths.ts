/** Excel rounds widths to whole pixels. */
const PIXEL_POINTS = 1;

/** Whether two widths or heights are the same on the screen. */
export const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= PIXEL_POINTS;

/** Widths of columns as they were found. */
export interface WidthsNow {
  /** It is as wide as a job made it. */
  isMade(n: number): boolean;
  /** It is neither that nor what it was before: the user's. */
  isTheirs(n: number, before: number): boolean;
}

/**
 * Asks with the caller's next request how wide columns are: one that has not the width that a job gave it was given
 * another by the user since, or never came to it.
 * @param columns a cell of each, and the width it was given, in points
 */
export function loadWidths(
  columns: readonly { readonly range: Excel.Range; readonly made?: number | undefined }[],
): WidthsNow {
  for (const { range } of columns) range.format.load('columnWidth');
  const isMade = (n: number): boolean => {
    const column = columns[n];
    return column?.made !== undefined && isNear(column.range.format.columnWidth, column.made);
  };
  return {
    isMade,
    isTheirs: (n, before) => {
      const column = columns[n];
      return column !== undefined && !isMade(n) && !isNear(column.range.format.columnWidth, before);
    },
  };
}
