import { tellingFeatures } from '../../carve/alike';
import { FindingList, largeAccounts, type MappingResult } from '../../intake';
import { accountLabel, type Accounts } from '../../plan/accounts';
import type { SourceTable } from '../../plan/cells';
import type { Notice } from '../../plan/design';
import type { AccountField, AccountMapping } from '../../plan/fields';
import type { Finding } from '../../plan/findings';
import type { MetricSpec } from '../../plan/metrics';
import { coverageOf } from '../../plan/rules/coverage';
import { featuresIn, type Settings } from '../../plan/settings';

/** Of two columns that would fit a field, the one taken and the other. */
export function doubtfulNotices(
  doubtful: MappingResult<AccountField>['doubtful'],
  source: SourceTable,
): Notice[] {
  return doubtful.flatMap(({ field, column, runnerUp }) =>
    runnerUp === undefined
      ? []
      : [
          {
            code: 'doubtfulColumn',
            severity: 'note' as const,
            params: {
              field,
              header: source.headers[column] ?? '',
              other: source.headers[runnerUp.column] ?? '',
            },
          },
        ],
  );
}

/** Columns that the user chose and that are not there any more, and what was read in their place. */
export function goneColumnNotices<Field extends string>(
  { columns, key }: { columns: Readonly<Record<string, string>>; key: 'field' | 'repField' },
  { headers }: Pick<SourceTable, 'headers'>,
  mapping: Readonly<Partial<Record<Field, number>>>,
): Notice[] {
  return Object.entries(columns)
    .filter(([, header]) => header !== '' && !headers.includes(header))
    .map(([field, header]) => ({
      code: key === 'field' ? 'columnGone' : 'teamColumnGone',
      severity: 'warning',
      params: { [key]: field, header, other: headers[mapping[field as Field] ?? -1] ?? 'none' },
    }));
}

/** Columns to look at, for the list of findings. */
export function doubtfulFindings({ doubtful }: MappingResult<AccountField>, source: SourceTable): Finding[] {
  return doubtful.map(({ field, column }) => ({
    code: 'doubtfulColumn',
    severity: 'warning',
    sheet: source.sheet,
    row: 0,
    column: source.firstColumn + column,
    read: source.headers[column] ?? '',
    params: { field },
  }));
}

/** Words in the column of coverage that are no model: each once, at the first account that has it. */
export function coverageFindings(
  { count, sheet, sheetRow, text }: Accounts,
  columns: AccountMapping,
): Finding[] {
  const { codes, pool } = text.coverage ?? { codes: new Int32Array(0), pool: [] };
  const first = new Int32Array(pool.length).fill(-1);
  const counts = new Int32Array(pool.length);
  for (let i = count - 1; i >= 0; i--) {
    const code = codes[i] ?? -1;
    if (code < 0) continue;
    first[code] = i;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const findings = new FindingList();
  pool.forEach((word, code) => {
    if (coverageOf(word) !== undefined) return;
    findings.add({
      code: 'unknownCoverage',
      severity: 'warning',
      sheet,
      row: sheetRow[first[code] ?? -1] ?? 0,
      column: columns.coverage ?? 0,
      read: word,
      params: { count: counts[code] ?? 0 },
    });
  });
  return findings.finish();
}

/** Accounts larger than a territory's fair share with its tolerance: no plan within it can hold them. */
export function largeFindings(
  accounts: Accounts,
  metrics: readonly MetricSpec[],
  weights: readonly Float64Array[],
  territories: number,
  columns: AccountMapping,
): Finding[] {
  return metrics.flatMap(({ fields, tolerance }, m): Finding[] => {
    const [field] = fields;
    const values = weights[m];
    if (field === undefined || values === undefined || territories < 2) return [];
    return largeAccounts(values, territories, tolerance).map((i) => ({
      code: 'largeAccount',
      severity: 'warning',
      sheet: accounts.sheet,
      row: accounts.sheetRow[i] ?? 0,
      column: columns[field] ?? 0,
      read: accountLabel(accounts, i),
      understood: String(values[i]),
    }));
  });
}

/** By which features accounts go together, and by which they could: `none`, or as in settings. */
function likenessOf(accounts: Accounts, alike: Settings['alike']): { alike: string; could: string } {
  const telling = tellingFeatures(accounts);
  const said = telling.filter((feature) => featuresIn(alike ?? '')?.includes(feature) === true);
  const listed = (features: readonly string[]) => (features.length === 0 ? 'none' : features.join('+'));
  return { alike: listed(said), could: listed(telling) };
}

/**
 * How many accounts have no point: of some the region is known, of others nothing.
 * @param isHeld somebody of the plan holds an account today
 */
export function placeNotices(
  accounts: Accounts,
  isHeld: boolean,
  { alike }: Pick<Settings, 'alike'>,
): Notice[] {
  const { places, count } = accounts;
  const missing = places.latitude.reduce((n, latitude) => n + (Number.isNaN(latitude) ? 1 : 0), 0);
  const regions = places.area?.latitude.reduce((n, latitude) => n + (Number.isNaN(latitude) ? 0 : 1), 0) ?? 0;
  const notices: Notice[] = [];
  if (regions > 0)
    notices.push({
      code: 'regionsOnly',
      severity: 'note',
      params: { accounts: regions, all: regions === count ? 'yes' : 'no' },
    });
  if (missing === count && regions === 0)
    notices.push({
      code: 'noPlaces',
      severity: 'note',
      params: { owners: isHeld ? 'yes' : 'no', ...likenessOf(accounts, alike) },
    });
  else if (missing > regions)
    notices.push({ code: 'notLocated', severity: 'note', params: { accounts: missing - regions } });
  return notices;
}
