import { build } from '../../src/reports/scenarios/build';
import { smallContext, smallScenarios } from './context';

/** What stands in the cells of its figures. */
const labels = (context: Parameters<typeof build>[0]): unknown[] =>
  build(context).blocks.flatMap((block) =>
    block.kind === 'cells'
      ? block.cells.flatMap((row) =>
          row.flatMap((cell) => (cell !== null && 'value' in cell ? [cell.value] : [])),
        )
      : [],
  );

test('of several things that are balanced it is said which one money and shares are of', () => {
  const { metrics, metricHeaders } = smallContext();
  const context = smallContext({
    metrics: [...metrics, { id: 'count', fields: [], tolerance: 0.1 }],
    metricHeaders: [...metricHeaders, []],
  });
  const plans = smallScenarios(context).plans.map((plan) => ({ ...plan, balances: 'Potential, Accounts' }));
  const found = labels({ ...smallScenarios(context), plans });
  expect(found).toEqual(
    expect.arrayContaining([
      'Potential that changes owner',
      'Largest % of fair share, Potential',
      'Smallest % of fair share, Potential',
    ]),
  );
});

test('a page of accounts that goes on has the heads of their table above it', () => {
  const { blocks, print } = build(smallScenarios(smallContext()));
  const accounts = blocks.find((block) => block.kind === 'table' && block.name === 'EfScenarioAccounts');
  expect(print.titleRow).toBe(accounts?.row);
  // Nothing stands below that the heads would be wrong for.
  expect(blocks.filter(({ row }) => row > (accounts?.row ?? 0))).toEqual([]);
});
