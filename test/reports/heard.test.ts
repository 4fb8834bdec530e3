import type { Cell } from '../../src/plan/cells';
import { inputsIn } from '../../src/reports/read-back';
import { SHEETS, tablesOf } from '../../src/reports/registry';
import type { SheetModule } from '../../src/reports/sheet';
import type { SheetSpec } from '../../src/reports/spec';
import { buildSmall } from './context';

/** Every cell that is read back is heard, alone, and whatever blanks stand around a word. */

const HEARD = SHEETS.flatMap((module) =>
  module.readBack === undefined ? [] : [[module.key, module] as const],
);

interface At {
  readonly table: string;
  readonly column: string;
  readonly row: number;
}

/** The sheet with another cell. */
const withCell = (spec: SheetSpec, { table, column, row }: At, cell: Cell): SheetSpec => ({
  ...spec,
  blocks: spec.blocks.map((block) =>
    block.kind === 'cells' || block.name !== table
      ? block
      : {
          ...block,
          columns: block.columns.map((one) =>
            one.key !== column || typeof one.cells === 'string'
              ? one
              : { ...one, cells: one.cells.map((was, r) => (r === row ? cell : was)) },
          ),
        },
  ),
});

/** Where something is read back. */
function cellsOf(module: SheetModule, spec: SheetSpec): At[] {
  const names = tablesOf(spec.layer, module);
  return spec.blocks.flatMap((block) => {
    if (block.kind === 'cells') return [];
    const read = module.readBack?.columns[names.get(block.name) ?? 'balance'] ?? [];
    const isRead = (key: string) =>
      read.some((one) => one === key || (one.endsWith('*') && key.startsWith(one.slice(0, -1))));
    return block.columns
      .filter(({ key, cells }) => isRead(key) && typeof cells !== 'string')
      .flatMap(({ key }) =>
        Array.from({ length: block.rows }, (_, row) => ({ table: block.name, column: key, row })),
      );
  });
}

/** What tells the row, or is of another kind of row, by table and column: alone it says nothing. */
const DEAF: Readonly<Record<string, readonly string[]>> = {
  // A rate of no currency.
  'territory-plan': ['EfRates.rate', 'EfRates.date', 'EfRates.source'],
  overlays: ['EfOverlaySettings.setting'],
  // Months stand in their order.
  'quota-calendar': ['EfQuotaMonths.month'],
  // Each kind of factor has its own.
  'score-weights': ['EfScoreFactors.halfLife', 'EfScoreFactors.other', 'EfScoreFactors.product'],
  segments: ['EfSegmentGoals.segment'],
};

/** Where blanks are taken away later on, with what else a cell may say. */
const CHECKED_LATER = ['territory-plan'];

describe.each(HEARD)('of %s', (key, module) => {
  let spec: SheetSpec;
  const read = (at: At, cell: Cell): string =>
    JSON.stringify([...inputsIn(module, withCell(spec, at, cell))]);
  beforeAll(async () => {
    spec = await buildSmall(module, undefined, 'en', {});
  });

  test('every cell is heard that is read back', () => {
    const before = JSON.stringify([...inputsIn(module, spec)]);
    const cells = cellsOf(module, spec);
    expect(cells.length).toBeGreaterThan(0);
    const deaf = cells.filter((at) => [77, 'Zz', ''].every((cell) => read(at, cell) === before));
    expect([...new Set(deaf.map(({ table, column }) => `${table}.${column}`))]).toEqual(DEAF[key] ?? []);
  });

  const isTrimmed = !CHECKED_LATER.includes(key);
  test(
    isTrimmed ? 'blanks around a word are none of it' : 'blanks around a word are left to what checks it',
    () => {
      const differ = cellsOf(module, spec).filter((at) => read(at, 'Zz') !== read(at, ' Zz '));
      expect(differ.length === 0).toBe(isTrimmed);
    },
  );
});
