import type { SheetSpec } from '../reports/spec';
import { specKey } from './owned-now';

/** Names that the sheets had when they were last written, and have no more. */
export function formerNames(specs: readonly SheetSpec[], record: ReadonlyMap<string, unknown>): string[] {
  return specs.flatMap(({ layer, key, names }) => {
    const before = record.get(specKey(layer, key)) as SheetSpec | undefined;
    const now = new Set(names.map(({ name }) => name));
    return (before?.names ?? []).map(({ name }) => name).filter((name) => !now.has(name));
  });
}

/** Names that are no more needed go. */
export async function dropNames(context: Excel.RequestContext, former: readonly string[]): Promise<void> {
  if (former.length === 0) return;
  const items = former.map((name) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load('name');
    return item;
  });
  await context.sync();
  for (const item of items) if (!item.isNullObject) item.delete();
  await context.sync();
}

/** Names as they stand, and which of them are none yet. */
export async function keepNames(
  context: Excel.RequestContext,
  wanted: readonly string[],
): Promise<{ name: string; formula: string | null }[]> {
  const found = [...new Set(wanted)].map((name) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load('formula');
    return { name, item };
  });
  await context.sync();
  return found.map(({ name, item }) => ({ name, formula: item.isNullObject ? null : String(item.formula) }));
}
