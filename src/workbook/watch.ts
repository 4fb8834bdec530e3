const QUIET_MS = 250;

export type Hint = 'edited' | 'selected' | 'sheets';

/**
 * Hints that something changed. Events may come late, without details or not at all, and in co-authoring
 * for everybody's edits: they say "look again", never what happened. Many in a row make one hint.
 */
export async function watchWorkbook(onHint: (hint: Hint) => void): Promise<() => Promise<void>> {
  const waiting = new Map<Hint, ReturnType<typeof setTimeout>>();
  const hint = (kind: Hint) => () => {
    clearTimeout(waiting.get(kind));
    waiting.set(
      kind,
      setTimeout(() => {
        waiting.delete(kind);
        onHint(kind);
      }, QUIET_MS),
    );
    return Promise.resolve();
  };
  const handlers = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add((event) =>
        event.triggerSource === 'ThisLocalAddin' ? Promise.resolve() : hint('edited')(),
      ),
      worksheets.onSelectionChanged.add(hint('selected')),
      worksheets.onAdded.add(hint('sheets')),
      worksheets.onDeleted.add(hint('sheets')),
    ];
    await context.sync();
    return added;
  });
  return async () => {
    for (const timer of waiting.values()) clearTimeout(timer);
    const [first] = handlers;
    if (first === undefined) return;
    await Excel.run(first.context, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  };
}
