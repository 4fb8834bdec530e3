import { readFileSync } from 'node:fs';

/** ExcelApi version by class and member. */
export type VersionTable = Record<string, Record<string, string>>;

/**
 * Reads the annotations "[Api set: ExcelApi n.m]" of the classes in the Excel namespace of
 * `@types/office-js`. A member without an annotation has no entry. Overloads keep the oldest version.
 */
export function readApiAnnotations(): VersionTable {
  const path = require.resolve('@types/office-js/package.json').replace(/package\.json$/, 'index.d.ts');
  const text = readFileSync(path, 'utf8');
  const start = text.indexOf('declare namespace Excel {');
  const table: VersionTable = {};
  let className: string | undefined;
  let version: string | undefined;
  for (const line of text.slice(start, text.indexOf('\ndeclare namespace ', start + 1)).split('\n')) {
    const opened = /^ {4}(?:export )?(?:class|interface|enum|namespace) (\w+)/.exec(line);
    if (opened) {
      className = / class /.test(line) ? opened[1] : undefined;
      version = undefined;
      continue;
    }
    const annotation = /\[Api set: ExcelApi (\d+\.\d+)/.exec(line);
    if (annotation) version = annotation[1];
    const member = /^ {8}(?:readonly )?(\w+)\??[(:<]/.exec(line)?.[1];
    if (member === undefined || className === undefined) continue;
    const members = (table[className] ??= {});
    if (version !== undefined && members[member] === undefined) members[member] = version;
    version = undefined;
  }
  return table;
}
