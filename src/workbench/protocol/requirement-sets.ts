import { hostErrors } from './host-error';
import table from './requirement-sets.json';

/**
 * The ExcelApi version that brought each member the host implements, taken from the annotations
 * "[Api set: ExcelApi n.m]" of `@types/office-js`. A test compares the table with the installed types.
 */
const versions: Readonly<Record<string, Readonly<Record<string, string>>>> = table;

/** Compares `1.9` and `1.14` as versions, not as decimals. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

/** Lets through what the declared ExcelApi version holds, as a real host of that version does. */
export class ApiGate {
  /** By version: every request asks, and there are some twenty of them. */
  private readonly held = new Map<string, boolean>();

  constructor(readonly version: string) {}

  allows(className: string, member: string): boolean {
    const needed = versions[className]?.[member];
    if (needed === undefined) return true;
    let held = this.held.get(needed);
    if (held === undefined) {
      held = compareVersions(needed, this.version) <= 0;
      this.held.set(needed, held);
    }
    return held;
  }

  /** @throws HostError ApiNotFound if the member is newer than the host's version. */
  check(className: string, member: string): void {
    if (this.allows(className, member)) return;
    throw hostErrors.apiNotFound(`${className}.${member}`, versions[className]?.[member] ?? '');
  }
}
