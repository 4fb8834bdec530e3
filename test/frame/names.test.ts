import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';

/** Code in the tree: what git knows, else what would be added. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'test'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx|mjs|cjs|js)$/.test(file));

test('files are called in kebab-case, React components in PascalCase', () => {
  expect(files.length).toBeGreaterThan(400);
  const wrong = files.filter((file) => {
    const name = basename(file);
    return !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(name) && !/^[A-Z][A-Za-z0-9]*\.tsx$/.test(name);
  });
  expect(wrong).toEqual([]);
});
