import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Mutant } from './mutants';

/** A mutant that was run; lines and columns count from 1. */
export interface Tested extends Mutant {
  readonly status: string;
  /** How many of the test files were run, where time did not last for all. */
  readonly hurried?: string | undefined;
}

/** What the tests made of a mutant. A suite that does not load has noticed; what no test runs has not. */
const CAUGHT = ['Killed', 'Timeout', 'RuntimeError'];

/** How a line ends that is not of a mutant which ran and survived. On a busy machine a late test may look endless. */
const REMARKS: Readonly<Record<string, string>> = {
  NoCoverage: ' (no test)',
  Timeout: ' (timeout, so caught)',
};

/** A table by file and the mutants that nobody noticed, as text; and what timed out, to be judged by eye. */
export async function tell(results: readonly Tested[], exist: number): Promise<string> {
  const files = [...new Set(results.map(({ fileName }) => fileName))].sort();
  const rows = [
    ['killed', 'timeout', 'not loading', 'survived', 'no test', 'caught', ''],
    ...files.map((file) =>
      countsOf(
        results.filter(({ fileName }) => fileName === file),
        nameOf(file),
      ),
    ),
    countsOf(results, `all; ${results.length} of ${exist} mutants run`),
  ];
  const listed = results.filter(({ status }) => status === 'Timeout' || !CAUGHT.includes(status));
  const lines = await Promise.all(listed.map(lineOf));
  return [
    ...rows.map((row) => row.map((cell, c) => (c < 6 ? cell.padStart(12) : `  ${cell}`)).join('')),
    '',
    ...lines.sort(),
  ].join('\n');
}

function countsOf(results: readonly Tested[], name: string): string[] {
  const count = (status: string) => results.filter((result) => result.status === status).length;
  const caught = results.filter(({ status }) => CAUGHT.includes(status)).length;
  const statuses = ['Killed', 'Timeout', 'RuntimeError', 'Survived', 'NoCoverage'];
  const share = results.length === 0 ? '–' : `${((100 * caught) / results.length).toFixed(0)} %`;
  return [...statuses.map((status) => String(count(status))), share, name];
}

/** `src/carve/compile.ts:12:5 ConditionalExpression: a > b → false`. */
async function lineOf(tested: Tested): Promise<string> {
  const { fileName, location, mutatorName, replacement, status, hurried } = tested;
  const { start, end } = location;
  const lines = (await readFile(fileName, 'utf8')).split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  if (last >= 0) {
    lines[last] = (lines[last] ?? '').slice(0, end.column - 1);
    lines[0] = (lines[0] ?? '').slice(start.column - 1);
  }
  const change = `${brief(lines.join(' '))} → ${brief(replacement)}`;
  return `${nameOf(fileName)}:${start.line}:${start.column} ${mutatorName}: ${change}${REMARKS[status] ?? ''}${hurried === undefined ? '' : ` (${hurried})`}`;
}

function brief(code: string): string {
  const flat = code.replace(/\s+/g, ' ');
  return flat.length <= 60 ? flat : `${flat.slice(0, 59)}…`;
}

const nameOf = (file: string): string => relative('.', file);
