import { dataQualitySheet, type QualityLine } from '../reports/data-quality';
import type { SheetSpec } from '../reports/spec';
import type { Finding, FindingCode } from '../plan/findings';
import { numbers } from '../text/numbers';
import { speak, type Say } from '../text/say';
import { addressOf, findingKinds } from './findings';
import type { Clock } from './ports';
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

/** The sheet Data Quality of what was read. */
export function qualitySheet(understanding: Understanding, clock: Clock): SheetSpec {
  const { settings, list } = understanding;
  const say = speak(settings.language);
  return dataQualitySheet({
    say,
    table: list.ref.table ?? list.ref.sheet,
    accounts: list.accounts.count,
    at: clock.now().toISOString(),
    kinds: findingKinds(findingsOf(understanding)).map(({ code, severity, count }) => ({
      kind: kindName(say, code),
      severity,
      count,
    })),
    lines: qualityLines(understanding),
  });
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
