/** What floats over the cells of a sheet, or hangs on them, and is known to the API that we ask for. */
export interface ObjectsOn {
  /** Whether there are others than the charts named. */
  others(ownCharts: ReadonlySet<string>): boolean;
}

/**
 * Asks for charts, shapes, pictures, pivot tables and comments with the caller's next request. Of notes, which were
 * comments once, Excel tells from ExcelApi 1.18 on: above what we may ask for, so they are not seen.
 */
export function loadObjects({ charts, shapes, pivotTables, comments }: Excel.Worksheet): ObjectsOn {
  charts.load('items/name');
  shapes.load('items/name');
  pivotTables.load('items/name');
  comments.load('items/id');
  return {
    others: (own) =>
      pivotTables.items.length > 0 ||
      comments.items.length > 0 ||
      // Some hosts list a chart among the shapes too.
      [...charts.items, ...shapes.items].some(({ name }) => !own.has(name)),
  };
}
