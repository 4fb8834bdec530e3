import { csvOf } from '../loads/csv';
import { isWritten, type Answered, type FileKey, type LoadFile, type LoadPack } from '../loads/file';
import { FILE_NAMES } from '../reports/loads/layout';
import type { Say } from '../text/say';

/** What `--loads --json` prints. */
export interface LoadsSummary extends Omit<LoadPack, 'files' | 'problems'> {
  readonly files: readonly {
    readonly key: FileKey;
    readonly name: string;
    readonly object: string;
    readonly operation: LoadFile['operation'];
    readonly rows: number;
    readonly answered?: Answered;
  }[];
  /** In words, with the code for programs. */
  readonly problems: readonly (LoadPack['problems'][number] & { readonly why: string })[];
  readonly warnings: readonly string[];
  readonly output: string;
}

/** `Load Owners Rollback` → `load-owners-rollback.csv`. */
const fileName = (say: Say, key: FileKey): string =>
  `${say(FILE_NAMES[key]).toLowerCase().replace(/\s+/g, '-')}.csv`;

/** Every file that has rows, as it is saved. */
export const loadTexts = (
  say: Say,
  { files }: LoadPack,
): { readonly name: string; readonly text: string }[] =>
  files
    .filter(({ rows }) => rows.length > 0)
    .map((file) => ({ name: fileName(say, file.key), text: csvOf(file) }));

export function loadsJson(
  say: Say,
  pack: LoadPack,
  output: string,
  warnings: readonly string[],
): LoadsSummary {
  const { files, problems, ...figures } = pack;
  return {
    ...figures,
    files: files.filter(isWritten).map(({ key, object, operation, rows, answered }) => ({
      key,
      name: fileName(say, key),
      object,
      operation,
      rows: rows.length,
      ...(answered === undefined ? {} : { answered }),
    })),
    problems: problems.map((problem) => ({
      ...problem,
      why: say(`loads.problem.${problem.code}`, problem.parameters),
    })),
    warnings,
    output,
  };
}

/** The same for people: what stands against rows by its cause. */
export function loadsReport(say: Say, summary: LoadsSummary, folder: string): string {
  const { changed, accounts, files, problems } = summary;
  const blocked = new Set(problems.filter(({ blocks }) => blocks).map(({ row, why }) => row ?? why)).size;
  const causes = new Map<string, number>();
  for (const { why } of problems) causes.set(why, (causes.get(why) ?? 0) + 1);
  return [
    say('loads.headline', { changed, accounts, blocked }),
    ...files.map(({ name, rows, object, operation }) => `- ${name}: ${object}, ${operation}, ${rows} rows`),
    ...[...causes].map(([why, count]) => `- ${count} ×: ${why}`),
    ...summary.warnings.map((warning) => `- ${warning}`),
    `Written to ${summary.output} and ${folder}.`,
  ].join('\n');
}
