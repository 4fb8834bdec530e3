/**
 * Runs many writes without a recalculation after each, and gives the user's calculation mode back,
 * whatever happens. Excel recalculates once when automatic mode returns.
 */
export async function quietly<T>(context: Excel.RequestContext, act: () => Promise<T>): Promise<T> {
  const { application } = context.workbook;
  application.load('calculationMode');
  await context.sync();
  const mode = application.calculationMode;
  if (mode === 'Manual') return act();
  application.calculationMode = 'Manual';
  try {
    return await act();
  } finally {
    application.calculationMode = mode;
    await context.sync();
  }
}
