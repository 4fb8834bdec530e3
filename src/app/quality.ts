import { MAIN_LAYER } from '../plan/layer';
import type { QualityContext, QualityLine } from '../reports/data-quality';
import type { Finding, FindingCode } from '../plan/findings';
import { numbers } from '../text/numbers';
import { speak, type Say } from '../text/say';
import { addressOf, findingKinds } from './findings';
import { findingsOf, type Understanding } from './understanding/understand';
import { titleOf, wordFinding } from './words';

/** A finding in words, with its code for programs that read `--json`. */
export interface CodedLine extends QualityLine {
  readonly code: FindingCode;
}

/** Every finding in words, the gravest kinds first, as it stands on the sheet and in `--json`. */
export function qualityLines(understanding: Understanding): CodedLine[] {
  const { settings } = understanding;
  const say = speak(settings.language);
  const plain = numbers(settings.language);
  return findingKinds(findingsOf(understanding)).flatMap(({ code, listed }) =>
    listed.map((finding) => ({
      code: finding.code,
      kind: kindName(say, code),
      severity: finding.severity,
      ...placeOf(understanding, finding),
      read: finding.read,
      understood: finding.understood ?? '',
      meaning: wordFinding(say, plain, finding),
    })),
  );
}

/** What the sheet Data Quality is made from. @param at when the cells were read, ISO */
export function qualityContext(understanding: Understanding, at: string): QualityContext {
  const { settings, list } = understanding;
  const say = speak(settings.language);
  return {
    layer: MAIN_LAYER,
    say,
    table: list.ref.table ?? list.ref.sheet,
    accounts: list.accounts.count,
    at,
    kinds: findingKinds(findingsOf(understanding)).map(({ code, severity, count }) => ({
      kind: kindName(say, code),
      severity,
      count,
    })),
    lines: qualityLines(understanding),
  };
}

/** The name of a kind at the beginning of a cell. */
function kindName(say: Say, code: FindingCode): string {
  const title = titleOf(say, code);
  return title.charAt(0).toUpperCase() + title.slice(1);
}

function placeOf(
  { list, team }: Understanding,
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
