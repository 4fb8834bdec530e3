import { pairColumns, type Meant } from '../../src/app/refresh-columns';
import type { Cell, SourceTable } from '../../src/plan/cells';

/** A table of these columns, in this order. */
const table = (
  columns: Readonly<Record<string, readonly Cell[]>>,
  formulas: readonly string[] = [],
): SourceTable => ({
  sheet: 'S',
  firstRow: 2,
  firstColumn: 1,
  headers: Object.keys(columns),
  columns: Object.values(columns),
  isFormula: Object.keys(columns).map((header) => formulas.includes(header)),
  formats: [],
  rowCount: 4,
  hiddenRows: [],
  headerRow: 1,
});
const list = table({
  'Account ID': ['A', 'B', 'C', 'D'],
  ARR: [1, 2, 3, 4],
  City: ['Reno', 'Boise', 'Reno', 'Boise'],
  Note: ['', '', '', ''],
});
const pairsWith = (fresh: SourceTable, meant: Partial<Meant>, ours = new Set<string>()) =>
  pairColumns(list, fresh, ours, [0, 0], {
    mine: { accountId: 0, arr: 1, city: 2 },
    theirs: {},
    alike: () => 1,
    ...meant,
  });

describe('a column of another name', () => {
  const fresh = table({ Id: ['A', 'B'], 'Annual Recurring Revenue': [1, 9], City: ['Reno', 'Boise'] });

  test('of the same meaning, with mostly the same cells, is taken over, and that is said', () => {
    const found = pairsWith(fresh, { theirs: { arr: 1 }, alike: () => 0.5 });
    expect(found.taken).toContainEqual({ header: 'ARR', at: 1, from: 1 });
    expect(found).toMatchObject({
      renamed: [{ header: 'ARR', called: 'Annual Recurring Revenue' }],
      lacking: [],
      more: [],
    });
  });

  test.each([
    ['of other cells: another year’s, say', { theirs: { arr: 1 }, alike: () => 0.4 }],
    ['of another meaning', { theirs: { potential: 1 } }],
  ])('%s is not, and both sides are told', (_, meant) => {
    const found = pairsWith(fresh, meant);
    expect(found.taken.map(({ header }) => header)).toEqual(['Account ID', 'City']);
    expect(found).toMatchObject({ renamed: [], lacking: ['ARR'], more: ['Annual Recurring Revenue'] });
  });

  test('never takes what has its own name, and columns of ours lack nothing', () => {
    const named = table({ Id: ['A'], City: ['Reno'] });
    expect(pairsWith(named, { theirs: { arr: 1 } }).taken.map(({ from }) => from)).toEqual([0, 1]);
    expect(pairsWith(named, {}, new Set(['ARR'])).lacking).toEqual([]);
  });
});
