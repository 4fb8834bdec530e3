import { MAIN_LAYER, type LayerId } from '../../src/plan/layer';
import { SHEETS, tablesOf } from '../../src/reports/registry';
import { buildSheet, sourcesOf } from '../../src/reports/sheet';
import { isMessageId, speak, type MessageId } from '../../src/text/say';
import {
  smallCompare,
  smallCopy,
  smallContext,
  smallHealth,
  smallLoads,
  smallLog,
  smallObjectives,
  smallOpen,
  smallMismatches,
  smallOverlays,
  smallScenarios,
  smallQuota,
  smallRefresh,
  smallScore,
  smallSegments,
  smallSignOff,
  smallWorkload,
} from './context';

const say = speak('en');
const build = (module: (typeof SHEETS)[number], layer: LayerId = MAIN_LAYER) => {
  const context = smallContext({ layer, workloadHeader: 'Hours' });
  return buildSheet(
    module,
    sourcesOf({
      plan: () => context,
      standing: () => context,
      // With an account that has moved since quotas were issued: its table is there only then.
      quota: () => ({
        ...smallQuota(context),
        held: [{ account: 0, key: 'A', label: 'A', from: 0, to: 1, last: 1, day: 46_500 }],
        moves: [{ id: 'C0001', label: 'A', line: 0, from: 0, to: 1, fullYear: 100, day: 46_000 }],
      }),
      compare: () => smallCompare(context),
      loads: () => smallLoads(context),
      findings: () => ({
        layer,
        say,
        table: 'Accounts',
        accounts: 1,
        at: '2026-11-22T12:00:00Z',
        kinds: [{ kind: 'Blank', severity: 'note', count: 1 }],
        lines: [{ kind: 'Blank', severity: 'note', read: '', understood: '', meaning: '' }],
      }),
      copy: () => smallCopy(context),
      log: () => smallLog(context),
      mismatches: () => smallMismatches(context),
      refresh: () => smallRefresh(context),
      health: () => smallHealth(context),
      score: () => smallScore(context),
      workload: () => smallWorkload(context),
      segments: () => smallSegments(context),
      overlays: () => smallOverlays(context),
      objectives: () => smallObjectives(context),
      open: () => smallOpen(context),
      signOff: () => smallSignOff(context),
      scenarios: () => smallScenarios(context),
    }),
  );
};

test('keys are unique, of sheets and of tables', () => {
  expect(new Set(SHEETS.map(({ key }) => key)).size).toBe(SHEETS.length);
  const tables = SHEETS.flatMap(({ tables: own }) => Object.keys(own));
  expect(new Set(tables).size).toBe(tables.length);
  expect(SHEETS.filter(({ written }) => written === 'always').map(({ key }) => key)).toEqual([
    'territory-plan',
    'balance',
  ]);
});

test.each(SHEETS.map((module) => [module.key, module] as const))(
  '%s writes the tables it names, each column under its key',
  async (_, module) => {
    const spec = await build(module);
    expect([spec.layer, spec.key, spec.name]).toEqual([MAIN_LAYER, module.key, say(module.name)]);
    const names = tablesOf(MAIN_LAYER, module);
    const blocks = spec.blocks.filter((block) => block.kind === 'table');
    expect(blocks.map(({ name }) => name).sort()).toEqual([...names.keys()].sort());
    for (const { name, columns } of blocks) {
      const named = module.tables[names.get(name) ?? 'balance'] ?? {};
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      // A column without data is not there, but none stands there under another name.
      for (const { key, header } of columns.filter((column) => named[column.key] !== undefined))
        expect(header).toBe(say(named[key] as MessageId));
      for (const { key, header } of columns.filter((column) => named[column.key] === undefined))
        expect([key, isMessageId(header)]).toEqual([expect.stringMatching(/^value$|:/), false]);
    }
  },
);

test('another layer has tables and names of its own, and no formula speaks of those of the first', async () => {
  const specs = await Promise.all(
    SHEETS.map(async (module) => JSON.stringify(await build(module, 'sdr' as LayerId))),
  );
  const ours = specs.flatMap((spec) => spec.match(/\bEf(?!BalanceChart)[A-Z]\w*/g) ?? []);
  expect(ours.length).toBeGreaterThan(50);
  for (const name of ours) expect(name).toMatch(/_sdr$/);
});

test.each(SHEETS.flatMap((module) => (module.readBack === undefined ? [] : [[module.key, module] as const])))(
  '%s reads no column but those that are found for it',
  (_, { readBack, tables }) => {
    const asked = new Set<string>();
    readBack?.read((key) => ({
      rowCount: 1,
      columns: ['role:se'],
      cell: (column) => {
        asked.add(`${key}.${column}`);
        return column;
      },
    }));
    const found = Object.entries(readBack?.columns ?? {}).flatMap(([key, columns]) =>
      columns.map((column) => `${key}.${column}`),
    );
    expect(asked.size).toBeGreaterThan(0);
    const isFound = (column: string) =>
      found.some((one) => one === column || (one.endsWith('*') && column.startsWith(one.slice(0, -1))));
    expect([...asked].filter((column) => !isFound(column))).toEqual([]);
    for (const key of Object.keys(readBack?.columns ?? {})) expect(Object.keys(tables)).toContain(key);
  },
);
