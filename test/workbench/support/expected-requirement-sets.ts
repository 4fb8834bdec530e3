import { readApiAnnotations } from './api-annotations';
import type { VersionTable } from './api-annotations';
import { hostClasses } from './host-classes';

const OR_NULL = 'OrNullObject';

/** What requirement-sets.json must hold: the versions of the members the host implements. */
export async function expectedRequirementSets(): Promise<VersionTable> {
  const annotations = readApiAnnotations();
  const table: VersionTable = {};
  const specs = (await hostClasses()).sort((a, b) => (a.className < b.className ? -1 : 1));
  for (const { className, scalars, navigations, methods } of specs) {
    const known = annotations[className] ?? {};
    const members = [...scalars, ...navigations, ...methods].flatMap((name) => [name, `${name}${OR_NULL}`]);
    const entries = members
      .sort()
      .flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]]));
    if (entries.length > 0) table[className] = Object.fromEntries(entries);
  }
  return table;
}
