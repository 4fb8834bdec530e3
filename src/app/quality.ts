import { MAIN_LAYER } from '../plan/layer';
import type { QualityContext, QualityLine } from '../reports/data-quality';
import type { Finding, FindingCode } from '../plan/findings';
import { BALANCE_FIELDS } from '../plan/metrics';
import { numbers } from '../text/numbers';
import { speak, type Say } from '../text/say';
import { addressOf, findingKinds } from './findings';
import { keyHeader } from './sheet-sources';
import type { Understanding } from './understanding/understand';
import { findingsOf } from './understanding/findings-of';
import { titleOf, wordFinding } from './sentences';

/** A finding in words, with its code for programs that read `--json`. */
export interface CodedLine extends QualityLine {
  readonly code: FindingCode;
}

/** Every finding in words, the gravest kinds first, as it stands on the sheet and in `--json`. */
export function qualityLines(
  understanding: Pick<Understanding, 'settings' | 'list' | 'team' | 'choices'>,
): CodedLine[] {
  const { settings } = understanding;
  const accountAt = accountsOf(understanding);
  const say = speak(settings.language);
  const plain = numbers(settings.language);
  return findingKinds(findingsOf(understanding)).flatMap(({ code, listed }) =>
    listed.map((finding) => ({
      code: finding.code,
      kind: kindName(say, code),
      severity: finding.severity,
      ...placeOf(understanding, finding),
      ...accountAt.known(finding),
      read: finding.read,
      ...understoodOf(finding, accountAt.summed(finding)),
      meaning: wordFinding(say, plain, finding),
    })),
  );
}

const understoodOf = (
  { understood = '' }: Finding,
  amount: number | undefined,
): Pick<QualityLine, 'understood' | 'amount'> =>
  amount === undefined ? { understood } : { understood: String(amount), amount };

/** Findings on how a number was read: what they say is understood is what the plan sums. */
const OF_NUMBERS: ReadonlySet<FindingCode> = new Set([
  'textNumber',
  'magnitude',
  'range',
  'ambiguousNumber',
  'negative',
  'mixedCurrency',
]);

/** The accounts that findings speak of. */
function accountsOf({ list }: Pick<Understanding, 'list'>): {
  /** The key of the account, where no other has it. */
  readonly known: (finding: Finding) => Pick<QualityLine, 'account'>;
  /** What is summed of the cell: after conversion, nothing of a negative; undefined for a cell that no sum takes. */
  readonly summed: (finding: Finding) => number | undefined;
} {
  const { accounts, source, mapping, derived } = list;
  const indexOf = new Map(Array.from(accounts.sheetRow, (row, i) => [row, i]));
  const fieldOf = new Map(BALANCE_FIELDS.map((field) => [mapping[field], field]));
  const header = keyHeader(list);
  const keys = source.columns[source.headers.indexOf(header ?? '\0')] ?? [];
  const times = new Map<string, number>();
  for (const key of keys) {
    const text = String(key).toLowerCase();
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  const account = ({ sheet, row }: Finding): number | undefined =>
    derived !== undefined || sheet !== source.sheet ? undefined : indexOf.get(row);
  return {
    known: (finding) => {
      const i = account(finding);
      const key = i === undefined ? undefined : keys[finding.row - source.firstRow];
      return key === undefined || times.get(String(key).toLowerCase()) !== 1 ? {} : { account: key };
    },
    summed: (finding) => {
      const i = account(finding);
      const field = fieldOf.get(finding.column - source.firstColumn);
      if (i === undefined || field === undefined || !OF_NUMBERS.has(finding.code)) return undefined;
      const value = accounts.number[field]?.[i] ?? NaN;
      return Number.isNaN(value) ? undefined : Number(Math.max(0, value).toPrecision(14));
    },
  };
}

/**
 * What the sheet Data Quality is made from.
 * @param at when the cells were read, ISO
 * @param table the Excel table that the list is, or is going to be
 */
export function qualityContext(
  understanding: Pick<Understanding, 'settings' | 'list' | 'team' | 'choices'>,
  at: string,
  table = understanding.list.ref.table,
): QualityContext {
  const { settings, list } = understanding;
  const header = keyHeader(list);
  const say = speak(settings.language);
  return {
    layer: MAIN_LAYER,
    say,
    table: list.ref.table ?? list.ref.sheet,
    accounts: list.accounts.count,
    ...(table === undefined || header === undefined || list.derived !== undefined
      ? {}
      : { list: { table, sheet: list.ref.sheet, keyHeader: header, ...endsOf(list.source.headers) } }),
    at,
    kinds: findingKinds(findingsOf(understanding)).map(({ code, severity, count }) => ({
      kind: kindName(say, code),
      severity,
      count,
    })),
    lines: qualityLines(understanding),
  };
}

/** The first and the last header of those that are filled. */
function endsOf(headers: readonly string[]): { first: string; last: string } {
  const filled = headers.filter((header) => header !== '');
  return { first: filled[0] ?? '', last: filled.at(-1) ?? '' };
}

/** The name of a kind at the beginning of a cell. */
function kindName(say: Say, code: FindingCode): string {
  const title = titleOf(say, code);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function placeOf(
  { list, team }: Pick<Understanding, 'list' | 'team'>,
  finding: Finding,
): Pick<QualityLine, 'address' | 'row' | 'header'> {
  const address = addressOf(finding);
  const table = [list.source, team.source].find((candidate) => candidate?.sheet === finding.sheet);
  const header = table?.headers[finding.column - table.firstColumn];
  return {
    ...(address === undefined ? {} : { address }),
    ...(finding.row > 0 ? { row: finding.row } : {}),
    ...(header === undefined || finding.column <= 0 ? {} : { header }),
  };
}
