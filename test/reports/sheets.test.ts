import { build as buildBalance } from '../../src/reports/balance/build';
import { build as buildDataQuality } from '../../src/reports/data-quality/build';
import { build as buildTerritoryPages } from '../../src/reports/territory-pages/build';
import { build as buildTerritoryPlan } from '../../src/reports/territory-plan/build';
import type { PlanResult } from '../../src/plan/design';
import { CHANGED, OWNER_CHANGES } from '../../src/plan/owner-changes';
import type { Reason } from '../../src/plan/reasons';
import { LOCK_KINDS } from '../../src/plan/rules/lock-kinds';
import { accountColumns, wordReason } from '../../src/reports/account-columns';
import { MAIN_LAYER } from '../../src/plan/layer';
import type { CellSpec, SheetSpec, TableBlock } from '../../src/reports/spec';
import { columnRef, literal, thisRow } from '../../src/reports/spec';
import { LANGUAGES, speak } from '../../src/text/say';
import { smallContext } from './context';

const tableOf = (spec: SheetSpec, name: string): TableBlock => {
  const found = spec.blocks.find(
    (block): block is TableBlock => block.kind === 'table' && block.name === name,
  );
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
};
const cellsOf = (spec: SheetSpec): CellSpec[] =>
  spec.blocks.flatMap((block) =>
    block.kind === 'cells' ? block.cells.flat().filter((cell) => cell !== null) : [],
  );

describe('columns of the accounts table', () => {
  const columns = accountColumns(smallContext());

  test('stand in the agreed order under the agreed names', () => {
    expect(columns.map(({ header }) => header)).toEqual([
      'Territory',
      'Territory Owner',
      'Moved?',
      'Lock',
      'Reason',
      'Designed Territory',
      'Designed Reason',
      'Accepted Territory',
      'Holder Before',
    ]);
  });

  test('hold the plan row by row: blank rows stay blank, unplaced accounts say so', () => {
    expect(columns[0]?.cells).toEqual([
      'T01 Denver',
      'T01 Denver',
      'T02 Boise',
      '',
      'T02 Boise',
      'T01 Denver',
      'Unassigned',
    ]);
    expect(columns[5]?.cells).toEqual(columns[0]?.cells);
  });

  test('owner, move and reason are formulas that follow the Territory cell', () => {
    expect(columns[1]?.cells).toBe(
      '=IFERROR(INDEX(EfTerritories[Owner],MATCH(' +
        'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE([@Territory],"~","~~"),"*","~*"),"?","~?"),EfTerritories[Territory],0))&"","")',
    );
    for (const column of [1, 2, 4]) expect(typeof columns[column]?.cells).toBe('string');
    expect(columns[4]?.cells).toBe(
      '=IF([@Territory]=[@[Designed Territory]],[@[Designed Reason]]&"",' +
        'IF([@[Designed Territory]]="","Came into the list after the design","Edited, was "&[@[Designed Territory]]))',
    );
    expect(columns[6]?.cells).toContain('Nearest centre, 12.3 km; next T02 +40 km');
    expect(columns[8]?.cells).toEqual(['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz', '', 'Ana Ruiz', 'Ana Ruiz', '']);
  });

  test('only the Territory column is tinted', () => {
    expect(columns.filter(({ style }) => style === 'editable').map(({ key }) => key)).toEqual(['territory']);
  });

  test('without an owner column a move is "no data", never "No"', () => {
    const [, , moved] = accountColumns(smallContext({ ownerHeader: undefined }));
    expect(moved?.cells).toBe('="no data"');
    const context = smallContext();
    const territories = context.plan.territories.map((territory) => ({ ...territory, owner: '' }));
    const [, , open] = accountColumns(smallContext({ plan: { ...context.plan, territories } }));
    expect(open?.cells).toBe('="no data"');
  });

  test('every word of a change of owner begins alike in its language, and no other does', () => {
    for (const language of ['en', 'de'] as const) {
      const say = speak(language);
      const yes = say('moved.rep');
      const said = OWNER_CHANGES.filter((change) => change !== 'none');
      for (const change of said)
        expect(say(`moved.${change}`).startsWith(yes)).toBe(CHANGED.includes(change));
      expect(new Set(said.map((change) => say(`moved.${change}`))).size).toBe(said.length);
    }
  });

  test('reasons word the codes of locks and rules', () => {
    const said = (language: 'en' | 'de', reason: Reason) => wordReason(speak(language), reason);
    expect(said('en', { code: 'locked', lock: 'exclude' })).toBe('Locked: Exclude from reassignment');
    expect(said('de', { code: 'locked', lock: 'manager' })).toBe('Gesperrt: Entscheidung der Leitung');
    const smb = { rule: 'segment', params: { segment: 'SMB' } } as const;
    expect(said('en', { code: 'ineligible', by: smb })).toBe('No territory for segment SMB');
    expect(said('de', { code: 'onlyEligible', by: smb })).toBe('Das einzige Gebiet für Segment SMB');
    expect(said('en', { code: 'onlyEligible' })).toBe('The only territory that may take it');
    for (const rule of ['coverage', 'segment', 'region'] as const) {
      for (const code of ['ineligible', 'onlyEligible'] as const) {
        const by = { rule, params: { model: 'partner', segment: 'S', region: 'R' } };
        const words = (['en', 'de'] as const).map((language) => said(language, { code, by }));
        expect(new Set(words).size).toBe(2);
        for (const text of words) expect(text.length).toBeLessThanOrEqual(80);
      }
    }
  });

  test('a reason is at most 80 characters', () => {
    const by = { rule: 'segment', params: { segment: 'x'.repeat(200) } } as const;
    const long = wordReason(speak('en'), { code: 'ineligible', by });
    expect(long).toHaveLength(80);
    expect(long.endsWith('…')).toBe(true);
  });
});

const twoMetrics = {
  metrics: [
    { id: 'count', fields: [], tolerance: 0.2 },
    { id: 'potential', fields: ['potential'], tolerance: 0.1 },
  ] as const,
  metricHeaders: [[], ['Potential [$]']],
  metricSources: [[], [{ source: 'Potential [$]', read: undefined }]],
};

describe('the balance sheet', () => {
  const spec = buildBalance(smallContext());
  const table = tableOf(spec, 'EfBalance');

  test('has the agreed columns', () => {
    expect(table.columns.map(({ header }) => header)).toEqual([
      'Territory',
      'Owner',
      'Accounts',
      '% of fair share',
      'In band?',
      'Potential',
      'Target',
      'Manager',
      'Status',
      'Capacity share',
      'Accounts in',
      'Accounts out',
      'Lower limit',
      'Upper limit',
    ]);
  });

  test('sums account rows with structured references, with Excel’s escapes', () => {
    const potential = table.columns.find(({ header }) => header === 'Potential');
    const name = 'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE([@Territory],"~","~~"),"*","~*"),"?","~?")';
    expect(potential?.cells).toBe(`=SUMIFS(Accounts[Potential '[$']],Accounts[Territory],"="&${name})`);
  });

  test('every figure is a formula except how it was designed', () => {
    for (const column of table.columns) expect(typeof column.cells).toBe('string');
    const values = cellsOf(spec).filter(
      ({ style, value }) => style === 'figure' && typeof value === 'number',
    );
    const designed = [6, 5, 1, 610, 610, 0];
    expect(values.map(({ value }) => value)).toEqual([...designed, 12, 20, 11, 100, 99, 100 / 99 - 1]);
  });

  test('what is placed, what is not, and both together stand under the table', () => {
    const block = spec.blocks.at(-1);
    const lines = block?.kind === 'cells' ? block.cells : [];
    expect(lines.map(([first]) => first?.value)).toEqual(['Placed', 'Unassigned', 'Total']);
    const summed = (line: number) =>
      table.columns.filter((_, c) => lines[line]?.[c]?.formula !== undefined).map(({ header }) => header);
    expect(summed(0)).toEqual(['Accounts', 'Potential', 'Target', 'Accounts in', 'Accounts out']);
    expect(summed(1)).toEqual(['Accounts', 'Potential']);
    expect(summed(2)).toEqual(['Accounts', 'Potential']);
  });

  test('managers have their subtotals where there are several', () => {
    const context = smallContext();
    const territories = context.plan.territories.map((territory, j) => ({
      ...territory,
      manager: ['Lee', 'Kim'][j] ?? '',
    }));
    const block = buildBalance(smallContext({ plan: { ...context.plan, territories } })).blocks.at(-1);
    const lines = block?.kind === 'cells' ? block.cells : [];
    expect(lines.map((line) => line[0]?.value).slice(3)).toEqual([
      undefined,
      'By Manager',
      'Lee',
      'Kim',
      'None, or new',
    ]);
  });

  test('what is out of band, and a check that does not add up, is red; what is right is green', () => {
    const inBand = table.columns.find(({ key }) => key === 'inBand');
    expect(inBand?.conditional).toEqual([
      { kind: 'formula', formula: '={cell}="No"', look: 'bad' },
      { kind: 'formula', formula: '={cell}="Yes"', look: 'good' },
    ]);
    const looks = spec.conditional.map(({ spec: look }) => look.kind === 'formula' && look.look);
    // Accounts and territories added since the design are news, no error.
    const pairs = ['bad', 'bad', 'bad', 'bad', 'bad', 'warn', 'warn'].flatMap((look) => [look, 'good']);
    expect(looks).toEqual(pairs);
    const labels = cellsOf(spec).map(({ value }) => value);
    for (const { row, column } of spec.conditional) {
      expect(column).toBe(1);
      const panel = spec.blocks.find((block) => block.kind === 'cells' && block.row === table.row + 1);
      const cell = panel?.kind === 'cells' ? panel.cells[row - table.row - 1] : undefined;
      expect(cell?.[1]?.formula).toBeDefined();
      expect(labels).toContain(cell?.[0]?.value);
    }
  });

  test('two metrics are checked each by itself', () => {
    const labels = cellsOf(buildBalance(smallContext({ ...twoMetrics }))).map(({ value }) => value);
    for (const label of [
      'Accounts, less placed, less unassigned',
      'Potential, less placed, less unassigned',
      'Accounts with an unknown territory name',
    ])
      expect(labels.filter((candidate) => candidate === label)).toHaveLength(1);
  });

  test('columns without data are not there', () => {
    const headers = (change: Parameters<typeof smallContext>[0]) =>
      tableOf(buildBalance(smallContext(change)), 'EfBalance').columns.map(({ header }) => header);
    expect(headers({})).not.toContain('Workload h');
    expect(headers({ workloadHeader: 'Hours' })).toContain('Workload h');
    expect(headers({ workloadHeader: 'Hours' })).not.toContain('Workload %');
    expect(headers({ ownerHeader: undefined })).not.toContain('Accounts in');
  });

  test('on paper the head is repeated where the table goes on, and names where figures are on another page', () => {
    const { territories } = smallContext().plan;
    const titles = (count: number, metrics: number) => {
      const context = smallContext();
      const { plan } = context;
      const many = Array.from({ length: count }, (_, j) => territories[j % 2]).flatMap((one) => one ?? []);
      const [metric] = plan.metrics;
      const balanced = Array.from({ length: metrics }, (_, m) => ({
        ...(metric ?? plan.metrics[0]),
        spec: { id: `metric${m}`, fields: ['potential'] as const, tolerance: 0.1 },
      })) as PlanResult['metrics'];
      const { print, blocks } = buildBalance(
        smallContext({
          plan: { ...plan, territories: many, metrics: balanced },
          metricHeaders: balanced.map(() => ['Potential']),
          metricSources: balanced.map(() => [{ source: 'Potential', read: undefined }]),
        }),
      );
      const head = blocks.find((block) => block.kind === 'table');
      return [print.titleRow === head?.row, print.titleColumn === head?.column];
    };
    expect(titles(2, 1)).toEqual([false, false]);
    expect(titles(40, 1)).toEqual([true, false]);
    expect(titles(2, 6)).toEqual([false, true]);
  });

  test('segments that are spelt in two ways are one, as the plan takes them', () => {
    const context = smallContext();
    const territories = context.plan.territories.map((territory, j) => ({
      ...territory,
      segment: ['Mid-Market', 'mid market'][j] ?? '',
    }));
    const changed = smallContext({ plan: { ...context.plan, territories } });
    const column = tableOf(buildTerritoryPlan(changed), 'EfTerritories').columns.find(
      ({ key }) => key === 'segment',
    );
    expect(column?.cells).toEqual(['Mid-Market', 'Mid-Market']);
  });

  test('formulas stay below Excel’s limit', () => {
    for (const { formula } of cellsOf(spec)) expect((formula ?? '').length).toBeLessThan(8192);
  });
});

describe('the territory plan sheet', () => {
  const spec = buildTerritoryPlan(smallContext());

  test('names the lists behind the drop-downs and every tolerance', () => {
    expect(spec.names.map(({ name }) => name)).toEqual(['EfTerritoryList', 'EfLockList', 'EfTolerance1']);
    const list = tableOf(spec, 'EfTerritories');
    const first = list.row + 2;
    expect(spec.names[0]?.formula).toBe(`={sheet}!$A$${first}:$A$${first + list.rows - 1}`);
  });

  test('the Lock drop-down shows every kind of lock as a word of the plan’s language', () => {
    for (const language of LANGUAGES) {
      const say = speak(language);
      const words = cellsOf(buildTerritoryPlan(smallContext({ say }))).map(({ value }) => value);
      const first = words.indexOf(say('lock.manual'));
      expect(words.slice(first, first + LOCK_KINDS.length)).toEqual(
        LOCK_KINDS.map(({ code }) => say(`lock.${code}`)),
      );
      expect(words).toContain({ en: 'Manager decision', de: 'Entscheidung der Leitung' }[language]);
    }
  });

  test('tables keep their place when the plan grows, except the list of territories, which is last', () => {
    const tables = spec.blocks.filter((block): block is TableBlock => block.kind === 'table');
    const lowest = Math.max(...spec.blocks.filter((b) => b !== tables.at(-1)).map((b) => b.row));
    const territories = tableOf(spec, 'EfTerritories');
    expect(territories.row).toBeGreaterThan(lowest);
  });
});

test('in German a plan that nobody named has a German name, and days are written as Germans do', () => {
  const { record } = smallContext();
  const german = smallContext({
    say: speak('de'),
    record: { ...record, settings: { ...record.settings, language: 'de' } },
  });
  for (const build of [buildBalance, buildTerritoryPlan]) {
    const spec = build(german);
    const texts = [
      ...cellsOf(spec).map(({ value }) => String(value)),
      ...Object.values(spec.print.header ?? {}),
    ];
    const { blocks } = spec;
    const inTables = blocks.flatMap((block) =>
      block.kind === 'table' ? block.columns.flatMap(({ cells }) => (Array.isArray(cells) ? cells : [])) : [],
    );
    const all = [...texts, ...inTables.map(String)].join('\n');
    expect(all).not.toMatch(/Territory plan|2026-11-22/);
    expect(all).toMatch(/Gebietsplan: /);
    expect(all).toMatch(/22\.11\.2026/);
  }
  const named = { ...record, settings: { ...record.settings, planName: 'FY27' } };
  expect(cellsOf(buildBalance(smallContext({ say: speak('de'), record: named })))[0]?.value).toMatch(
    /^FY27: /,
  );
});

test('references and literals are escaped', () => {
  expect(columnRef('T', "A'[#]@")).toBe("T[A'''['#']'@]");
  expect(thisRow('ARR')).toBe('[@ARR]');
  expect(thisRow('Account Name')).toBe('[@[Account Name]]');
  expect(literal('say "x"')).toBe('"say ""x"""');
});

describe('the sheet of one territory', () => {
  test('ranks accounts by the first metric that is a sum; where every account counts as one, by that', () => {
    const ranked = (change: Parameters<typeof smallContext>[0]) =>
      tableOf(buildTerritoryPages(smallContext(change)), 'EfTopAccounts').columns[2];
    expect(ranked(twoMetrics)).toMatchObject({
      header: 'Potential',
      cells: expect.stringContaining("AGGREGATE(14,6,(Accounts[Potential '[$']])/") as string,
    });
    const counted = { metrics: twoMetrics.metrics.slice(0, 1), metricHeaders: [[]] };
    expect(ranked(counted)).toMatchObject({
      header: 'Accounts',
      cells: expect.stringContaining('AGGREGATE(14,6,1/') as string,
    });
  });

  const spec = buildTerritoryPages(smallContext());

  test('what is out of band is red, what is in band is green', () => {
    const looks = spec.conditional.map(({ row, column, spec: rule }) => [row, column, rule]);
    for (const [row, column] of [
      [8, 1],
      [13, 4],
    ]) {
      expect(looks).toContainEqual([row, column, { kind: 'formula', formula: '={cell}="No"', look: 'bad' }]);
      expect(looks).toContainEqual([
        row,
        column,
        { kind: 'formula', formula: '={cell}="Yes"', look: 'good' },
      ]);
    }
    expect(looks).toHaveLength(4);
  });
});

test('a finding leads to its cell; one that speaks of the whole table leads nowhere', () => {
  const line = { kind: 'Blank', severity: 'note' as const, read: '', understood: '', meaning: '' };
  const spec = buildDataQuality({
    layer: MAIN_LAYER,
    say: speak('en'),
    table: 'Deals',
    accounts: 24,
    at: '2026-11-22T12:34:56.000Z',
    kinds: [{ kind: 'Blank', severity: 'note', count: 2 }],
    lines: [{ ...line, address: "'My list'!C7" }, line],
  });
  const cellsOfColumn = (name: string) =>
    tableOf(spec, 'EfFindings').columns.find(({ key }) => key === name)?.cells;
  expect(cellsOfColumn('cell')).toBe(
    '=IF([@[Cell as read]]="","",HYPERLINK("#"&[@[Cell as read]],[@[Cell as read]]))',
  );
  expect(cellsOfColumn('address')).toEqual(["'My list'!C7", '']);
});

test('the headline of Data Quality counts what was found, not its kinds', () => {
  const headline = (counts: readonly number[]) =>
    cellsOf(
      buildDataQuality({
        layer: MAIN_LAYER,
        say: speak('en'),
        table: 'Deals',
        accounts: 24,
        at: '2026-11-22T12:34:56.000Z',
        kinds: counts.map((count, k) => ({ kind: `Kind ${k}`, severity: 'note' as const, count })),
        lines: [],
      }),
    ).map(({ value }) => value);
  expect(headline([3, 4])[1]).toBe('7 remarks on 24 accounts in Deals');
  expect(headline([])[1]).toBe('Nothing to remark on 24 accounts in Deals');
  expect(headline([1])[2]).toMatch(/^As read on 2026-11-22 12:34 UTC\./);
});
