import { XMLParser, XMLValidator } from 'fast-xml-parser';

/**
 * Offline check of an add-in only manifest: what Excel and the Marketplace refuse, as far as it can be
 * known without asking Microsoft's online service. Source: the manifest reference of the Office Add-ins
 * documentation ("Office app manifest element order", lengths in the element pages).
 */
const ORDER = [
  'Id',
  'AlternateId',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'AppDomains',
  'Hosts',
  'Requirements',
  'DefaultSettings',
  'Permissions',
  'VersionOverrides',
] as const;
const REQUIRED = ORDER.filter((name) => name !== 'AlternateId' && name !== 'VersionOverrides');
const LENGTHS: Readonly<Record<string, number>> = { DisplayName: 125, Description: 250, ProviderName: 125 };
const RESID = 32;
const SHORT_STRING = 125;
const LONG_STRING = 250;

/** An element as the parser gives it in order: its name, attributes, text and children. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Element[];
}

export function parseManifest(xml: string): Element {
  const parsed = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
  }).parse(xml) as unknown[];
  const root = parsed.map(toElement).find(({ name }) => name === 'OfficeApp');
  if (root === undefined) throw new Error('The manifest has no OfficeApp element.');
  return root;
}

function toElement(node: unknown): Element {
  const { ':@': attributes = {}, ...rest } = node as { ':@'?: Record<string, string> } & Record<
    string,
    unknown
  >;
  const [name = '', content] = Object.entries(rest)[0] ?? [];
  const inside = Array.isArray(content) ? (content as Record<string, unknown>[]) : [];
  return {
    name,
    attributes,
    text: inside.map((child) => String(child['#text'] ?? '')).join(''),
    children: inside.filter((child) => !('#text' in child)).map(toElement),
  };
}

export function child(element: Element, name: string): Element | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** Every element below, in document order. */
export function* descendants(element: Element): Generator<Element> {
  for (const inner of element.children) {
    yield inner;
    yield* descendants(inner);
  }
}

/**
 * @param exists whether a file of the project exists
 * @param read its bytes
 * @returns sentences, one a problem; none if all is well
 */
export function validateManifest(
  xml: string,
  exists: (path: string) => boolean,
  read: (path: string) => Uint8Array,
): string[] {
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true)
    return [`Not well-formed XML: ${wellFormed.err.msg} (line ${wellFormed.err.line}).`];
  const root = parseManifest(xml);
  return [
    ...checkOrder(root),
    ...checkValues(root),
    ...checkRequirements(root),
    ...checkAddresses(root),
    ...checkIcons(root, exists, read),
    ...checkResources(root),
  ];
}

function checkOrder(root: Element): string[] {
  const names = root.children.map(({ name }) => name);
  const problems = REQUIRED.filter((name) => !names.includes(name)).map((name) => `${name} is missing.`);
  const places = names.map((name) => ORDER.indexOf(name as (typeof ORDER)[number]));
  places.forEach((place, i) => {
    if (place < 0) problems.push(`${names[i] ?? ''} is not an element of a task pane manifest.`);
    else if (place < Math.max(...places.slice(0, i), -1)) problems.push(`${names[i] ?? ''} stands too late.`);
  });
  return problems;
}

function checkValues(root: Element): string[] {
  const problems: string[] = [];
  const valueOf = (name: string) => {
    const element = child(root, name);
    return element?.attributes.DefaultValue ?? element?.text ?? '';
  };
  for (const [name, limit] of Object.entries(LENGTHS)) {
    const { length } = valueOf(name);
    if (length === 0 || length > limit)
      problems.push(`${name} has ${length} characters; 1 to ${limit} are allowed.`);
  }
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(valueOf('Id'))) problems.push('Id is not a GUID.');
  if (!/^\d+(\.\d+){1,3}$/.test(valueOf('Version'))) problems.push('Version is not of the form 1.2.3.4.');
  const permission = valueOf('Permissions');
  if (permission !== 'ReadWriteDocument') {
    problems.push(
      `Permissions is ${permission}; ReadWriteDocument is what a workbook add-in needs and may have.`,
    );
  }
  return problems;
}

function checkRequirements(root: Element): string[] {
  const sets = [...descendants(root)].filter(({ name }) => name === 'Set');
  if (child(root, 'Requirements') === undefined || sets.length === 0) {
    return ['Requirements name no API set: Excel versions that lack what is used would load the add-in.'];
  }
  return sets
    .filter(({ attributes }) => !/^\d+\.\d+$/.test(attributes.MinVersion ?? ''))
    .map(({ attributes }) => `The set ${attributes.Name ?? ''} in Requirements has no MinVersion.`);
}

function* addresses(root: Element): Generator<string> {
  for (const { attributes, text } of descendants(root)) {
    for (const value of [attributes.DefaultValue ?? '', text]) if (/^[a-z]+:\/\//i.test(value)) yield value;
  }
}

function checkAddresses(root: Element): string[] {
  return [...addresses(root)]
    .filter((address) => !address.startsWith('https://'))
    .map((address) => `${address} is not https.`);
}

const ICONS: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 };

function checkIcons(
  root: Element,
  exists: (path: string) => boolean,
  read: (path: string) => Uint8Array,
): string[] {
  const problems: string[] = [];
  const check = (address: string, size: number) => {
    const path = new URL(address).pathname.slice(1);
    if (!exists(path)) problems.push(`The icon ${path} is not there.`);
    else if (pngWidth(read(path)) !== size) problems.push(`The icon ${path} is not ${size} pixels wide.`);
  };
  for (const [name, size] of Object.entries(ICONS)) {
    check(child(root, name)?.attributes.DefaultValue ?? 'https://none/none', size);
  }
  const images = new Map(
    [...descendants(root)]
      .filter(({ name, attributes }) => name === 'bt:Image' && attributes.id !== undefined)
      .map(({ attributes }) => [attributes.id, attributes.DefaultValue ?? '']),
  );
  for (const icon of [...descendants(root)].filter(({ name }) => name === 'Icon')) {
    const sizes = icon.children.map(({ attributes }) => attributes.size);
    for (const size of ['16', '32', '80']) {
      if (!sizes.includes(size)) problems.push(`An Icon lacks the size ${size}.`);
    }
    for (const { attributes } of icon.children) {
      const address = images.get(attributes.resid);
      if (address !== undefined) check(address, Number(attributes.size));
    }
  }
  return [...new Set(problems)];
}

/** Width of a PNG, from its header; 0 if it is none. */
function pngWidth(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.byteLength > 24 && view.getUint32(0) === 0x89504e47 ? view.getUint32(16) : 0;
}

function checkResources(root: Element): string[] {
  const all = [...descendants(root)];
  const problems: string[] = [];
  const defined = new Set(
    all.flatMap(({ attributes }) => (attributes.id === undefined ? [] : [attributes.id])),
  );
  for (const { attributes } of all) {
    const { resid } = attributes;
    if (resid === undefined) continue;
    if (resid.length > RESID) problems.push(`The resid ${resid} is longer than ${RESID} characters.`);
    if (!defined.has(resid)) problems.push(`The resid ${resid} is defined nowhere.`);
  }
  const limits: Readonly<Record<string, number>> = {
    'bt:ShortStrings': SHORT_STRING,
    'bt:LongStrings': LONG_STRING,
  };
  for (const [list, limit] of Object.entries(limits)) {
    for (const text of all.find(({ name }) => name === list)?.children ?? []) {
      for (const value of [text.attributes.DefaultValue, ...text.children.map((o) => o.attributes.Value)]) {
        if ((value ?? '').length > limit)
          problems.push(`The string ${text.attributes.id ?? ''} is longer than ${limit}.`);
      }
    }
  }
  return problems;
}
