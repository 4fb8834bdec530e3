/** An element in the text of a part, found without parsing what is inside. */
export interface Piece {
  /** Local name. */
  readonly name: string;
  /** The start tag, from `<` to `>`. */
  readonly tag: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the tags: from and to; equal for an empty element. */
  readonly innerStart: number;
  readonly innerEnd: number;
}

/** Elements that hold no element of their own name: their end is looked for, not walked to. */
const FLAT = new Set(['sheetData', 'sst', 'calcChain']);

/** The elements between two places of a text, not those inside them. */
export function piecesIn(xml: string, from = 0, to = xml.length): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  while (at < to) {
    const start = xml.indexOf('<', at);
    if (start < 0 || start >= to) break;
    const skipped = endOfOther(xml, start);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const piece = pieceAt(xml, start, to);
    pieces.push(piece);
    at = piece.end;
  }
  return pieces;
}

/** The root element of a part: nothing but comments follows its end tag. @throws SyntaxError if there is none. */
export function rootOf(xml: string): Piece {
  let start = xml.indexOf('<');
  for (let next = start < 0 ? undefined : endOfOther(xml, start); next !== undefined;) {
    start = xml.indexOf('<', next);
    next = start < 0 ? undefined : endOfOther(xml, start);
  }
  if (start < 0) throw new SyntaxError('The part has no root element.');
  return pieceAt(xml, start, xml.length, (close) => xml.lastIndexOf(close));
}

/** The elements inside the root, in order. */
export function childrenOf(xml: string, piece: Piece = rootOf(xml)): Piece[] {
  return piecesIn(xml, piece.innerStart, piece.innerEnd);
}

/** The first child of the root by local name. */
export const childNamed = (xml: string, name: string): Piece | undefined =>
  childrenOf(xml).find((piece) => piece.name === name);

export const textOfPiece = (xml: string, { start, end }: Piece): string => xml.slice(start, end);

function pieceAt(xml: string, start: number, to: number, find?: (close: string) => number): Piece {
  const tagEnd = endOfTag(xml, start);
  const tag = xml.slice(start, tagEnd);
  const full = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  const name = full.slice(full.indexOf(':') + 1);
  if (tag.endsWith('/>')) return { name, tag, start, end: tagEnd, innerStart: tagEnd, innerEnd: tagEnd };
  const endTag = `</${full}`;
  const close = find?.(endTag) ?? (FLAT.has(name) ? xml.indexOf(endTag, tagEnd) : closeOf(xml, tagEnd, to));
  if (close < 0 || close >= to) throw new SyntaxError(`The element ${full} does not end.`);
  const end = xml.indexOf('>', close) + 1;
  return { name, tag, start, end, innerStart: tagEnd, innerEnd: close };
}

/** Where the end tag of the element begins whose start tag ends at `from`. */
function closeOf(xml: string, from: number, to: number): number {
  let depth = 1;
  let at = from;
  while (at < to) {
    const start = xml.indexOf('<', at);
    if (start < 0) return -1;
    const skipped = endOfOther(xml, start);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    if (xml.charCodeAt(start + 1) === SLASH) {
      if (--depth === 0) return start;
      at = xml.indexOf('>', start) + 1;
      continue;
    }
    at = endOfTag(xml, start);
    if (xml.charCodeAt(at - 2) !== SLASH) depth++;
  }
  return -1;
}

const SLASH = 0x2f;

/** The end of a comment, an instruction or a CDATA block; undefined at a tag. */
function endOfOther(xml: string, start: number): number | undefined {
  const next = xml.charAt(start + 1);
  if (next !== '?' && next !== '!') return undefined;
  const close =
    next === '?' ? '?>' : xml.startsWith('<!--', start) ? '-->' : xml.startsWith('<![', start) ? ']]>' : '>';
  const end = xml.indexOf(close, start);
  return end < 0 ? xml.length : end + close.length;
}

/** The end of a tag: a `>` that stands in no attribute. */
function endOfTag(xml: string, start: number): number {
  for (let at = start; at < xml.length; at++) {
    const c = xml.charCodeAt(at);
    if (c === 0x3e) return at + 1;
    if (c === 0x22 || c === 0x27) {
      at = xml.indexOf(xml.charAt(at), at + 1);
      if (at < 0) break;
    }
  }
  throw new SyntaxError('A tag does not end.');
}

const ATTRIBUTE = /([^\s=<>/]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** The attributes of a start tag as written: name with prefix → text between the quotes, still escaped. */
export function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted = ''] of tag.matchAll(ATTRIBUTE)) found.set(name, quoted.slice(1, -1));
  return found;
}

/** A start tag with one attribute set, or taken away; everything else stays as it is written. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  for (const found of tag.matchAll(ATTRIBUTE)) {
    if (found[1] !== name) continue;
    const end = found.index + found[0].length;
    if (value === undefined) return tag.slice(0, found.index).trimEnd() + tag.slice(end);
    return `${tag.slice(0, found.index)}${name}="${value}"${tag.slice(end)}`;
  }
  if (value === undefined) return tag;
  const close = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return `${tag.slice(0, close).trimEnd()} ${name}="${value}"${tag.slice(close)}`;
}

/** The id of a relationship that a tag names, whatever the prefix of its namespace. */
export function relationIn(tag: string): string | undefined {
  for (const [name, value] of attributesOf(tag))
    if (/^[^:]+:(id|embed)$/.test(name) && !name.startsWith('xml')) return value;
  return undefined;
}

/** The prefix of an element's tag with its colon; empty for the default namespace. */
export const prefixOf = (tag: string): string => /^<([^\s/>:]+:)/.exec(tag)?.[1] ?? '';

/** A fragment of plain names in the namespace prefix of the part it goes into. */
export const inPrefix = (fragment: string, prefix: string): string =>
  prefix === '' ? fragment : fragment.replace(/<(\/?)(?=[A-Za-z][A-Za-z0-9]*[\s/>])/g, `<$1${prefix}`);
