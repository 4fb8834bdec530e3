import { build } from '../../src/reports/health/build';
import { smallContext, smallHealth } from './context';

test('each line of work is counted against its own limit', () => {
  const context = smallHealth(smallContext({ balance: new Map([['load', '0%']]) }));
  const { blocks } = build(context);
  const lines = blocks.flatMap((block) => (block.kind === 'cells' ? block.cells : []));
  const formula = (text: RegExp) =>
    lines.find(([label]) => text.test(String(label?.value ?? '')))?.[1]?.formula ?? '';
  expect(formula(/^Territories with too much work/)).toMatch(/">"&.*MATCH\("Workload % above which/);
  expect(formula(/^Territories with room/)).toMatch(/"<"&.*MATCH\("Workload % below which/);
});
