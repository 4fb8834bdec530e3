import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { validateManifest } from './validate';

/** `tsx check.ts <manifest.xml>`: prints what is wrong with a manifest and fails if anything is. */
const path = process.argv[2] ?? 'manifest.xml';
const near = (file: string) => join(dirname(path), file);
const problems = validateManifest(
  readFileSync(path, 'utf8'),
  (file) => existsSync(near(file)),
  (file) => readFileSync(near(file)),
);
process.stdout.write(problems.length === 0 ? `${path} is valid.\n` : `${problems.join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
