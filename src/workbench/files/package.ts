import JSZip from 'jszip';
import { WorkbookFileError, type FileErrorCode } from './file-error';
import { child, decodeXml, parseXml } from './xml';
import type { XmlNode } from './xml';
import { attributesOf, childrenOf, rootOf } from './xml-pieces';

/** A relationship of a part: its kind (last word of its type) and the part it points at. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  /** The target as it is written: a web address, if it is outside the package. */
  readonly address: string;
  readonly isOutside: boolean;
}

export const CONTENT_TYPES = '[Content_Types].xml';

/** No workbook worth reading unpacks to more; a small file that does is a trap. */
const MAX_UNPACKED_BYTES = 1_500_000_000;
/** A text of more characters than this JavaScript cannot hold. */
const MAX_PART_BYTES = 500_000_000;

const ZIP = [0x50, 0x4b];
/** Compound files: old .xls workbooks, and .xlsx workbooks locked with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** The parts of an .xlsx file. */
export class WorkbookPackage {
  private constructor(
    private readonly zip: JSZip,
    readonly paths: readonly string[],
  ) {}

  /** @throws WorkbookFileError if the bytes are no .xlsx package. */
  static async open(bytes: Uint8Array): Promise<WorkbookPackage> {
    const startsWith = (magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
    if (bytes.length === 0) throw new WorkbookFileError('empty', 'The file has no bytes.');
    if (startsWith(COMPOUND)) {
      // The name of the stream that holds a password-protected package, in UTF-16.
      const locked = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
      throw new WorkbookFileError(locked ? 'encrypted' : 'oldWorkbook', 'A compound file, no .xlsx package.');
    }
    if (!startsWith(ZIP))
      throw new WorkbookFileError('notAWorkbook', 'The file does not start as a zip archive.');
    let zip: JSZip;
    try {
      zip = await JSZip.loadAsync(bytes);
    } catch (error) {
      throw new WorkbookFileError('damaged', `The archive cannot be opened: ${String(error)}`);
    }
    const files = Object.values(zip.files).filter((file) => !file.dir);
    if (unpackedSize(files) > MAX_UNPACKED_BYTES)
      throw new WorkbookFileError('tooLarge', 'The archive unpacks too large.');
    return new WorkbookPackage(
      zip,
      files.map((file) => file.name),
    );
  }

  has(path: string): boolean {
    return this.zip.file(path) !== null;
  }

  /** The text of a part; undefined if there is none. */
  async text(path: string): Promise<string | undefined> {
    const file = this.zip.file(path) ?? this.zip.file(new RegExp(`^${escapeRegExp(path)}$`, 'i'))[0];
    return file ? unpacked(file) : undefined;
  }

  /** The root element of a part; undefined if there is none. */
  async xml(path: string, root: string): Promise<XmlNode | undefined> {
    const text = await this.text(path);
    return text === undefined ? undefined : wellFormed(path, () => child(parseXml(text), root));
  }

  /** The text of a part that will be added to: it has this root, and its elements end. */
  async sound(path: string, root: string): Promise<string | undefined> {
    const text = await this.text(path);
    if (text === undefined) return undefined;
    const found = wellFormed(path, () => rootOf(text));
    if (found.name !== root)
      throw new WorkbookFileError('damaged', `The part ${path} holds ${found.name}, not ${root}.`);
    // A list of texts may be long, and is read on its own.
    if (root !== 'sst') wellFormed(path, () => childrenOf(text, found));
    return text;
  }

  /** The packed entry of a part, to be handed on as it is. */
  entry(path: string): JSZip.JSZipObject | undefined {
    return this.zip.file(path) ?? undefined;
  }

  async relationships(path: string): Promise<Relationship[]> {
    return this.relationshipsIn(await this.text(relsPath(path)), path);
  }

  /** What the text of a relationships part says of the part it belongs to. */
  relationshipsIn(xml: string | undefined, path: string): Relationship[] {
    if (xml === undefined) return [];
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return wellFormed(relsPath(path), () => childrenOf(xml))
      .filter(({ name }) => name === 'Relationship')
      .map(({ tag }) => {
        const attributes = attributesOf(tag);
        const address = decodeXml(attributes.get('Target') ?? '');
        return {
          id: attributes.get('Id') ?? '',
          kind: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
          target: resolvePath(folder, address),
          address,
          isOutside: attributes.get('TargetMode') === 'External',
        };
      });
  }
}

/** Reads a part; what makes that impossible is the file's fault. */
export function wellFormed<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new WorkbookFileError('damaged', `The part ${path} is no XML.`);
  }
}

/** The text of an entry in the encoding it declares. What the archive says of its size is not trusted. */
function unpacked(file: JSZip.JSZipObject): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = (file as unknown as Streaming).internalStream('uint8array');
    const refuse = (code: FileErrorCode, why: string) => {
      stream.pause();
      reject(new WorkbookFileError(code, `The part ${file.name} ${why}.`));
    };
    let decoder: TextDecoder | undefined;
    let text = '';
    let size = 0;
    const take = (chunk?: Uint8Array<ArrayBuffer>) => {
      size += chunk?.length ?? 0;
      if (size > MAX_PART_BYTES) refuse('tooLarge', `unpacks to more than ${MAX_PART_BYTES / 1e6} MB`);
      else
        try {
          decoder ??= new TextDecoder(encodingOf(chunk));
          text += decoder.decode(chunk, { stream: chunk !== undefined });
        } catch (error) {
          refuse('damaged', `cannot be read: ${String(error)}`);
        }
    };
    stream
      .on('data', take)
      .on('error', (error) => {
        refuse('damaged', `cannot be read: ${error.message}`);
      })
      .on('end', () => {
        take();
        // Whatever comes of it is written as UTF-8.
        resolve(text.replace(DECLARED, (head, name: string) => head.replace(name, 'UTF-8')));
      })
      .resume();
  });
}

/** JSZip documents this of its entries, and its types lack it. */
interface Streaming {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array<ArrayBuffer>>;
}

const DECLARED = /^<\?xml[^>]*?encoding=["']((?!utf-8)[\w-]+)/i;

/** By its first bytes: UTF-16 begins with its mark, all others tell their name in plain letters. */
function encodingOf(start = new Uint8Array()): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return DECLARED.exec(String.fromCharCode(...start.subarray(0, 100)))?.[1] ?? 'utf-8';
}

export function relsPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

const unpackedSize = (files: readonly JSZip.JSZipObject[]): number =>
  files.reduce((sum, file) => sum + (dataOf(file)?.uncompressedSize ?? 0), 0);

/** JSZip keeps what the directory says of an entry in a field it does not document. */
const dataOf = (file: JSZip.JSZipObject | null): { uncompressedSize?: number } | undefined =>
  (file as { _data?: { uncompressedSize?: number } } | null)?._data;

function resolvePath(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter(Boolean);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
