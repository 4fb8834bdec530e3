import type { Cell } from '../../src/plan/cells';
import { PICK } from '../../src/reports/territory-pages/layout';
import { picked } from '../../src/reports/territory-pages/picked';
import type { CellSpec, SheetSpec } from '../../src/reports/spec';
import { at } from '../../src/workbook/area';
import { inputsThatStay } from '../../src/workbook/own-inputs';

/** Which choice outside of tables stays where its sheet is written anew: told without a workbook. */

const written = (territories: readonly string[]): SheetSpec => {
  const choice: CellSpec = { value: territories[0] ?? '', keep: territories };
  const cells = [Array.from({ length: PICK.column + 1 }, (_, c) => (c === PICK.column ? choice : null))];
  return { blocks: [{ kind: 'cells', row: PICK.row, column: 0, cells }] } as unknown as SheetSpec;
};
const stays = (before: SheetSpec, standing: Cell, next: SheetSpec) => {
  const cells = Array.from({ length: PICK.row + 1 }, () =>
    Array.from({ length: PICK.column + 1 }, () => ({ formula: standing, value: standing })),
  );
  const now = { spec: before, cells, ownTables: [] } as unknown as Parameters<typeof inputsThatStay>[0];
  return inputsThatStay(now, next).get(at(PICK.row, PICK.column));
};

test('what was chosen stays as long as it can be chosen, however the sheet was written before', () => {
  const plan = written(['West', 'East']);
  expect(stays(plan, 'East', plan)).toBe('East');
  expect(stays(plan, 'East', written(['West', 'North']))).toBeUndefined();
  // Somebody asks for the page of a territory: that is written, and is a choice like any other from then on.
  const shown = picked(plan, 'West');
  expect(stays(plan, 'East', shown)).toBeUndefined();
  expect(shown.blocks).toMatchObject([{ cells: [[null, { value: 'West' }]] }]);
  expect(stays(shown, 'West', plan)).toBe('West');
  expect(stays(shown, 'East', plan)).toBe('East');
});
