/** The conditional formats on a column of cells. */
export interface RulesOn {
  /** Those that lie in it and nowhere else. */
  readonly own: readonly Excel.ConditionalFormat[];
  /** Whether others reach over it. */
  readonly isCrossed: boolean;
}

/**
 * Tells conditional formats that lie wholly in a column from those that reach over it: the latter are the user's, and
 * clearing cells would cut a piece out of them. Each range is one column wide.
 */
export async function rulesOn(
  context: Excel.RequestContext,
  columns: readonly Excel.Range[],
): Promise<RulesOn[]> {
  for (const column of columns) {
    column.load('columnIndex');
    column.conditionalFormats.load('items/id');
  }
  await context.sync();
  const found = columns.map((column) => ({
    at: column.columnIndex,
    rules: column.conditionalFormats.items.map((rule) => {
      const { areas } = rule.getRanges();
      areas.load('items/columnIndex,items/columnCount');
      return { rule, areas };
    }),
  }));
  if (found.some(({ rules }) => rules.length > 0)) await context.sync();
  return found.map(({ at, rules }) => {
    const own = rules.filter(({ areas }) =>
      areas.items.every(({ columnIndex, columnCount }) => columnIndex === at && columnCount === 1),
    );
    return { own: own.map(({ rule }) => rule), isCrossed: own.length < rules.length };
  });
}
