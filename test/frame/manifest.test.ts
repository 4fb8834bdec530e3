import { existsSync, readFileSync } from 'node:fs';
import { validateManifest } from '../../src/workbench/manifest/validate';
import { version } from '../../package.json';

const manifest = readFileSync('manifest.xml', 'utf8');

test('the manifest follows the rules that Excel and the Marketplace check', () => {
  expect(validateManifest(manifest, existsSync, (path) => readFileSync(path))).toEqual([]);
});

test('it carries the version of the package', () => {
  expect(manifest).toContain(`<Version>${version}.0</Version>`);
});

test.each([
  [
    'an element out of order',
    (xml: string) => xml.replace(/<ProviderName>.*<\/ProviderName>\n/, ''),
    'ProviderName',
  ],
  [
    'a description that is too long',
    (xml: string) => xml.replace(/(<Description DefaultValue=")/, `$1${'x'.repeat(260)}`),
    'Description',
  ],
  ['an icon that is not there', (xml: string) => xml.replaceAll('icon-80.png', 'icon-81.png'), 'icon-81.png'],
  [
    'a resid nobody defines',
    (xml: string) => xml.replace('resid="Open.Tip"', 'resid="Open.Tap"'),
    'Open.Tap',
  ],
  [
    'an address that is not https',
    (xml: string) => xml.replace('https://localhost:3000/taskpane.html', 'http://x/taskpane.html'),
    'https',
  ],
  [
    'a floor that is missing',
    (xml: string) => xml.replace(/<Requirements>[\s\S]*<\/Requirements>/, ''),
    'Requirements',
  ],
])('%s is found', (_what, spoil, word) => {
  const problems = validateManifest(spoil(manifest), existsSync, (path) => readFileSync(path));
  expect(problems.join('\n')).toContain(word);
});
