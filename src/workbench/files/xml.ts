import { XMLParser } from 'fast-xml-parser';

/** A parsed element: attributes and children by local name, text under `#text`. */
export interface XmlNode {
  readonly [name: string]: XmlValue | undefined;
}
type XmlValue = string | XmlNode | readonly (string | XmlNode)[];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  processEntities: { enabled: true, maxTotalExpansions: 1_000_000, maxExpandedLength: 50_000_000 },
  htmlEntities: true,
});

/** Parses a part; the result holds its root element by name. Namespaces are dropped. */
export function parseXml(text: string): XmlNode {
  return parser.parse(text) as XmlNode;
}

/** A child element; undefined if there is none. An empty element is an empty node. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return children(node, name)[0];
}

export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  const value = node?.[name];
  if (value === undefined) return [];
  const list = Array.isArray(value) ? (value as readonly (string | XmlNode)[]) : [value as string | XmlNode];
  return list.map((item) => (typeof item === 'string' ? { '#text': item } : item));
}

export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.[`@${name}`];
  return typeof value === 'string' ? value : undefined;
}

export function numberAttribute(node: XmlNode | undefined, name: string): number | undefined {
  const text = attribute(node, name);
  const value = text === undefined ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** An xsd:boolean; `fallback` if the attribute is missing. */
export function flag(node: XmlNode | undefined, name: string, fallback = false): boolean {
  const text = attribute(node, name);
  return text === undefined ? fallback : text === '1' || text === 'true' || text === 'on';
}

export function textOf(node: XmlNode | undefined): string {
  const text = node?.['#text'];
  return typeof text === 'string' ? text : '';
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Decodes character references in raw XML text. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return ENTITIES[name ?? ''] ?? whole;
    },
  );
}

/** Excel writes characters XML cannot hold as `_x000D_`, and a literal one as `_x005F_x000D_`. */
export function decodeExcelText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What cannot stand in a text as it is; most texts have none of it. */
const SPECIAL = /[&<>"]|_x[0-9a-f]{4}_|[^\P{Cc}\t\n]|[\ufffe\uffff]/giu;

/** Text for an element. Characters that XML forbids are written Excel's way. */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (found) => {
    if (found.length > 1) return `_x005F${found}`;
    return MARKUP[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/** Text for an attribute, where XML reads a plain line's end as a blank. */
export const escapeAttribute = (text: string): string =>
  escapeXml(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');

/** A formula: its carriage returns are XML's, for Excel's own escapes are for texts. */
export const escapeFormula = (formula: string): string => escapeXml(formula).replace(/_x000D_/g, '&#13;');
