import JSZip from 'jszip';
import { CONTENT_TYPES, relsPath, type Relationship, type WorkbookPackage } from './package';
import { escapeXml } from './xml';
import { attributesOf, childrenOf, prefixOf, rootOf, inPrefix } from './xml-pieces';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Namespaces of files that keep to the strict half of the standard, for those everybody else uses. */
const STRICT: readonly (readonly [transitional: string, strict: string])[] = [
  [
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    'http://purl.oclc.org/ooxml/spreadsheetml/main',
  ],
  [OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'],
  ['http://schemas.openxmlformats.org/drawingml/2006/', 'http://purl.oclc.org/ooxml/drawingml/'],
];

/** The first day zip archives can name: equal workbooks give equal files. */
const PACKED = new Date(Date.UTC(1980, 0, 1, 12));

/**
 * A package with changes on top: parts that are not named here go through as they are packed.
 */
export class PackageEdit {
  private readonly changed = new Map<string, string>();
  private readonly removed = new Set<string>();
  /** What was taken out of parts on purpose, for the comparison with what came in. */
  readonly dropped = new Map<string, string[]>();
  private types = '';

  private constructor(
    readonly source: WorkbookPackage,
    private readonly isStrict: boolean,
  ) {}

  static async over(source: WorkbookPackage, workbookPath: string): Promise<PackageEdit> {
    const isStrict = ((await source.text(workbookPath)) ?? '').includes('purl.oclc.org/ooxml/spreadsheetml');
    const edit = new PackageEdit(source, isStrict);
    edit.types =
      (await source.text(CONTENT_TYPES)) ?? `${HEAD}<Types xmlns="${PACKAGE}/content-types"></Types>`;
    return edit;
  }

  async text(path: string): Promise<string | undefined> {
    if (this.removed.has(path)) return undefined;
    return this.changed.get(path) ?? (await this.source.text(path));
  }

  has(path: string): boolean {
    return this.changed.has(path) || (this.source.has(path) && !this.removed.has(path));
  }

  /** Whether a part goes through as it is packed. */
  isAsItWas(path: string): boolean {
    return this.has(path) && !this.changed.has(path);
  }

  /** Changes a part that is there. */
  set(path: string, text: string): void {
    this.changed.set(path, text);
  }

  /** Adds a part, in the namespaces of this package. */
  add(path: string, contentType: string, text: string): void {
    this.changed.set(path, this.inOwnNamespaces(text));
    this.removed.delete(path);
    this.addType(`<Override PartName="/${escapeXml(path)}" ContentType="${contentType}"/>`);
  }

  remove(path: string): void {
    this.changed.delete(path);
    this.removed.add(path);
    this.removeType(path);
  }

  /** Notes for a part what is taken out of it. */
  dropping(path: string): (text: string) => void {
    const list = this.dropped.get(path) ?? [];
    this.dropped.set(path, list);
    return (text) => list.push(text);
  }

  /** Sets the content type of a part that names its own. */
  setType(path: string, contentType: string): void {
    this.removeType(path);
    this.addType(`<Override PartName="/${escapeXml(path)}" ContentType="${contentType}"/>`);
  }

  typeOf(path: string): string | undefined {
    const tags = childrenOf(this.types).map(({ tag }) => attributesOf(tag));
    const own = tags.find(
      (tag) => tag.get('PartName')?.toLowerCase() === `/${escapeXml(path)}`.toLowerCase(),
    );
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    return (own ?? tags.find((tag) => tag.get('Extension')?.toLowerCase() === extension))?.get('ContentType');
  }

  /** A path of this pattern (`xl/charts/chart#.xml`) that no part has; small and capital letters are one. */
  freePath(pattern: string): string {
    const taken = new Set([...this.source.paths, ...this.changed.keys()].map((path) => path.toLowerCase()));
    for (let n = 1; ; n++) {
      const path = pattern.replace('#', String(n));
      if (!taken.has(path.toLowerCase())) return path;
    }
  }

  async relationships(from: string): Promise<Relationship[]> {
    return this.source.relationshipsIn(await this.text(relsPath(from)), from);
  }

  /** Relates one part to another (paths from the root); answers the id. */
  relate(from: string, kind: string, to: string): Promise<string> {
    return this.addRelationship(from, kind, `Target="${escapeXml(relativePath(from, to))}"`);
  }

  /** Relates a part to something outside the package, such as a web page. */
  relateOutside(from: string, kind: string, address: string): Promise<string> {
    return this.addRelationship(from, kind, `Target="${escapeXml(address)}" TargetMode="External"`);
  }

  async unrelate(from: string, id: string): Promise<void> {
    const xml = await this.text(relsPath(from));
    const piece =
      xml === undefined ? undefined : childrenOf(xml).find(({ tag }) => attributesOf(tag).get('Id') === id);
    if (xml !== undefined && piece)
      this.set(relsPath(from), xml.slice(0, piece.start) + xml.slice(piece.end));
  }

  /** The workbook part names its kind: with macros or without. Without, the macros stay behind. */
  async settleType(workbookPath: string, macros: boolean): Promise<void> {
    const wanted = macros ? MACRO_WORKBOOK : WORKBOOK;
    if (!macros)
      for (const { kind, id } of await this.relationships(workbookPath))
        if (/vba|xlMacro|xlIntlMacro/i.test(kind)) await this.unrelate(workbookPath, id);
    if (this.typeOf(workbookPath) === wanted) return;
    this.setType(workbookPath, wanted);
  }

  /** The parts that can be reached from the root, by their relationships. */
  async reachable(): Promise<Set<string>> {
    return reachableFrom((from) => this.relationships(from));
  }

  /** Takes out what only removed parts spoke of. */
  async removeUnreachable(before: ReadonlySet<string>): Promise<void> {
    const after = await this.reachable();
    for (const path of before) {
      if (after.has(path)) continue;
      this.remove(path);
      if (this.source.has(relsPath(path))) this.remove(relsPath(path));
    }
  }

  async pack(): Promise<Uint8Array> {
    const out = new JSZip();
    const options = { date: PACKED, createFolders: false };
    // Readers of streams want the content types first.
    out.file(CONTENT_TYPES, this.types, options);
    for (const path of this.source.paths) {
      if (path === CONTENT_TYPES || this.removed.has(path)) continue;
      const text = this.changed.get(path);
      if (text !== undefined) out.file(path, text, options);
      // An entry that is packed already is not unpacked.
      else Object.assign(out.files, { [path]: this.source.entry(path) });
    }
    for (const [path, text] of this.changed) if (!(path in out.files)) out.file(path, text, options);
    return out.generateAsync({
      type: 'uint8array',
      compression: 'DEFLATE',
      compressionOptions: { level: LEVEL },
    });
  }

  private async addRelationship(from: string, kind: string, target: string): Promise<string> {
    const path = relsPath(from);
    const xml =
      (await this.text(path)) ?? `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
    const ids = new Set(childrenOf(xml).map(({ tag }) => attributesOf(tag).get('Id')));
    let n = ids.size + 1;
    while (ids.has(`rId${n}`)) n++;
    const type = this.inOwnNamespaces(`${OFFICE}/${kind}`);
    this.set(path, appendChild(xml, `<Relationship Id="rId${n}" Type="${type}" ${target}/>`));
    this.removed.delete(path);
    return `rId${n}`;
  }

  private removeType(path: string): void {
    const wanted = `/${escapeXml(path)}`.toLowerCase();
    const type = childrenOf(this.types).find(
      ({ tag }) => attributesOf(tag).get('PartName')?.toLowerCase() === wanted,
    );
    if (type) this.types = this.types.slice(0, type.start) + this.types.slice(type.end);
  }

  private addType(override: string): void {
    if (!/Extension="rels"/i.test(this.types))
      this.types = appendChild(
        this.types,
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      );
    this.types = appendChild(this.types, override);
  }

  inOwnNamespaces(text: string): string {
    if (!this.isStrict) return text;
    return STRICT.reduce((result, [plain, strict]) => result.replaceAll(plain, strict), text);
  }
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const MACRO_WORKBOOK = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

/** Higher levels take twice as long for a twentieth less. */
const LEVEL = 4;

/** A part's text with one more element at the end of its root. */
export function appendChild(xml: string, element: string): string {
  const root = rootOf(xml);
  const added = inPrefix(element, prefixOf(root.tag));
  if (root.innerStart < root.end && root.tag.endsWith('/>')) {
    const full = /^<([^\s/>]+)/.exec(root.tag)?.[1] ?? '';
    return `${xml.slice(0, root.start)}${root.tag.slice(0, -2)}>${added}</${full}>${xml.slice(root.end)}`;
  }
  return xml.slice(0, root.innerEnd) + added + xml.slice(root.innerEnd);
}

export async function reachableFrom(
  relationships: (path: string) => Promise<readonly Relationship[]>,
): Promise<Set<string>> {
  const found = new Set<string>();
  const waiting = [''];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const { target, isOutside } of await relationships(from)) {
      if (isOutside || found.has(target)) continue;
      found.add(target);
      waiting.push(target);
    }
  }
  return found;
}

/** The way from one part to another: some readers take no paths from the root. */
function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  while (start.length > 0 && start[0] === end[0]) {
    start.shift();
    end.shift();
  }
  return [...start.map(() => '..'), ...end].join('/');
}
