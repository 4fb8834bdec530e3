import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WireSpec } from '../../../src/workbench/protocol/wire-class';

const OBJECTS = join(__dirname, '../../../src/workbench/objects');

/** The wire declarations of every class in `src/workbench/objects`. */
export async function hostClasses(): Promise<WireSpec[]> {
  const specs = new Map<string, WireSpec>();
  for (const file of readdirSync(OBJECTS).filter((name) => name.endsWith('.ts'))) {
    const module = (await import(join(OBJECTS, file))) as Record<string, unknown>;
    for (const exported of Object.values(module)) {
      const spec = typeof exported === 'function' ? (exported as { wire?: WireSpec }).wire : undefined;
      if (spec) specs.set(spec.className, spec);
    }
  }
  return [...specs.values()];
}
