/**
 * `npm run sbom`: what ships, as CycloneDX on standard output. `npm sbom --omit=dev` leaves out packages that a tool
 * needs as well, such as React; so all are asked for, and those taken out that the lock file has for tools alone.
 */
import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import shipped from './src/geo/pack/shipped.cjs';

const { name: title, packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const ships = new Set();
for (const [place, { version, dev }] of Object.entries(packages)) {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (!dev || shipped.includes(name)) ships.add(`${name}@${version}`);
}
const command = 'npm sbom --sbom-format=cyclonedx --sbom-type=application --package-lock-only';
const all = JSON.parse(execSync(command, { encoding: 'utf8', maxBuffer: 1 << 28 }));
const product = { ...all.metadata.component, name: title };
const isTool = ({ name }) => name === 'cdx:npm:package:development';
const components = all.components
  .filter(({ group, name, version }) => ships.has(`${group ? `${group}/` : ''}${name}@${version}`))
  .map((one) => ({
    ...one,
    scope: 'required',
    properties: (one.properties ?? []).filter((property) => !isTool(property)),
  }));
const refs = new Set([product, ...components].map((one) => one['bom-ref']));
const dependencies = all.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => refs.has(ref)) }));
const metadata = { ...all.metadata, component: product };
process.stdout.write(`${JSON.stringify({ ...all, metadata, components, dependencies }, null, 2)}\n`);
