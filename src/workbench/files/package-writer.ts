import JSZip from 'jszip';
import { escapeXml } from './xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const CONTENT_TYPES = '[Content_Types].xml';

/** Full types of the relationships that are not of Office's own family. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  'core-properties': 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
};

/** Collects parts, their content types and their relationships, and packs them. */
export class PackageWriter {
  private readonly zip = new JSZip();
  private readonly types: string[] = [];
  private readonly relationships = new Map<string, string[]>();

  constructor() {
    // Readers of streams want the content types first; they are filled in last.
    this.zip.file(CONTENT_TYPES, '');
  }

  /** Adds a part; its date is fixed, so that equal workbooks give equal files. */
  add(path: string, contentType: string | undefined, text: string): void {
    this.zip.file(path, text, { date: PACKED, createFolders: false });
    if (contentType !== undefined) {
      this.types.push(`<Override PartName="/${path}" ContentType="${contentType}"/>`);
    }
  }

  /** Relates one part to another (paths from the root); answers the id. */
  relate(from: string, kind: string, to: string): string {
    const list = this.relationships.get(from) ?? [];
    this.relationships.set(from, list);
    const id = `rId${list.length + 1}`;
    const type = OTHER_KINDS[kind] ?? `${OFFICE}/${kind}`;
    list.push(`<Relationship Id="${id}" Type="${type}" Target="${escapeXml(relativePath(from, to))}"/>`);
    return id;
  }

  /** Relates a part to something outside the package, such as a web page. */
  relateOutside(from: string, kind: string, address: string): string {
    const list = this.relationships.get(from) ?? [];
    this.relationships.set(from, list);
    const id = `rId${list.length + 1}`;
    const target = `Target="${escapeXml(address)}" TargetMode="External"`;
    list.push(`<Relationship Id="${id}" Type="${OFFICE}/${kind}" ${target}/>`);
    return id;
  }

  async pack(): Promise<Uint8Array> {
    for (const [from, list] of this.relationships) {
      const slash = from.lastIndexOf('/');
      const path = `${from.slice(0, slash + 1)}_rels/${from.slice(slash + 1)}.rels`;
      this.zip.file(path, `${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${list.join('')}</Relationships>`, {
        date: PACKED,
        createFolders: false,
      });
    }
    this.zip.file(
      CONTENT_TYPES,
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/>${this.types.join('')}</Types>`,
      { date: PACKED, createFolders: false },
    );
    return this.zip.generateAsync({
      type: 'uint8array',
      compression: 'DEFLATE',
      compressionOptions: { level: 6 },
    });
  }
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

/** The first day zip archives can name. */
const PACKED = new Date(Date.UTC(1980, 0, 1, 12));
