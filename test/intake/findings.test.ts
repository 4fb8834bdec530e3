import { fetchChunkFromDisk } from '../../src/geo/pack/from-disk';
import {
  locate,
  lookupFor,
  lostDegrees,
  mapAccountColumns,
  mapRepColumns,
  matchOwners,
  readAccounts,
  readRoster,
  worksheetColumns,
} from '../../src/intake';
import type { SourceTable } from '../../src/plan/cells';
import type { Finding, FindingCode, Severity } from '../../src/plan/findings';
import { speak } from '../../src/text/say';
import { numbers } from '../../src/text/numbers';
import { wordFinding } from '../../src/app/sentences';
import { table, textTable } from './table';

/** Findings that are made elsewhere than by reading: see `app/`. */
type NotOfIntake =
  | 'doubtfulColumn'
  | 'largeAccount'
  | 'unknownLock'
  | 'lockNowhere'
  | 'unknownTerritory'
  | 'unknownCoverage'
  | 'ownerWithoutSeat'
  | 'openWithoutCover'
  | 'sharedTerritory';

interface Case {
  readonly source: SourceTable;
  /** A roster beside the accounts, for findings about owners. */
  readonly reps?: SourceTable;
  /** The source is itself a roster. */
  readonly isRoster?: true;
  readonly expected: {
    readonly severity: Severity;
    readonly row: number;
    readonly column: number;
    readonly read: string;
    readonly understood?: string;
  };
}

const found = (
  severity: Severity,
  row: number,
  column: number,
  read: string,
  understood?: string,
): Case['expected'] => ({ severity, row, column, read, ...(understood === undefined ? {} : { understood }) });

const money = (cell: string) => textTable(`Account Name|Potential\nAlder|${cell}`);
const reps = textTable('Rep ID|Rep Name|Active\nR1|Ana Silva|yes\nR2|Ben Cole|no');
const owned = (owner: string) => textTable(`Account Name|Account Owner\nAlder|Ana Silva\nBirch|${owner}`);
const lines = (header: string, count: number, row: (i: number) => string) =>
  textTable([header, ...Array.from({ length: count }, (_, i) => row(i))].join('\n'));

/** One case for every kind: a new code does not compile without one. */
const CASES: Readonly<Record<Exclude<FindingCode, NotOfIntake>, Case>> = {
  textNumber: { source: money('$1,500.50'), expected: found('note', 2, 2, '$1,500.50', '1500.5') },
  magnitude: { source: money('18.3 MM'), expected: found('note', 2, 2, '18.3 MM', '18300000') },
  range: {
    source: textTable('Account Name|Employees\nAlder|51-200'),
    expected: found('note', 2, 2, '51-200', '125.5'),
  },
  headerUnit: {
    source: textTable('Account Name|Annual Revenue ($M)\nAlder|18.3'),
    expected: found('warning', 0, 2, 'Annual Revenue ($M)', '18300000'),
  },
  scaleUnclear: {
    source: lines('Account Name|Annual Revenue', 6, (i) => `Firm ${i}|${900 + i}`),
    expected: found('warning', 0, 2, 'Annual Revenue', '903'),
  },
  clockTime: {
    source: textTable('Account Name|Workload\nAlder|6:30\nBirch|7'),
    expected: found('note', 0, 2, '6:30', '6.5'),
  },
  percentScale: {
    source: textTable('Account Name|Gross Margin\nAlder|12.5\nBirch|30'),
    expected: found('note', 0, 2, '30', '0.3'),
  },
  ambiguousNumber: { source: money('2,024,994'), expected: found('warning', 2, 2, '2,024,994', '2024994') },
  notANumber: {
    source: textTable('Account Name|Potential\nAlder|5\nBirch|7\nCedar|lots'),
    expected: found('warning', 4, 2, 'lots'),
  },
  dateNotNumber: {
    source: table(
      [
        ['Account Name', 'Potential'],
        ['Alder', 500],
        ['Birch', 46143],
        ['Cedar', 700],
      ],
      {
        formatsApart: [undefined, new Map([[1, 'd-mmm-yy']])],
      },
    ),
    expected: found('warning', 3, 2, '2026-05-01'),
  },
  shownAsDate: {
    source: table(
      [
        ['Account Name', 'Potential'],
        ['Alder', 500],
        ['Birch', 250000],
        ['Cedar', 700],
      ],
      {
        formatsApart: [undefined, new Map([[1, 'd-mmm-yy']])],
      },
    ),
    expected: found('warning', 3, 2, '250000', '250000'),
  },
  negative: { source: money('-5'), expected: found('warning', 2, 2, '-5', '-5') },
  placeholder: { source: money('NOT AVAILABLE'), expected: found('note', 2, 2, 'NOT AVAILABLE') },
  errorCell: { source: money('#REF!'), expected: found('warning', 2, 2, '#REF!') },
  notADate: {
    source: textTable('Account Name|Renewal Date\nAlder|2026-03-14\nBirch|2026-05-14\nCedar|soon'),
    expected: found('warning', 4, 2, 'soon'),
  },
  ambiguousDate: {
    source: textTable('Account Name|Renewal Date\nAlder|3/4/2026'),
    expected: found('warning', 2, 2, '3/4/2026', '2026-03-04'),
  },
  notAFlag: {
    source: textTable('Account Name|Named Account\nAlder|yes\nBirch|perhaps'),
    expected: found('warning', 3, 2, 'perhaps'),
  },
  mixedCurrency: {
    source: textTable('Account Name|Potential\nAlder|$5.50\nBirch|€7.50'),
    expected: found('warning', 0, 2, 'USD, EUR'),
  },
  formulaText: {
    source: textTable('Account Name|City\n=Alder|Denver'),
    expected: found('note', 2, 1, '=Alder', '=Alder'),
  },
  noId: {
    source: textTable('Account ID|Account Name\n1|Alder\n|Birch'),
    expected: found('warning', 3, 1, ''),
  },
  duplicateId: {
    source: textTable('Account ID|Account Name\n1|Alder\n1|Birch'),
    expected: found('warning', 3, 1, '1'),
  },
  duplicateName: {
    source: textTable('Account ID|Account Name\n1|Alder\n2|Alder'),
    expected: found('note', 3, 2, 'Alder'),
  },
  sameIdOtherForm: {
    source: textTable('Account ID|Account Name\n0015f00000AbCdE|Alder\n0015f00000AbCdEAAV|Birch'),
    expected: found('warning', 3, 1, '0015f00000AbCdEAAV'),
  },
  idsDifferByCase: {
    source: textTable('Account ID|Account Name\n0015f00000AbCdE|Alder\n0015f00000AbCde|Birch'),
    expected: found('note', 3, 1, '0015f00000AbCde'),
  },
  unknownParent: {
    source: textTable('Account ID|Account Name|Parent Account ID\n1|Alder|77'),
    expected: found('note', 2, 3, '77'),
  },
  parentCycle: {
    source: textTable('Account ID|Account Name|Parent Account ID\n1|Alder|2\n2|Birch|1'),
    expected: found('warning', 2, 3, '2'),
  },
  rollUp: {
    source: textTable(
      'Account ID|Account Name|Parent Account ID|ARR\n1|Alder||30\n2|Birch|1|10\n3|Cedar|1|20',
    ),
    expected: found('warning', 2, 4, '30'),
  },
  paddedPostcode: {
    source: textTable('Account Name|City|State|Zip\nAlder|Newark|NJ|7105'),
    expected: found('note', 2, 4, '7105', '07105'),
  },
  noPlace: {
    source: textTable('Account Name|City|State\nAlder|Nowhereville|CO'),
    expected: found('warning', 2, 2, 'Nowhereville'),
  },
  approximatePlace: {
    source: textTable('Account Name|City|State\nAlder|San Fransisco|CA'),
    expected: found('note', 2, 2, 'San Fransisco', 'San Francisco'),
  },
  placeContradiction: {
    source: textTable('Account Name|City|State|Country|Latitude|Longitude\nAlder|Denver|CO|US|48.14|11.58'),
    expected: found('warning', 2, 5, '48.14, 11.58'),
  },
  unknownCountry: {
    source: textTable('Account Name|City|Country\nAlder|Denver|Ruritania'),
    expected: found('warning', 2, 3, 'Ruritania'),
  },
  severalPlaces: {
    source: textTable('Account Name|City\nAlder|Dallas, TX; Houston, TX'),
    expected: found('warning', 2, 2, 'Dallas, TX; Houston, TX'),
  },
  lostDegrees: {
    source: textTable('Account Name|Latitude\nAlder|48.137.154\nBirch|\nCedar|404636667'),
    expected: found('warning', 2, 2, '48.137.154'),
  },
  blankRows: {
    source: table([
      ['Account Name', 'ARR'],
      ['Alder', 5],
      ['', ''],
      ['Birch', 6],
    ]),
    expected: found('note', 0, 1, ''),
  },
  hiddenRows: {
    source: table(
      [
        ['Account Name', 'ARR'],
        ['Alder', 5],
        ['Birch', 6],
      ],
      { hiddenRows: [1] },
    ),
    expected: found('note', 0, 1, ''),
  },
  totalsRow: {
    source: textTable('Account Name|ARR\nAlder|5\nGrand Total|5'),
    expected: found('note', 3, 1, 'Grand Total'),
  },
  headerAgain: {
    source: textTable('Account Name|ARR\nAlder|5\naccount name |ARR\nBirch|6'),
    expected: found('note', 3, 1, 'account name'),
  },
  mojibake: {
    source: textTable('Account Name|City\nAlder|MÃ¼nchen'),
    expected: found('note', 2, 2, 'MÃ¼nchen', 'München'),
  },
  more: {
    source: lines('Account Name|Potential', 2003, (i) => `Firm ${i}|#REF!`),
    expected: found('warning', 0, 2, ''),
  },
  departedOwner: { source: owned('Ben Cole'), reps, expected: found('warning', 3, 2, 'Ben Cole') },
  queueOwner: { source: owned('Unassigned'), reps, expected: found('note', 3, 2, 'Unassigned') },
  unknownOwner: { source: owned('Cho Min'), reps, expected: found('warning', 3, 2, 'Cho Min') },
  repWithoutName: {
    source: textTable('Rep ID|Rep Name\nR1|Ana Silva\nR2|'),
    isRoster: true,
    expected: found('warning', 3, 2, 'R2', 'R2'),
  },
  repIdTwice: {
    source: textTable('Rep ID|Rep Name\nR1|Ana Silva\nR1|Ben Cole'),
    isRoster: true,
    expected: found('warning', 3, 1, 'R1'),
  },
  repNameTwice: {
    source: textTable('Rep ID|Rep Name\nR1|Ana Silva\nR2|ana SILVA'),
    isRoster: true,
    expected: found('warning', 3, 2, 'ana SILVA'),
  },
  duplicateRep: {
    source: textTable('Rep ID|Rep Name\nR1|Ana Silva\nR1|Ana Silva'),
    isRoster: true,
    expected: found('warning', 3, 1, 'Ana Silva'),
  },
};

async function findingsOf({ source, reps: team, isRoster }: Case): Promise<readonly Finding[]> {
  if (isRoster) return readRoster(source, mapRepColumns(source).mapping).findings;
  const { mapping } = mapAccountColumns(source);
  const { accounts, findings } = readAccounts(source, mapping);
  const columns = worksheetColumns(source, mapping);
  const places = locate(accounts, await lookupFor(accounts, fetchChunkFromDisk), columns);
  const owners =
    team === undefined
      ? []
      : matchOwners(accounts, readRoster(team, mapRepColumns(team).mapping).roster, columns).findings;
  return [...findings, ...lostDegrees(source, mapping), ...places.findings, ...owners];
}

describe('every kind of finding', () => {
  it.each(Object.entries(CASES))(
    '%s: names its cell, what was read, what was understood and how grave it is',
    async (code, example) => {
      const ofKind = (await findingsOf(example)).filter((finding) => finding.code === code);
      expect(ofKind).toHaveLength(1);
      const [finding] = ofKind;
      expect(finding).toMatchObject({ ...example.expected, sheet: 'Accounts' });
      expect(finding?.understood).toBe(example.expected.understood);
    },
  );

  it.each(['en', 'de'] as const)('is a whole sentence in %s', async (language) => {
    for (const [code, example] of Object.entries(CASES)) {
      const finding = (await findingsOf(example)).find((f) => f.code === code);
      const words = finding && wordFinding(speak(language), numbers(language), finding);
      expect([code, words]).toEqual([code, expect.stringMatching(/[.!?“]$/)]);
      expect(words).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  it.each([
    [
      'Alder|Munich||Germany||39.74|-104.98',
      /^The coordinates 39.74, -104.98 lie in US, not in DE; the address/,
    ],
    ['Alder|Denver|CO|United States||39.74|104.98', /lack a minus sign; the coordinates were used\.$/],
    ['Alder|Denver|CO|United States||33.75|-84.39', /lie in US-GA, not in US-CO; the address was used\.$/],
    [
      'Alder|Boston|MA|United States|80202||',
      /^The ZIP 80202 lies in US-CO, not in US-MA; the city was used\.$/,
    ],
    ['Alder|El Paso|TX|United States|75201||', /^The ZIP 75201 lies [\d,]+ km from El Paso\.$/],
    ['Alder|Lenexa|MO|United States|||', /^Lenexa lies in US-KS, not in US-MO\.$/],
    ['Alder|Denver|CO|United States|||39.74', /^–, 39.74 cannot be coordinates\.$/],
    ['Alder|Denver|CO|United States||-104.98|39.74', /stand the wrong way round in -104.98, 39.74\.$/],
  ])('says what contradicts what: %s', async (row, words) => {
    const source = textTable(`Account Name|City|State|Country|Zip|Latitude|Longitude\n${row}`);
    const all = await findingsOf({ source, expected: found('warning', 2, 1, '') });
    const [finding] = all.filter(({ code }) => code === 'placeContradiction');
    expect(finding && wordFinding(speak('en'), numbers('en'), finding)).toMatch(words);
  });

  it('tells both readings of a number that allows two', async () => {
    const [finding] = (await findingsOf(CASES.ambiguousNumber)).filter((f) => f.code === 'ambiguousNumber');
    expect(finding?.params).toEqual({ otherwise: '2024.994' });
  });
});
